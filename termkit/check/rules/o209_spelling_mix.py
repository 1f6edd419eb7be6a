"""O209: British and American spellings in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.signal import Seen, Sieve
from termkit.check.usage import Use, find_mix, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.spelling import AMERICAN, BRITISH, Spelling, find_spelling
from termkit.model.finding import Severity
from termkit.model.span import Span

_WORD = re.compile(r"\b(?:co|policy|e)-[a-z]+|per cent\b|[A-Za-z]+", re.IGNORECASE)
# Ministry of National Defence, Defense Minister: one kind of office, not one body's own name.
_MINISTRY_OF = re.compile(r"\bMinist(?:er|ry) (?:of|for) (National )?$")
_MINISTRY = re.compile(r" Minist(?:er|ry)\b")
_TOKEN = re.compile(r"\w+")
_HEADS = ("co", "policy", "e", "per")
_PROGRAM = ("program", "programs")
_COMPUTING = re.compile(
    r"comput|software|\bapps?\b|\bcod(?:e|ing)\b|download|\bAI\b", re.IGNORECASE
)
_HOUSE = {"british": BRITISH, "oxford": BRITISH, "american": AMERICAN}


def _may_be_spelt(word: str) -> bool:
    """Whether a word has another spelling, or begins what may have one: *co-operation*."""
    parts = _WORD.findall(word)
    return any(part.casefold() in _HEADS or find_spelling(part) for part in parts)


_telling = Sieve(_may_be_spelt)


def _has_spelling(seen: Seen) -> bool:
    return _telling.first(seen.vocabulary) is not None


@rule(
    "O209",
    "spelling-mix",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en",),
    signal=_has_spelling,
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A word is spelt the American way in a British text, or the reverse.

    Proper names keep their spelling (*Department of Defense*, *Labor Party*), and so do
    quotations; only ministries and ministers are compared with each other (*Minister of
    National Defence*). *-ize* is Oxford as well as American, so it counts only against *-ise* in
    another word. *License*, *meter*, *story* and *tire* are words of both spellings, only
    *licence*, *metre*, *storey* and *tyre* tell; *program* is British of computers. Forms
    that are a house's choice on either side (*per cent*, *co-operation*) are compared with
    themselves.

    ## Why it matters
    A text in two spellings reads as two hands.

    ## Use instead
    The house's spelling; else what most of the document has.

    ## Source
    The pairs are from SCOWL (see `termkit/lang/en/data/spelling.tsv`); New Hart's Rules,
    2.2 and 21 on British, American and Oxford spelling.
    """
    setting = (view.profile.setting("spelling") if view.profile else None) or ""
    house = _HOUSE.get(setting)
    spelt = [
        (text, span, spelling)
        for text in view.texts
        if _has_spelling(text)
        for span, spelling in _find(text)
    ]
    names = {span.slice(text.text) for text, span, _ in spelt if _is_named(text, span)}
    words = {
        Use(text, span, spelling.side, _cased(span.slice(text.text), spelling.other)): spelling
        for text, span, spelling in spelt
        if span.slice(text.text) not in names
        and not find_quotations(text.text).holds(span)
        and not _is_name(text, span)
    }
    telling = [use for use, spelling in words.items() if spelling.tells]
    marked: set[Use] = set()
    mix = find_mix(telling, house=house)
    if mix is not None:
        for use in mix.odd:
            marked.add(use)
            other = mix.nearest(use)
            yield _mark(use, words[use], f"{other.text!r} is {mix.form}", other)
    elif house is not None:
        for use in telling:
            if use.form != house:
                marked.add(use)
                yield _mark(use, words[use], f"the house is {house}", None)
    if setting == "british":  # and not Oxford: the house writes -ise
        for use, spelling in words.items():
            if spelling.kind == "ize" and use.form == AMERICAN:
                marked.add(use)
                mark = _mark(use, spelling, "the house writes -ise", None)
                yield mark.but(severity=Severity.INFO)
    yield from _offices(spelt)
    form = mix.form if mix is not None else house or (telling[0].form if telling else None)
    yield from _pairs(words, marked, form)
    programmes = any(spelling.word.startswith("programme") for spelling in words.values())
    if form == BRITISH and (house is not None or programmes):  # Australia writes program
        for use, spelling in words.items():
            if use not in marked and spelling.word in _PROGRAM and not _is_computing(use):
                yield _mark(use, spelling, "the text is British", None)


