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
from termkit.formats.credits import CREDIT_SIGNS, credit_line, find_credit
from termkit.formats.datelines import DATELINE_SIGNS, find_dateline
from termkit.formats.dates import date_line
from termkit.formats.layout import Look, ends_sentence
from termkit.model.document import SegmentKind
from termkit.model.period import PartialDate

OPENING = 6
"""Passages among which a dateline may lack the name of its agency."""

# `` date 2026-02-04 `` glued to the headline or the dateline by the archive; an old page may
# have no day.
_ARCHIVE = re.compile(r"\s*date\s+(\d{4}-\d{2}(?:-\d{2})?)(?:\s+|$)")
_SIGNS = re.compile(f"[{CREDIT_SIGNS}{DATELINE_SIGNS}]")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:By|BY)\s+{_NAME}(?:(?:,|\s+and|\s+in|\s+writers?|\s+correspondents?)*\s+{_NAME}){{1,7}}"
)


@dataclass(frozen=True, slots=True)
class Wire:
    """What the furniture said.

    Attributes:
        date: Of publication.
        source: Publisher, when all that names one agrees.
        bodies: Indices of the passages left that began with a dateline.
        datelines: The datelines, in reading order.
    """

    date: datetime.date | None = None
    source: str | None = None
    bodies: frozenset[int] = frozenset()
    datelines: tuple[str, ...] = ()


def look(line: str) -> Look:
    """What a line of plain text is to the paragraphs around it.

    >>> look("Feb. 3, 2026"), look("HANOI (VNA) - The two"), look("The two sides met")
    (<Look.ALONE: 'alone'>, <Look.OPENS: 'opens'>, <Look.TEXT: 'text'>)
    """
    prefix = _archive_prefix(line)
    if prefix is not None:
        line = line[prefix[0] :]
    if not any(character.isalnum() for character in line):
        return Look.ALONE  # a rule of dashes, an empty picture
    if date_line(line) is not None or credit_line(line) is not None or is_byline(line):
        return Look.ALONE
    dateline = find_dateline(line.strip())
    if dateline is not None and dateline.agency is not None:
        return Look.OPENS
    return Look.CLOSES if find_credit(line.rstrip()) is not None else Look.TEXT


def is_byline(line: str) -> bool:
    """Whether a line names those who wrote, and nothing else.

    >>> is_byline("By Junko Horiuchi"), is_byline("By Tuesday the two sides had agreed")
    (True, False)
    """
    return _BYLINE.fullmatch(line.strip()) is not None


def trim(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], Wire]:
    """Passages without furniture, empty ones left out, and what the furniture said."""
    kept: list[Passage] = []
    bodies: set[int] = set()
    sources: list[str | None] = []
    datelines: list[str] = []
    archive: datetime.date | None = None
    pages: list[datetime.date] = []
    located = False
    last = len(passages) - 1
    for number, found in enumerate(passages):
        passage = found
        if number == 0 and (prefix := _archive_prefix(passage.text)) is not None:
            archive = prefix[1]
            passage = passage.cut(prefix[0])
        passage = passage.strip()
        day = date_line(passage.text)
        if day is not None:
            if not bodies or number < OPENING:
                pages.append(day)
            continue
        if not bodies and number < OPENING and is_byline(passage.text):
            continue
        alone = credit_line(passage.text)
        if alone is not None:
            sources.append(alone.source)
            continue
        has_sign = _SIGNS.search(passage.text) is not None
        credit = None
        if has_sign or number == last:
            credit = find_credit(passage.text, last=number == last)
        if credit is not None:
            if number >= last - 1:  # before that it is a picture's, which may be bought
                sources.append(credit.source)
            passage = passage.cut(0, credit.start).strip()
        opening = number < OPENING and not located and _is_body(passage.text)
        dateline = find_dateline(passage.text, opening=opening) if has_sign else None
        if dateline is not None:
            located = True
            bodies.add(len(kept))
            sources.append(dateline.source)
            datelines.append(passage.text[: dateline.end].strip())
            passage = passage.cut(dateline.end).strip().but(SegmentKind.PARAGRAPH)
        if any(c.isalnum() for c in passage.text):
            kept.append(passage)
    # A page is not older than the event its caption dates.
    date = archive or (max(pages) if pages else None)
    named = {source for source in sources if source is not None}
    source = named.pop() if len(named) == 1 else None
    return tuple(kept), Wire(date, source, frozenset(bodies), tuple(datelines))


def _is_body(text: str) -> bool:
    """Whether a paragraph is text and no headline, so that capitals before a dash are a place."""
    return len(text) > 200 or ends_sentence(text)


def _archive_prefix(text: str) -> tuple[int, datetime.date | None] | None:
    """Where the text begins after the archive's prefix, and the date if it has a day.

    >>> _archive_prefix(" date 2018-07 Hanoi"), _archive_prefix("date 2026-02-31 Hanoi")
    ((14, None), None)
    """
    match = _ARCHIVE.match(text)
    if match is None:
        return None
    try:
        day = PartialDate.parse(match[1])
    except ValueError:
        return None
    return match.end(), None if day.day is None else day.first
