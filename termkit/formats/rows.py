"""Concepts as a flat table: one row per designation, for CSV, XLSX and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.model.concept import Concept, Designation

COLUMNS = (
    "concept_id",
    "type",
    "subject_field",
    "definition",
    "lang",
    "text",
    "kind",
    "status",
    "review",
    "form",
    "toponym",
    "conversion",
    "valid_from",
    "valid_until",
    "deprecated_by",
    "note",
    "concept_review",
    "confidence",
    "claim",
    "concept_note",
    "sources",
)

LOSES = ("relations", "designation.sources", "concept.valid_from", "concept.valid_until")


def rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """One tuple of cells per designation, in the order of `COLUMNS`; nothing is ``""``."""
    for concept in concepts:
        for designation in concept.designations:
            yield _row(concept, designation)


def _row(concept: Concept, designation: Designation) -> tuple[str, ...]:
    return (
        concept.id,
        concept.type.value,
        concept.subject_field,
        concept.definition,
        designation.lang,
        designation.text,
        designation.kind.value,
        designation.status.value,
        designation.review.value,
        designation.form.value,
        designation.toponym.value if designation.toponym else "",
        designation.conversion.value if designation.conversion else "",
        str(designation.valid_from or ""),
        str(designation.valid_until or ""),
        designation.deprecated_by or "",
        designation.note,
        concept.review.value,
        concept.confidence.value,
        "yes" if concept.claim else "",
        concept.note,
        "; ".join(concept.sources),
    )
