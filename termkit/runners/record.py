"""A finding as one row of a table: the same fields in Parquet, NDJSON and JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from termkit.check.rule import all_rules
from termkit.model.finding import Finding, Related
from termkit.model.span import Position
from termkit.runners.row import Row

Record = dict[str, Any]

FIELDS: dict[str, str] = {
    "code": "text",
    "rule": "text",
    "severity": "text",
    "path": "text",
    "row": "integer",
    "document": "text",
    "lang": "text",
    "source": "text",
    "date": "text",
    "profile": "text",
    "line": "integer",
    "column": "integer",
    "end_line": "integer",
    "end_column": "integer",
    "start": "integer",
    "end": "integer",
    "side": "text",
    "unit": "text",
    "text": "text",
    "message": "text",
    "concept": "text",
    "suggestions": "texts",
    "related": "places",
    "fingerprint": "text",
}
"""Kind of value by name. ``path`` and ``row`` say where the document is; the others are those
of ``termkit.findings/1``, counted in the document."""

RELATED = {"document": "text", "line": "integer", "column": "integer", "text": "text",
           "message": "text"}  # fmt: skip


def place_of(
    row: Row,
    start: Position,
    end: Position,
    *,
    lang: str | None = None,
    source: str | None = None,
    date: str | None = None,
    profile: str | None = None,
) -> Record:
    """The fields of a record that say where it is."""
    return {
        "path": row.path,
        "row": row.number,
        "document": row.id,
        "lang": lang,
        "source": source,
        "date": date,
        "profile": profile,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": start.offset,
        "end": end.offset,
    }


def record_of(place: Record, finding: Finding, related: Iterable[Record]) -> Record:
    """The record of a finding at a place."""
    values = {
        **place,
        "code": finding.code,
        "rule": all_rules()[finding.code].name,
        "severity": finding.severity.value,
        "side": None if finding.side is None else finding.side.value,
        "unit": finding.unit_id,
        "text": finding.text,
        "message": finding.message,
        "concept": finding.concept_id,
        "suggestions": [] if finding.fix is None else [finding.fix.replacement],
        "related": list(related),
        "fingerprint": finding.fingerprint,
    }
    return {name: values[name] for name in FIELDS}


def related_of(place: Record, related: Related) -> Record:
    """Another place of a finding."""
    return {
        "document": place["document"],
        "line": place["line"],
        "column": place["column"],
        "text": related.text,
        "message": related.message,
    }
