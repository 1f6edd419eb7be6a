"""CSV: one row per designation (RFC 4180, UTF-8 without BOM, LF)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from termkit.formats.base import Format, FormatKind
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept]) -> bytes:
    """The table with a header row; a cell is quoted where it must be."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(concepts))
    return out.getvalue().encode("utf-8")


FORMAT = Format(
    name="csv",
    suffixes=(".csv",),
    spec="RFC 4180",
    kind=FormatKind.CONCEPTS,
    writes=write,
    loses=LOSES,
)
