"""Parquet: one row per designation or translation unit, for polars, Spark and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from termkit.errors import DamagedDocumentError, UnreadableDocumentError
from termkit.formats import unit_rows
from termkit.formats.base import BitextDoor, ConceptDoor, ConceptOptions, Format, Languages
from termkit.formats.decode import MAX_BYTES
from termkit.formats.languages import given
from termkit.formats.parquet_rows import ParquetTable, Values
from termkit.formats.rows import COLUMNS, LOSES, concepts_from, rows
from termkit.formats.unit_columns import find_columns, missing_columns
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept
from termkit.model.document import Segment
from termkit.model.span import Locator

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
    table = _table(file, path)
    if table.height > _MAX_ROWS:
        raise UnreadableDocumentError(f"{table.height} rows, more than {_MAX_ROWS}", path=path)
    cells = (
        ["" if cell is None else str(cell) for cell in row.values()]
        for row in _rows(table, table.names, path)
    )
    yield from concepts_from(list(table.names), enumerate(cells, start=2), path)


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
    """The units of a table, some rows at a time.

    A table has no lines: a side stands in its column, at the number of its row and at the
    number of its letter in the text.

    Raises:
        UnreadableDocumentError: No Parquet, no columns for a source and its translation, or a
            cell that is too large.
    """
    asked = given(languages, path)
    table = _table(file, path)
    columns = find_columns(table.names, asked)
    if columns is None:
        raise missing_columns(table.names, path)
    used = [table.names[place] for place in dict.fromkeys(columns.places.values())]
    for number, row in enumerate(_rows(table, used, path), start=1):

        def side(ident: str, lang: str, text: str, column: int, number: int = number) -> Segment:
            return Segment(ident, lang, text, Locator(0, number, cell=table.names[column]))

        cells = [row.get(name) for name in table.names]
        yield columns.unit(cells, number, path, asked, side)


def _table(file: BinaryIO, path: str) -> ParquetTable:
    try:
        return ParquetTable(file, path)
    except DamagedDocumentError as error:
        raise UnreadableDocumentError(f"not a Parquet file: {error.problem}", path=path) from None


def _rows(table: ParquetTable, names: Sequence[str], path: str) -> Iterator[Values]:
    for number, row in enumerate(table.rows(names, MAX_BYTES), start=1):
        if not isinstance(row, dict):
            raise UnreadableDocumentError(f"row {number}: {row.problem}", path=path)
        yield row


FORMAT = Format(
    name="parquet",
    suffixes=(".parquet",),
    spec="Apache Parquet 2",
    bitext=BitextDoor(reads=read_units, writes=write_units, loses=unit_rows.LOSES),
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES),
)
