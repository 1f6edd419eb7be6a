"""A concept as one house writes it: its preferred form is the house's."""

from __future__ import annotations

from dataclasses import replace

from termkit.glossary.profile import Profile
from termkit.model.concept import AdminStatus, Concept, Designation


def in_house_style(concept: Concept, profile: Profile) -> Concept:
    """The concept with the form of a house as the preferred one of the house's language.

    What was preferred there is admitted; what somebody calls wrong stays so.

    >>> from termkit.glossary.profile import Evidence, StyleLine
    >>> from termkit.model.concept import ConceptType
    >>> vns = Profile("vns", "en", preferred={"hanoi": (StyleLine("Hà Nội", Evidence.USAGE),)})
    >>> hanoi = Concept("hanoi", ConceptType.PLACE, "", (Designation("en", "Hanoi"),))
    >>> [(d.text, d.status.value) for d in in_house_style(hanoi, vns).designations]
    [('Hà Nội', 'preferred'), ('Hanoi', 'admitted')]
    """
    forms = profile.forms(concept.id)
    if not forms:
        return concept
    known = {d.text: d for d in concept.designations if _is_of(d, profile)}
    form = known.get(forms[0])
    if form is not None and form.deprecated_by is not None:
        return concept
    model = next((d for d in known.values() if d.status is AdminStatus.PREFERRED), None)
    if form is None:
        form = Designation(profile.lang, forms[0])
        if model is not None:
            form = replace(form, kind=model.kind, toponym=model.toponym)
    rest = (_admitted(d, profile) for d in concept.designations if d is not known.get(forms[0]))
    preferred = replace(form, status=AdminStatus.PREFERRED)
    return replace(concept, designations=(preferred, *rest))


def _is_of(designation: Designation, profile: Profile) -> bool:
    return designation.lang.split("-")[0] == profile.lang.split("-")[0]


def _admitted(designation: Designation, profile: Profile) -> Designation:
    if _is_of(designation, profile) and designation.status is AdminStatus.PREFERRED:
        return replace(designation, status=AdminStatus.ADMITTED)
    return designation
