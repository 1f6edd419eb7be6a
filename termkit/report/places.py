"""Where findings stand in the physical files, whichever document a place belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.check.result import RunResult
from termkit.model.document import Document, Segment
from termkit.model.span import Position, Span


@dataclass(frozen=True, slots=True)
class Region:
    """A half-open region of a physical file."""

    path: str
    start: Position
    end: Position


class Places:
    """Resolves unit ids of every document of a run."""

    def __init__(self, result: RunResult) -> None:
        self._segments: dict[str, tuple[Document, Segment]] = {
            segment.id: (file.document, segment)
            for file in result.files
            if file.document is not None
            for segment in file.document.segments
        }

    def region(self, unit_id: str, span: Span) -> Region:
        """The region of a span of a unit's original text.

        Raises:
            KeyError: The unit is of no document of this run: a mistake of the caller.
        """
        document, segment = self._segments[unit_id]
        start = document.position(segment, span.start)
        if span.is_empty:
            return Region(document.path, start, start)
        return Region(document.path, start, document.position(segment, span.end, end=True))
