"""Parquet: one row per designation or translation unit, for polars, Spark and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats import unit_rows
from termkit.formats.base import BitextDoor, ConceptDoor, ConceptOptions, Format, Languages
from termkit.formats.languages import given
from termkit.formats.rows import COLUMNS, LOSES, concepts_from, rows
from termkit.formats.unit_columns import find_columns, missing_columns
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept
from termkit.model.document import Segment
from termkit.model.span import Locator

_ROWS = 4096  # read at a time

_BATCH = 10_000  # units in memory at a time
_MAX_ROWS = 5_000_000
"""Designations; a column of one repeated value packs a thousandfold."""


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """The table of `rows`, every column text."""
    import polars

    schema = dict.fromkeys(COLUMNS, polars.String)
    frame = polars.DataFrame(list(rows(concepts)), schema=schema, orient="row")
    frame.write_parquet(out, compression="zstd")


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The table of `rows`; null is nothing.

    Raises:
        UnreadableDocumentError: Damaged, too large, or not with these columns.
    """
    frame = _frame(file, path)
    cells = (["" if cell is None else str(cell) for cell in row] for row in frame.iter_rows())
    yield from concepts_from(frame.columns, enumerate(cells, start=2), path)


def _frame(file: BinaryIO, path: str) -> Any:
    import polars

    try:
        plan = polars.scan_parquet(file)
        height = plan.select(polars.len()).collect().item()
        if height > _MAX_ROWS:
            raise UnreadableDocumentError(f"{height} rows, more than {_MAX_ROWS}", path=path)
        return plan.collect()
    except UnreadableDocumentError:
        raise
    except BaseException as error:  # what panics below surfaces as a BaseException
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise UnreadableDocumentError(
            f"not a Parquet file that can be read: {type(error).__name__}", path=path
        ) from None


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


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """The units of a table, a batch of rows at a time; a unit stands at the number of its row.

    Raises:
        UnreadableDocumentError: No Parquet, or no columns for a source and its translation.
    """
    import polars

    asked = given(languages, path)
    try:
        frame = polars.scan_parquet(file)
        names = frame.collect_schema().names()
        columns = find_columns(names, asked)
        if columns is None:
            raise missing_columns(names, path)
        batches = frame.collect_batches(chunk_size=_ROWS, maintain_order=True)
        number = 0
        for batch in batches:
            for row in batch.iter_rows():
                number += 1
                place = Locator(0, number, cell=f"row {number}")

                def side(
                    ident: str, lang: str, text: str, column: int, place: Locator = place
                ) -> Segment:
                    return Segment(ident, lang, text, place)

                yield columns.unit(row, number, path, asked, side)
    except (polars.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise UnreadableDocumentError(f"not a Parquet file: {reason}", path=path) from None


FORMAT = Format(
    name="parquet",
    suffixes=(".parquet",),
    spec="Apache Parquet 2",
    bitext=BitextDoor(reads=read_units, writes=write_units, loses=unit_rows.LOSES),
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES),
)
