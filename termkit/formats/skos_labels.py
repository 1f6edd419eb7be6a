"""What SKOS says of a concept, in terms of ours, whatever its syntax.

SKOS has one preferred label per language, alternative labels, and hidden ones: those that a
search finds and no tool shows. Deprecated and superseded designations are hidden labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termkit.formats.base import ConceptOptions
from termkit.formats.best import best_of
from termkit.formats.tbx_entry import CORE_LOSES
from termkit.model.concept import AdminStatus, Concept, Designation, Relation, RelationKind

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
BASE = "urn:termkit:concept:"

LOSES = (
    *(
        path
        for path in CORE_LOSES
        if path not in ("subject_field", "definition", "relations", "sources", "designation.status")
    ),
    "designation.note",
    *("relation.valid_from", "relation.valid_until", "relation.confirmed"),
    *("relation.sources", "relation.note"),
)
"""Of the relations, *broader* is a property of SKOS; see `keeps`."""

_STATUS_OF = {
    "prefLabel": AdminStatus.PREFERRED,
    "altLabel": AdminStatus.ADMITTED,
    "hiddenLabel": AdminStatus.DEPRECATED,
}
_LABEL_OF = {status: label for label, status in _STATUS_OF.items()}


def keeps(concept: Concept, options: ConceptOptions) -> Concept:
    """A concept as SKOS can say it: one preferred label per language, *broader* alone."""
    best = {
        lang: best_of(concept.named(lang))
        for lang in dict.fromkeys(d.lang for d in concept.designations)
    }
    relations = tuple(dict.fromkeys(r for r in concept.relations if r.kind is RelationKind.BROADER))
    named = tuple(_as_label(d, is_best=d is best[d.lang]) for d in concept.designations)
    return replace(concept, designations=named, relations=relations)


def _as_label(designation: Designation, *, is_best: bool) -> Designation:
    if not designation.is_approved:
        return replace(designation, status=AdminStatus.DEPRECATED)
    if designation.status is AdminStatus.PREFERRED and not is_best:
        return replace(designation, status=AdminStatus.ADMITTED)
    return designation


def properties(concept: Concept) -> Iterator[tuple[str, str, str]]:
    """Name with its prefix, text and language tag of every literal; the tag may be empty."""
    for designation in concept.designations:
        yield f"skos:{_LABEL_OF[designation.status]}", designation.text, designation.lang
    if concept.definition:
        yield "skos:definition", concept.definition, ""
    if concept.note:
        yield "skos:note", concept.note, ""
    if concept.subject_field:
        yield "dcterms:subject", concept.subject_field, ""
    for source in concept.sources:
        yield "dcterms:source", source, ""


def broader(concept: Concept) -> tuple[str, ...]:
    """Addresses of the concepts above it."""
    return tuple(f"{BASE}{relation.target}" for relation in concept.relations)


def status_of(label: str) -> AdminStatus:
    """Of ``prefLabel``, ``altLabel`` or ``hiddenLabel``."""
    return _STATUS_OF[label]


def above(target: str) -> Relation:
    """That a concept has another above it."""
    return Relation(RelationKind.BROADER, target)
