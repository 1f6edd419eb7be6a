"""DeepL glossary as CSV: source and target, no header, each source once.

Source and limits: as `deepl`. DeepL's website exports four columns or five (source, target, their
languages, relevance); they are read where the languages are the ones asked for. Two are written,
which every version of the API takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptOptions, Format
from termkit.formats.deepl import LIMITS
from termkit.formats.pair_door import pair_door
from termkit.formats.pairs import concept_of, csv_line, csv_rows
from termkit.formats.tags import language_tag
from termkit.model.concept import Concept, same_language


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept a line.

    Raises:
        UnreadableDocumentError: Three cells, or a row of other languages.
    """
    for line, cells in csv_rows(file, path):
        if len(cells) not in (2, 4, 5):
            raise UnreadableDocumentError(
                f"{len(cells)} cells in a row", path=path, line=line, hint="source,target"
            )
        for cell, lang in zip(cells[2:4], options.languages, strict=False):
            _check_language(cell, lang, path, line)
        if len(cells) > 4:
            options.left_out("relevance")
        yield concept_of(cells[0], cells[1], options)


def _check_language(cell: str, lang: str, path: str, line: int) -> None:
    try:
        agrees = same_language(language_tag(cell), lang)
    except ValueError:
        agrees = False
    if not agrees:
        raise UnreadableDocumentError(
            f"a row in {cell!r}, not in {lang!r}",
            path=path,
            line=line,
            hint="one file for each pair of languages, and --lang in its order",
        )


FORMAT = Format(
    name="deepl-csv",
    suffixes=(".csv",),
    spec="DeepL glossary entries, CSV",
    concepts=pair_door(LIMITS, csv_line, read),
)
