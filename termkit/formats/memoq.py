"""memoQ term base as CSV: semicolons, UTF-8, names of the columns in the first row.

Source: as `memoq_rows`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from termkit.formats.base import ConceptOptions, Format, text_into
from termkit.formats.csv_ import read_table
from termkit.formats.decode import decode_file
from termkit.formats.memoq_rows import DOOR, concepts_of, rows_of
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """The table, a row a concept."""
    with text_into(out) as text:
        writer = csv.writer(text, delimiter=";", lineterminator="\n")
        writer.writerows(rows_of(concepts, options))


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The table back, with semicolons, commas or tabs.

    Raises:
        UnreadableDocumentError: Not a table, or a column that is no language.
    """
    yield from concepts_of(*read_table(decode_file(file, path), path), path, options)


def _is_ours(head: bytes) -> bool:
    first = head.split(b"\n", 1)[0]
    return b"Term_Info" in first or b"Entry_ID" in first


FORMAT = Format(
    name="memoq",
    suffixes=(".csv",),
    spec="memoQ term base, CSV",
    concepts=replace(
        DOOR,
        reads=read,
        writes=write,
        recognises=_is_ours,
    ),
)
