"""Where something stands: a half-open range of code points, and its place in a file."""

from __future__ import annotations

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
        cell: Spreadsheet cell such as ``"B7"``.
    """

    offset: int | None = None
    line: int | None = None
    page: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A place a person can go to: line and column from 1, offset from 0, in code points."""

    line: int
    column: int
    offset: int
