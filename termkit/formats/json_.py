"""JSON: every field of every concept, or the units of a bitext.

Schemas ``termkit.concepts/1`` and ``termkit.bitext/1``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Any, BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import BitextDoor, ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.decode import decode_file
from termkit.formats.unit_rows import LOSES, known_fields, rows
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept
from termkit.model.plain import from_plain, to_plain

SCHEMA = "termkit.concepts/1"


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of one object; anything it does not know is an error.

    Raises:
        UnreadableDocumentError: Not JSON, not of this schema, or a value that does not fit.
    """
    try:
        value = json.loads(decode_file(file, path), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise UnreadableDocumentError(
            f"not JSON: {error.msg}", path=path, line=error.lineno
        ) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableDocumentError(f"not JSON to rely on: {error}", path=path) from None
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise UnreadableDocumentError(f"not an object of schema {SCHEMA}", path=path)
    entries = value.get("concepts")
    if not isinstance(entries, list):
        raise UnreadableDocumentError("'concepts' must be a list", path=path)
    for number, entry in enumerate(entries, start=1):
        try:
            if isinstance(entry, dict):
                entry.setdefault("subject_field", "")  # left out when empty
            concept = from_plain(Concept, entry)
        except ValueError as error:
            raise UnreadableDocumentError(f"concept {number}: {error}", path=path) from None
        yield concept


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One object; empty fields are left out, dates are ISO 8601."""
    with text_into(out) as text:
        text.write(f'{{\n "schema": "{SCHEMA}",\n "concepts": [')
        before = "\n"
        for concept in concepts:
            entry = json.dumps(to_plain(concept), ensure_ascii=False, indent=1)
            text.write(before + indent(entry, "  "))
            before = ",\n"
        text.write("\n ]\n}\n" if before == ",\n" else "]\n}\n")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _is_ours(head: bytes) -> bool:
    return SCHEMA.encode() in head


def write_units(units: Iterable[TranslationUnit], out: BinaryIO) -> None:
    """One object with a list of units, one unit a line, written as they come."""
    with text_into(out) as text:
        text.write('{"schema": "termkit.bitext/1",\n "units": [')
        for number, row in enumerate(rows(units)):
            text.write(",\n  " if number else "\n  ")
            json.dump(known_fields(row), text, ensure_ascii=False)
        text.write("\n ]}\n")


FORMAT = Format(
    name="json",
    suffixes=(".json",),
    spec="RFC 8259, schemas termkit.concepts/1 and termkit.bitext/1",
    bitext=BitextDoor(writes=write_units, loses=LOSES),
    concepts=ConceptDoor(reads=read, writes=write, recognises=_is_ours),
)
