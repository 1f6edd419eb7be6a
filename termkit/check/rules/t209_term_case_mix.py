"""T209: a term with its capitals here and without them there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from termkit.check.capitals import has_capitals
from termkit.check.described import is_described
from termkit.check.phrases import full_designations, is_initiative
from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView
from termkit.glossary.matcher import Match
from termkit.model.concept import Concept, ConceptType, Review
from termkit.model.finding import Severity
from termkit.model.span import Span

_TERMS = (ConceptType.TERM, ConceptType.SET_PHRASE, ConceptType.SLOGAN)
_UPPER, _LOWER = "capitals", "no capitals"
_HOUSE = {"upper": _UPPER, "lower": _LOWER}
# A longer proper name explains its capitals: Comprehensive Strategic Partnership for Peace.
_LONGER = re.compile(r" (?:vì h(?:òa|oà) bình|for peace)\b", re.IGNORECASE)


@rule(
    "T209",
    "term-case-mix",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en", "vi"),
    yields_to=("T101", "T102", "T103", "T207"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A term has capitals in one place of a document and none in another.

    *The Comprehensive Strategic Partnership* beside *a comprehensive strategic partnership*. In
    Vietnamese the levels of one ladder are held against each other: *Đối tác chiến lược*
    beside *đối tác toàn diện*. Headlines, quotations and the beginnings of sentences keep
    their capitals and tell nothing, nor does a short form after the full one.

    ## Why it matters
    Capitals tell the reader that a name is meant; without them the same words describe.

    ## Use instead
    The form most of the document has, or the house's.

    ## Source
    The Chicago Manual of Style, 8.1 (a down style, applied evenly); for Vietnamese, Nghị định
    30/2020/NĐ-CP, Phụ lục II.
    """
    uses: dict[str, list[tuple[Use, Match]]] = defaultdict(list)
    for text in view.texts:
        if text.is_heading:
            continue
        quotations = find_quotations(text.text)
        for match in text.matches(types=_TERMS):
            span = _named(match, view.language)
            if span is None or quotations.holds(span) or text.starts_sentence(span):
                continue
            if _LONGER.match(text.text, span.end):
                continue
            form = _form(span.slice(text.text), view.language)
            if form is not None:
                use = Use(text, span, form)
                uses[_key(match.concept, span.slice(text.text), view.language)].append((use, match))
    house = _HOUSE.get(view.profile.setting("partnership-case") or "") if view.profile else None
    for places in uses.values():
        found = dict(_named_ones(places))
        # The capitals of an initiative are its name's, however often they are left out.
        initiative = all(is_initiative(match.concept) for match in found.values())
        for use, other in odd_ones(found, house=_UPPER if initiative else house):
            concept = found[use].concept
            yield use.view.mark(
                use.span,
                f"{use.text!r} has {use.form}, {other.text!r} {other.form}",
                concept_id=concept.id,
                related=(other.related(f"{other.form} here"),),
                severity=Severity.HINT if concept.review is Review.PROPOSED else None,
            )


def _named_ones(places: list[tuple[Use, Match]]) -> Iterator[tuple[Use, Match]]:
    """Without small letters that describe, unless the text has capitals behind *a* as well."""
    loose = [use for use, _ in places if is_described(use.view, use.span)]
    if any(use.form == _UPPER for use in loose):
        loose = []
    yield from ((use, match) for use, match in places if use not in loose)


def _named(match: Match, lang: str) -> Span | None:
    """The part of a match that has capitals somewhere in the glossary; ``None`` if none has."""
    low = match.text.casefold()
    for name in _capitalised(match.concept, lang):
        at = low.find(name)
        if at >= 0:
            return Span(match.span.start + at, match.span.start + at + len(name))
    return None


def _capitalised(concept: Concept, lang: str) -> list[str]:
    """Case-folded full designations that a house writes with capitals, longest first."""
    names = [
        name.text.casefold()
        for name in full_designations(concept, lang)
        if " " in name.text and _form(name.text, lang) == _UPPER
    ]
    return sorted(names, key=len, reverse=True)


def _form(text: str, lang: str) -> str | None:
    """Whether the weighty words have capitals; ``None`` if some have. In Vietnamese the first
    letter tells."""
    if text.isupper():
        return None
    if lang == "vi":
        return _UPPER if text[0].isupper() else _LOWER
    capitals = has_capitals(text)
    return None if capitals is None else _UPPER if capitals else _LOWER


def _key(concept: Concept, text: str, lang: str) -> str:
    """What is written in one way: a term, or in Vietnamese the terms with one head."""
    return " ".join(text.casefold().split()[:2]) if lang == "vi" else concept.id
