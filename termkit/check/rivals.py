"""Two names of one weight for one body or one sea in a document: rule T103.

Neither is the shorter form of the other: *Mekong-Ganga Cooperation* and *Ganga-Mekong
Cooperation*, *MGC* and *GMC*, 欧佩克 and 石油输出国组织, *East Sea* and *South China Sea*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from termkit.check.houses import outer_types
from termkit.check.phrases import is_abbreviated, wording
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark
from termkit.check.surroundings import in_gloss
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView
from termkit.glossary.matcher import Match
from termkit.model.concept import Concept, ConceptType
from termkit.names.forms import name_key

_NAMED = (ConceptType.ORGANISATION, ConceptType.PLACE)


def find_rivals(document: DocumentView) -> Iterator[Mark]:
    """Marks at the rarer of two such names, or the one that is not the house's.

    Headlines, quotations and glosses are left alone, and so are names with a country in them:
    whose country stands first is the speaker's choice. Where the form states a claim of
    sovereignty nothing is suggested, and who names both in one sentence explains them.
    """
    places: dict[str, list[tuple[Use, Match]]] = defaultdict(list)
    for text in document.texts:
        if text.is_heading:
            continue
        for match in text.matches(types=_NAMED, nested=True):
            concept = match.concept
            if concept.type is ConceptType.PLACE and not concept.claim:
                continue
            if match.nested_in is not None and outer_types(text, match) != {ConceptType.TITLE}:
                continue
            if not match.designation.is_approved or match.homographs:
                continue
            if is_quoted(text.text, match.span) or in_gloss(text.text, match.span):
                continue
            places[concept.id].append((Use(text, match.span, match.designation.text), match))
    for found in places.values():
        yield from _odd(document, dict(found))


def _odd(document: DocumentView, found: dict[Use, Match]) -> Iterator[Mark]:
    concept = next(iter(found.values())).concept
    forms = {match.designation.text: match for match in found.values()}
    rivals = {
        one
        for one in forms
        for other in forms
        if one != other and _are_rivals(document, concept, forms[one], forms[other])
    }
    if concept.claim and _share_a_sentence(found):
        return
    house = document.profile.forms(concept.id) if document.profile is not None else ()
    wanted = next((form for form in house if form in rivals), None)
    for use, other in odd_ones((use for use in found if use.form in rivals), house=wanted):
        yield use.view.mark(
            use.span,
            f"{use.text!r} beside {other.text!r}: one thing under two names",
            replacement=other.text,
            concept_id=concept.id,
            related=(other.related("the other name"),),
        )


def _share_a_sentence(found: dict[Use, Match]) -> bool:
    sentences: dict[tuple[int, int], str] = {}
    for use in found:
        place = use.view.index, use.view.sentence_at(use.span.start)
        form = sentences.setdefault(place, use.form)
        if form != use.form:
            return True
    return False


def _are_rivals(document: DocumentView, concept: Concept, one: Match, other: Match) -> bool:
    first, second = one.designation, other.designation
    if concept.type is ConceptType.PLACE:
        short = is_abbreviated(first) or is_abbreviated(second)
        return not short and not _holds(name_key(first.text), name_key(second.text))
    if document.language == "zh":
        return not set(first.text) & set(second.text) and not (first.text + second.text).isascii()
    if is_abbreviated(first) and is_abbreviated(second):
        return sorted(first.text) == sorted(second.text)
    words = [wording(document.glossary, document.lang, name.text).words for name in (first, second)]
    spoken = any(word.startswith("@ctry-") for word in words[0])
    return words[0] != words[1] and sorted(words[0]) == sorted(words[1]) and not spoken


def _holds(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it: *Bien Dong*, *Bien Dong Sea*."""
    return one in other or other in one
