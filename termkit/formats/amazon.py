"""Amazon Translate custom terminology as CSV: a header of two language codes, then the terms.

Source: Amazon Translate Developer Guide, *Creating a custom terminology*, *Best practices* and
*Guidelines and quotas* (read 2026-11), API reference *TerminologyData*: UTF-8; at most 10,485,760
bytes a file and 200 bytes a term; the first column is the source; "don't include different
translations for the same source phrase", which is held here as a limit. It says nothing on
control characters and white space. A file may have ten target languages; one is written, so that
no row has a hole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.best import one_target
from termkit.formats.csv_ import read_table
from termkit.formats.decode import decode_file
from termkit.formats.limits import Limits
from termkit.formats.pairs import LOSES, csv_line, pairs_of, write_pairs
from termkit.formats.service_codes import AMAZON, code_of, lang_of
from termkit.model.concept import Concept, ConceptType, Designation

LIMITS = Limits("Amazon Translate", text_bytes=200, file_bytes=10_485_760, once=True)


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A row for each source: its concept's best name in the target language.

    Raises:
        FormatLimitError: Something Amazon Translate refuses.
    """
    header = ",".join(code_of(lang, AMAZON) or lang for lang in options.languages)
    out.write(f"{header}\n".encode())
    write_pairs(pairs_of(concepts, options), out, LIMITS, csv_line)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a row, in as many languages as the header names.

    Raises:
        UnreadableDocumentError: A header that is no list of languages.
    """
    header, rows = read_table(decode_file(file, path), path)
    try:
        languages = [lang_of(code) for code in header]
    except ValueError as error:
        raise UnreadableDocumentError(
            str(error), path=path, line=1, hint="codes of languages"
        ) from None
    for _, cells in rows:
        pairs = zip(languages, cells, strict=False)
        names = tuple(Designation(lang, text) for lang, text in pairs if text.strip())
        if names:
            yield Concept("", ConceptType.TERM, "", names)


FORMAT = Format(
    name="amazon",
    suffixes=(".csv",),
    spec="Amazon Translate custom terminology, CSV",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=LOSES,
        picks=one_target,
        suggests=True,
        sides=2,
    ),
)
