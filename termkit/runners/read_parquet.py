"""Rows of a Parquet file, in bounded memory however large its row groups and cells are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from termkit.formats.parquet_rows import ParquetTable
from termkit.runners.columns import Columns, find_columns
from termkit.runners.row import MAX_TEXT, Row


def read(path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a file, in order.

    Raises:
        DamagedDocumentError: It is cut off or no Parquet file; rows before that were yielded.
        UnreadableDocumentError: A compression bomb.
        ConfigError: No column holds the text.
    """
    table = ParquetTable(path, path)
    columns = find_columns(table.names, given, path=path)
    for number, values in enumerate(table.rows(columns.used, MAX_TEXT), start=1):
        share = number / table.height
        if isinstance(values, dict):
            yield row_of(path, number, values, columns, share)
        else:
            yield Row(path, number, f"{path}:{number}", error=values, share=share)


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
