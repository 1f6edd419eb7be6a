"""The sources of a candidate, as a glossary cites them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from termkit.model.concept import SourceRef
from termkit.model.period import PartialDate
from termkit.model.review import Candidate, Context
from termkit.model.slug import slugify

_MOST = 3


def source_refs(candidate: Candidate | None) -> list[SourceRef]:
    """One reference for each publisher and file, at most three."""
    if candidate is None:
        return []
    found = {ref.id: ref for ref in map(_ref, candidate.evidence.contexts)}
    return list(found.values())[:_MOST]


def _ref(context: Context) -> SourceRef:
    name = " ".join(_parts(context)) or context.unit
    date = PartialDate.parse(context.date.isoformat()) if context.date else None
    return SourceRef(slugify(name) or "bitext", name, date)


def _parts(context: Context) -> Iterator[str]:
    if context.publisher:
        yield context.publisher
    if context.date:
        yield context.date.isoformat()
    if context.path:
        yield PurePath(context.path).name
