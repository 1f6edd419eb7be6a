"""Findings that somebody accepted with a reason, and acceptances nobody needs any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from termkit.glossary.allowance import Allowance
from termkit.model.document import Document, Pragma
from termkit.model.finding import Finding, Severity, fingerprint
from termkit.model.span import Span

UNUSED = "G901"  # its page is rules/g901_unused_allowance.py


@dataclass(frozen=True)
class Accepted:
    """What is left of some findings, and how many were accepted."""

    findings: tuple[Finding, ...]
    number: int


def accept(
    findings: Iterable[Finding],
    document: Document,
    allowances: Sequence[Allowance],
    codes: Sequence[str],
    *,
    report: bool = True,
) -> Accepted:
    """Take out what inline comments and ``allowed.toml`` accept.

    Args:
        findings: Of one document.
        document: Its pragmas speak of lines, allowances of its path.
        allowances: Of the glossary.
        codes: The rules that ran: an acceptance of another rule is not unused.
        report: Whether to report acceptances that met nothing.
    """
    segments = {segment.id: segment for segment in document.segments}
    local = [entry for entry in allowances if fnmatch(document.path, entry.path)]
    used: set[int] = set()
    kept: list[Finding] = []
    number = 0
    for finding in findings:
        segment = segments[finding.unit_id]
        line = document.position(segment, finding.span.start).line
        reasons = [
            id(pragma)
            for pragma in document.pragmas
            if pragma.line == line and (not pragma.codes or finding.code in pragma.codes)
        ] + [id(entry) for entry in local if entry.accepts(finding)]
        used.update(reasons)
        if reasons:
            number += 1
        else:
            kept.append(finding)
    if report and UNUSED in codes:
        kept += [
            _unused(document, _pragma_message(pragma), pragma.offset)
            for pragma in document.pragmas
            if id(pragma) not in used and _ran(pragma.codes, codes)
        ]
        kept += [
            _unused(document, f"allowed.toml accepts {entry.code} here, and nothing fires", 0)
            for entry in local
            if id(entry) not in used and entry.code in codes
        ]
    return Accepted(tuple(kept), number)


def _ran(wanted: Sequence[str], codes: Sequence[str]) -> bool:
    return not wanted or any(code in codes for code in wanted)


def _pragma_message(pragma: Pragma) -> str:
    codes = ", ".join(pragma.codes) or "everything"
    return f"the comment on line {pragma.line} accepts {codes}, and nothing fires there"


def _unused(document: Document, message: str, offset: int) -> Finding:
    """A finding at the start of the segment nearest to the comment."""
    segment = min(
        document.segments, key=lambda segment: abs((segment.locator.offset or 0) - offset)
    )
    return Finding(
        code=UNUSED,
        severity=Severity.WARNING,
        unit_id=segment.id,
        span=Span(0, 0),
        text="",
        message=message,
        fingerprint=fingerprint(UNUSED, document.id, message, "", ""),
    )
