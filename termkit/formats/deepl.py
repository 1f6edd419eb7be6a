"""DeepL glossary as TSV: source and target, no header, each source once.

Source: DeepL API reference, *Manage glossaries*, sections on limits and on entry formats
(developers.deepl.com, read 2026-11): a text takes at most 1,024 bytes in UTF-8 and a glossary
10 MiB (10,485,760 bytes); duplicate sources, empty texts, C0 and C1 control characters, Unicode
line ends and white space at the edges of a text are refused. A byte order mark became part of
the first term (DeepL's Python client, issue 44), so none is written. DeepL knows *zh* without a
script: make one glossary for Simplified and one for Traditional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.best import one_target
from termkit.formats.limits import Limits
from termkit.formats.pairs import LOSES, pairs_of, tsv_line, tsv_rows, two_cells, write_pairs
from termkit.model.concept import Concept

LIMITS = Limits(
    "DeepL", text_bytes=1024, file_bytes=10_485_760, controls=True, edges=True, once=True
)


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A line for each source: its concept's best name in the target language.

    Raises:
        FormatLimitError: Something DeepL refuses.
    """
    write_pairs(pairs_of(concepts, options), out, LIMITS, tsv_line)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line."""
    yield from two_cells(tsv_rows(file, path), path, options)


FORMAT = Format(
    name="deepl",
    suffixes=(".tsv",),
    spec="DeepL glossary entries, TSV",
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