def _pairs(words: dict[Use, Spelling], marked: set[Use], form: str | None) -> Iterator[Mark]:
    """Words that tell nothing alone: both spellings of one, or *-ise* here and *-ize* there."""
    endings = [use for use, spelling in words.items() if spelling.kind == "ize"]
    doubled: dict[frozenset[str], list[Use]] = {}
    for use, spelling in words.items():
        if spelling.kind in ("double", "american", "variant"):
            doubled.setdefault(frozenset((spelling.word, spelling.other)), []).append(use)
    for group in (endings, *doubled.values()):
        # To a British text both endings are open; an American one has only -ize.
        free = form != AMERICAN or any(words[use].kind == "variant" for use in group)
        for use, other in odd_ones(group, house=None if free else form):
            if use not in marked:
                marked.add(use)
                mark = _mark(use, words[use], f"{other.text!r} is {other.form}", other)
                yield mark.but(severity=Severity.INFO)


def _offices(spelt: list[tuple[TextView, Span, Spelling]]) -> Iterator[Mark]:
    """Both spellings of one word in names of ministries: *Minister of National Defense*.

    Each country's ministry has its own spelling, but a house writes them alike.
    """
    groups: dict[tuple[frozenset[str], str], dict[Use, Spelling]] = {}
    for text, span, spelling in spelt:
        word = span.slice(text.text)
        if text.is_heading or spelling.kind != "clear" or not word.istitle():
            continue
        kind = _office(text.text, span)
        if kind and not find_quotations(text.text).holds(span):
            key = frozenset((spelling.word, spelling.other)), kind
            use = Use(text, span, spelling.side, _cased(word, spelling.other))
            groups.setdefault(key, {})[use] = spelling
    for group in groups.values():
        for use, other in odd_ones(group):
            mark = _mark(use, group[use], f"{other.text!r} is {other.form}", other)
            yield mark.but(severity=Severity.INFO)


def _office(text: str, span: Span) -> str | None:
    """What kind of name of a ministry or minister a word stands in, if any."""
    head = _MINISTRY_OF.search(text[max(0, span.start - 30) : span.start])
    if head is not None:
        return f"of {head[1] or ''}"
    return "before" if _MINISTRY.match(text, span.end) else None


def _is_computing(use: Use) -> bool:
    """British English writes *program* too, of computers."""
    near = use.view.text[max(0, use.span.start - 25) : use.span.end + 25]
    return _COMPUTING.search(near) is not None


def _mark(use: Use, spelling: Spelling, against: str, other: Use | None) -> Mark:
    is_program = spelling.word in _PROGRAM
    message = f"{use.text!r} is {spelling.side} spelling, {against}"
    if spelling.kind == "variant" and other is not None:
        message = f"{use.text!r} here, {other.text!r} elsewhere"
    return use.view.mark(
        use.span,
        message,
        replacement=use.replacement,
        related=() if other is None else (other.related(f"{other.form} here"),),
        severity=None
        if spelling.kind in ("clear", "american", "british") and not is_program
        else Severity.INFO,
    )


def _find(text: TextView) -> Iterator[tuple[Span, Spelling]]:
    """Words that have two spellings, looked for where one of their vocabulary stands."""
    words, end = _telling.all(text.vocabulary), 0
    for word in _TOKEN.finditer(text.text) if words else ():
        if word[0] not in words or word.end() <= end:
            continue
        for match in _WORD.finditer(text.text, max(end, word.start())):
            if match.start() >= word.end():
                break
            end = match.end()
            spelling = find_spelling(match[0])
            if spelling is not None:
                yield Span(match.start(), end), spelling


def _is_named(text: TextView, span: Span) -> bool:
    """A word with a capital inside a sentence: *Labor*, the party, begins others too."""
    capital = text.text[span.start].isupper()
    return capital and not text.is_heading and not text.starts_sentence(span)


def _is_name(text: TextView, span: Span) -> bool:
    """A capital inside a sentence, or beside another capital, belongs to a name."""
    word = span.slice(text.text)
    if word.islower():
        return False
    if text.is_heading or not text.starts_sentence(span) or word.isupper():
        return True
    if word in ("Labor", "Labour"):
        return True  # the party, as often as the work
    after = text.text[span.end :].lstrip()
    return after[:1].isupper()


def _cased(word: str, like: str) -> str:
    return like.capitalize() if word[:1].isupper() else like
