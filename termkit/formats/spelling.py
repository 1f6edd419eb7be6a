"""The text of one side of a translation unit, gathered piece by piece with its places."""

from __future__ import annotations

from termkit.errors import DamagedDocumentError
from termkit.model.document import Segment
from termkit.model.span import Locator, Span

LONGEST = 1 << 20
"""Code points of one segment; a longer one is no segment but a broken file."""


class Spelling:
    """Pieces of a file that are the text of one segment: markup and escapes lie between them.

    >>> side = Spelling("x.tmx", offset=5, line=1, line_start=0)
    >>> side.add("Viet ", 5, 10); side.add("Nam", 13, 16)
    >>> side.segment("x.tmx#1", "vi").origin
    (5, 6, 7, 8, 9, 13, 14, 15, 16)
    """

    def __init__(self, path: str, offset: int, line: int, line_start: int) -> None:
        self._path = path
        self._pieces: list[str] = []
        self._origin: list[int] = []
        self._end = self._offset = offset
        self._is_slice = True
        self._line = line
        self._line_starts = [line_start]
        self._protected: list[Span] = []
        self._protected_from: int | None = None

    def add(self, text: str, start: int, end: int, line_start: int | None = None) -> None:
        """Append what stands at a range of the file; one character may be written with more.

        Args:
            text: A slice of the file, or one character.
            start, end: Where it stands, half-open, in code points.
            line_start: Offset of the first code point of its line.

        Raises:
            DamagedDocumentError: The text is longer than any segment.
        """
        if not self._pieces:
            self._offset = start
        elif start != self._end:
            self._is_slice = False
        if end - start != len(text):
            self._is_slice = False
        self._pieces.append(text)
        self._origin += range(start, start + len(text))
        self._end = end
        if line_start is not None and line_start > self._line_starts[-1]:
            self._line_starts.append(line_start)
        if len(self._origin) > LONGEST:
            raise DamagedDocumentError(
                f"a segment of more than {LONGEST} characters", path=self._path, line=self._line
            )

    def protect(self, is_protected: bool) -> None:
        """Say whether what follows is marked as not to be translated."""
        here = len(self._origin)
        if is_protected and self._protected_from is None:
            self._protected_from = here
        elif not is_protected and self._protected_from is not None:
            if self._protected_from < here:
                self._protected.append(Span(self._protected_from, here))
            self._protected_from = None

    def segment(self, ident: str, lang: str, cell: str | None = None) -> Segment:
        """The segment that was gathered, of a column or field; its text may be empty."""
        starts = tuple(self._line_starts)
        locator = Locator(self._offset, self._line, cell=cell, line_starts=starts)
        origin = None if self._is_slice else (*self._origin, self._end)
        self.protect(False)
        protected = tuple(self._protected)
        text = "".join(self._pieces)
        return Segment(ident, lang, text, locator, origin=origin, protected=protected)
