"""Rows of comma-separated values (RFC 4180), plain or compressed, a record at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from termkit.errors import EmptyDocumentError, UnreadableDocumentError
from termkit.formats.decode import MAX_BYTES
from termkit.runners.columns import find_columns
from termkit.runners.read_parquet import row_of
from termkit.runners.row import Row
from termkit.runners.stream import open_stream

_LINE = 1 << 20  # bytes of a record that are looked at together


def read(path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a file with a header; a record that does not fit it is a bad row.

    Raises:
        EmptyDocumentError: There is no header.
        ConfigError: No column holds the text.
        DamagedDocumentError: The compressed file is cut off; rows before that were yielded.
        OSError: It cannot be read.
    """
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        with open_stream(path) as (file, share):
            records = _records(file)
            header = _header(next(records, None), path)
            columns = find_columns(header, given, path=path)
            for number, record in enumerate(records, start=1):
                try:
                    cells = _cells(record)
                    if len(cells) != len(header):
                        raise UnreadableDocumentError(
                            f"{len(cells)} cells in a table of {len(header)} columns"
                        )
                except UnreadableDocumentError as error:
                    yield Row(path, number, f"{path}:{number}", error=error, share=share())
                    continue
                values = dict(zip(header, cells, strict=True))
                yield row_of(path, number, values, columns, share())
    finally:
        csv.field_size_limit(limit)


def _header(record: bytes | None, path: str) -> list[str]:
    if record is None:
        raise EmptyDocumentError("the table is empty", path=path)
    return _cells(record.removeprefix(b"\xef\xbb\xbf"))


def _records(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record; cut off, and so broken, when there are too many."""
    parts: list[bytes] = []
    size = quotes = 0
    while line := file.readline(_LINE):
        size += len(line)
        quotes += line.count(b'"')
        if size <= MAX_BYTES + _LINE:
            parts.append(line)
        if line.endswith(b"\n") and quotes % 2 == 0:
            record = b"".join(parts)
            parts, size, quotes = [], 0, 0
            if record.strip(b"\r\n"):
                yield record
    if size:
        yield b"".join(parts)


def _cells(record: bytes) -> list[str]:
    if len(record) > MAX_BYTES:
        raise UnreadableDocumentError(
            f"a record of more than {MAX_BYTES >> 20} MiB, too large for one document",
            hint="split it",
        )
    try:
        text = record.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(
            f"not valid UTF-8: byte 0x{record[error.start]:02X} "
            f"at byte {error.start + 1} of the record"
        ) from None
    try:
        (cells,) = csv.reader([text], strict=True)
    except csv.Error as error:
        raise UnreadableDocumentError(f"not a CSV record: {error}") from None
    return cells
