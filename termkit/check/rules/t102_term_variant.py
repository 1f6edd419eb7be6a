"""T102: not the designation this house prefers."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.phrases import is_abbreviated, is_ordinary, wording
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.check.wanted import fit
from termkit.model.concept import AdminStatus, ConceptType

_NAMES = (ConceptType.PERSON, ConceptType.PLACE)


@rule(
    "T102",
    "term-variant",
    scope="unit",
    since="0.1",
    severity="info",
    yields_to=("T101", "T103"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The text uses another designation than the one its house style prefers.

    ## Why it matters
    A publisher that always writes *that carries strategic significance* is taken to mean
    something else when it once writes *of strategic significance*. Only houses whose style
    names a preferred form for the concept, on evidence firm enough to fire, are told.
    Names of people and places are rule N101's; capitals, number, marks and the spelling of
    one and the same wording are no finding here, nor are short forms, abbreviations,
    headlines and quotations.

    ## Use instead
    The designation the house style prefers for the concept.

    ## Source
    The line of the house style, which cites its own; ISO 704:2022 on preferred designations.
    """
    document, text = view.document, view.target
    profile = document.profile
    if profile is None or not profile.complete or text.is_heading:
        return
    for match in text.matches():
        if match.concept.type in _NAMES or match.homographs or is_abbreviated(match.designation):
            continue
        if match.designation.status in (AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED):
            continue
        lines = [line for line in profile.preferred.get(match.concept.id, ()) if line.fires]
        if not lines or is_quoted(text.text, match.span):
            continue
        used = wording(document.glossary, document.lang, match.designation.text)
        houses = [wording(document.glossary, document.lang, line.value) for line in lines]
        # Function words are part of a formula, so the content words may be the same here.
        if any(is_ordinary(used, house, formula=True) for house in houses):
            continue
        yield text.mark(
            match.span,
            f"{match.text!r} is not the wording of {profile.name}, which writes {lines[0].value!r}",
            replacement=fit(lines[0].value, match.text, text.language, base=match.designation.text),
            concept_id=match.concept.id,
            strict=match.concept.type is ConceptType.TITLE,
        )
