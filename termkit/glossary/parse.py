"""From a TOML table to a concept, a source or an accepted finding: the validated boundary.

Behind this module every value is right, so nothing else checks again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from termkit.glossary.allowance import Allowance
from termkit.glossary.table import Table
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Confidence,
    Conversion,
    Designation,
    DesignationKind,
    Form,
    Relation,
    RelationKind,
    Review,
    SourceRef,
    Toponym,
)

CONCEPT_KEYS = (
    "id",
    "type",
    "subject_field",
    "definition",
    "review",
    "confidence",
    "claim",
    "untranslated",
    "valid_from",
    "valid_until",
    "sources",
    "note",
    "designation",
    "relation",
)
DESIGNATION_KEYS = (
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
    "sources",
    "note",
)
RELATION_KEYS = (
    "kind",
    "target",
    "valid_from",
    "valid_until",
    "confirmed",
    "sources",
    "note",
)

PROPER = frozenset(
    {
        ConceptType.EVENT,
        ConceptType.ORGANISATION,
        ConceptType.PERSON,
        ConceptType.PLACE,
        ConceptType.TREATY,
    }
)
"""Types whose designations are proper names unless they say otherwise."""


def parse_concept(values: Any, *, path: str | Path, text: str = "") -> Concept:
    """One concept from its table.

    ``type`` defaults to ``term``; the kind of a designation follows the type when absent.

    Args:
        values: The table, with ``[[designation]]`` and ``[[relation]]`` inside.
        path: Of the file, for errors.
        text: Of the file, for the line numbers of errors.

    Raises:
        GlossarySyntaxError: An unknown key or value, or one text twice in one language.

    >>> concept = parse_concept({"id": "hue", "type": "place",
    ...     "designation": [{"lang": "vi", "text": "Huế"}]}, path="hue.toml")
    >>> concept.designations[0].kind.value
    'proper-name'
    """
    table = Table(values, path=path, text=text, known=CONCEPT_KEYS)
    type_ = table.member("type", ConceptType, ConceptType.TERM)
    kind = DesignationKind.PROPER_NAME if type_ in PROPER else DesignationKind.TERM
    designations = tuple(
        _designation(entry, kind, path, text) for entry in table.tables("designation")
    )
    if not designations:
        table.fail("the concept has no designation", hint="add a [[designation]]")
    if len({(d.lang, d.text) for d in designations}) < len(designations):
        _fail_twice(table, designations)
    return Concept(
        id=table.slug("id"),
        type=type_,
        subject_field=table.string("subject_field", ""),
        designations=designations,
        definition=table.string("definition", ""),
        relations=tuple(_relation(entry, path, text) for entry in table.tables("relation")),
        review=table.member("review", Review, Review.REVIEWED),
        confidence=table.member("confidence", Confidence, Confidence.MEDIUM),
        claim=table.flag("claim"),
        valid_from=table.date("valid_from"),
        valid_until=table.date("valid_until"),
        sources=table.strings("sources"),
        note=table.string("note", ""),
        untranslated=table.flag("untranslated"),
    )


def parse_source(values: Any, *, path: str | Path, text: str = "") -> SourceRef:
    """One ``[[source]]`` of ``sources.toml``."""
    table = Table(values, path=path, text=text, known=("id", "title", "date"))
    return SourceRef(table.slug("id"), table.string("title"), table.date("date"))


def parse_allowance(values: Any, *, path: str | Path, text: str = "") -> Allowance:
    """One ``[[allowed]]`` of ``allowed.toml``; a reason is required."""
    known = ("code", "path", "reason", "text", "fingerprint")
    table = Table(values, path=path, text=text, known=known)
    return Allowance(
        code=table.string("code"),
        path=table.string("path"),
        reason=table.string("reason"),
        text=table.string("text", ""),
        fingerprint=table.string("fingerprint", ""),
    )


def _designation(values: Any, kind: DesignationKind, path: str | Path, text: str) -> Designation:
    # Most tables have three plain keys; the rest keep the defaults of the class.
    after = f'"{values.get("text")}"' if isinstance(values, dict) else ""
    table = Table(values, path=path, text=text, known=DESIGNATION_KEYS, after=after)
    status = table.member("status", AdminStatus, AdminStatus.PREFERRED)
    deprecated_by = table.values.get("deprecated_by")
    if deprecated_by is not None:
        deprecated_by = table.string("deprecated_by")
        if status not in (AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED):
            table.fail(
                f"'deprecated_by' stands with status {status.value!r}",
                at="deprecated_by",
                hint="only a deprecated or superseded designation has it",
            )
    return Designation(
        lang=table.tag(),
        text=table.string("text"),
        kind=table.member("kind", DesignationKind, kind),
        status=status,
        review=table.member("review", Review, Review.REVIEWED),
        form=table.member("form", Form, Form.FULL),
        toponym=table.option("toponym", Toponym),
        conversion=table.option("conversion", Conversion),
        valid_from=table.date("valid_from"),
        valid_until=table.date("valid_until"),
        deprecated_by=deprecated_by,
        sources=table.strings("sources"),
        note=table.string("note", ""),
    )


def _relation(values: Any, path: str | Path, text: str) -> Relation:
    table = Table(values, path=path, text=text, known=RELATION_KEYS)
    return Relation(
        kind=table.member("kind", RelationKind),
        target=table.slug("target"),
        valid_from=table.date("valid_from"),
        valid_until=table.date("valid_until"),
        confirmed=table.date("confirmed"),
        sources=table.strings("sources"),
        note=table.string("note", ""),
    )


def _fail_twice(table: Table, designations: tuple[Designation, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for designation in designations:
        key = (designation.lang, designation.text)
        if key in seen:
            table.start = max(0, table.text.rfind(f'"{designation.text}"'))
            table.fail(
                f"{designation.text!r} stands twice in {designation.lang}",
                at=designation.text,
                hint="one concept names a text once per language",
            )
        seen.add(key)
