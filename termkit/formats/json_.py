"""JSON: every field of every concept (schema ``termkit.concepts/1``)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from termkit.formats.base import Format, FormatKind
from termkit.model.concept import Concept
from termkit.model.plain import to_plain


def write(concepts: Iterable[Concept]) -> bytes:
    """One object; empty fields are left out, dates are ISO 8601."""
    value = {"schema": "termkit.concepts/1", "concepts": [to_plain(entry) for entry in concepts]}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


FORMAT = Format(
    name="json",
    suffixes=(".json",),
    spec="RFC 8259, schema termkit.concepts/1",
    kind=FormatKind.CONCEPTS,
    writes=write,
)
