"""For code scanning services: SARIF 2.1.0 (OASIS standard, 2020; errata 01, 2023)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from termkit import __version__
from termkit.check.result import FileResult, RunResult
from termkit.check.rule import Rule, all_rules
from termkit.model.bitext import TranslationUnit
from termkit.model.finding import Finding, Fix, Safety, Severity, Side
from termkit.model.span import Span
from termkit.report.places import Places, Region
from termkit.report.summary import error_code, error_message, side_name

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.HINT: "note",
}


def render_sarif(result: RunResult) -> str:
    """The report as one SARIF log with a final newline."""
    return json.dumps(as_values(result), ensure_ascii=False, indent=2) + "\n"


def as_values(result: RunResult) -> dict[str, Any]:
    """The log as plain values; columns are code points from 1, ends exclusive."""
    places = Places(result)
    codes = sorted({finding.code for _, finding in result.findings})
    index = {code: number for number, code in enumerate(codes)}
    rules = all_rules()
    errors = sorted({error_code(file) for file in result.files if file.error is not None})
    run = {
        "tool": {
            "driver": {
                "name": "termkit",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rules[code]) for code in codes],
                "notifications": [_rule(rules[code]) for code in errors],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result, errors)],
        "artifacts": [_artifact(file) for file in result.files],
        "results": [
            _result(finding, index[finding.code], places) for _, finding in result.findings
        ],
        "properties": {"signature": str(result.signature)},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    text = "\n\n".join(f"{title}\n{body}" for title, body in rule.sections)
    markdown = "\n\n".join(f"## {title}\n\n{body}" for title, body in rule.sections)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": " ".join(rule.summary.partition("\n\n")[0].split())},
        "fullDescription": {"text": rule.summary},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(result: RunResult, errors: list[str]) -> dict[str, Any]:
    return {
        "executionSuccessful": not result.errors,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "descriptor": {
                    "id": error_code(file),
                    "index": errors.index(error_code(file)),
                },
                "message": {"text": error_message(file)},
                "locations": [{"physicalLocation": _error_location(file)}],
            }
            for file in result.files
            if file.error is not None
        ],
    }


def _error_location(file: FileResult) -> dict[str, Any]:
    values: dict[str, Any] = {"artifactLocation": _location(file.path)}
    if file.error is not None and file.error.line is not None:
        values["region"] = {"startLine": file.error.line}
    return values


def _artifact(file: FileResult) -> dict[str, Any]:
    values: dict[str, Any] = {"location": _location(file.path)}
    if file.document is not None and file.document.sha256:
        values["hashes"] = {"sha-256": file.document.sha256}
    return values


def _result(finding: Finding, rule_index: int, places: Places) -> dict[str, Any]:
    region = places.region(finding.unit_id, finding.span, finding.side)
    values: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(region, finding.text)}],
        "partialFingerprints": {"termkit/v1": finding.fingerprint},
        "properties": {"severity": finding.severity.value},
    }
    if finding.concept_id is not None:
        values["properties"]["concept"] = finding.concept_id
    unit = places.unit(finding)
    if unit is not None:
        values["properties"]["side"] = finding.side
        values["properties"]["unit"] = unit.id
    related = [*_both_sides(unit, places), *_related(finding, places)]
    if related:
        values["relatedLocations"] = [
            {"id": number, **location} for number, location in enumerate(related, start=1)
        ]
    fix = finding.fix
    if fix is not None and fix.safety is not Safety.DISPLAY:
        values["fixes"] = [_fix(finding, fix, places)]
    return values


def _both_sides(unit: TranslationUnit | None, places: Places) -> Iterator[dict[str, Any]]:
    """Of a translation, the whole text of each side."""
    if unit is None:
        return
    for side in Side:
        segment = unit.side(side)
        region = places.region(unit.id, Span(0, len(segment.text)), side)
        yield {
            "physicalLocation": _physical(region, segment.text),
            "message": {"text": side_name(segment, side)},
        }


def _related(finding: Finding, places: Places) -> Iterator[dict[str, Any]]:
    for place in finding.related:
        region = places.region(place.unit_id, place.span, place.side)
        yield {
            "physicalLocation": _physical(region, place.text),
            "message": {"text": place.message or place.text},
        }


def _fix(finding: Finding, fix: Fix, places: Places) -> dict[str, Any]:
    region = places.region(finding.unit_id, fix.span, finding.side)
    replacement = fix.replacement
    return {
        "description": {"text": f"Write {replacement!r}." if replacement else "Delete it."},
        "artifactChanges": [
            {
                "artifactLocation": _location(region.path),
                "replacements": [
                    {"deletedRegion": _region(region), "insertedContent": {"text": replacement}}
                ],
            }
        ],
    }


def _physical(region: Region, text: str) -> dict[str, Any]:
    return {
        "artifactLocation": _location(region.path),
        "region": {**_region(region), "snippet": {"text": text}},
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }


def _location(path: str) -> dict[str, str]:
    """A URI reference: relative paths stay relative, so that a repository finds them."""
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.replace("\\", "/"), safe="/", errors="surrogateescape")}
