"""What a check says: the finding, and the facts that collection rules count."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from termkit.model.span import Span


class Severity(StrEnum):
    """How much a finding matters; compare with `rank`, higher is worse."""

    HINT = "hint"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Side(StrEnum):
    """The side of a translation unit; a document on its own has none."""

    SOURCE = "source"
    TARGET = "target"


class Safety(StrEnum):
    """Whether a fix may be applied without a person looking."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Fix:
    """Text to put in place of a span (of the unit's original text)."""

    span: Span
    replacement: str
    safety: Safety = Safety.UNSAFE


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that makes a finding one, perhaps in another document."""

    unit_id: str
    span: Span
    text: str
    message: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule fired. The only output of a check.

    Attributes:
        code: Of the rule, such as ``"O203"``.
        unit_id: Segment or translation unit.
        side: ``None`` in a document that is not a translation.
        span: Code points of the unit's original text.
        text: What stands there, as found.
        message: One line: what is wrong, in the words of the rule's page.
        concept_id: The concept it speaks of.
        related: The other places.
        fix: What to write instead.
        fingerprint: Survives moved lines: a hash of rule, document, text and surroundings.
    """

    code: str
    severity: Severity
    unit_id: str
    span: Span
    text: str
    message: str
    side: Side | None = None
    concept_id: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


def fingerprint(code: str, document: str, text: str, before: str, after: str) -> str:
    """Sixteen hexadecimal digits that stay the same when lines move."""
    joined = "\x1f".join((code, document, text, before, after))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact was seen; ordered by document order, so that the first is well defined."""

    unit_id: str
    order: tuple[str, int, int]  # document id, segment number, start
    span: Span
    text: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation of a collection rule: under this key, this value, here."""

    key: str
    value: str
    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Count:
    """How often a value was seen in one source, and where first."""

    number: int
    first: Place


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts per (value, source) under one key. `merge` is associative and commutative."""

    counts: Mapping[tuple[str, str], Count] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> dict[str, Tally]:
        """Tallies per key."""
        tables: Tables = {}
        for fact in facts:
            count_fact(tables, fact)
        return {key: cls(table) for key, table in tables.items()}

    def merge(self, other: Tally) -> Tally:
        """Both together; the first place is the earlier in document order."""
        table = dict(self.counts)
        for key, count in other.counts.items():
            _add(table, key, count)
        return Tally(table)


Tables = dict[str, dict[tuple[str, str], Count]]
"""What tallies are made of: counts per (value, source), by key."""


def count_fact(tables: Tables, fact: Fact) -> bool:
    """Count one more fact; whether its place is now the first."""
    table, key = tables.setdefault(fact.key, {}), (fact.value, fact.source)
    _add(table, key, Count(1, fact.place))
    return table[key].first is fact.place


def _add(table: dict[tuple[str, str], Count], key: tuple[str, str], count: Count) -> None:
    seen = table.get(key)
    if seen is None:
        table[key] = count
        return
    first = min(seen.first, count.first, key=lambda place: place.order)
    table[key] = Count(seen.number + count.number, first)
