"""One concept in several wordings within one document, and which of them is the odd one out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termkit.check.nearby import matches_near
from termkit.check.phrases import Wording, is_abbreviated, is_ordinary, optional_words, wording
from termkit.check.quoted import is_quoted
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.model.concept import AdminStatus, Concept, ConceptType

# Inside these a set phrase is still somebody's choice of words; a treaty's title is not.
_PROSE = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TERM)


@dataclass
class Use:
    """One wording of a concept in the document.

    Attributes:
        wording: What is compared.
        order: Of its first place among all.
        places: Where it stands, in reading order.
    """

    wording: Wording
    order: int
    places: list[tuple[TextView, Match]] = field(default_factory=list)


@dataclass(frozen=True)
class WordingMix:
    """A concept in more than one wording.

    Attributes:
        family: Wordings that differ as prose differs, the reference among them: those of the
            house, else the most frequent, else the glossary's preferred, else the first.
        reference: The most frequent of the family.
        odd: All other wordings.
    """

    concept: Concept
    family: tuple[Use, ...]
    reference: Use
    odd: tuple[Use, ...]

    @property
    def number(self) -> int:
        """How often the family stands in the document."""
        return sum(len(use.places) for use in self.family)


def find_mixes(document: DocumentView, types: tuple[ConceptType, ...]) -> Iterator[WordingMix]:
    """Concepts of some types with more than one wording, in the order they are met.

    Left out are headlines, quotations, abbreviations, homographs and what is deprecated.
    """
    for concept, uses in _uses(document, types).items():
        families = _families(uses, concept, document)
        families.sort(key=lambda family: _weight(family, concept, document), reverse=True)
        first, *others = families
        reference = max(first, key=lambda use: (len(use.places), -use.order))
        odd = tuple(use for family in others for use in family)
        yield WordingMix(concept, tuple(first), reference, odd)


def share_a_sentence(use: Use, family: Iterable[Use]) -> bool:
    """Whether a wording stands in one sentence with another: then the writer tells them apart.

    *Trao đổi đoàn cấp cao* and *tiếp xúc cấp cao* in one list are two things to its author.
    """
    others = {_sentence(*place) for other in family for place in other.places}
    return any(_sentence(*place) in others for place in use.places)


def _sentence(text: TextView, match: Match) -> tuple[int, int]:
    return text.index, text.sentence_at(match.span.start)


def house_wordings(concept: Concept, document: DocumentView) -> set[tuple[str, ...]]:
    """Wordings the house style lists for a concept, on whatever evidence."""
    lines = document.profile.preferred.get(concept.id, ()) if document.profile else ()
    return {wording(document.glossary, document.lang, line.value).words for line in lines}


def _uses(document: DocumentView, types: tuple[ConceptType, ...]) -> dict[Concept, list[Use]]:
    found: dict[str, dict[tuple[str, ...], Use]] = {}
    order = 0
    for text in document.texts:
        if text.is_heading:
            continue
        for match in text.matches(types=types, nested=True):
            if match.nested_in is not None and not _is_chosen(text, match):
                continue
            if not match.designation.is_approved or match.homographs:
                continue
            if is_abbreviated(match.designation) or is_quoted(text.text, match.span):
                continue
            used = wording(document.glossary, document.lang, match.designation.text)
            uses = found.setdefault(match.concept.id, {})
            use = uses.setdefault(used.words, Use(used, order))
            use.places.append((text, match))
            order += 1
    return {
        document.glossary.concepts[concept]: list(uses.values())
        for concept, uses in found.items()
        if len(uses) > 1
    }


def _is_chosen(text: TextView, match: Match) -> bool:
    """Whether a nested match is a set phrase inside a longer phrase: *top leaders of* it."""
    return match.concept.type is ConceptType.SET_PHRASE and all(
        outer.concept.type in _PROSE
        for outer in matches_near(text, match.span)
        if outer.span == match.nested_in
    )


def _families(uses: list[Use], concept: Concept, document: DocumentView) -> list[list[Use]]:
    """Wordings put together with those that differ from them only as prose does."""
    optional = optional_words(document.glossary, concept, document.lang)
    families: list[list[Use]] = []
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
    family: list[Use], concept: Concept, document: DocumentView
) -> tuple[bool, int, bool, int]:
    """What makes a family the one the others should join: house, number, status, first place."""
    house = house_wordings(concept, document)
    places = [place for use in family for place in use.places]
    return (
        any(use.wording.words in house for use in family),
        len(places),
        any(match.designation.status is AdminStatus.PREFERRED for _, match in places),
        -min(use.order for use in family),
    )
