"""Concepts as a flat table: one row per designation, for CSV, XLSX and Parquet.

A field of the concept stands in each of its rows. A person changes it in one of them: where
the exported state is known, that is what the change is told by; otherwise the rows must agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from termkit.errors import UnreadableDocumentError, nearest
from termkit.formats.tags import language_tag
from termkit.model.concept import Concept, Designation
from termkit.model.plain import from_plain

CONCEPT_FIELDS = {
    "concept_id": "id",
    "type": "type",
    "subject_field": "subject_field",
    "definition": "definition",
    "concept_review": "review",
    "confidence": "confidence",
    "claim": "claim",
    "untranslated": "untranslated",
    "concept_note": "note",
    "sources": "sources",
    "concept_valid_from": "valid_from",
    "concept_valid_until": "valid_until",
}
DESIGNATION_FIELDS = {
    "lang": "lang",
    "text": "text",
    "kind": "kind",
    "status": "status",
    "review": "review",
    "form": "form",
    "toponym": "toponym",
    "conversion": "conversion",
    "valid_from": "valid_from",
    "valid_until": "valid_until",
    "deprecated_by": "deprecated_by",
    "note": "note",
    "designation_sources": "sources",
}
COLUMNS = (
    *("concept_id", "type", "subject_field", "definition"),
    *("lang", "text", "kind", "status", "review", "form", "toponym", "conversion"),
    *("valid_from", "valid_until", "deprecated_by", "note"),
    *("concept_review", "confidence", "claim", "concept_note", "sources"),
    *("designation_sources", "concept_valid_from", "concept_valid_until", "untranslated"),
)
REQUIRED = ("concept_id", "lang", "text")

LOSES = ("relations",)

_FLAGS = frozenset({"claim", "untranslated"})
_LISTS = frozenset({"sources", "designation_sources"})
_PROSE = frozenset({"text", "definition", "note", "concept_note", "deprecated_by", "subject_field"})
_YES = {"yes": True, "true": True, "no": False, "false": False}


def rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """One tuple of cells per designation, in the order of `COLUMNS`; nothing is ``""``."""
    for concept in concepts:
        shared = _cells(concept, CONCEPT_FIELDS)
        for designation in concept.designations:
            cells = shared | _cells(designation, DESIGNATION_FIELDS)
            yield tuple(cells[name] for name in COLUMNS)


def concepts_from(
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    path: str,
    exported: Mapping[str, Concept] | None = None,
) -> Iterator[Concept]:
    """The concepts of a table, in the order of their first rows.

    Args:
        header: Names of `COLUMNS` in any order; those of `REQUIRED` must be there.
        rows: Line number and cells; short rows are filled up, empty ones skipped.
        path: For messages.
        exported: What the file held when it was written, by id, where it says so.

    Raises:
        UnreadableDocumentError: A column or value that is not known, or rows of one concept
            that disagree on it.
    """
    names = _checked_header(header, path)
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for line, cells in rows:
        row = {name: cell for name, cell in zip(names, cells, strict=False) if cell != ""}
        if not row:
            continue
        if "concept_id" not in row:
            raise UnreadableDocumentError("a row without concept_id", path=path, line=line)
        found.setdefault(row["concept_id"].strip(), []).append((line, row))
    for concept_id, group in found.items():
        yield _concept(concept_id, group, path, (exported or {}).get(concept_id))


def _checked_header(header: Sequence[str], path: str) -> list[str]:
    names = [name.strip() for name in header]
    for name in names:
        if name and name not in COLUMNS:
            raise UnreadableDocumentError(
                f"column {name!r} is not known", path=path, line=1, hint=nearest(name, COLUMNS)
            )
        if name and names.count(name) > 1:
            raise UnreadableDocumentError(f"column {name!r} stands twice", path=path, line=1)
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise UnreadableDocumentError(
            f"column {missing[0]!r} is missing", path=path, line=1, hint=", ".join(REQUIRED)
        )
    return names


def assemble(
    concept_id: str,
    cells: Mapping[str, str],
    designations: Sequence[tuple[int, Mapping[str, str]]],
    path: str,
) -> Concept:
    """A concept from the cells that say something, as `spoken` gives them.

    Args:
        concept_id: As found; may be empty.
        cells: Column of `CONCEPT_FIELDS` to text.
        designations: Line, and column of `DESIGNATION_FIELDS` to text, each.
        path: For messages.

    Raises:
        UnreadableDocumentError: A value that its column cannot have.
    """
    line = designations[0][0]
    values: dict[str, Any] = {"id": concept_id, "type": "term", "subject_field": ""}
    values |= _values(CONCEPT_FIELDS, cells, path, line)
    values["designations"] = [
        _values(DESIGNATION_FIELDS, own, path, number) for number, own in designations
    ]
    try:
        return from_plain(Concept, values)
    except ValueError as error:
        raise UnreadableDocumentError(
            f"concept {concept_id!r}: {error}", path=path, line=line
        ) from None


def spoken(value: Concept | Designation, columns: Mapping[str, str]) -> dict[str, str]:
    """Column to text of the fields of a value that are not what they are anyway."""
    defaults = {field.name: field.default for field in fields(value)}
    return {
        column: cell
        for column, field in columns.items()
        if getattr(value, field) != defaults[field] and (cell := _cell(getattr(value, field)))
    }


def _values(
    columns: Mapping[str, str], cells: Mapping[str, str], path: str, line: int
) -> dict[str, Any]:
    return {
        field: _value(column, cells[column], path, line)
        for column, field in columns.items()
        if cells.get(column)
    }


def _concept(
    concept_id: str,
    group: list[tuple[int, dict[str, str]]],
    path: str,
    exported: Concept | None,
) -> Concept:
    before = {} if exported is None else _cells(exported, CONCEPT_FIELDS)
    shared = {
        column: _agreed(concept_id, column, group, path, before.get(column))
        for column in CONCEPT_FIELDS
        if column != "concept_id"
    }
    for line, row in group:
        for name in ("lang", "text"):
            if name not in row:
                raise UnreadableDocumentError(f"{name} is empty", path=path, line=line)
    return assemble(concept_id, shared, group, path)


def _agreed(
    concept_id: str,
    column: str,
    group: list[tuple[int, dict[str, str]]],
    path: str,
    before: str | None,
) -> str:
    """What the rows of a concept say in one of its own columns."""
    said = {row.get(column, ""): line for line, row in group}
    if len(said) > 1 and before is not None:
        said.pop(before, None)
    if len(said) > 1:
        raise UnreadableDocumentError(
            f"the rows of concept {concept_id!r} disagree on {column}",
            path=path,
            line=max(said.values()),
            hint="write the same in each of them",
        )
    return next(iter(said))


def _value(column: str, cell: str, path: str, line: int) -> Any:
    """A cell as `from_plain` takes it."""
    if column in _PROSE:
        return cell
    cell = cell.strip()
    if column in _LISTS:
        return [part for part in (part.strip() for part in cell.split(";")) if part]
    try:
        if column in _FLAGS:
            return _YES[cell.lower()]
        return language_tag(cell) if column == "lang" else cell
    except KeyError:
        problem, hint = f"{column} {cell!r} is not known", "yes, or nothing"
    except ValueError as error:
        problem, hint = str(error), "vi, en, zh-Hans, zh-Hant"
    raise UnreadableDocumentError(problem, path=path, line=line, hint=hint)


def _cells(value: Concept | Designation, columns: Mapping[str, str]) -> dict[str, str]:
    return {column: _cell(getattr(value, field)) for column, field in columns.items()}


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
