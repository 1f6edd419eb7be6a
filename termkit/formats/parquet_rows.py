"""Rows of a Parquet file in bounded memory, whoever wrote it.

Pages are decoded one after the other (polars 2.1 holds whole column chunks: docs/decisions/0011).
A file of seven kilobytes can hold a gigabyte of cells: what repeats is decoded once, rows become
Python values a few megabytes at a time, and a cell above the limit never does. A column chunk
that unpacks five hundredfold is refused before it is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from termkit.errors import DamagedDocumentError, TermkitError, UnreadableDocumentError

_ROWS, _FEW_ROWS = 256, 16  # decoded at a time; the few where a dictionary is not kept
_DICTIONARY = 16 << 20  # bytes of a column chunk whose dictionary is kept
_BYTES = 4 << 20  # that become Python values at a time
_BUFFER = 1 << 20  # bytes read ahead in each column
_LARGE, _TIMES = 64 << 20, 500  # a chunk of this size, and so much larger than in the file

Values = dict[str, Any]


class ParquetTable:
    """A file, by its name or open.

    Attributes:
        names: Of its columns, in order.
        height: Number of rows.

    Raises:
        DamagedDocumentError: No Parquet file, or cut off.
        OSError: It cannot be opened.
    """

    def __init__(self, file: str | BinaryIO, path: str) -> None:
        import pyarrow
        from pyarrow import parquet

        self._file, self._path = file, path
        try:
            with parquet.ParquetFile(file) as opened:
                self._metadata = opened.metadata
                self._schema = opened.schema_arrow
                self._paths = [opened.schema.column(n).path for n in range(len(opened.schema))]
        except (pyarrow.ArrowException, OSError) as error:
            raise _told(error, 0, path) from None
        self.names: tuple[str, ...] = tuple(self._schema.names)
        self.height: int = self._metadata.num_rows

    def rows(self, columns: Sequence[str], largest: int) -> Iterator[Values | TermkitError]:
        """The cells of each row by column; in their place, why a row cannot be read.

        A list, a structure or a map is an empty one of its kind: none of them is text.

        Args:
            columns: Names.
            largest: Bytes that a cell may have.

        Raises:
            DamagedDocumentError: The file is damaged; rows before that were yielded.
            UnreadableDocumentError: Two columns of one name, or a column is a compression bomb.
        """
        import pyarrow
        from pyarrow import parquet

        for name in columns:
            if self.names.count(name) > 1:
                raise UnreadableDocumentError(f"two columns are named {name!r}", path=self._path)
        nested = {name: kind for name in columns if (kind := self._nested(name)) is not None}
        flat = [name for name in columns if name not in nested]
        self._refuse_bombs(flat)
        number = 0
        options = {
            "buffer_size": _BUFFER,
            "pre_buffer": False,
            "read_dictionary": self._repeating(flat),
        }
        try:
            with parquet.ParquetFile(self._file, **options) as file:
                for batch in self._batches(file, flat):
                    for row in _rows_of(batch, largest):
                        number += 1
                        yield _in_order(row, nested, columns)
        except (pyarrow.ArrowException, OSError) as error:
            raise _told(error, number, self._path) from None

    def _nested(self, name: str) -> Any:
        from pyarrow import types

        kind = self._schema.field(name).type
        if not types.is_nested(kind):
            return None
        return {} if types.is_struct(kind) or types.is_map(kind) else []

    def _batches(self, file: Any, names: Sequence[str]) -> Iterator[Any]:
        for group in range(self._metadata.num_row_groups):
            rows = min((self._rows_at_once(name, group) for name in names), default=_ROWS)
            yield from file.iter_batches(
                rows, row_groups=[group], columns=list(names), use_threads=False
            )

    def _rows_at_once(self, name: str, group: int) -> int:
        """Rows that are decoded together: fewer where cells are large, or may be."""
        chunk = self._chunk(name, group)
        size = chunk.total_uncompressed_size // max(1, chunk.num_values) + 1
        most = _FEW_ROWS if _has_dictionary(chunk) and not self._is_kept(name) else _ROWS
        return max(1, min(most, _BYTES // int(size)))

    def _chunk(self, name: str, group: int) -> Any:
        """What the file says of a column in a row group."""
        return self._metadata.row_group(group).column(self._paths.index(name))

    def _chunks(self, name: str) -> Iterator[Any]:
        for group in range(self._metadata.num_row_groups):
            yield self._chunk(name, group)

    def _repeating(self, names: Sequence[str]) -> list[str]:
        """Columns with a dictionary that is kept as one, so that a repeated cell is one."""
        return [name for name in names if self._is_kept(name)]

    def _is_kept(self, name: str) -> bool:
        # What does not fit a dictionary is put behind it, and a reader that keeps the
        # dictionary would add all of that to it: no more than a few megabytes.
        chunks = list(self._chunks(name))
        small = all(chunk.total_uncompressed_size <= _DICTIONARY for chunk in chunks)
        return small and any(_has_dictionary(chunk) for chunk in chunks)

    def _refuse_bombs(self, names: Sequence[str]) -> None:
        for name in names:
            for chunk in self._chunks(name):
                size, packed = chunk.total_uncompressed_size, chunk.total_compressed_size
                if size > _LARGE and size > _TIMES * packed:
                    raise UnreadableDocumentError(
                        f"column {name!r} unpacks from {packed:,} to {size:,} bytes: "
                        "a compression bomb",
                        path=self._path,
                    )


def _has_dictionary(chunk: Any) -> bool:
    text = chunk.physical_type == "BYTE_ARRAY"
    return text and any("DICTIONARY" in encoding for encoding in chunk.encodings)


def _in_order(
    row: Values | TermkitError, nested: Values, columns: Sequence[str]
) -> Values | TermkitError:
    if not isinstance(row, dict) or (not nested and len(row) == len(columns)):
        return row
    return {name: nested[name] if name in nested else row[name] for name in columns}


def _rows_of(batch: Any, largest: int) -> Iterator[Values | TermkitError]:
    """Rows as Python values, so many at a time that they take a few megabytes."""
    sizes = [0] * batch.num_rows
    for column in batch.columns:
        for index, size in enumerate(_sizes(column)):
            if size > largest:
                sizes[index] = -1
            elif sizes[index] >= 0:
                sizes[index] += size
    start = 0
    while start < batch.num_rows:
        if sizes[start] < 0:
            yield UnreadableDocumentError(
                f"larger than {largest >> 20} MiB, too large for one row", hint="split it"
            )
            start += 1
            continue
        end, taken = start, 0
        while end < batch.num_rows and sizes[end] >= 0 and (end == start or taken < _BYTES):
            taken += sizes[end]
            end += 1
        yield from _values(batch.slice(start, end - start))
        start = end


def _sizes(column: Any) -> list[int]:
    """Bytes of each cell of text; of other cells none, for they are small."""
    import pyarrow
    from pyarrow import compute, types

    if isinstance(column, pyarrow.DictionaryArray):
        if not len(column.dictionary):
            return [0] * len(column)
        sizes = compute.binary_length(column.dictionary).take(column.indices)
    elif any(is_kind(column.type) for is_kind in (
        types.is_string, types.is_large_string, types.is_binary, types.is_large_binary
    )):  # fmt: skip
        sizes = compute.binary_length(column)
    else:
        return [0] * len(column)
    return [size or 0 for size in sizes.to_pylist()]


def _values(batch: Any) -> Iterator[Values | TermkitError]:
    try:
        yield from batch.to_pylist()
        return
    except (ValueError, OverflowError, ArithmeticError, LookupError, ImportError):
        pass  # a date in the year 40000, a time zone nobody knows: its row alone is bad
    for index in range(batch.num_rows):
        yield _row(batch, index)


def _row(batch: Any, index: int) -> Values | TermkitError:
    values: Values = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            values[name] = column[index].as_py()
        except (ValueError, OverflowError, ArithmeticError, LookupError, ImportError) as error:
            reason = str(error).split("\n")[0].rstrip(".")
            return UnreadableDocumentError(f"the {name} cannot be read: {reason}")
    return values


def _told(error: Exception, number: int, path: str) -> Exception:
    if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
        return error
    reason = str(error).split("\n")[0].rstrip(".")
    place = f"after row {number}" if number else "from the start"
    return DamagedDocumentError(f"damaged {place}: {reason}", path=path)
