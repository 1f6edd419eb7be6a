"""The cells of delimited text, each with its place: TSV and CSV, one record at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from termkit.errors import DamagedDocumentError
from termkit.formats.base import Languages
from termkit.formats.languages import given
from termkit.formats.lines import LONGEST, Line, read_lines
from termkit.formats.spelling import Spelling
from termkit.formats.unit_columns import UnitColumns, find_columns, missing_columns
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.span import Locator

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_PIECE = re.compile(r'[^"]+|""')


class Record(NamedTuple):
    """One record: the cells as written, and where each starts in the text of the record."""

    text: str
    cells: tuple[tuple[int, int], ...]  # half-open ranges of `text`
    line: int
    offset: int


def read_cell_units(
    file: BinaryIO, path: str, languages: Languages, *, delimiter: str
) -> Iterator[TranslationUnit]:
    """The units of a delimited text with a header, or, given both languages, of two columns.

    Raises:
        UnreadableDocumentError: No columns for a source and its translation.
        TermkitError: As `read_lines`, `UnitColumns.unit`.
    """
    asked = given(languages, path)
    columns: UnitColumns | None = None
    number = 0
    quotes = delimiter != "\t"
    for record in _records(file, path, delimiter, quotes=quotes):
        row = [_plain(record.text[a:b], quotes) for a, b in record.cells]
        if columns is None:
            columns = find_columns(row, asked)
            if columns is not None:
                continue
            if len(row) < 2 or asked.source is None or asked.target is None:
                raise missing_columns(row, path, record.line)
            columns = UnitColumns(("source", "target"), {"source": 0, "target": 1})
        if row == [""]:
            continue
        if len(row) <= max(columns.places["source"], columns.places["target"]):
            raise DamagedDocumentError(
                f"a row of {len(row)} cells, too few", path=path, line=record.line
            )
        number += 1

        def side(ident: str, lang: str, text: str, place: int, record: Record = record) -> Segment:
            return _segment(record, record.cells[place], ident, lang, path, quotes)

        yield columns.unit(row, number, path, asked, side)


def _records(file: BinaryIO, path: str, delimiter: str, *, quotes: bool) -> Iterator[Record]:
    """Records of a file; in CSV one may run over several lines."""
    held: list[Line] = []
    size = 0
    for line in read_lines(file, path):
        is_odd = quotes and line.text.count('"') % 2 == 1
        if held or is_odd:
            held.append(line)
            size += len(line.text)
            if len(held) > 1 and is_odd:
                line = held[0]._replace(text="".join(part.text for part in held))
                held, size = [], 0
            elif size > LONGEST:
                break
            else:
                continue
        text = line.text.rstrip("\r\n")
        yield Record(text, tuple(_cells(text, delimiter, quotes)), line.number, line.offset)
    if held:
        raise DamagedDocumentError(
            "the file breaks off inside quotation marks", path=path, line=held[0].number
        )


def _cells(text: str, delimiter: str, quotes: bool) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        quoted = _QUOTED.match(text, start) if quotes else None
        end = text.find(delimiter, start if quoted is None else quoted.end())
        yield start, len(text) if end < 0 else end
        if end < 0:
            return
        start = end + len(delimiter)


def _plain(cell: str, quotes: bool) -> str:
    if quotes and len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _segment(
    record: Record, cell: tuple[int, int], ident: str, lang: str, path: str, quotes: bool
) -> Segment:
    start, end = cell
    first = record.offset + record.text.rfind("\n", 0, start) + 1
    line = record.line + record.text.count("\n", 0, start)
    raw = record.text[start:end]
    if not quotes or not raw.startswith('"'):
        place = Locator(record.offset + start, line, line_starts=(first,))
        return Segment(ident, lang, raw, place)
    side = Spelling(path, record.offset + start + 1, line, first)
    for piece in _PIECE.finditer(record.text, start + 1, end - 1):
        written = piece[0]
        at = piece.start()
        for part in [written] if written == '""' else written.splitlines(keepends=True):
            here = record.offset + at
            begin = record.offset + record.text.rfind("\n", 0, at) + 1
            text = '"' if written == '""' else part
            side.add(text, here, here + len(part), max(begin, first))
            at += len(part)
    return side.segment(ident, lang)
