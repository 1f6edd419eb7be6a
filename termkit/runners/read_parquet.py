"""Rows of a Parquet file, a page at a time however large its row groups are.

pyarrow decodes the pages of a column one after the other; polars 2.1 holds whole column
chunks (docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from termkit.errors import DamagedDocumentError
from termkit.runners.columns import Columns, find_columns
from termkit.runners.row import Row

_ROWS = 256  # decoded at a time
_BUFFER = 1 << 20  # bytes read ahead in each column


def read(path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a file, in order.

    Raises:
        DamagedDocumentError: It is cut off or no Parquet file; rows before that were yielded.
        ConfigError: No column holds the text.
    """
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False) as file:
            columns = find_columns(file.schema_arrow.names, given, path=path)
            for batch in file.iter_batches(_ROWS, columns=list(columns.used), use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    share = number / file.metadata.num_rows
                    yield row_of(path, number, values, columns, share)
    except (pyarrow.ArrowException, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        reason = str(error).split("\n")[0].rstrip(".")
        place = f"after row {number}" if number else "from the start"
        raise DamagedDocumentError(f"damaged {place}: {reason}", path=path) from None


def row_of(
    path: str, number: int, values: Mapping[str, Any], columns: Columns, share: float
) -> Row:
    """A row from the cells of a table.

    Its id is the ``id`` cell, else the file and its number, as in ``news.parquet:12``.
    """
    fields = {field: values.get(name) for field, name in columns.names.items()}
    given = fields.pop("id", None)
    named = f"{path}:{number}" if given is None or given == "" else str(given)
    text = fields["text"]
    size = len(text) if isinstance(text, str | bytes) else 0
    return Row(path, number, named, fields, size, share=share)
