"""Check one batch of rows: the function that every runner calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from termkit.check.allow import UNUSED, idle_pragmas, pragma_codes
from termkit.check.collection import tally
from termkit.check.engine import check_file, check_files
from termkit.check.plan import Plan
from termkit.check.result import FileResult, RunResult
from termkit.errors import TermkitError
from termkit.formats.base import Metadata
from termkit.model.document import Document
from termkit.model.finding import Finding, Severity, fingerprint
from termkit.model.span import Position, Span
from termkit.report.places import Places, Region
from termkit.report.summary import error_code, error_message
from termkit.runners.record import Record, place_of, record_of, related_of
from termkit.runners.row import Row, document_of, faults_as_errors
from termkit.runners.state import State, ignored_codes

T = TypeVar("T")
_TOGETHER = 1 << 16  # bytes of text in rows that are checked together


@dataclass(frozen=True, slots=True)
class Task:
    """How rows are checked.

    Attributes:
        plan: What runs.
        least: Findings below are left out.
        fallback: What the user says of rows that say nothing.
    """

    plan: Plan
    least: Severity = Severity.INFO
    fallback: Metadata = field(default_factory=Metadata)


def check_rows(rows: Iterable[Row], task: Task) -> tuple[list[Record], State]:
    """Findings of some rows, in order, and what must be known of them all together."""
    state = State()
    records: list[Record] = []
    for group in _groups(rows):
        for row, file in zip(group, _check(group, task), strict=True):
            is_document = row.number > 0  # not the whole table
            state.rows += is_document
            state.size += row.size
            found = list(_records(row, file, task, state))
            state.touched += is_document and bool(found)
            records += found
    state.count(records)
    return records, state


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows that are checked together: a few pages of text, or one row that has more."""
    group: list[Row] = []
    size = 0
    for row in rows:
        if group and size + row.size > _TOGETHER:
            yield group
            group, size = [], 0
        group.append(row)
        size += row.size
    if group:
        yield group


def _check(rows: Sequence[Row], task: Task) -> list[FileResult | TermkitError]:
    """The results of some rows, or why a row has none."""
    read: list[Document | TermkitError] = [
        _attempt(partial(document_of, row, task.plan.glossary, task.fallback)) for row in rows
    ]
    documents = [document for document in read if isinstance(document, Document)]
    together = _attempt(partial(check_files, documents, task.plan))
    files: Iterator[FileResult | TermkitError] = iter(
        [_attempt(partial(check_file, document, task.plan)) for document in documents]
        if isinstance(together, TermkitError)  # that of one of them
        else together
    )
    return [next(files) if isinstance(entry, Document) else entry for entry in read]


def _attempt(work: Callable[[], T]) -> T | TermkitError:
    try:
        with faults_as_errors():
            return work()
    except TermkitError as error:
        return error


def _records(
    row: Row, file: FileResult | TermkitError, task: Task, state: State
) -> Iterator[Record]:
    if isinstance(file, TermkitError):
        state.errors += 1
        yield _error_record(row, file)
        return
    document = file.document
    assert document is not None
    findings = [f for f in file.findings if f.severity.rank >= task.least.rank]
    if UNUSED in task.plan.codes:
        findings += idle_pragmas(document, file.met, task.plan.codes)
    state.accepted += file.allowed
    if not findings and not any(facts for _, facts in file.facts):
        return
    places = Places(RunResult((file,), task.plan.signature))
    _collect(file, row, places, state)
    for finding in findings:
        related = [
            related_of(_place(row, document, places.region(other.unit_id, other.span)), other)
            for other in finding.related
        ]
        region = places.region(finding.unit_id, finding.span)
        yield record_of(_place(row, document, region), finding, related)


def _place(row: Row, document: Document, region: Region) -> Record:
    return place_of(
        row,
        region.start,
        region.end,
        lang=document.lang,
        source=document.source,
        date=None if document.date is None else document.date.isoformat(),
        profile=document.profile,
    )


def _collect(file: FileResult, row: Row, places: Places, state: State) -> None:
    """Count the facts of one document, and keep where the first of each kind stands."""
    assert file.document is not None
    for code, facts in file.facts:
        if not facts:
            continue
        own = State(tallies={code: tally((file,), code)})
        for counts in own.tallies[code].values():
            for count in counts.counts.values():
                first = count.first
                region = places.region(first.unit_id, first.span)
                known = _place(row, file.document, region)
                known["ignored"] = ignored_codes(pragma_codes(file.document, region.start.line))
                own.places[first.unit_id, first.span.start] = known
        state.add(own)


def _error_record(row: Row, error: TermkitError) -> Record:
    """An unreadable row is a finding too; it stands at its beginning."""
    file = FileResult(row.path, error=error, was_read=row.breaks_off)
    code, message = error_code(file), error_message(file)
    start = Position(1, 1, 0)
    finding = Finding(
        code=code,
        severity=Severity.ERROR,
        unit_id=f"{row.id}#0",
        span=Span(0, 0),
        text="",
        message=message,
        fingerprint=fingerprint(code, row.id, message, "", ""),
    )
    values = row.values or {}
    source = values.get("source")
    place = place_of(row, start, start, source=source if isinstance(source, str) else None)
    return record_of(place, finding, ())
