"""How each concept that the source names is rendered in the target.

Of nested designations the longest counts (*Communist Party of Vietnam* is no *Vietnam*), of
homographs either concept, of the target every designation that held on the unit's date.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from termkit.check.view import TextView, UnitView
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.model.concept import AdminStatus, Concept, Designation, DesignationKind
from termkit.model.period import Period
from termkit.model.span import Span
from termkit.text.fold import fold
from termkit.text.urls import url_spans


@dataclass(frozen=True)
class Rendering:
    """One concept of the source, and what the target has for it.

    Attributes:
        concept: The concept that the source names first.
        candidates: Its id and those of its homographs: any of them will do.
        source: Where the source names it.
        valid: Approved designations of the candidates in the target.
        forbidden: Deprecated and superseded ones.
    """

    concept: Concept
    candidates: frozenset[str]
    source: tuple[Match, ...]
    valid: tuple[Match, ...]
    forbidden: tuple[Match, ...]

    @property
    def is_rendered(self) -> bool:
        return bool(self.valid or self.forbidden)


def find_renderings(view: UnitView) -> tuple[Rendering, ...]:
    """One rendering for each concept of the source, in order of first mention."""
    source = view.source
    if source is None or not source.all_matches:
        return ()
    groups: dict[frozenset[str], list[Match]] = {}
    for match in source.matches():
        group = groups.setdefault(_ids(match), [])
        # Homographs stand at one place, one match for each.
        if not (group and group[-1].span == match.span) and not _in_address(source, match.span):
            group.append(match)
    if not groups:
        return ()
    date = view.document.date
    there = [
        (match, _ids(match)) for match in view.target.all_matches
        if not _in_address(view.target, match.span)
    ]  # fmt: skip
    return tuple(
        Rendering(
            found[0].concept,
            ids,
            tuple(found),
            tuple(m for m, other in there if ids & other and _is_valid(m, ids, view, date)),
            tuple(
                m
                for m, other in there
                if ids & other and m.nested_in is None and not _is_valid(m, ids, view, date)
            ),
        )
        for ids, found in groups.items()
        if found
    )


def expected(
    glossary: Glossary, candidates: frozenset[str], lang: str, date: datetime.date | None
) -> tuple[Designation, ...]:
    """The designations that render a concept in a language on a date, preferred ones first.

    A symbol without a designation in the language is written as it is.
    """
    found = [
        designation
        for ident in sorted(candidates)
        for designation in _approved(glossary.concepts[ident], lang)
        if holds(designation, date)
    ]
    return tuple(sorted(found, key=lambda one: one.status is not AdminStatus.PREFERRED))


def holds(designation: Designation, date: datetime.date | None) -> bool:
    """Whether a designation was in use on a day; nothing is said where the day is not known."""
    return date is None or Period(designation.valid_from, designation.valid_until).covers(date)


def is_loosely_there(designations: tuple[Designation, ...], text: str, lang: str) -> bool:
    """Whether a designation stands in the text if capitals, marks, spaces and hyphens are none.

    What the matcher asks of a name (its capitals, whole words) makes a match certain; here a
    doubt is enough to say nothing.
    """
    plain = _squeezed(text)
    return any(_squeezed(designation.text) in plain for designation in designations)


@lru_cache(maxsize=4096)
def _squeezed(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _approved(concept: Concept, lang: str) -> tuple[Designation, ...]:
    named = [one for one in concept.in_language(lang) if one.is_approved]
    if not named:
        named = [one for one in concept.designations if one.kind is DesignationKind.SYMBOL]
    return tuple(named)


def _ids(match: Match) -> frozenset[str]:
    return frozenset((match.concept.id, *match.homographs))


def _is_valid(
    match: Match, candidates: frozenset[str], view: UnitView, date: datetime.date | None
) -> bool:
    """Whether a designation found in the target renders one of the candidates.

    The same text may be approved for a homograph.
    """
    if match.designation.is_approved and holds(match.designation, date):
        return True
    text = match.designation.text.casefold()
    return any(
        one.text.casefold() == text
        for one in expected(view.document.glossary, candidates, view.target.lang, date)
    )


def _in_address(text: TextView, span: Span) -> bool:
    """Whether a match is a part of a web or mail address."""
    around = text.text[max(0, span.start - 1) : span.end + 1]
    if "." not in around and "/" not in around and "@" not in around:
        return False
    return any(address.contains(span) for address in url_spans(text.text))
