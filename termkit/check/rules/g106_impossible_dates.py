"""G106: impossible dates."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.concept import Concept, Designation, Relation

_Dated = Concept | Designation | Relation


def _name(entry: _Dated) -> str:
    if isinstance(entry, Designation):
        return entry.text
    return entry.target if isinstance(entry, Relation) else entry.id


@rule("G106", "impossible-dates", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A period ends before it begins, or was last confirmed before it began.

    ## Why it matters
    No document's date can lie in it, so the rules that go by dates judge by a typing error.

    ## Use instead
    The dates of the source. A past office is confirmed by its end.

    ## Source
    ISO 8601-1:2019; the source of the entry.
    """
    for concept in view.glossary:
        entries: list[_Dated] = [concept, *concept.designations, *concept.relations]
        for entry in entries:
            name = _name(entry)
            start, end = entry.valid_from, entry.valid_until
            confirmed = entry.confirmed if isinstance(entry, Relation) else None
            if start and end and end.last < start.first:
                yield view.mark(concept.id, f"{name}: until {end} is before from {start}", at=name)
            if start and confirmed and confirmed.last < start.first:
                message = f"{name}: confirmed {confirmed} is before from {start}"
                yield view.mark(concept.id, message, at=name)
