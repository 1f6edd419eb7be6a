"""What every report says in the same words: the count, and why a file was not read."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.result import FileResult, RunResult
from termkit.check.rule import all_rules
from termkit.model.document import Segment
from termkit.model.finding import Finding, Related, Side
from termkit.report.places import Places

_UNREADABLE, _BROKEN_OFF = "E101", "E102"
_AROUND = 48  # code points of a side that are shown on each side of a finding


def count_line(result: RunResult) -> str:
    """The count of a run; zero is a count too, so that silence means that nothing ran."""
    files = len(result.files)
    number = sum(len(file.findings) for file in result.files)
    touched = sum(bool(file.findings) for file in result.files)
    count = counted(number, touched, files)
    broken = sum(file.was_read for file in result.files)
    if result.errors > broken:
        count += f", {result.errors - broken} unreadable"
    if broken:
        count += f", {broken} broken off"
    accepted = sum(file.allowed for file in result.files)
    return f"{count}, {accepted} accepted" if accepted else count


def counted(findings: int, touched: int, documents: int) -> str:
    """How many findings, and in how many of the documents.

    >>> counted(1, 1, 20), counted(0, 0, 1)
    ('1 finding in 1 of 20 documents', '0 findings in 0 of 1 document')
    """
    return (
        f"{findings} {_plural(findings, 'finding')} in {touched} of "
        f"{documents} {_plural(documents, 'document')}"
    )


def error_code(file: FileResult) -> str:
    """Of the rule that tells why a file was not read, or not to its end."""
    return _BROKEN_OFF if file.was_read else _UNREADABLE


def error_message(file: FileResult) -> str:
    """One line, as the rule words it; the path stands beside it in every report."""
    check = all_rules()[error_code(file)].check
    assert check is not None
    (mark,) = check(file.error)
    message: str = mark.message
    return message


def both_sides(finding: Finding, places: Places) -> Iterator[str]:
    """Of a translation, one line for each side: its language and what stands there."""
    unit = places.unit(finding)
    if unit is None:
        return
    for side in Side:
        segment = unit.side(side)
        text = segment.text
        start, end = 0, len(text)
        if len(text) > 3 * _AROUND:
            at = finding.span.start if side is finding.side else 0
            start, end = max(0, at - _AROUND), min(end, max(at, finding.span.end) + 2 * _AROUND)
        shown = " ".join(text[start:end].split())
        before, after = "…" * (start > 0), "…" * (end < len(text))
        yield f"{side_name(segment, side)}: {before}{shown}{after}"


def side_name(segment: Segment, side: Side) -> str:
    """A side with its language and, in a table, the column or field it stands in."""
    field = segment.locator.cell
    return f"{side} ({segment.lang})" if field is None else f"{side} ({segment.lang}, {field})"


def instead(finding: Finding) -> str:
    """What to write, unless the message already names it; what cannot be seen is spelled out."""
    if finding.fix is None:
        return ""
    replacement = finding.fix.replacement
    if not replacement:
        return "; delete it"
    return "" if replacement in finding.message else f"; use {replacement!r}"


def other_place(related: Related, places: Places) -> str:
    """One line for another place of a finding."""
    region = places.region(related.unit_id, related.span, related.side)
    position = f"{region.path}:{region.start.line}:{region.start.column}"
    named = "" if related.text in related.message else f"{related.text!r} "
    return f"{position} {named}{related.message}".rstrip()


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
