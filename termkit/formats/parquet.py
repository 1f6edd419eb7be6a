"""Parquet: one row per designation, for polars, Spark and the like."""

from __future__ import annotations

import io
from collections.abc import Iterable

from termkit.formats.base import Format, FormatKind
from termkit.formats.rows import COLUMNS, LOSES, rows
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept]) -> bytes:
    """The table of `rows`, every column text."""
    import polars

    schema = dict.fromkeys(COLUMNS, polars.String)
    frame = polars.DataFrame(list(rows(concepts)), schema=schema, orient="row")
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd")
    return out.getvalue()


FORMAT = Format(
    name="parquet",
    suffixes=(".parquet",),
    spec="Apache Parquet 2",
    kind=FormatKind.CONCEPTS,
    writes=write,
    loses=LOSES,
)
