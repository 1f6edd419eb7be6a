"""OmegaT glossary as CSV: source, target and comment, quoted where they must be.

Source: the reader of OmegaT 3.6.0 (GlossaryReaderCSV, 2015): commas, one entry a line, the first
quotation mark of a cell opens it, doubled ones stand for one, a line that begins with ``#`` is a
comment. It reads in the encoding of the machine, which is UTF-8 on Linux and macOS: ``omegat``
with ``.utf8`` is the safe one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from termkit.errors import FormatLimitError, UnreadableDocumentError
from termkit.formats.base import ConceptOptions, Format
from termkit.formats.limits import short
from termkit.formats.omegat import DOOR, LIMITS, row_of
from termkit.formats.pairs import Pair, csv_rows, pairs_of, write_pairs
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A line a pair of names, every cell in quotation marks: none begins with ``#``.

    Raises:
        FormatLimitError: A line break in a name.
    """
    write_pairs(pairs_of(concepts, options), out, LIMITS, _line)


def _line(pair: Pair) -> str:
    cells = (pair.source, pair.target, pair.note)
    for cell in cells:
        if "\n" in cell or "\r" in cell:
            raise FormatLimitError(
                f"{pair.concept_id}: {short(cell)!r} has a line break, which ends an entry",
                hint="a term on one line",
            )
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line; comments are skipped, the third cell is a note.

    Raises:
        UnreadableDocumentError: A line without a comma.
    """
    for line, cells in csv_rows(file, path, comments=True):
        if len(cells) < 2:
            raise UnreadableDocumentError("a line without a comma", path=path, line=line)
        yield row_of(cells, options)


FORMAT = Format(
    name="omegat-csv",
    suffixes=(".csv",),
    spec="OmegaT 3.6 glossary, comma-separated",
    concepts=replace(DOOR, reads=read, writes=write),
)
