"""JSON: every field of every concept (schema ``termkit.concepts/1``)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, Format, text_into
from termkit.model.concept import Concept
from termkit.model.plain import to_plain


def write(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """One object; empty fields are left out, dates are ISO 8601."""
    value = {"schema": "termkit.concepts/1", "concepts": [to_plain(entry) for entry in concepts]}
    with text_into(out) as text:
        json.dump(value, text, ensure_ascii=False, indent=1)
        text.write("\n")


FORMAT = Format(
    name="json",
    suffixes=(".json",),
    spec="RFC 8259, schema termkit.concepts/1",
    concepts=ConceptDoor(writes=write),
)
