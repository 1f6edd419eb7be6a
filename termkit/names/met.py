"""Whom a document has named so far: what decides who a short name is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Met:
    """Whom a document has named so far.

    Attributes:
        seen: Entries, by number, that were named in full.
        marked: Those of them whose name was written with its marks.
        strangers: Letters of what people are called alone who are no entries.
        readings: Entries whom Han characters can be read as, for those asked about.
    """

    seen: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    readings: dict[str, set[int]] = field(default_factory=dict)
