"""How large the sheets of an XLSX say they are, before a reader makes room for them.

The reader takes memory for the whole rectangle between the corners; a file of a few bytes with a
cell in row 99,999,999,999 would end the process.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO, BinaryIO

from termkit.errors import UnreadableDocumentError

_MAX_CELLS = 50_000_000
_LONGEST_TAG = 1 << 20  # bytes
# The place of a cell or a row, as ``r`` says it, whatever stands there; "<" begins a tag alone.
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\b")
_PLACE = re.compile(_CELL.pattern + rb"""[^<]*?\br\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_GOOD_PLACE = re.compile(rb"([A-Z]{1,3})?([1-9][0-9]{0,6})")


def check_extent(file: BinaryIO, path: str) -> None:
    """Look at every part of the archive, for a workbook may call any of them a sheet.

    Raises:
        UnreadableDocumentError: A cell in no place of a sheet, or corners too far apart.
        zipfile.BadZipFile, zlib.error: Damaged.
    """
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            with archive.open(name) as part:
                rows, columns = _corner(part, path)
            if rows * columns > _MAX_CELLS:
                raise UnreadableDocumentError(
                    f"a sheet of {rows} rows and {columns} columns: refused", path=path
                )


def _corner(part: IO[bytes], path: str) -> tuple[int, int]:
    """Number of rows and columns of a sheet; zeros for a part that is none."""
    rows, columns = 0, 0
    rest = b""
    while block := part.read(1 << 20):
        text = rest + block
        for found in _PLACE.finditer(text):
            place = _GOOD_PLACE.fullmatch(found[1] or found[2] or b"")
            if place is None:
                raise UnreadableDocumentError("a cell in no place of a sheet", path=path)
            rows = max(rows, int(place[2]))
            columns = max(columns, _column(place[1] or b""))
        rest = text[max(text.rfind(b"<"), 0) :]
        if len(rest) > _LONGEST_TAG:
            if _CELL.match(rest):
                raise UnreadableDocumentError("a cell that does not end", path=path)
            rest = b""  # a picture, or a text
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
