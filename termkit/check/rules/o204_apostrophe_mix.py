"""O204: straight and curly apostrophes in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.quotation import QuoteMark, find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, find_mix
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span

_WORD = r"[^\W\d_]"
# What grammar adds after an apostrophe in English; anything else belongs to a name.
_ENDING = re.compile(r"(?:s|t|d|m|re|ve|ll|clock|er|all|am)\b", re.IGNORECASE)
_STRAIGHT, _CURLY = "straight", "curly"
_OTHER_FORM = {_STRAIGHT: "\N{RIGHT SINGLE QUOTATION MARK}", _CURLY: "'"}
_FEW = 2
_MOST = 0.75  # share of the quotation marks; the others may be slips themselves
# Marks that no house uses for an apostrophe, between two letters.
_WRONG = re.compile(
    rf"(?<={_WORD})[`\N{{ACUTE ACCENT}}\N{{LEFT SINGLE QUOTATION MARK}}](?={_WORD})"
)


@rule(
    "O204",
    "apostrophe-mix",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en", "vi"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """Straight and curly apostrophes are mixed in one document.

    Possessives, contractions and plural possessives are compared with each other. An
    apostrophe inside a name (*Xi'an*, *H'Mông*) is compared with those of names only, for
    it may be a letter of its own. Quotation marks and primes are no apostrophes.

    ## Why it matters
    The odd one was pasted or typed over; searching for *Trung’s* does not find *Trung's*.

    ## Use instead
    The form most of the document has; where both are equally common, that of the first.

    ## Source
    The Unicode Standard, section 6.2: U+2019 is preferred for the apostrophe, U+0027 is the
    typewriter's. Houses choose one; none mixes them.
    """
    grammar: list[Use] = []
    names: list[Use] = []
    for text in view.texts:
        for match in _WRONG.finditer(text.text):
            yield text.mark(
                _word(text, match.start()),
                f"{match[0]!r} is no apostrophe",
                replacement=_replaced(text, match.start(), "\N{RIGHT SINGLE QUOTATION MARK}"),
                safety=Safety.SAFE,
            )
        for mark in find_quotations(text.text).apostrophes:
            if mark.char not in "'\N{RIGHT SINGLE QUOTATION MARK}":
                continue
            kind = grammar if _is_grammar(text.text, mark, view.language) else names
            form = _STRAIGHT if mark.char == "'" else _CURLY
            kind.append(
                Use(
                    text,
                    _word(text, mark.index),
                    form,
                    _replaced(text, mark.index, _OTHER_FORM[form]),
                )
            )
    quotes = view.profile.setting("quotes") if view.profile else None
    house = (quotes,) if quotes else ()
    # A Vietnamese H'Mông has a letter of its own, Yan'an in English a mark like any other.
    yield from _unlike_quotes(view, grammar + (names if view.language == "en" else []), quotes)
    for uses in (grammar, names):
        mix = find_mix(uses, ties=house)
        if mix is None:
            continue
        quiet = all(use.view.is_heading for use in mix.odd)
        for use in mix.odd:
            yield use.view.mark(
                use.span,
                f"{use.text!r} has a {use.form} apostrophe, the document's others are {mix.form}",
                replacement=use.replacement,
                safety=Safety.SAFE,
                related=(mix.nearest(use).related(f"{mix.form} here"),),
                severity=Severity.INFO if quiet else None,
            )


def _unlike_quotes(view: DocumentView, uses: list[Use], house: str | None) -> Iterator[Mark]:
    """One or two apostrophes, all of another style than the document's quotation marks.

    More of them are a habit: many a keyboard makes curly quotation marks only. Without
    quotation marks the house tells.
    """
    if not 0 < len(uses) <= _FEW or len({use.form for use in uses}) > 1:
        return
    pairs = [
        (text, pair)
        for text in view.texts
        for pair in find_quotations(text.text).pairs
        if pair.opening.is_double
    ]
    other = '"' if uses[0].form == _CURLY else "“”"
    unlike = [
        text.related(pair.span, "quotation marks of the other style")
        for text, pair in pairs
        if pair.opening.char in other and pair.closing.char in other
    ]
    if pairs and (not unlike or len(unlike) < _MOST * len(pairs)):
        return
    if not pairs and house in (None, uses[0].form):
        return
    against = f"the quotation marks are not {uses[0].form}" if pairs else f"the house's are {house}"
    for use in uses:
        yield use.view.mark(
            use.span,
            f"{use.text!r} has a {use.form} apostrophe, {against}",
            replacement=use.replacement,
            related=tuple(unlike[:1]),
            severity=Severity.INFO,
        )


def _is_grammar(text: str, mark: QuoteMark, language: str) -> bool:
    """Whether the apostrophe is one of grammar (*’s*, *n’t*, *s’*) and not of a name."""
    if language != "en":
        return False
    after = text[mark.index + 1 : mark.index + 8]
    before = text[max(0, mark.index - 2) : mark.index]
    if not after[:1].isalpha():
        return True  # the parties’ plan, ’90s
    if not before[-1:].isalnum():
        return True  # ’em
    if re.search(r"\b[ODL]$", before) and after[:1].isupper():
        return True  # O’Neill: typeset like any other
    return _ENDING.match(after) is not None


def _word(text: TextView, index: int) -> Span:
    """The word that a mark belongs to."""
    start, end = index, index + 1
    while start and (text.text[start - 1].isalnum()):
        start -= 1
    while end < len(text.text) and text.text[end].isalnum():
        end += 1
    return Span(start, end)


def _replaced(text: TextView, index: int, char: str) -> str:
    word = _word(text, index)
    return text.text[word.start : index] + char + text.text[index + 1 : word.end]
