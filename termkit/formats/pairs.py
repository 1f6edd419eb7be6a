"""Files of two columns, source and target, without a header: tab-separated, or CSV.

One row for each name in the one language and each in the other; what a service has room for
is chosen before (`sides`), what it refuses is found while writing (`limits`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import BinaryIO, NamedTuple

from termkit.errors import FormatLimitError, UnreadableDocumentError
from termkit.formats.base import ConceptOptions
from termkit.formats.decode import decode_file
from termkit.formats.limits import Limits, Refusals, check_size, check_text, short
from termkit.model.concept import Concept, ConceptType, Designation

LOSES = (
    *("id", "type", "subject_field", "definition", "relations", "review", "confidence"),
    *("claim", "untranslated", "valid_from", "valid_until", "sources", "note"),
    *("designation.kind", "designation.status", "designation.review", "designation.form"),
    *("designation.toponym", "designation.conversion", "designation.valid_from"),
    *("designation.valid_until", "designation.deprecated_by", "designation.sources"),
    "designation.note",
)
"""All but the names themselves."""

_SAMPLE = 20  # rows by which the delimiter of a CSV without a header is told


class Pair(NamedTuple):
    """A row of a file with two sides.

    Attributes:
        concept_id: In the glossary: for messages.
    """

    concept_id: str
    source: str
    target: str
    note: str = ""


def but(*kept: str) -> tuple[str, ...]:
    """`LOSES` without some fields that a format has a place for."""
    return tuple(name for name in LOSES if name not in kept)


def pairs_of(concepts: Iterable[Concept], options: ConceptOptions) -> Iterator[Pair]:
    """Each name of a concept in the source language with each in the target language."""
    source, target = options.languages
    for concept in concepts:
        for one in concept.named(source):
            for other in concept.named(target):
                yield Pair(concept.id, one.text, other.text, concept.note)


def write_pairs(
    pairs: Iterable[Pair], out: BinaryIO, limits: Limits, line: Callable[[Pair], str]
) -> None:
    """A line a pair in UTF-8, without a byte order mark.

    Raises:
        FormatLimitError: The service refuses texts, sources or the size of the file; all that it
            refuses is named.
    """
    size = 0
    refusals = Refusals(limits)
    for pair in pairs:
        refusals.see(pair.source, pair.concept_id)
        with refusals.of(pair.concept_id):
            check_text(pair.source, pair.concept_id, limits)
            check_text(pair.target, pair.concept_id, limits)
            data = line(pair).encode()
            size += len(data)
            out.write(data)
        check_size(size, pair.concept_id, limits)
    refusals.tell()


def tsv_line(pair: Pair, *more: str, end: str = "\n") -> str:
    """Cells with tabs between them, as they are: there is no quoting.

    Raises:
        FormatLimitError: A tab or a line break in a cell.
    """
    cells = (pair.source, pair.target, *more)
    for cell in cells:
        if any(mark in cell for mark in "\t\n\r"):
            raise FormatLimitError(
                f"{pair.concept_id}: {short(cell)!r} has a tab or a line break, "
                "which separates cells and lines",
                hint="a term on one line; or a format with quoting",
            )
    return "\t".join(cells) + end


def csv_line(pair: Pair, *more: str) -> str:
    """Cells with commas between them, quoted where they must be (RFC 4180, with LF)."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow((pair.source, pair.target, *more))
    return line.getvalue()


def tsv_rows(file: BinaryIO, path: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every line that is not blank; any line end will do."""
    for number, line in enumerate(_lines(decode_file(file, path)), start=1):
        cells = line.split("\t")
        if any(cell.strip() for cell in cells):
            yield number, cells


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def csv_rows(
    file: BinaryIO, path: str, *, comments: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every record; commas, semicolons or tabs between them.

    Args:
        file: Open at its start.
        path: For messages.
        comments: A line that begins with ``#`` is one.

    Raises:
        UnreadableDocumentError: No delimiter gives two or more cells in each record.
    """
    text = decode_file(file, path)
    if comments:
        text = "\n".join("" if line.startswith("#") else line for line in _lines(text))
    widths = {delimiter: _widths(text, delimiter) for delimiter in ",;\t"}
    fitting = [delimiter for delimiter, found in widths.items() if found and min(found) > 1]
    if not fitting:
        raise UnreadableDocumentError(
            "not a table of two columns", path=path, hint="source,target on each line"
        )
    yield from _records(text, min(fitting, key=lambda name: len(widths[name])), path)


def _widths(text: str, delimiter: str) -> set[int]:
    """How many cells the first records have; nothing where the delimiter cannot be right."""
    try:
        return {len(cells) for _, cells in islice(_records(text, delimiter, ""), _SAMPLE)}
    except UnreadableDocumentError:
        return set()


def _records(text: str, delimiter: str, path: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before, cells
            before = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableDocumentError(f"not a table: {error}", path=path, line=before) from None


def concept_of(source: str, target: str, options: ConceptOptions, note: str = "") -> Concept:
    """A row as a concept without an id; a side without text is not there."""
    sides = zip(options.languages, (source, target), strict=False)
    names = tuple(Designation(lang, text) for lang, text in sides if text.strip())
    return Concept("", ConceptType.TERM, "", names, note=note)


def one_line_note(concept: Concept, options: ConceptOptions) -> Concept:
    """The concept with its note on one line: a comment has no more."""
    return replace(concept, note=" ".join(concept.note.split()))


def two_cells(
    rows: Iterable[tuple[int, Sequence[str]]], path: str, options: ConceptOptions
) -> Iterator[Concept]:
    """The rows of a file that may have two cells each and no more.

    Raises:
        UnreadableDocumentError: More or fewer.
    """
    for line, cells in rows:
        if len(cells) != 2:
            raise UnreadableDocumentError(
                f"{len(cells)} cells in a row", path=path, line=line, hint="source and target"
            )
        yield concept_of(cells[0], cells[1], options)
