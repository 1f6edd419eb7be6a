"""JSON: every field of every concept, or the units of a bitext.

Schemas ``termkit.concepts/1`` and ``termkit.bitext/1``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from termkit.formats.base import BitextDoor, ConceptDoor, Format, text_into
from termkit.formats.unit_rows import LOSES, known_fields, rows
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept
from termkit.model.plain import to_plain


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """One object; empty fields are left out, dates are ISO 8601."""
    value = {"schema": "termkit.concepts/1", "concepts": [to_plain(entry) for entry in concepts]}
    with text_into(out) as text:
        json.dump(value, text, ensure_ascii=False, indent=1)
        text.write("\n")


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
    concepts=ConceptDoor(writes=write),
)
