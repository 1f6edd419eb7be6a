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
        self._segments: dict[tuple[str, Side | None], tuple[str, Document, Segment]] = {}
        self._units: dict[str, TranslationUnit] = {}
        for file in result.files:
            if file.document is None:
                continue
            for segment in file.document.segments:
                self._segments[segment.id, None] = file.path, file.document, segment
            for unit in file.units:
                for side in Side:
                    segment = unit.side(side)
                    # The source of a pair of documents stands in a file of its own.
                    path = segment.id.rpartition("#")[0]
                    for ident in (unit.id, segment.id):
                        self._units[ident] = unit
                        self._segments[ident, side] = path, file.document, segment
                        self._segments[ident, None] = path, file.document, segment

    def region(self, unit_id: str, span: Span, side: Side | None = None) -> Region:
        """The region of a span of a unit's original text.

        Raises:
            KeyError: The unit is of no document of this run: a mistake of the caller.
        """
        path, document, segment = self._segments[unit_id, side]
        start = document.position(segment, span.start)
        if span.is_empty:
            return Region(path, start, start)
        return Region(path, start, document.position(segment, span.end, end=True))

    def unit(self, finding: Finding) -> TranslationUnit | None:
        """The translation unit that a finding is about; ``None`` in a document."""
        return self._units.get(finding.unit_id)
