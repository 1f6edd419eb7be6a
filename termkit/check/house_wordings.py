"""Designations of a text that are approved, where its house prefers another."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.check.houses import NAMED, house_name, outer_types
from termkit.check.phrases import is_abbreviated, is_ordinary, wording
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark
from termkit.check.surroundings import in_gloss
from termkit.check.view import TextView, UnitView
from termkit.check.wanted import fit
from termkit.glossary.matcher import Match
from termkit.model.concept import ConceptType, Designation, Form


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
    found: list[OtherWording] = []
    for match in text.matches(nested=True):
        if match.nested_in is not None and not _in_title(text, match):
            continue
        if found and found[-1].match.span == match.span:
            continue
        claimed = match.concept.claim and match.concept.type is ConceptType.PLACE
        named = match.concept.type in NAMED and not claimed
        if named or _is_letters(match.designation) or not match.designation.is_approved:
            continue
        forms = profile.forms(match.concept.id)
        if any(profile.forms(other) not in ((), forms) for other in match.homographs):
            continue  # whose it is decides how the house writes it
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


def _in_title(text: TextView, match: Match) -> bool:
    """Whether a body stands in a title: titles have more right forms than their bodies."""
    bodies = match.concept.type is ConceptType.ORGANISATION
    return bodies and outer_types(text, match) == {ConceptType.TITLE}


def _is_letters(designation: Designation) -> bool:
    """Whether a form is one by letters; another short form (*Politburo*) is a wording."""
    return designation.form is not Form.SHORT and is_abbreviated(designation)


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
