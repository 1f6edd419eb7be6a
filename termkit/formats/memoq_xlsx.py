"""memoQ term base as an Excel sheet: the columns of its CSV, every cell text.

Source: as `memoq_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from termkit.formats.base import ConceptOptions, Format
from termkit.formats.memoq_rows import DOOR, concepts_of, rows_of
from termkit.formats.xlsx import read_table, write_table
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """The table, a row a concept.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        FormatLimitError: A cell or the sheet is longer than the format allows.
    """
    write_table(rows_of(concepts, options), out)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The table of the first sheet.

    Raises:
        MissingExtraError: python-calamine is not installed.
        UnreadableDocumentError: Damaged, protected, hostile, or a column that is no language.
    """
    yield from concepts_of(*read_table(file, path), path, options)


FORMAT = Format(
    name="memoq-xlsx",
    suffixes=(".xlsx",),
    spec="memoQ term base, Excel",
    concepts=replace(
        DOOR,
        reads=read,
        writes=write,
        recognises=lambda head: False,  # an XLSX is termkit's own unless somebody says otherwise
    ),
    extra="office",
)
