"""For programs: the contract ``termkit.findings/1`` (schema in `findings.schema.json`)."""

from __future__ import annotations

import json
from typing import Any

from termkit.check.result import FileResult, RunResult
from termkit.check.rule import all_rules
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.finding import Finding, Related, Severity, Side
from termkit.report.places import Places
from termkit.report.summary import error_message

SCHEMA = "termkit.findings/1"


def render_json(result: RunResult) -> str:
    """The report as one JSON object with a final newline."""
    return json.dumps(as_values(result), ensure_ascii=False, indent=2) + "\n"


def as_values(result: RunResult) -> dict[str, Any]:
    """The report as plain values.

    Lines and columns count from 1 in code points of the physical file, ends exclusive;
    ``start`` and ``end`` are code points from the start of the file, from 0. In a bitext they
    count within the text of the side, and ``sides`` has both texts.
    """
    places = Places(result)
    return {
        "schema": SCHEMA,
        "signature": str(result.signature),
        "files": [_file(file) for file in result.files],
        "findings": [_finding(finding, places) for _, finding in result.findings],
        "summary": {
            "files": len(result.files),
            "errors": result.errors,
            **{severity.value: result.count(severity) for severity in reversed(Severity)},
        },
    }


def _file(file: FileResult) -> dict[str, Any]:
    document = file.document
    return {
        "path": file.path,
        "lang": None if document is None else document.lang,
        **({} if file.source_lang is None else {"source_lang": file.source_lang}),
        "source": None if document is None else document.source,
        "date": document.date.isoformat() if document and document.date else None,
        "profile": None if document is None else document.profile,
        "error": None if file.error is None else error_message(file),
    }


def _finding(finding: Finding, places: Places) -> dict[str, Any]:
    region = places.region(finding.unit_id, finding.span, finding.side)
    unit = places.unit(finding)
    # In a bitext the text of a side is what a program has in hand, not the file.
    start, end = region.start.offset, region.end.offset
    if unit is not None:
        start, end = finding.span.start, finding.span.end
    return {
        "code": finding.code,
        "rule": all_rules()[finding.code].name,
        "severity": finding.severity.value,
        "path": region.path,
        "line": region.start.line,
        "column": region.start.column,
        "end_line": region.end.line,
        "end_column": region.end.column,
        "start": start,
        "end": end,
        "side": None if finding.side is None else finding.side.value,
        "unit": finding.unit_id,
        **({} if unit is None else {"sides": _sides(unit)}),
        "text": finding.text,
        "message": finding.message,
        "concept": finding.concept_id,
        "suggestions": [] if finding.fix is None else [finding.fix.replacement],
        "related": [_related(place, places) for place in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _sides(unit: TranslationUnit) -> dict[str, Any]:
    return {side.value: _side(unit.side(side)) for side in Side}


def _side(segment: Segment) -> dict[str, Any]:
    field = segment.locator.cell
    named = {} if field is None else {"field": field}
    return {"lang": segment.lang, **named, "text": segment.text}


def _related(place: Related, places: Places) -> dict[str, Any]:
    region = places.region(place.unit_id, place.span, place.side)
    return {
        "path": region.path,
        "line": region.start.line,
        "column": region.start.column,
        "text": place.text,
        "message": place.message,
    }
