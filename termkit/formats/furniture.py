"""What stands around the text of a report and is not text.

The archive prefix, date lines, datelines, bylines and credits are cut off every passage, so
that no rule sees them; what they say of date and publisher is kept.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from termkit.formats.base import Passage
from termkit.formats.credits import find_credit, is_credit_line
from termkit.formats.datelines import find_dateline
from termkit.formats.dates import date_line
from termkit.model.document import SegmentKind

OPENING = 6
"""Passages among which a dateline may lack the name of its agency."""

# `` date 2026-02-04 `` glued to the headline or the dateline by the archive.
_ARCHIVE = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})(?:\s+|$)")
_BYLINE = re.compile(r"(?:By|BY)\s+[A-ZÀ-Ỹ][^.!?]{1,80}")


@dataclass(frozen=True, slots=True)
class Wire:
    """What the furniture said.

    Attributes:
        date: Of publication.
        source: Publisher, when all that names one agrees.
        bodies: Indices of the passages left that began with a dateline.
    """

    date: datetime.date | None = None
    source: str | None = None
    bodies: frozenset[int] = frozenset()


def stands_alone(line: str) -> bool:
    """Whether a line of plain text never belongs to the paragraph around it."""
    if date_line(line) is not None or is_credit_line(line):
        return True
    dateline = find_dateline(line.strip())
    return dateline is not None and dateline.agency is not None


def trim(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], Wire]:
    """Passages without furniture, empty ones left out, and what the furniture said."""
    kept: list[Passage] = []
    bodies: set[int] = set()
    sources: set[str] = set()
    archive: datetime.date | None = None
    pages: list[datetime.date] = []
    located = False
    last = len(passages) - 1
    for number, found in enumerate(passages):
        passage = found
        if number == 0 and (match := _ARCHIVE.match(passage.text)):
            archive = _archive_date(match[1])
            if archive is not None:
                passage = passage.cut(match.end())
        passage = passage.strip()
        day = date_line(passage.text)
        if day is not None:
            if not bodies:
                pages.append(day)
            continue
        if not bodies and number < OPENING and _BYLINE.fullmatch(passage.text):
            continue
        credit = find_credit(passage.text, last=number == last)
        if credit is not None:
            sources.update({credit.source} - {None})  # type: ignore[arg-type]
            passage = passage.cut(0, credit.start).strip()
        if is_credit_line(passage.text):
            continue
        dateline = find_dateline(passage.text, opening=number < OPENING and not located)
        if dateline is not None:
            located = True
            bodies.add(len(kept))
            sources.update({dateline.source} - {None})  # type: ignore[arg-type]
            passage = passage.cut(dateline.end).strip().but(SegmentKind.PARAGRAPH)
        if any(c.isalnum() for c in passage.text):
            kept.append(passage)
    # A page is not older than the event its caption dates.
    date = archive or (max(pages) if pages else None)
    source = sources.pop() if len(sources) == 1 else None
    return tuple(kept), Wire(date, source, frozenset(bodies))


def _archive_date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
