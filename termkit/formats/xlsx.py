"""XLSX: one row per designation, every cell text, so that a spreadsheet rewrites nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from termkit.errors import MissingExtraError
from termkit.formats.base import ConceptDoor, Format
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.concept import Concept

_WIDE = {"text": 44, "concept_id": 26, "definition": 40, "note": 40, "concept_note": 60}
_WIDTH = 14  # characters
_CELL_LIMIT = 32_767  # characters, of the file format


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """A workbook with one sheet: header frozen, filter on, cells as text.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        ValueError: A cell is longer than the format allows.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise MissingExtraError("writing XLSX", "office") from None
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("designations")
        head = book.add_format({"bold": True, "bottom": 1})
        cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for number, name in enumerate(COLUMNS):
            sheet.set_column(number, number, _WIDE.get(name, _WIDTH), cell)
            sheet.write_string(0, number, name, head)
        last = 0
        for last, row in enumerate(rows(concepts), start=1):
            for number, text in enumerate(row):
                if len(text) > _CELL_LIMIT:
                    raise ValueError(f"{row[0]}: {COLUMNS[number]} is too long for a cell")
                sheet.write_string(last, number, text, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)


FORMAT = Format(
    name="xlsx",
    suffixes=(".xlsx",),
    spec="ISO/IEC 29500",
    concepts=ConceptDoor(writes=write, loses=LOSES),
    extra="office",
)
