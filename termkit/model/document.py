"""A source text and its smallest units, each of which knows where it stands."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum

from termkit.model.span import Locator, Position, Span


class SegmentKind(StrEnum):
    """What a segment is to a reader: headings abbreviate and drop first mentions."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"


_UNKNOWN = Locator()


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest text unit of a document: a paragraph or heading.

    Attributes:
        id: ``"<document>#<n>"``, n from 1 in reading order.
        lang: BCP 47 tag.
        text: As found: not normalised, line wraps included, markup taken out.
        locator: Where the segment starts.
        kind: Heading, paragraph or table cell.
        origin: ``origin[i]`` is the file offset of ``text[i]``, one longer than the text.
            ``None`` when the text is a plain slice of the file, the usual and cheap case.
        protected: Stretches of the text that the file marks as not to be translated.
    """

    id: str
    lang: str
    text: str
    locator: Locator = _UNKNOWN
    kind: SegmentKind = SegmentKind.PARAGRAPH
    origin: tuple[int, ...] | None = None
    protected: tuple[Span, ...] = ()

    def file_offset(self, index: int) -> int:
        """Offset in the file of the code point at ``index`` of the text."""
        if self.origin is not None:
            return self.origin[index]
        return (self.locator.offset or 0) + index

    def file_end(self, index: int) -> int:
        """Offset in the file just past the code point before ``index``.

        Differs from `file_offset` where markup follows the text: a finding on *Nam* in
        ``<b>Nam</b>`` ends before the tag.
        """
        if self.origin is not None and index > 0:
            return min(self.origin[index], self.origin[index - 1] + 1)
        return self.file_offset(index)


@dataclass(frozen=True, slots=True)
class Pragma:
    """An inline ``termkit: ignore[CODE] -- reason``: findings somebody accepted.

    Attributes:
        line: The physical line it speaks of (its own, or the next if it stands alone).
        codes: Rule codes it accepts; empty accepts every rule.
        reason: Why; empty when none was given.
        offset: Where the comment stands in the file, in code points.
    """

    line: int
    codes: tuple[str, ...]
    reason: str
    offset: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source: its segments in reading order, and what the reader knew about it.

    Attributes:
        id: Name that is unique within a run; the path, for a file.
        path: As the user wrote it.
        lang: BCP 47 tag.
        source: Publisher, such as ``"vns"``.
        date: Publication date: decides which titles were valid.
        profile: Name of the house style.
        segments: Reading order.
        sha256: Of the bytes, in hexadecimal.
        title: Headline, when known.
        line_starts: File offset of the first code point of each line; empty in a format
            without lines, where a segment's locator gives the line.
        pragmas: Inline comments that accept findings.
        datelines: What the reader cut off before the text: ``"BEIJING, Feb. 3 (Xinhua) --"``.
    """

    id: str
    path: str
    lang: str
    source: str | None = None
    date: datetime.date | None = None
    profile: str | None = None
    segments: tuple[Segment, ...] = ()
    sha256: str = ""
    title: str | None = None
    line_starts: tuple[int, ...] = ()
    pragmas: tuple[Pragma, ...] = ()
    datelines: tuple[str, ...] = ()

    def locator(self, segment: Segment) -> Locator:
        """Where a segment of this document starts, with the lines that it covers: enough to
        place it without the document."""
        if not self.line_starts or not segment.text:
            return segment.locator
        first = bisect_right(self.line_starts, segment.file_offset(0)) - 1
        last = bisect_right(self.line_starts, segment.file_offset(len(segment.text)))
        lines = self.line_starts[first:last]
        return replace(segment.locator, line=first + 1, line_starts=lines)

    def position(self, segment: Segment, index: int, *, end: bool = False) -> Position:
        """Where a code point of a segment stands in the physical file.

        Args:
            segment: One of this document's.
            index: 0 ≤ index ≤ length of its text.
            end: The index is the end of a span, not its start.
        """
        offset = segment.file_end(index) if end else segment.file_offset(index)
        if self.line_starts:
            line = bisect_right(self.line_starts, offset)
            return Position(line, offset - self.line_starts[line - 1] + 1, offset)
        return segment.locator.position(offset)
