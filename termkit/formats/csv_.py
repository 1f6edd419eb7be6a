"""CSV: one row per designation, or per translation unit (RFC 4180, UTF-8 without BOM, LF)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import BitextDoor, ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.cells import read_cell_units
from termkit.formats.decode import decode_file
from termkit.formats.rows import COLUMNS, LOSES, REQUIRED, concepts_from, rows
from termkit.model.concept import Concept


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The table back; a spreadsheet may have put semicolons or tabs for the commas.

    Raises:
        UnreadableDocumentError: Not text, not a table, or not with these columns.
    """
    yield from concepts_from(*read_table(decode_file(file, path), path), path)


def read_table(text: str, path: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Header, and line number and cells of every row below it.

    The delimiter is the one of comma, semicolon and tab that the first line has most of.

    Raises:
        UnreadableDocumentError: A quote that does not close, or a cell beyond all reason.
    """
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines = _lines(reader, path)
    header = next(lines, (1, []))[1]
    return header, lines


def _lines(reader: Any, path: str) -> Iterator[tuple[int, list[str]]]:
    before = 1
    try:
        for cells in reader:
            yield before, cells
            before = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableDocumentError(f"not a table: {error}", path=path, line=before) from None


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """The table with a header row; a cell is quoted where it must be."""
    with text_into(out) as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(concepts))


def _is_ours(head: bytes) -> bool:
    first = head.split(b"\n", 1)[0]
    return all(name.encode() in first for name in REQUIRED)


FORMAT = Format(
    name="csv",
    suffixes=(".csv",),
    spec="RFC 4180",
    bitext=BitextDoor(reads=partial(read_cell_units, delimiter=",")),
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES, recognises=_is_ours),
)
