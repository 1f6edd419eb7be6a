"""Rows of newline-delimited JSON, plain or compressed, a line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from termkit.errors import ConfigError, UnreadableDocumentError
from termkit.runners.columns import Columns, find_columns
from termkit.runners.read_parquet import row_of
from termkit.runners.row import MAX_TEXT, Row
from termkit.runners.stream import open_stream

_LONGEST = 8 * MAX_TEXT  # bytes of a line: escapes make of six bytes one character
_SKIPPED = 1 << 20


def read(path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a file; a line that is no JSON object is a bad row.

    Keys may differ from line to line: a line without a key has nothing there.

    Raises:
        DamagedDocumentError: The compressed file is cut off; rows before that were yielded.
        OSError: It cannot be read.
    """
    columns: dict[frozenset[str], Columns] = {}
    with open_stream(path) as (file, share):
        for number, line in _lines(file):
            named = f"{path}:{number}"
            try:
                values = _parse(line)
                keys = frozenset(values)
                if keys not in columns:
                    columns[keys] = find_columns(values, given_here(given, values), path=path)
                yield row_of(path, number, values, columns[keys], share())
            except (UnreadableDocumentError, ConfigError) as error:
                yield Row(path, number, named, error=error, share=share())


def given_here(given: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Columns the user named, without those that this line does not have; text it must have."""
    return {
        field: name for field, name in given.items() if name in values or field in ("text", "id")
    }


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line that is not blank; ``None`` for one that is too long."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST and not line.endswith(b"\n"):
            while (rest := file.readline(_SKIPPED)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _parse(line: bytes | None) -> dict[str, object]:
    if line is None:
        raise UnreadableDocumentError(
            f"a line of more than {_LONGEST >> 20} MiB, too large for one document",
            hint="split it",
        )
    try:
        values = json.loads(line.rstrip().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(
            f"not valid UTF-8: byte 0x{line[error.start]:02X} at byte {error.start + 1} of the line"
        ) from None
    except json.JSONDecodeError as error:
        raise UnreadableDocumentError(f"not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError) as error:
        raise UnreadableDocumentError(f"not JSON that can be read: {error}") from None
    if not isinstance(values, dict):
        raise UnreadableDocumentError("the line is no JSON object")
    return values
