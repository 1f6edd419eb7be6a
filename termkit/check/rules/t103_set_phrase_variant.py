"""T103: one concept under two wordings in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from termkit.check.phrases import (
    Wording,
    is_abbreviated,
    is_ordinary,
    optional_words,
    wording,
)
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.check.wanted import fit
from termkit.glossary.matcher import Match
from termkit.model.concept import AdminStatus, Concept, ConceptType

_WORDED = (
    ConceptType.SET_PHRASE,
    ConceptType.SLOGAN,
    ConceptType.TERM,
    ConceptType.TREATY,
)


@dataclass
class _Use:
    """One wording of a concept in the document, and where it stands."""

    wording: Wording
    order: int
    places: list[tuple[TextView, Match]] = field(default_factory=list)


@rule(
    "T103",
    "set-phrase-variant",
    scope="document",
    since="0.1",
    severity="info",
    yields_to=("T101", "T104"),
)
def RULE(document: DocumentView) -> Iterator[Mark]:
    """One term or set phrase stands in two different wordings in one document.

    ## Why it matters
    *The two Parties and the two nations* after *the two Parties and the two countries* makes a
    reader ask whether nations are something else. The wording with a content word that the
    others do not have is the outlier: the rarer one, or the one the house does not prefer.

    ## Use instead
    The wording of the other places. A shorter form after the full one, an expansion, an
    abbreviation, and the same content words with another article are ordinary prose (under
    ``--strict`` the last kind is listed). Titles, people, places and organisations have
    more than one right form in a text and are left alone, as are quotations and headlines.

    ## Source
    ISO 704:2022 on synonymy: one designation for one concept within a text. The set phrases'
    wordings are in the glossary, each with its source.
    """
    for concept, uses in _uses(document).items():
        families = _families(uses, concept, document)
        families.sort(key=lambda family: _weight(family, concept, document), reverse=True)
        first, *others = families
        reference = max(first, key=lambda use: (len(use.places), -use.order))
        for family in others:
            for use in family:
                yield _mark(use, reference, first, concept)
        for use in first if document.strict else ():
            same_content = use.wording.content == reference.wording.content
            if same_content and use.wording.words != reference.wording.words:
                yield _mark(use, reference, first, concept).but(strict=True)


def _uses(document: DocumentView) -> dict[Concept, list[_Use]]:
    """Per concept of more than one wording, the wordings in order of their first place."""
    found: dict[str, dict[tuple[str, ...], _Use]] = {}
    order = 0
    for text in document.texts:
        if text.is_heading:
            continue
        for match in text.matches(types=_WORDED):
            status = match.designation.status
            if status in (AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED) or match.homographs:
                continue
            if is_abbreviated(match.designation) or is_quoted(text.text, match.span):
                continue
            used = wording(document.glossary, document.lang, match.designation.text)
            uses = found.setdefault(match.concept.id, {})
            use = uses.setdefault(used.words, _Use(used, order))
            use.places.append((text, match))
            order += 1
    return {
        document.glossary.concepts[concept]: list(uses.values())
        for concept, uses in found.items()
        if len(uses) > 1
    }


def _families(uses: list[_Use], concept: Concept, document: DocumentView) -> list[list[_Use]]:
    """Wordings put together with those that differ from them only as prose does."""
    optional = optional_words(document.glossary, concept, document.lang)
    families: list[list[_Use]] = []
    for use in uses:
        near = [
            family
            for family in families
            if any(is_ordinary(use.wording, other.wording, optional) for other in family)
        ]
        families = [family for family in families if family not in near]
        families.append([*(other for family in near for other in family), use])
    return families


def _weight(
    family: list[_Use], concept: Concept, document: DocumentView
) -> tuple[bool, int, bool, int]:
    """What makes a family the one the others should join: house, number, status, first place."""
    lines = document.profile.preferred.get(concept.id, ()) if document.profile else ()
    house = {wording(document.glossary, document.lang, line.value).words for line in lines}
    places = [place for use in family for place in use.places]
    return (
        any(use.wording.words in house for use in family),
        len(places),
        any(match.designation.status is AdminStatus.PREFERRED for _, match in places),
        -min(use.order for use in family),
    )


def _mark(use: _Use, reference: _Use, family: list[_Use], concept: Concept) -> Mark:
    text, match = use.places[0]
    other_text, other = reference.places[0]
    number = sum(len(one.places) for one in family)
    times = "once" if number == 1 else f"{number} times"
    return text.mark(
        match.span,
        f"{match.text!r} beside {other.text!r} ({times}): one concept in two wordings",
        replacement=fit(other.designation.text, match.text, text.language),
        concept_id=concept.id,
        related=(other_text.related(other.span, "the other wording"),),
    )
