"""O205: quotation marks of two styles, turned the wrong way, or without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from termkit.check.crossed_quotes import find_crossed_quotes
from termkit.check.quotation import Quotation, QuoteMark, Role, find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, find_mix
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.text.cover import Cover
from termkit.text.scripts import HAN, has_han

_STYLES = {
    '""': "straight",
    "“”": "curly",
    "＂＂": "full-width",
    "「」": "corner",
    "『』": "corner",
}
_ANGLE = re.compile("«[^«»]{1,300}»|〝[^〝〞]{1,200}〞")
_UNEQUAL = "unequal"
_HALF_CURLY = "‘'"  # of a single pair; ’ may be an apostrophe
_TURNED = {"“": "”", "”": "“"}
_PAIR = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "full-width": ("＂", "＂"),
    "corner": ("「", "」"),
}
# A title in marks that Chinese has no use for: <联合早报>.
_TITLE = re.compile(rf"[<‹〈]([{HAN}]{{2,20}})[>›〉]")
_COMMAND = re.compile("[A-Za-z0-9_=>;\\[\\]-]$")  # what stands before a placeholder
_WORK = re.compile("(?:公约|条约|协定|宣言|声明|公报|条例|法|报|日报|备忘录|报告|规划|纲要)$")
_PARAGRAPHS = 12  # of the longest quotation
_SEVERAL = 2  # pairs of double marks that show a habit
_OPENERS = "“\"「『＂‘'"


@rule("O205", "quotation-mark-mix", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """Quotation marks of two styles in one document, turned the wrong way, or left open.

    Double marks are compared: straight, curly, full-width, corner brackets, guillemets. Nested
    quotations and inch marks are not; one pair of single marks outside all double ones is
    worth a note. In Chinese ‘ ’ stand only inside “ ”, and titles are in 《 》. A paragraph
    that continues a speech opens without closing, and is no finding.

    ## Why it matters
    The odd pair was pasted from elsewhere; a turned or missing mark leaves the reader
    guessing where a quotation ends.

    ## Use instead
    The marks most of the document has; in a pair, one of each direction.

    ## Source
    GB/T 15834-2011, 4.8, for Chinese; The Unicode Standard, section 6.2. Where a speech
    runs over paragraphs: The Chicago Manual of Style, 13.32.
    """
    uses: list[Use] = []
    unequal: list[Use] = []
    spread = _spread(view)
    has_titles = any("《" in text.text for text in view.texts)
    for number, text in enumerate(view.texts):
        quotations = find_quotations(text.text)
        for mark in quotations.marks:
            if mark.turned:
                yield text.mark(
                    Span(mark.index, mark.index + 1),
                    f"{mark.char!r} is turned the wrong way",
                    replacement=_TURNED[mark.char],
                    safety=Safety.SAFE,
                )
        crossed = find_crossed_quotes(text.text) if view.language == "zh" else ()
        styled = list(_styled(text, quotations.pairs))
        uses.extend(use for use in styled if use.form != _UNEQUAL)
        uses.extend(_angles(text, quotations.pairs))
        unequal += [Use(text, span, _UNEQUAL) for span in crossed]
        met = Cover(crossed)
        unequal += [use for use in styled if use.form == _UNEQUAL and not met.overlaps(use.span)]
        following = view.texts[number + 1 : number + 2]
        continued = any(_starts_quoted(other) for other in following)
        if view.language == "zh":
            yield from _titles(text, sure=has_titles)
        halves = [] if crossed or view.language == "zh" else list(_halves(text, quotations.alone))
        unequal += halves
        if not (crossed or halves) and text.index not in spread:
            yield from _alone(text, quotations.alone, continued, view.texts[number - 1 : number])
    yield from _outer_singles(view)
    if view.language == "zh":
        yield from _straight_han(uses)
    quotes = view.profile.setting("quotes") if view.profile else None
    house = (quotes,) if quotes else ()
    mix = find_mix(uses, ties=house)
    usual = mix.form if mix is not None else uses[0].form if uses else None
    for use in unequal:
        yield _unequal(use, usual)
    if mix is None:
        return
    quiet = all(use.view.is_heading for use in mix.odd)
    left, right = _PAIR.get(mix.form, ("", ""))
    for use in mix.odd:
        yield use.view.mark(
            use.span,
            f"{use.form} quotation marks, the document's others are {mix.form}",
            replacement=f"{left}{use.text[1:-1]}{right}" if left else None,
            related=(mix.nearest(use).related(f"{mix.form} here"),),
            severity=Severity.INFO if quiet else None,
        )


def _unequal(use: Use, usual: str | None) -> Mark:
    """A pair of two styles, “so"; the document's others say which of the two is right."""
    left, right = _PAIR.get(usual or "", ("", ""))
    return use.view.mark(
        use.span,
        f"{use.text[0]!r} is closed by {use.text[-1]!r}: a pair has one style",
        replacement=f"{left}{use.text[1:-1]}{right}" if left else None,
    )


def _styled(text: TextView, pairs: tuple[Quotation, ...]) -> Iterator[Use]:
    for pair in pairs:
        if pair.depth:
            continue
        opening, closing = (
            _TURNED[mark.char] if mark.turned else mark.char
            for mark in (pair.opening, pair.closing)
        )
        if not pair.opening.is_double:
            if opening + closing == _HALF_CURLY:
                yield Use(text, pair.span, _UNEQUAL)
            continue
        yield Use(text, pair.span, _STYLES.get(opening + closing, _UNEQUAL))


def _halves(text: TextView, alone: tuple[QuoteMark, ...]) -> Iterator[Use]:
    """What a single mark opens and a double one closes: ‘so”."""
    for first, second in pairwise(alone):
        if first.char == "‘" and first.role is Role.OPEN and second.char == "”":
            yield Use(text, Span(first.index, second.index + 1), _UNEQUAL)


