"""Put the replacements of findings into the text of a file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termkit.model.document import Document
from termkit.model.finding import Finding, Safety
from termkit.model.span import Position

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""Files whose positions are those of their physical text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a file: code points ``start`` to ``end`` of the decoded text."""

    start: int
    end: int
    replacement: str
    old: str
    code: str
    position: Position


def plan_edits(
    document: Document, findings: Iterable[Finding], text: str, *, unsafe: bool = False
) -> tuple[Edit, ...]:
    """The replacements that can be made, in order; where two overlap, the first wins.

    A span that markup interrupts (``Việt <b>Nam</b>``) is left for a person: its
    replacement would not know where the tag belongs.

    Args:
        document: The findings speak of its segments.
        findings: Any; those without a fix, or with one for display only, are passed over.
        text: The decoded file.
        unsafe: Also fixes that a person should look at.
    """
    wanted = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    edits = sorted(_edits(document, findings, wanted), key=lambda edit: (edit.start, edit.end))
    chosen: list[Edit] = []
    for edit in edits:
        if text[edit.start : edit.end] != edit.old:
            continue
        if chosen and (edit.start < chosen[-1].end or edit.start == chosen[-1].start):
            continue
        chosen.append(edit)
    return tuple(chosen)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made, which are in order and do not overlap.

    >>> from termkit.model.span import Position
    >>> apply_edits("Viet Nam", [Edit(0, 4, "Việt", "Viet", "N101", Position(1, 1, 0))])
    'Việt Nam'
    """
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join((*parts, text[done:]))


def unified_diff(path: str, old: str, new: str) -> str:
    """The difference as ``patch -p0`` takes it; empty when there is none."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(_lines(old), _lines(new), path, path)
    )


def _edits(document: Document, findings: Iterable[Finding], wanted: set[Safety]) -> Iterator[Edit]:
    segments = {segment.id: segment for segment in document.segments}
    for finding in findings:
        fix = finding.fix
        if fix is None or fix.safety not in wanted:
            continue
        segment = segments[finding.unit_id]
        start = document.position(segment, fix.span.start)
        empty = fix.span.is_empty
        end = start.offset if empty else segment.file_end(fix.span.end)
        old = fix.span.slice(segment.text)
        yield Edit(start.offset, end, fix.replacement, old, finding.code, start)


def _lines(text: str) -> list[str]:
    """Lines as editors count them: only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
