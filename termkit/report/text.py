"""For people: one line a finding, the other places indented below it, and the count.

    report.md:12:15 T101 'Saigon City' is deprecated; use 'Ho Chi Minh City' (ho-chi-minh-city)

Warnings and errors need no label; what matters less says so after the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from termkit.check.result import RunResult
from termkit.model.finding import Finding, Related, Severity
from termkit.report.places import Places
from termkit.report.summary import (
    both_sides,
    count_line,
    error_code,
    error_message,
    instead,
    other_place,
)
from termkit.text.columns import columns

_RELATED = 4  # more other places than this help nobody; JSON has them all
_ESCAPE = re.compile(r"\033\[[0-9;]*m")
_COLOURS = {
    Severity.ERROR: "31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
    Severity.HINT: "2",
}


def render_text(result: RunResult, *, colour: bool = False, width: int | None = None) -> str:
    """The report as text with a final newline.

    Args:
        result: A run.
        colour: Whether to use ANSI escapes.
        width: Columns to wrap at; ``None`` keeps every finding on one line, for pipes.
    """
    paint = _Paint(colour)
    places = Places(result)
    lines: list[str] = []
    for file in result.files:
        if file.error is not None:
            place = file.path if file.error.line is None else f"{file.path}:{file.error.line}"
            label = f"{place} {paint('1;31', error_code(file))}"
            lines += _wrapped(f"{label} {error_message(file)}", width)
        for finding in file.findings:
            lines += _wrapped(_line(finding, places, paint), width)
            for line in chain(both_sides(finding, places), _related(finding, places)):
                lines += [paint("2", part) for part in _wrapped(f"    {line}", width)]
    if lines:
        lines.append("")
    lines += _summary(result, paint, width)
    return "\n".join(lines) + "\n"


class _Paint:
    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, code: str, text: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._on and text else text


def _line(finding: Finding, places: Places, paint: _Paint) -> str:
    region = places.region(finding.unit_id, finding.span, finding.side)
    place = f"{region.path}:{region.start.line}:{region.start.column}"
    code = paint(f"1;{_COLOURS[finding.severity]}", finding.code)
    minor = finding.severity in (Severity.INFO, Severity.HINT)
    label = f"{finding.severity}: " if minor else ""
    message = re.sub(r"\s*[\r\n]+\s*", " ", finding.message)
    named = paint("2", _concept(finding, message))
    return f"{place} {code} {label}{message}{instead(finding)}{named}"


def _concept(finding: Finding, message: str) -> str:
    """The id in parentheses, unless the message speaks of it; *'isle'* is a word of the text."""
    concept = finding.concept_id
    if concept is None or re.search(rf"(?<![\w'-]){re.escape(concept)}(?![\w'-])", message):
        return ""
    return f" ({concept})"


def _related(finding: Finding, places: Places) -> Iterator[str]:
    shown: tuple[Related, ...] = finding.related
    if len(shown) > _RELATED + 1:
        shown = shown[:_RELATED]
    for place in shown:
        yield other_place(place, places)
    if len(shown) < len(finding.related):
        yield f"and {len(finding.related) - len(shown)} more places"


def _summary(result: RunResult, paint: _Paint, width: int | None) -> list[str]:
    count, signature = count_line(result), str(result.signature)
    parts = [paint("1", count), paint("2", signature)]
    if width is not None and len(count) + 3 + len(signature) > width:
        return parts
    return ["   ".join(parts)]


def _wrapped(line: str, width: int | None) -> list[str]:
    """The line broken at spaces, with a hanging indent; escapes take no room on the screen."""
    if width is None:
        return [line]
    text = line.lstrip()
    margin = len(line) - len(text)
    indent = margin + 2
    first, *words = text.split(" ")
    lines, row, used = [], " " * margin + first, margin + _columns(first)
    for word in words:
        room = _columns(word)
        if used + 1 + room > width:
            lines.append(row)
            row, used = " " * indent + word, indent + room
        else:
            row, used = f"{row} {word}", used + 1 + room
    return [*lines, row]


def _columns(word: str) -> int:
    """Columns of a word; escapes take none."""
    return columns(_ESCAPE.sub("", word))
