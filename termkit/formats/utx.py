"""UTX: Universal Terminology eXchange of the AAMT, version 1.20, bilingual.

Source: UTX 1.20 Specification (Asia-Pacific Association for Machine Translation) as far as it
shows in public: its table of contents, the page on UTX of the Translate Toolkit (UTF-8 without a
byte order mark, CR and LF, header lines of ``#``, the last of which names the columns, no
quoting), and the UTX samples of BYU's converter (columns ``term status``, ``concept ID``;
approved, provisional, non-standard). Limits of size are not published.

Readers that look at the names alone take every row for a good one; so only names that may be
used are written, all *approved*.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.errors import FormatLimitError, UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.limits import Limits, short
from termkit.formats.pairs import (
    Pair,
    but,
    one_line_note,
    pairs_of,
    tsv_line,
    tsv_rows,
    write_pairs,
)
from termkit.formats.tags import language_tag
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Review

LIMITS = Limits("UTX")
COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "comment")

_END = "\r\n"
_READ = {"src", "tgt", "term status", "concept id", "comment"}
_STATUSES = {
    "": (AdminStatus.PREFERRED, Review.REVIEWED),
    "approved": (AdminStatus.PREFERRED, Review.REVIEWED),
    "provisional": (AdminStatus.PREFERRED, Review.PROPOSED),
    "non-standard": (AdminStatus.DEPRECATED, Review.REVIEWED),
    "forbidden": (AdminStatus.DEPRECATED, Review.REVIEWED),
    "rejected": (AdminStatus.DEPRECATED, Review.REVIEWED),
    "obsolete": (AdminStatus.SUPERSEDED, Review.REVIEWED),
}


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """Two header lines, then a row for each pair of names.

    Raises:
        FormatLimitError: A source that begins with ``#``, or a tab or line break in a name.
    """
    date = options.date or datetime.date.today()
    source, target = options.languages
    out.write(f"#UTX 1.20; {source}/{target}; {date.isoformat()}{_END}".encode())
    out.write(("#" + "\t".join(COLUMNS) + _END).encode())
    write_pairs(pairs_of(concepts, options), out, LIMITS, _line)


def _line(pair: Pair) -> str:
    if pair.source.startswith("#"):
        raise FormatLimitError(
            f"{pair.concept_id}: {short(pair.source)!r} begins with #, a comment in UTX",
            hint="export it in another format",
        )
    return tsv_line(pair, "-", "approved", pair.concept_id, pair.note, end=_END)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """A concept for each concept ID, and for each row without one.

    Raises:
        UnreadableDocumentError: No header, no languages, no columns for source and target, or a
            status that UTX does not have.
    """
    rows = tsv_rows(file, path)
    languages, columns, rest = _header(rows, path)
    groups: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for line, cells in rest:
        row = dict(zip(columns, cells, strict=False))
        for name in row.keys() - _READ:
            if row[name].strip("- "):
                options.left_out(f"column {name}")
        groups.setdefault(row.get("concept id") or f"\n{line}", []).append((line, row))
    for group in groups.values():
        yield _concept(group, languages, path)


def _header(
    rows: Iterator[tuple[int, list[str]]], path: str
) -> tuple[tuple[str, str], list[str], Iterator[tuple[int, list[str]]]]:
    """Languages, columns, and the rows that are no comment."""
    lines: list[str] = []
    first: list[tuple[int, list[str]]] = []
    for line, cells in rows:
        if not cells[0].startswith("#"):
            first.append((line, cells))
            break
        lines.append("\t".join(cells)[1:])
    if len(lines) < 2 or not lines[0].startswith("UTX"):
        raise UnreadableDocumentError(
            "no header of UTX", path=path, line=1, hint="#UTX 1.20; vi/en; 2026-11-27"
        )
    columns = _columns(lines[-1])
    if columns[:2] != ["src", "tgt"]:
        raise UnreadableDocumentError(
            "the columns must begin with src and tgt", path=path, line=len(lines)
        )

    def rest() -> Iterator[tuple[int, list[str]]]:
        yield from first
        yield from ((line, cells) for line, cells in rows if not cells[0].startswith("#"))

    return _languages(lines[0], path), columns, rest()


def _columns(line: str) -> list[str]:
    """Names of the columns; a bidirectional file calls the first two ``term:vi``, ``term:en``."""
    names = [name.strip().lstrip("#").lower() for name in line.rstrip().split("\t")]
    if len(names) > 1 and all(name.startswith("term:") for name in names[:2]):
        names[:2] = "src", "tgt"
    return names


def _languages(line: str, path: str) -> tuple[str, str]:
    parts = line.split(";")
    codes = parts[1].strip().split("/") if len(parts) > 1 else []
    try:
        source, target = (language_tag(code) for code in codes)
    except ValueError:
        raise UnreadableDocumentError(
            "no two languages in the header", path=path, line=1, hint="#UTX 1.20; vi/en"
        ) from None
    return source, target


def _concept(
    rows: list[tuple[int, dict[str, str]]], languages: tuple[str, str], path: str
) -> Concept:
    found: dict[tuple[str, str], Designation] = {}
    source, target = languages
    for line, row in rows:
        status, review = _status(row.get("term status", ""), path, line)
        for lang, text in ((source, row.get("src", "")), (target, row.get("tgt", ""))):
            if text.strip():
                name = Designation(lang, text)
                if lang == target:
                    name = Designation(lang, text, status=status, review=review)
                found.setdefault((lang, text), name)
    note = next((row["comment"] for _, row in rows if row.get("comment")), "")
    concept_id = rows[0][1].get("concept id", "")
    return Concept(concept_id, ConceptType.TERM, "", tuple(found.values()), note=note)


def _status(cell: str, path: str, line: int) -> tuple[AdminStatus, Review]:
    try:
        return _STATUSES[cell.strip().lower()]
    except KeyError:
        known = ", ".join(name for name in _STATUSES if name)
        raise UnreadableDocumentError(
            f"term status {cell!r} is not known", path=path, line=line, hint=known
        ) from None


def _is_ours(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"#UTX")


FORMAT = Format(
    name="utx",
    suffixes=(".utx", ".txt"),
    spec="UTX 1.20",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=but("id", "note"),
        keeps=one_line_note,
        suggests=True,
        sides=2,
        recognises=_is_ours,
    ),
)
