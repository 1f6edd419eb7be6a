"""Designations of a text that are approved, where its house prefers another."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.check.houses import NAMED, house_name
from termkit.check.phrases import is_abbreviated, is_ordinary, wording
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark
from termkit.check.surroundings import in_gloss
from termkit.check.view import UnitView
from termkit.check.wanted import fit
from termkit.glossary.matcher import Match
from termkit.model.concept import ConceptType


@dataclass(frozen=True, slots=True)
class OtherWording:
    """A designation that another house would write.

    Attributes:
        match: Where it stands.
        preferred: What the document's house writes.
    """

    match: Match
    preferred: str


def find_other_wordings(view: UnitView) -> tuple[OtherWording, ...]:
    """Terms and organisations of the text in another wording than the house's, in order.

    Capitals, number, marks and the spelling of one wording are no difference; short forms,
    abbreviations, headlines and quotations are left alone.
    """
    document, text = view.document, view.target
    profile = document.profile
    if profile is None or not profile.complete or text.is_heading:
        return ()
    found = []
    for match in text.matches():
        claimed = match.concept.claim and match.concept.type is ConceptType.PLACE
        named = match.concept.type in NAMED and not claimed
        if named or match.homographs or is_abbreviated(match.designation):
            continue
        if not match.designation.is_approved:
            continue
        forms = profile.forms(match.concept.id)
        if not forms or is_quoted(text.text, match.span):
            continue
        if claimed and in_gloss(text.text, match.span):
            continue  # in a gloss the other form is explained
        if claimed:
            if all(match.text.casefold() != form.casefold() for form in forms):
                found.append(OtherWording(match, forms[0]))
            continue
        used = wording(document.glossary, document.lang, match.designation.text)
        houses = [wording(document.glossary, document.lang, form) for form in forms]
        # Function words are part of a formula, so the content words may be the same here.
        if not any(is_ordinary(used, house, formula=True) for house in houses):
            found.append(OtherWording(match, forms[0]))
    return tuple(found)


def mark_other_wording(view: UnitView, found: OtherWording) -> Mark:
    """What rules say of it, with the house's wording in the number and capitals of the text."""
    match, text = found.match, view.target
    if match.concept.claim:
        return text.mark(
            match.span,
            f"{match.text!r} is not what {house_name(view.document)} writes; a form states a claim",
            concept_id=match.concept.id,
        )
    better = fit(found.preferred, match.text, text.language, base=match.designation.text)
    return text.mark(
        match.span,
        f"{match.text!r} is not the wording of {house_name(view.document)},"
        f" which writes {found.preferred!r}",
        replacement=better,
        concept_id=match.concept.id,
        strict=match.concept.type is ConceptType.TITLE,
    )
