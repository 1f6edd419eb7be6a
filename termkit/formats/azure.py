"""Azure Document Translation glossary as TSV: source and target, no header.

Source: Microsoft Learn, *Use glossaries with Document Translation* (2024-07-09): tab-separated
values are preferred, one source and one target a row, matched with their capitals; and *Service
limits* (2024-01-31): "Size of Translation memory file" at most 10 MB in a batch, taken here as
the limit of a glossary. Nothing is published on duplicate sources, on the length of a term,
on control characters and white space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.best import one_target
from termkit.formats.limits import Limits
from termkit.formats.pairs import LOSES, pairs_of, tsv_line, tsv_rows, two_cells, write_pairs
from termkit.model.concept import Concept

LIMITS = Limits("Azure Document Translation", file_bytes=10_000_000)


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A line for each source: its concept's best name in the target language.

    Raises:
        FormatLimitError: A tab or line break in a term, or a file too large.
    """
    write_pairs(pairs_of(concepts, options), out, LIMITS, tsv_line)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line."""
    yield from two_cells(tsv_rows(file, path), path, options)


FORMAT = Format(
    name="azure",
    suffixes=(".tsv",),
    spec="Azure Document Translation glossary, TSV",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=LOSES,
        picks=one_target,
        suggests=True,
        sides=2,
        names_languages=False,
    ),
)
