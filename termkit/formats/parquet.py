"""Parquet: one row per designation, for polars, Spark and the like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, Format
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """The table of `rows`, every column text."""
    import polars

    schema = dict.fromkeys(COLUMNS, polars.String)
    frame = polars.DataFrame(list(rows(concepts)), schema=schema, orient="row")
    frame.write_parquet(out, compression="zstd")


FORMAT = Format(
    name="parquet",
    suffixes=(".parquet",),
    spec="Apache Parquet 2",
    concepts=ConceptDoor(writes=write, loses=LOSES),
)
