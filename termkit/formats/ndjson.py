"""NDJSON: one JSON object a line; a translation unit has a source and a target."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from termkit.errors import DamagedDocumentError
from termkit.formats.base import BitextDoor, Format, Languages
from termkit.formats.languages import given
from termkit.formats.lines import Line, read_lines
from termkit.formats.unit_columns import UnitColumns, find_columns, missing_columns
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.span import Locator


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """The units of a file; the keys are the columns of `unit_columns.NAMES`.

    A side stands at its line: escapes leave no place to the letter.

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
        place = Locator(line.offset, line.number, line_starts=(line.offset,))

        def side(ident: str, lang: str, text: str, column: int, place: Locator = place) -> Segment:
            origin = (place.offset or 0,) * (len(text) + 1)
            return Segment(ident, lang, text, place, origin=origin)

        yield columns.unit(tuple(row.values()), number, path, asked, side)


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


FORMAT = Format(
    name="ndjson",
    suffixes=(".ndjson", ".jsonl"),
    spec="RFC 8259, one object a line",
    bitext=BitextDoor(reads=read_units),
)
