"""OmegaT glossary: source, target and comment with tabs between them, in UTF-8.

Source: the readers of OmegaT 3.6.0 (GlossaryReaderTSV, 2015) and its user manual, *Glossaries*:
``.utf8`` and ``.txt`` are UTF-8 (``.txt`` also UTF-16 with a byte order mark), ``.tab`` is in the
encoding of the machine; a line that begins with ``#`` is a comment; there is no quoting. No limit
of size is published. OmegaT suggests whatever stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from termkit.errors import FormatLimitError, UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.limits import Limits, short
from termkit.formats.pairs import (
    Pair,
    but,
    concept_of,
    one_line_note,
    pairs_of,
    tsv_line,
    tsv_rows,
    write_pairs,
)
from termkit.model.concept import Concept

LIMITS = Limits("OmegaT")
LOSES = but("note")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A line a pair of names; the concept's note is the comment.

    Raises:
        FormatLimitError: A source that begins with ``#``, or a tab or line break in a name.
    """
    write_pairs(pairs_of(concepts, options), out, LIMITS, _line)


def _line(pair: Pair) -> str:
    if pair.source.startswith("#"):
        raise FormatLimitError(
            f"{pair.concept_id}: {short(pair.source)!r} begins with #, a comment for OmegaT",
            hint="--to omegat-csv quotes it",
        )
    return tsv_line(pair, pair.note) if pair.note else tsv_line(pair)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line; comments are skipped, the third cell is a note.

    Raises:
        UnreadableDocumentError: A line without a tab.
    """
    for line, cells in tsv_rows(file, path):
        if cells[0].startswith("#"):
            continue
        if len(cells) < 2:
            raise UnreadableDocumentError("a line without a tab", path=path, line=line)
        yield row_of(cells, options)


def row_of(cells: Sequence[str], options: ConceptOptions) -> Concept:
    """A line as a concept: two names and a comment."""
    if len(cells) > 3:
        options.left_out("a cell after the comment")
    return concept_of(cells[0], cells[1], options, cells[2] if len(cells) > 2 else "")


DOOR = ConceptDoor(
    reads=read,
    writes=write,
    loses=LOSES,
    keeps=one_line_note,
    suggests=True,
    sides=2,
    names_languages=False,
)

FORMAT = Format(
    name="omegat",
    suffixes=(".utf8", ".txt"),
    spec="OmegaT 3.6 glossary, tab-separated",
    concepts=DOOR,
)
