"""CSV: one row per designation (RFC 4180, UTF-8 without BOM, LF)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, Format, text_into
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """The table with a header row; a cell is quoted where it must be."""
    with text_into(out) as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(concepts))


FORMAT = Format(
    name="csv",
    suffixes=(".csv",),
    spec="RFC 4180",
    concepts=ConceptDoor(writes=write, loses=LOSES),
)
