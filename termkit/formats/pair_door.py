"""The door of a translation service's glossary: two cells a line, each source once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, ConceptReader
from termkit.formats.best import one_target
from termkit.formats.limits import Limits
from termkit.formats.pairs import LOSES, Pair, pairs_of, two_cells, write_pairs
from termkit.model.concept import Concept

_Rows = Callable[[BinaryIO, str], Iterable[tuple[int, list[str]]]]


def pair_door(limits: Limits, line: Callable[[Pair], str], reads: ConceptReader) -> ConceptDoor:
    """The door of a service that suggests one target for each source and knows nothing more.

    Args:
        limits: What the service refuses: writing then raises `FormatLimitError`.
        line: How a pair is spelt: `tsv_line` or `csv_line`.
        reads: `pair_reader`, or the format's own.
    """

    def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
        write_pairs(pairs_of(concepts, options), out, limits, line)

    return ConceptDoor(
        reads=reads,
        writes=write,
        loses=LOSES,
        picks=one_target,
        suggests=True,
        sides=2,
        names_languages=False,
    )


def pair_reader(rows: _Rows) -> ConceptReader:
    """Reads a concept out of each row of exactly two cells."""

    def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
        yield from two_cells(rows(file, path), path, options)

    return read
