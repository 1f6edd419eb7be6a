"""Dates as sources give them: sometimes a day, sometimes only a month or a year."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day (ISO 8601 with reduced precision).

    >>> PartialDate.parse("2026-04").last
    datetime.date(2026, 4, 30)
    >>> str(PartialDate.parse("2008"))
    '2008'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        _ = self.first  # an impossible date raises ValueError here, not later

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2026``, ``2026-04`` or ``2026-04-06``; anything else is a ValueError."""
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def first(self) -> datetime.date:
        """The earliest day it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """From one date until another, either of which may be open.

    A day inside the imprecision of an end counts as inside: a doubt is not an error.

    >>> office = Period(PartialDate.parse("2025-08-29"), PartialDate.parse("2025-10-25"))
    >>> office.covers(datetime.date(2025, 9, 11)), office.covers(datetime.date(2026, 2, 3))
    (True, False)
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def covers(self, day: datetime.date) -> bool:
        """Whether the day may lie in the period."""
        after = self.start is None or self.start.first <= day
        return after and (self.end is None or day <= self.end.last)
