"""Google Cloud Translation, unidirectional glossary as CSV: source and target, no header.

Source: Google Cloud, *Creating and using glossaries (Advanced)*, section on the glossary file
(read 2026-11): no header row; a term must be less than 1,024 bytes in UTF-8, longer ones are
ignored; all terms together at most 10.4 million (10,485,760) bytes. It says nothing on duplicate
sources, control characters and white space; so nothing is refused for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.best import one_target
from termkit.formats.limits import Limits
from termkit.formats.pairs import LOSES, csv_line, csv_rows, pairs_of, two_cells, write_pairs
from termkit.model.concept import Concept

LIMITS = Limits("Google Cloud Translation", text_bytes=1023, file_bytes=10_485_760)


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A line for each source: its concept's best name in the target language.

    Raises:
        FormatLimitError: A term or a file too large.
    """
    write_pairs(pairs_of(concepts, options), out, LIMITS, csv_line)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line; TSV as well, which the service also takes."""
    yield from two_cells(csv_rows(file, path), path, options)


FORMAT = Format(
    name="google",
    suffixes=(".csv",),
    spec="Google Cloud Translation v3, unidirectional glossary",
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
