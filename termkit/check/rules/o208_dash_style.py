"""O208: clause dashes of two styles in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from termkit.check.compounds import find_joints
from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, find_mix
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.cover import Cover

_DASH = re.compile(
    "(?<=[\\w'’”\"%)\\].])(?P<left> ?)(?P<sign>[\N{EM DASH}\N{HORIZONTAL BAR}]|--|(?<= )[-–](?= ))"
    "(?P<right> ?)(?=['‘“\"(]?[^\\W_])"
)
_SIGN = re.compile("[\N{EM DASH}\N{HORIZONTAL BAR}]|--| [-–] ")  # what every dash has
# A space on one side: two tickets –one for each. What follows -- is an option: dpkg --help.
_HALF = re.compile("(?<=[\\w'’”\"%)]) [–—](?=[a-zà-ỹđ])")
_HAN_DASH = re.compile(r"(?<!-)--(?!-)|(?<!－)－－(?!－)|——|──|――")
_NAMES = {
    "\N{EM DASH}": "em dash",
    "\N{HORIZONTAL BAR}": "em dash",
    "--": "double hyphen",
    "-": "hyphen",
    "–": "en dash",
}
# Place, day and agency in front of a story, in case the reader left them in: HANOI (VNA) -
_DATELINE = re.compile(r"^[\W\d]*[^\W\d_a-z][^a-z]{2,}(?:,[^-–—]{0,30})?(?:\([^)]*\))?\s*$")
_END = re.compile("(?:--|[\N{EM DASH}\N{HORIZONTAL BAR}–])(?=\\s*$)")
_REACH = 60  # code points before a dash that are looked at: a dateline
_FEW = 2
_CLEAR = 2  # the usual style must be this many times as common


@rule("O208", "dash-style", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A dash between clauses is written unlike the document's others.

    Em dash closed up or spaced, double hyphen, spaced hyphen and spaced en dash are
    compared; one with a space before it alone is like none. Ranges (*2020–2025*), compounds,
    datelines, credits and list bullets are not. Vietnamese uses the spaced hyphen for too many
    things; there only em and en dashes count.

    ## Why it matters
    The odd dash shows where text was pasted in.

    ## Use instead
    The dash the rest of the document has.

    ## Source
    The Chicago Manual of Style, 6.85; New Hart's Rules, 4.11.1 (spaced en dash); GB/T
    15834-2011, 4.10 (the Chinese dash is two cells long).
    """
    chinese = view.language == "zh"
    if not chinese:
        yield from _half_spaced(view)
    uses = list(_han_dashes(view) if chinese else _dashes(view))
    mix = find_mix(uses, house=repr("——"))
    if mix is None:
        yield from () if chinese else _unlike_dateline(view, uses)
        return
    if not (mix.by_house or len(mix.usual) >= _CLEAR * len(mix.odd)):
        yield from list(_unlike_pairs(uses)) or _unlike_dateline(view, uses)
        return
    quiet = all(use.view.is_heading for use in mix.odd)
    for use in mix.odd:
        other = mix.nearest(use)
        span, replacement = use.span, other.text
        if use.text[0] == use.text[-1] == replacement[0] == replacement[-1] == " ":
            span, replacement = Span(span.start + 1, span.end - 1), replacement[1:-1]
        yield use.view.mark(
            span,
            f"{use.form} between clauses, the document's others are {mix.form}",
            replacement=replacement,
            related=(other.related(f"{mix.form} here"),),
            severity=Severity.INFO if quiet else None,
        )


def _half_spaced(view: DocumentView) -> Iterator[Mark]:
    """Dashes with a space before them only, in a text that spaces its dashes or closes them up."""
    whole = [use for use in _dashes(view) if "hyphen" not in use.form or "double" in use.form]
    for text in view.texts if whole else ():
        for match in _HALF.finditer(text.text):
            if not find_quotations(text.text).holds(Span(*match.span())):
                yield text.mark(
                    Span(*match.span()),
                    "the dash has a space before it only",
                    replacement=whole[0].text,
                )


def _unlike_pairs(uses: list[Use]) -> Iterator[Mark]:
    """The closing dash of a parenthesis that its opening one is not like: *it — he said -- is*."""
    for opening, closing in pairwise(uses):
        if opening.view is not closing.view or opening.form == closing.form:
            continue
        if "spaced hyphen" in (opening.form, closing.form):
            continue  # a hyphen has more to do than that
        between = Span(opening.span.start, closing.span.end)
        sentence = opening.view.sentence_at(between.start)
        if sentence == opening.view.sentence_at(between.end - 1):
            yield closing.view.mark(
                closing.span,
                f"{closing.form} closes what {opening.form} opens",
                related=(opening.related(f"{opening.form} here"),),
            )


def _unlike_dateline(view: DocumentView, uses: list[Use]) -> Iterator[Mark]:
    """One or two dashes unlike the one behind the dateline: *(Xinhua) --*."""
    signs = {match[0] for line in view.document.datelines if (match := _END.search(line))}
    name = _NAMES.get(signs.pop(), "") if len(signs) == 1 else ""
    odd = [use for use in uses if not use.form.endswith(name)]
    clear = len(uses) > len(odd)
    if len(odd) > max(_FEW, len(uses) - len(odd)):
        return  # a habit: the dateline has a sign of its own
    for use in odd:
        yield use.view.mark(
            use.span,
            f"{use.form} between clauses, a {name} behind the dateline",
            severity=None if clear else Severity.INFO,
        )


def _dashes(view: DocumentView) -> Iterator[Use]:
    joints: dict[int, list[Span]] = defaultdict(list)
    for joint in find_joints(view):
        if joint.countries:
            joints[joint.view.index].append(joint.span)
    for text in view.texts:
        between_countries = Cover(joints[text.index])
        for match in _DASH.finditer(text.text) if _SIGN.search(text.text) else ():
            span = Span(match.start(), match.end())
            name = _NAMES[match["sign"]]
            if view.language == "vi" and name not in ("em dash", "en dash"):
                continue
            spaces = (match["left"] != "", match["right"] != "")
            if spaces not in ((True, True), (False, False)):
                continue  # a space on one side: layout, not style
            if _is_no_clause(text, match) or between_countries.overlaps(span):
                continue
            yield Use(text, span, f"{'spaced' if spaces[0] else 'closed-up'} {name}")


def _is_no_clause(text: TextView, match: re.Match[str]) -> bool:
    start, end, last = match.start(), match.end(), len(text.text.rstrip())
    before, after = text.text[max(0, start - _REACH) : start], text.text[end : end + 1]
    if after.isdigit():
        return True  # a range or a score
    if match["sign"] in "-–" and before.split(" ")[-1][:1].isupper() and after.isupper():
        return True  # Manchester - Liverpool: two names, or a heading's label
    if len(text.text) - end < 40 and text.text[:last][-1:].isalnum() and before[-1:] in '.!?”"':
        return True  # — VNA/VNS
    if find_quotations(text.text).holds(Span(start, end)):
        return True
    return start < _REACH and _DATELINE.match(before) is not None


def _han_dashes(view: DocumentView) -> Iterator[Use]:
    for text in view.texts:
        for match in _HAN_DASH.finditer(text.text):
            if match.start() and match.end() < len(text.text):
                yield Use(text, Span(match.start(), match.end()), repr(match[0]))
