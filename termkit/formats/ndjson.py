"""NDJSON: one JSON object a line; a translation unit has a source and a target."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from termkit.errors import DamagedDocumentError
from termkit.formats.base import BitextDoor, Format, Languages
from termkit.formats.languages import given
from termkit.formats.lines import Line, read_lines
from termkit.formats.spelling import Spelling
from termkit.formats.unit_columns import UnitColumns, find_columns, missing_columns
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.span import Locator

_DECODER = json.JSONDecoder()
_BETWEEN = " \t\n\r:,"
# Of a string: a run as written, or one escape; a character beyond the first plane takes two.
_PIECE = re.compile(
    r'[^"\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.'
)


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """The units of a file; the keys are the columns of `unit_columns.NAMES`.

    Every letter has its place in the file, behind escapes as well; a side that is no string
    (a number) stands where its value begins.

    Raises:
        UnreadableDocumentError: An object without a source and a target.
        DamagedDocumentError: A line that is no JSON object.
    """
    asked = given(languages, path)
    columns: UnitColumns | None = None
    number = 0
    for line in read_lines(file, path):
        if not line.text.strip():
            continue
        row = _object(line)
        names = tuple(row)
        if columns is None or columns.names != names:
            columns = find_columns(names, asked)
            if columns is None:
                raise missing_columns(names, path, line.number)
        number += 1
        row_columns, places = columns, _places(line.text)

        def side(
            ident: str,
            lang: str,
            text: str,
            column: int,
            line: Line = line,
            places: dict[str, int] = places,
            names: tuple[str, ...] = names,
        ) -> Segment:
            return _segment(ident, lang, text, line, names[column], places[names[column]])

        yield row_columns.unit(tuple(row.values()), number, path, asked, side)


def _object(line: Line) -> dict[str, Any]:
    try:
        row = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        at_end = isinstance(error, json.JSONDecodeError) and not line.text.endswith("\n")
        problem = "the file breaks off here" if at_end else "not a line of JSON"
        raise DamagedDocumentError(problem, path=line.path, line=line.number) from None
    if not isinstance(row, dict):
        raise DamagedDocumentError("not a JSON object", path=line.path, line=line.number)
    return row


def _places(text: str) -> dict[str, int]:
    """Where the value of each field of an object begins; of a repeated field the last."""
    places: dict[str, int] = {}
    at = _after_gap(text, text.index("{") + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _after_gap(text, at)
        places[name] = at
        _, at = _DECODER.raw_decode(text, at)
        at = _after_gap(text, at)
    return places


def _after_gap(text: str, at: int) -> int:
    while text[at] in _BETWEEN:
        at += 1
    return at


def _segment(ident: str, lang: str, text: str, line: Line, field: str, start: int) -> Segment:
    """A side, its letters at their places: a run as it is, or one escape."""
    offset = line.offset
    if line.text[start] != '"':
        place = Locator(offset + start, line.number, cell=field, line_starts=(offset,))
        return Segment(ident, lang, text, place, origin=(offset + start,) * (len(text) + 1))
    side = Spelling(line.path, offset + start + 1, line.number, offset)
    at = start + 1
    while (piece := _PIECE.match(line.text, at)) is not None:
        written = json.loads(f'"{piece[0]}"') if piece[0][0] == "\\" else piece[0]
        side.add(written, offset + at, offset + piece.end())
        at = piece.end()
    return side.segment(ident, lang, field)


FORMAT = Format(
    name="ndjson",
    suffixes=(".ndjson", ".jsonl"),
    spec="RFC 8259, one object a line",
    bitext=BitextDoor(reads=read_units),
)
