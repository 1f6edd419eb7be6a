"""Where findings stand in the physical files, whichever document or unit a place belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.check.result import RunResult
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document, Segment
from termkit.model.finding import Finding, Side
from termkit.model.span import Position, Span


@dataclass(frozen=True, slots=True)
class Region:
    """A half-open region of a physical file."""

    path: str
    start: Position
    end: Position


class Places:
    """Resolves unit ids of every document and bitext of a run."""

    def __init__(self, result: RunResult) -> None:
        self._segments: dict[tuple[str, Side | None], tuple[Document, Segment]] = {}
        self._units: dict[str, TranslationUnit] = {}
        for file in result.files:
            if file.document is None:
                continue
            for segment in file.document.segments:
                self._segments[segment.id, None] = file.document, segment
            for unit in file.units:
                self._units[unit.id] = unit
                for side in Side:
                    self._segments[unit.id, side] = file.document, unit.side(side)
                self._segments[unit.id, None] = file.document, unit.target

    def region(self, unit_id: str, span: Span, side: Side | None = None) -> Region:
        """The region of a span of a unit's original text.

        Raises:
            KeyError: The unit is of no document of this run: a mistake of the caller.
        """
        document, segment = self._segments[unit_id, side]
        start = document.position(segment, span.start)
        if span.is_empty:
            return Region(document.path, start, start)
        return Region(document.path, start, document.position(segment, span.end, end=True))

    def unit(self, finding: Finding) -> TranslationUnit | None:
        """The translation unit that a finding is about; ``None`` in a document."""
        return self._units.get(finding.unit_id)
