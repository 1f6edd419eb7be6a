"""XLSX: one row per designation, every cell text, so that a spreadsheet rewrites nothing.

A second sheet that no one sees holds the exported state, one concept as JSON a row: when the
file comes back, what was changed in it is told from what was changed in the glossary.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from termkit.errors import (
    FormatLimitError,
    MissingExtraError,
    TermkitError,
    UnreadableDocumentError,
)
from termkit.formats.archive import check_archive
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.rows import COLUMNS, LOSES, concepts_from, rows
from termkit.formats.xlsx_extent import check_extent
from termkit.model.concept import Concept
from termkit.model.plain import from_plain, to_plain

SHEET = "designations"
EXPORTED = "termkit.exported"

_WIDE = {"text": 44, "concept_id": 26, "definition": 40, "note": 40, "concept_note": 60}
_WIDTH = 14  # characters
_CELL_LIMIT = 32_767  # UTF-16 code units, of the file format
_PIECE = 15_000  # code points: under the limit even where each takes two units
_ROW_LIMIT = 1_048_576  # of the file format
_MAX_UNPACKED = 1024 * 1024 * 1024
_CREATED = datetime.datetime(2000, 1, 1)  # one glossary gives one file, whenever it is written


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A workbook: header frozen, filter on, cells as text, and the hidden sheet.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        FormatLimitError: A cell or the sheet is longer than the format allows.
    """
    with _new(out) as book:
        sheet = _start_sheet(book)
        exported = book.add_worksheet(EXPORTED)
        exported.very_hidden()
        cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        plain = book.add_format({"num_format": "@"})
        last = 0
        for number, concept in enumerate(concepts):
            for row in rows([concept]):
                last += 1
                _write_row(sheet, last, row, cell)
            state = json.dumps(to_plain(concept), ensure_ascii=False)
            pieces = [state[start : start + _PIECE] for start in range(0, len(state), _PIECE)]
            for column, piece in enumerate(pieces):
                exported.write_string(number, column, piece, plain)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


def write_table(rows: Iterable[Sequence[str]], out: BinaryIO) -> None:
    """A workbook of one sheet, every cell text; the first row is the header.

    Raises:
        MissingExtraError, FormatLimitError: As `write`.
    """
    with _new(out) as book:
        sheet = book.add_worksheet()
        cell = book.add_format({"num_format": "@"})
        for number, row in enumerate(rows):
            _write_row(sheet, number, row, cell)


def _new(out: BinaryIO) -> Any:
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtraError("writing XLSX", "office") from None
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, settings)
    book.set_properties({"created": _CREATED})
    return book


def write_form(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    out: BinaryIO,
    *,
    name: str,
    widths: Mapping[str, int],
) -> None:
    """A sheet for a person to fill in: header frozen, filter on, cells as text.

    Args:
        columns: Header.
        rows: As many cells each.
        out: Open file.
        name: Of the sheet.
        widths: Of columns by name, in characters.

    Raises:
        MissingExtraError, FormatLimitError: As `write`.
    """
    with _new(out) as book:
        sheet = _start_sheet(book, name, columns, widths)
        cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        last = 0
        for last, row in enumerate(rows, start=1):
            _write_row(sheet, last, row, cell)
        sheet.autofilter(0, 0, last, len(columns) - 1)


def _start_sheet(
    book: Any,
    name: str = SHEET,
    columns: Sequence[str] = COLUMNS,
    widths: Mapping[str, int] = _WIDE,
) -> Any:
    sheet = book.add_worksheet(name)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head = book.add_format({"bold": True, "bottom": 1})
    for number, column in enumerate(columns):
        sheet.set_column(number, number, widths.get(column, _WIDTH), text)
        sheet.write_string(0, number, column, head)
    sheet.freeze_panes(1, 0)
    return sheet


def _write_row(sheet: Any, number: int, row: Sequence[str], cell: Any) -> None:
    if number >= _ROW_LIMIT:
        raise FormatLimitError(f"more than {_ROW_LIMIT} rows", hint="export a part of it")
    for column, text in enumerate(row):
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 > _CELL_LIMIT:
            raise FormatLimitError(f"{row[0]}: {text[:40]!r}… is too long for a cell")
        if text:
            sheet.write_string(number, column, text, cell)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The table of the first sheet; numbers and dates that a person typed become text.

    Raises:
        MissingExtraError: python-calamine is not installed.
        UnreadableDocumentError: Damaged, protected, hostile, or not with these columns.
    """
    book = _open(file, path)
    before = {concept.id: concept for concept in _exported(book, path)}
    name = SHEET if SHEET in book.sheet_names else book.sheet_names[0]
    found = _cells(book, name, path)
    yield from concepts_from(next(found, (1, []))[1], found, path, before)


def read_table(file: BinaryIO, path: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Header, and row number and cells of every row below it, of the first sheet.

    Raises:
        MissingExtraError, UnreadableDocumentError: As `read`.
    """
    book = _open(file, path)
    found = _cells(book, book.sheet_names[0], path)
    return next(found, (1, []))[1], found


def read_exported(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The state in which the file was exported; nothing when it does not hold it."""
    yield from _exported(_open(file, path), path)


def _exported(book: Any, path: str) -> Iterator[Concept]:
    if EXPORTED not in book.sheet_names:
        return
    for line, cells in _cells(book, EXPORTED, path):
        try:
            yield from_plain(Concept, {"subject_field": ""} | json.loads("".join(cells)))
        except ValueError as error:
            raise UnreadableDocumentError(
                f"the hidden sheet {EXPORTED!r} is damaged: {error}", path=path, line=line
            ) from None


def _open(file: BinaryIO, path: str) -> Any:
    try:
        import python_calamine
    except ImportError:
        raise MissingExtraError("reading XLSX", "office") from None
    check_archive(file, path, what="XLSX", limit=_MAX_UNPACKED)
    try:
        check_extent(file, path)
        file.seek(0)
        book = python_calamine.CalamineWorkbook.from_filelike(file)
    except BaseException as error:
        raise _damaged(error, path) from None
    if not book.sheet_names:
        raise UnreadableDocumentError("an XLSX without a sheet", path=path)
    return book


def _cells(book: Any, name: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of a sheet."""
    try:
        found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except BaseException as error:
        raise _damaged(error, path) from None
    for line, row in enumerate(found, start=1):
        yield line, [_text(cell) for cell in row]


def _damaged(error: BaseException, path: str) -> BaseException:
    """What to raise for a damaged part: it surfaces as anything from zlib's to a panic."""
    if isinstance(error, (TermkitError, KeyboardInterrupt, SystemExit, MemoryError)):
        return error
    return UnreadableDocumentError(
        "not an XLSX that can be read: a part of it is missing or damaged",
        path=path,
        hint="open it in a spreadsheet and save it again",
    )


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    return str(cell)


FORMAT = Format(
    name="xlsx",
    suffixes=(".xlsx",),
    spec="ISO/IEC 29500",
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES, reads_exported=read_exported),
    extra="office",
)
