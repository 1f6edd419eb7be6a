"""Where something stands: a half-open range of code points, and its place in a file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, counted from 0.

    >>> Span(3, 3).is_empty, Span(0, 4).slice("Việt Nam")
    (True, 'Việt')
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is still a place

    @property
    def is_empty(self) -> bool:
        return self.start == self.end

    def slice(self, text: str) -> str:
        """The text the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies inside this one; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same length, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a segment starts in its file; ``None`` where the format has no such thing.

    Attributes:
        offset: Code points from the start of the decoded file.
        line: Physical line, from 1. In a format without lines (DOCX), the paragraph.
        page: Page, from 1.
        cell: Spreadsheet cell such as ``"B7"``, or the column of a table.
        line_starts: Offsets of the lines that the segment covers, that of ``line`` first;
            empty where the document knows its lines, or has none.
    """

    offset: int | None = None
    line: int | None = None
    page: int | None = None
    cell: str | None = None
    line_starts: tuple[int, ...] = ()

    def position(self, offset: int) -> Position:
        """Where a file offset inside the segment stands.

        >>> Locator(offset=14, line=3, line_starts=(10, 20)).position(22)
        Position(line=4, column=3, offset=22)
        """
        first = self.line or 1
        if not self.line_starts:
            return Position(first, offset - (self.offset or 0) + 1, offset)
        passed = max(1, bisect_right(self.line_starts, offset))
        return Position(first + passed - 1, offset - self.line_starts[passed - 1] + 1, offset)


@dataclass(frozen=True, slots=True)
class Position:
    """A place a person can go to: line and column from 1, offset from 0, in code points."""

    line: int
    column: int
    offset: int
