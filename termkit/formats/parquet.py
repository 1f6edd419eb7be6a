"""Parquet: one row per designation or translation unit, for polars, Spark and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from termkit.formats import unit_rows
from termkit.formats.base import BitextDoor, ConceptDoor, Format
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept

_BATCH = 10_000  # units in memory at a time


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """The table of `rows`, every column text."""
    import polars

    schema = dict.fromkeys(COLUMNS, polars.String)
    frame = polars.DataFrame(list(rows(concepts)), schema=schema, orient="row")
    frame.write_parquet(out, compression="zstd")


def write_units(units: Iterable[TranslationUnit], out: BinaryIO) -> None:
    """The table of `unit_rows`, row groups written as the units come."""
    import polars
    from polars.io.plugins import register_io_source

    kinds = {"confidence": polars.Float64, "date": polars.Date, "translate": polars.Boolean}
    schema = {name: kinds.get(name, polars.String) for name in unit_rows.COLUMNS}
    stream = unit_rows.rows(units)

    def frames(*_: object) -> Iterator[Any]:
        while batch := list(islice(stream, _BATCH)):
            yield polars.DataFrame(batch, schema=schema, orient="row")

    scan = register_io_source(frames, schema=schema, is_pure=False)
    scan.sink_parquet(out, compression="zstd", maintain_order=True)


FORMAT = Format(
    name="parquet",
    suffixes=(".parquet",),
    spec="Apache Parquet 2",
    bitext=BitextDoor(writes=write_units, loses=unit_rows.LOSES),
    concepts=ConceptDoor(writes=write, loses=LOSES),
)
