"""TSV: one translation unit a line, a header line first (UTF-8 without BOM, LF)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import BinaryIO

from termkit.formats.base import BitextDoor, Format, text_into
from termkit.formats.cells import read_cell_units
from termkit.formats.unit_rows import COLUMNS, LOSES, rows
from termkit.model.bitext import TranslationUnit

# What ends a cell or a line for some reader: a line wrap in a text becomes a space.
_BREAK = re.compile(r"[ \t]*[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+[ \t]*")


def write(units: Iterable[TranslationUnit], out: BinaryIO) -> None:
    """No quoting: a tab or a line break in a text becomes one space."""
    with text_into(out) as text:
        text.write("\t".join(COLUMNS) + "\n")
        for row in rows(units):
            text.write("\t".join(map(_cell, row)) + "\n")


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _BREAK.sub(" ", str(value)) if value is not None else ""


FORMAT = Format(
    name="tsv",
    suffixes=(".tsv",),
    spec="Tab-separated values with a header line",
    bitext=BitextDoor(
        reads=partial(read_cell_units, delimiter="\t"),
        writes=write,
        loses=("line breaks and tabs", *LOSES),
    ),
)
