"""Weblate glossary as bilingual CSV: a row for each source, with the concept's id as context.

Source: Weblate documentation, *CSV files* and *Glossary* (2026.9, read 2026-11): the header names
``source``, ``target``, ``context``, ``fuzzy``, ``translator_comments`` and ``developer_comments``
as the Translate Toolkit does; at most 100,000 rows, and `TRANSLATION_MAX_SIZE`, which each
installation sets for itself. Flags are not supported in CSV, so a forbidden term cannot be marked.
A unit is known by its source and its context; with the context, homographs stay apart.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.errors import FormatLimitError, UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.best import one_target
from termkit.formats.csv_ import read_table
from termkit.formats.decode import decode_file
from termkit.formats.pairs import but
from termkit.model.concept import Concept, ConceptType, Designation, Review

COLUMNS = ("source", "target", "context", "fuzzy", "translator_comments", "developer_comments")

_MAX_ROWS = 100_000
_YES = ("true", "1", "yes", "fuzzy")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A row for each source: the concept's best target, its note and its definition.

    Every cell is quoted: Weblate guesses the dialect, and line breaks mislead it.

    Raises:
        FormatLimitError: More rows than Weblate reads.
    """
    source, target = options.languages
    rows = 0
    with text_into(out) as text:
        writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(COLUMNS)
        for concept in concepts:
            (best,) = concept.named(target)
            for name in concept.named(source):
                rows += 1
                if rows > _MAX_ROWS:
                    raise FormatLimitError(
                        f"{concept.id}: Weblate reads no more than {_MAX_ROWS} rows",
                        hint="export a part of the glossary: --subject, --type",
                    )
                more = (concept.id, "", concept.note, concept.definition)
                writer.writerow((name.text, best.text, *more))


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept for each context, and for each row without one; *fuzzy* is proposed.

    Raises:
        UnreadableDocumentError: No columns ``source`` and ``target``.
    """
    header, rows = read_table(decode_file(file, path), path)
    names = [name.strip().lower() for name in header]
    for name in ("source", "target"):
        if name not in names:
            raise UnreadableDocumentError(
                f"column {name!r} is missing", path=path, line=1, hint=", ".join(COLUMNS)
            )
    groups: dict[str, list[dict[str, str]]] = {}
    for line, cells in rows:
        row = dict(zip(names, cells, strict=False))
        for name in row.keys() - COLUMNS:
            if row[name]:
                options.left_out(f"column {name}")
        if row.get("source", "").strip():
            groups.setdefault(row.get("context") or f"\n{line}", []).append(row)
    for context, group in groups.items():
        yield _concept(context if group[0].get("context") else "", group, options)


def _concept(concept_id: str, rows: list[dict[str, str]], options: ConceptOptions) -> Concept:
    source, target = options.languages
    found: dict[tuple[str, str], Designation] = {}
    for row in rows:
        fuzzy = row.get("fuzzy", "").strip().lower() in _YES
        review = Review.PROPOSED if fuzzy else Review.REVIEWED
        found.setdefault((source, row["source"]), Designation(source, row["source"]))
        text = row.get("target", "")
        if text.strip():
            found.setdefault((target, text), Designation(target, text, review=review))
    return Concept(
        concept_id,
        ConceptType.TERM,
        "",
        tuple(found.values()),
        definition=_first(rows, "developer_comments"),
        note=_first(rows, "translator_comments"),
    )


def _first(rows: list[dict[str, str]], name: str) -> str:
    return next((row[name] for row in rows if row.get(name)), "")


def _is_ours(head: bytes) -> bool:
    first = head.split(b"\n", 1)[0].lower()
    return b"source" in first and b"target" in first and b"context" in first


FORMAT = Format(
    name="weblate",
    suffixes=(".csv",),
    spec="Weblate 2026 glossary, bilingual CSV",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=but("id", "note", "definition"),
        picks=one_target,
        suggests=True,
        sides=2,
        names_languages=False,
        recognises=_is_ours,
    ),
)
