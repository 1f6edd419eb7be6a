"""Google Cloud Translation, equivalent term set as CSV: a column a language, a header row.

Source: Google Cloud, *Creating and using glossaries (Advanced)*, section on equivalent term sets
(read 2026-11): the header has ISO 639 or BCP 47 codes and may have ``pos`` and ``description``; a
cell may be blank. Limits: as `google`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.best import one_each
from termkit.formats.csv_ import read_table
from termkit.formats.decode import decode_file
from termkit.formats.google import LIMITS
from termkit.formats.limits import Refusals, check_size, check_text
from termkit.formats.pairs import but
from termkit.formats.service_codes import GOOGLE, code_of, lang_of
from termkit.model.concept import Concept, ConceptType, Designation

_MORE = ("pos", "description")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A row a concept: its best name in each language, and its definition.

    Raises:
        FormatLimitError: A term or a file too large.
    """
    rows: list[tuple[dict[str, str], str]] = []  # no more than the service's limit
    size = 0
    refusals = Refusals(LIMITS)
    for concept in concepts:
        names = {designation.lang: designation.text for designation in concept.designations}
        for text in names.values():
            with refusals.of(concept.id):
                check_text(text, concept.id, LIMITS)
            size += len(text.encode())
        check_size(size, concept.id, LIMITS)
        rows.append((names, concept.definition))
    refusals.tell()
    languages = options.languages or sorted({lang for names, _ in rows for lang in names})
    codes = [code_of(lang, GOOGLE) or lang for lang in languages]
    out.write(_line([*codes, "description"]))
    for names, definition in rows:
        out.write(_line([*(names.get(lang, "") for lang in languages), definition]))


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a row, by the header.

    Raises:
        UnreadableDocumentError: A column that is no language.
    """
    header, rows = read_table(decode_file(file, path), path)
    columns = [_column(name, path) for name in header]
    for _, cells in rows:
        row = list(zip(columns, cells, strict=False))
        names = tuple(
            Designation(lang, text) for lang, text in row if lang not in _MORE and text.strip()
        )
        if any(lang == "pos" and text for lang, text in row):
            options.left_out("pos")
        definition = next((text for lang, text in row if lang == "description"), "")
        if names:
            yield Concept("", ConceptType.TERM, "", names, definition=definition)


def _column(name: str, path: str) -> str:
    name = name.strip()
    if name in _MORE:
        return name
    try:
        return lang_of(name)
    except ValueError as error:
        raise UnreadableDocumentError(
            str(error), path=path, line=1, hint="codes of languages, pos, description"
        ) from None


def _known(concept: Concept, options: ConceptOptions) -> Concept:
    """The concept in languages the service can tell apart; one language alone says nothing."""
    names = tuple(d for d in concept.designations if code_of(d.lang, GOOGLE) is not None)
    return replace(concept, designations=names if len({d.lang for d in names}) > 1 else ())


def _is_ours(head: bytes) -> bool:
    cells = head.decode("utf-8", "replace").lstrip("\ufeff").split("\n", 1)[0].split(",")
    try:
        return len(cells) > 1 and all(cell.strip() in _MORE or lang_of(cell) for cell in cells)
    except ValueError:
        return False


FORMAT = Format(
    name="google-terms",
    suffixes=(".csv",),
    spec="Google Cloud Translation v3, equivalent term set",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=but("definition"),
        picks=one_each,
        keeps=_known,
        suggests=True,
        recognises=_is_ours,
    ),
)
