"""T201: an institution with a capital here and without one there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_rows, load_words
from termkit.model.span import Span

_UPPER, _LOWER = "a capital", "no capital"
_HOUSE = {"upper": _UPPER, "lower": _LOWER}
_DETERMINER = r"(?P<before>(?:the|both|our|their|its|this|that|each|of|between|two)\s+(?:two\s+)?)"
# What follows a noun that stands alone: the end of its phrase, not a noun it modifies.
_ALONE_AFTER = (
    r"(?=\s*(?:[.,;:!?)’'”\"]|$|\s(?:and|or|in|on|at|to|for|with|by|from|as|that|which|who|has|had"
    r"|have|is|was|are|were|will|would|should|must|can|also|said|agreed|have|continue|reached|attach"
    r"|attaches|always|highly|over|during|after|before|since|when|while|but)\b))"
)
# "the parties to the treaty", "the parties concerned": sides, not institutions
_SIDES_AFTER = re.compile(r"\s+(?:to\s+(?:the|an?|this)\b|concerned\b|involved\b)")


@rule(
    "T201",
    "case-mix",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en", "vi"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A common noun for an institution is capitalised in one place and not in another.

    *The Party and people* beside *the two parties*. Compared are only uses that stand
    alone: longer names, titles, headlines, quotations and the starts of sentences keep
    their capitals.

    ## Why it matters
    Capitals tell the reader whether one institution is meant or any; a mix tells two stories.

    ## Use instead
    The form most of the document has, or the house's.

    ## Source
    The Chicago Manual of Style, 8.61-8.67; for Vietnamese, Nghị định 30/2020/NĐ-CP,
    Phụ lục II.
    """
    uses: dict[str, list[Use]] = {}
    find = _find_vi if view.language == "vi" else partial(_find_en, _mixed_nouns(view))
    for text in view.texts:
        if text.is_heading:
            continue
        quotations = find_quotations(text.text)
        for noun, span in find(text):
            if quotations.holds(span):
                continue
            form = _UPPER if text.text[span.start].isupper() else _LOWER
            word = span.slice(text.text)
            recased = word.lower() if form == _UPPER else word[0].upper() + word[1:]
            uses.setdefault(noun, []).append(Use(text, span, form, recased))
    house = view.profile.setting("party-case") if view.profile else None
    for noun, places in uses.items():
        about_party = noun in ("party", "đảng")
        places.sort(key=lambda use: (use.view.index, use.span.start))
        party_form = _HOUSE.get(house or "") if about_party else None
        for use, other in odd_ones(places, house=party_form):
            yield use.view.mark(
                use.span,
                f"{use.text!r} has {use.form}, {other.text!r} {other.form}",
                replacement=use.replacement,
                related=(other.related(f"{other.form} here"),),
            )


def _mixed_nouns(view: DocumentView) -> frozenset[str]:
    """Nouns that the document has with a capital and without one, wherever."""
    return frozenset(
        singular
        for singular, plural, _ in load_rows("en", "institutions")
        if {singular, plural} & view.vocabulary
        and {singular.capitalize(), plural.capitalize()} & view.vocabulary
    )


def _find_en(nouns: frozenset[str], text: TextView) -> Iterator[tuple[str, Span]]:
    for noun, pattern, alone in _patterns():
        if noun not in nouns:
            continue
        for match in pattern.finditer(text.text):
            if alone == "two" and _SIDES_AFTER.match(text.text, match.end("noun")):
                continue
            yield noun, Span(match.start("noun"), match.end("noun"))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    made: list[tuple[str, re.Pattern[str], str]] = []
    for singular, plural, alone in load_rows("en", "institutions"):
        one, many = (f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in (singular, plural))
        if alone == "joined":
            before = rf"\b[Pp]art(?:y|ies)\s+and\s+(?P<noun>{one}|{many})\b"
            made.append((singular, re.compile(before + _ALONE_AFTER), alone))
            continue
        if alone == "two":
            several = rf"\b(?:[Tt]wo|[Bb]oth)\s+(?P<noun>{many})\b"
            made.append((singular, re.compile(several), alone))  # a plural modifies no noun
            many = "(?!)"
        single = rf"(?i:\b{_DETERMINER})(?P<noun>{one}|{many})\b"
        made.append((singular, re.compile(single + _ALONE_AFTER), alone))
    return tuple(made)


def _find_vi(text: TextView) -> Iterator[tuple[str, Span]]:
    for match in _vi_pattern().finditer(text.text):
        for group in ("two", "first", "second"):
            if match[group]:
                yield match[group].lower(), Span(match.start(group), match.end(group))


@cache
def _vi_pattern() -> re.Pattern[str]:
    """*Hai Đảng*, *Đảng và Nhà nước*: elsewhere a small *đảng* may be any party's."""
    nouns = "|".join(sorted(load_words("vi", "institutions"), key=len, reverse=True))
    noun = rf"(?i:{nouns})"
    return re.compile(
        rf"\b(?:(?i:hai)\s+(?P<two>{noun})(?!\s+(?i:viên|phái|trị))"
        rf"|(?P<first>(?i:đảng))\s*(?:,|và)\s*(?P<second>(?i:nhà nước)))\b"
    )
