"""An office that the person did not hold on the document's date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import chain

from termkit.check.mentions import own_language
from termkit.check.office_kinds import exclude_in_one_party_state, kind_of_title
from termkit.check.offices import (
    GRACE,
    Claim,
    days_spoken_of,
    ended_recently,
    find_offices,
    held,
    known_holder,
    offices,
    own_superior,
    speaks_of_another_time,
    surely_held,
)
from termkit.check.rule import Mark, rule
from termkit.check.short_titles import find_short_offices
from termkit.check.stated_offices import find_kind_claims
from termkit.check.view import DocumentView
from termkit.check.world_claims import find_world_claims
from termkit.model.concept import Concept, Relation
from termkit.model.span import Span


@rule("N105", "office-date", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person is given an office that he or she did not hold on the document's date.

    ## Why it matters
    *Acting Minister Lê Hoài Trung* was right on 11 September 2025 and wrong on 3 February
    2026. Old texts are copied into new reports, and protocol errors are noticed first.

    ## Use instead
    The office held on that day, or *former*, *then*, *nguyên*, *原* before the old one.

    ## Source
    The dated offices of people in the glossary, each with its source; of heads of state and
    government elsewhere The World Factbook of 2026, from their first day to January 2026.
    Silent without a document date, around a handover, in a sentence about another year or about
    the change itself, and about an office nobody was seen in since.
    """
    day = view.date
    if day is None:
        return
    yield from _world(view, day)
    told: set[tuple[int, Span]] = set()
    claims = chain[Claim](find_offices(view), find_short_offices(view), find_kind_claims(view))
    for claim in claims:
        if (claim.text.index, claim.name) in told or speaks_of_another_time(claim, day):
            continue
        if any(
            held(claim.person, title, spoken)
            for title in claim.ids
            for spoken in days_spoken_of(claim, day)
        ):
            continue
        why = _why(view, claim, day)
        if why is not None:
            title = claim.title_span.slice(claim.text.text)
            name = _name(claim.person, view.language)
            start, end = sorted((claim.title_span, claim.name))
            told.add((claim.text.index, claim.name))
            yield claim.text.mark(
                Span(start.start, end.end),
                f"{name} was not {title!r} on {day}: {why}",
                concept_id=claim.person.id,
            )


def _world(view: DocumentView, day: datetime.date) -> Iterator[Mark]:
    """What heads of state and government all over the world are not."""
    for claim in find_world_claims(view, day):
        title, tenure = claim.title_span.slice(claim.text.text), claim.tenure
        yield claim.text.mark(
            Span(claim.title_span.start, claim.name.end),
            f"{tenure.name} was not {title!r} on {day}:"
            f" {' and '.join(tenure.offices)} since {tenure.since}",
        )


def _why(view: DocumentView, claim: Claim, day: datetime.date) -> str | None:
    """What is known against the claim, in words; ``None`` when nothing is."""
    own = [relation for relation in offices(claim.person) if relation.target in claim.ids]
    for relation in own:
        if ended_recently(relation, day):
            return f"only until {relation.valid_until}{_now(view, claim, day)}"
    for relation in own:
        if relation.valid_from is not None and day < relation.valid_from.first - GRACE:
            return f"only from {relation.valid_from}{_now(view, claim, day)}"
    for title in claim.ids if not own else ():
        other = known_holder(view.glossary, title, day, claim.person)
        if other is not None:
            return f"{_name(other, view.language)} was"
        above = own_superior(view.glossary, title, day, claim.person)
        if above is not None:
            return f"then {_name(above, view.language)}"
    other = _excluding(view, claim, day) if not own else None
    return None if other is None else f"then {_name(other, view.language)}"


def _excluding(view: DocumentView, claim: Claim, day: datetime.date) -> Concept | None:
    """An office that the person surely held on the day and that excludes the claimed one."""
    if own_language(claim.person) not in ("vi", "zh"):
        return None
    said = kind_of_title(claim.title_span.slice(claim.text.text), view.language)
    for relation in offices(claim.person) if said is not None else ():
        title = view.glossary.concepts.get(relation.target)
        if title is None or not surely_held(relation, day):
            continue
        for form in title.designations:
            if form.lang.split("-")[0] != view.language:
                continue
            kind = kind_of_title(form.text, view.language)
            if said and kind and exclude_in_one_party_state(kind, said):
                return title
    return None


def _now(view: DocumentView, claim: Claim, day: datetime.date) -> str:
    """The office held on the day, if one is known."""
    for relation in offices(claim.person):
        if relation.valid_from is not None and _covers(relation, day):
            title = view.glossary.concepts.get(relation.target)
            if title is not None:
                return f"; then {_name(title, view.language)}"
    return ""


def _covers(relation: Relation, day: datetime.date) -> bool:
    known = relation.valid_until or relation.confirmed
    return relation.period.covers(day) and known is not None and day <= known.last


def _name(concept: Concept, lang: str) -> str:
    for tag in (lang, "zh-Hans" if lang == "zh" else lang, "en"):
        preferred = concept.preferred(tag)
        if preferred is not None:
            return preferred.text
    return concept.id