def _angles(text: TextView, pairs: tuple[Quotation, ...]) -> Iterator[Use]:
    """Quotations in the marks of French or of old Chinese type, outside any other."""
    quoted = Cover(pair.span for pair in pairs)
    for match in _ANGLE.finditer(text.text):
        span = Span(*match.span())
        if not quoted.contains(span):
            yield Use(text, span, "angle" if match[0][0] == "«" else "prime")


def _straight_han(uses: list[Use]) -> Iterator[Mark]:
    """Typewriter's marks throughout, where the Chinese comma shows that others were at hand; and
    in Simplified text the marks of Traditional."""
    if {use.form for use in uses} not in ({"straight"}, {"full-width"}, {"corner"}):
        return
    for use in uses:
        if use.form == "corner" and use.view.lang != "zh-Hans":
            continue
        if use.view.text.count("，") > use.view.text.count(",") and has_han(use.text):
            yield use.view.mark(
                use.span,
                f"{use.text!r} has {use.form} quotation marks; Chinese has “ ”",
                replacement=f"“{use.text[1:-1]}”",
                severity=Severity.INFO,
            )


def _titles(text: TextView, *, sure: bool) -> Iterator[Mark]:
    """Titles in angle marks; within 《》 any may stand.

    Where the document has no 《》 (not `sure`), only what is surely one: a law, a treaty, a paper.
    """
    depth = last = 0
    for match in _TITLE.finditer(text.text):
        depth += text.text.count("《", last, match.start())
        depth -= text.text.count("》", last, match.start())
        last = match.start()
        placeholder = match[0][0] == "<" and _is_placeholder(text.text, match)
        if depth == 0 and not placeholder and (sure or _WORK.search(match[1])):
            yield text.mark(
                Span(match.start(), match.end()),
                f"{match[0]!r} is a title in other marks than 《》",
                replacement=f"《{match[1]}》",
            )


def _is_placeholder(text: str, match: re.Match[str]) -> bool:
    """Whether <> hold what a user fills in: *help <选项名>*, *<命令>[;<命令>]*."""
    before, behind = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    alone = not before and not behind
    return alone or _COMMAND.search(before) is not None or behind.startswith(("<", "[", "|", "="))


def _outer_singles(view: DocumentView) -> Iterator[Mark]:
    """Single marks that stand inside no double ones, in a document whose quotations are double.

    In Chinese a rule forbids them there. In Latin script a writer may set a word apart so:
    only one such pair among several of the other kind is told, as a note.
    """
    chinese = view.language == "zh"
    double: list[Use] = []
    single: list[Use] = []
    for text in view.texts:
        quotations = find_quotations(text.text)
        if any(mark.role in (Role.OPEN, Role.CLOSE) for mark in quotations.alone):
            if chinese:
                continue
            return  # where one was cut or lost, nobody knows what is inside
        for pair in quotations.pairs:
            if not pair.depth and not text.is_heading:
                (double if pair.opening.is_double else single).append(
                    Use(text, pair.span, f"{pair.opening.char} {pair.closing.char}")
                )
    if len(double) <= len(single) or (not chinese and (len(single) > 1 or len(double) < _SEVERAL)):
        return
    for use in single:
        if chinese and use.form == "' '" and not has_han(use.text):
            continue  # sed 's/a/b/'
        left, right = double[0].form.split(" ")
        yield use.view.mark(
            use.span,
            f"{use.text!r} is in {use.form}, which stand inside {left} {right} alone",
            replacement=f"{left}{use.text[1:-1]}{right}",
            severity=None if chinese and use.form == "‘ ’" else Severity.INFO,
        )


def _alone(
    text: TextView, alone: tuple[QuoteMark, ...], continued: bool, before: tuple[TextView, ...]
) -> Iterator[Mark]:
    doubles = [mark for mark in alone if mark.is_double and not mark.turned]
    if len(doubles) != 1 or text.is_heading:
        return
    mark = doubles[0]
    # A speech that runs on opens again, in the next paragraph or, where the paragraphs were
    # run together, after the next full stop.
    if mark.role is Role.OPEN and (continued or _opens_again(text, mark)):
        return
    if mark.role is Role.CLOSE and before and _left_open(before[-1]):
        return
    what = "is never closed" if mark.role is Role.OPEN else "closes nothing"
    yield text.mark(
        Span(mark.index, mark.index + 1),
        f"the quotation mark {mark.char!r} {what} in this paragraph",
        severity=Severity.INFO,
    )


def _spread(view: DocumentView) -> set[int]:
    """Texts with one end of a quotation that runs over paragraphs: an article of a law, a poem."""
    found: set[int] = set()
    opened: int | None = None
    for text in view.texts:
        doubles = [m for m in find_quotations(text.text).alone if m.is_double and not m.turned]
        if len(doubles) != 1:
            continue
        if doubles[0].role is Role.OPEN:
            opened = text.index
        elif doubles[0].role is Role.CLOSE and opened is not None:
            if text.index - opened <= _PARAGRAPHS:
                found |= {opened, text.index}
            opened = None
    return found


def _opens_again(text: TextView, mark: QuoteMark) -> bool:
    return any(
        later.role is Role.OPEN
        and later.is_double
        and later.index > mark.index
        and text.text[: later.index].rstrip()[-1:] in ".!?。！？"
        for later in find_quotations(text.text).marks
    )


def _starts_quoted(text: TextView) -> bool:
    return text.text.lstrip()[:1] in tuple(_OPENERS)


def _left_open(text: TextView) -> bool:
    return any(
        mark.role is Role.OPEN and mark.is_double for mark in find_quotations(text.text).alone
    )
