"""The names of agencies and papers as they stand in datelines and credits."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def agencies() -> dict[str, str]:
    """Name as printed to publisher: ``"VNA/VNS"`` to ``"vns"``."""
    return {row[0]: row[1] for row in _rows("agencies")}


@cache
def labels() -> frozenset[str]:
    """Words in capitals that open a paragraph and are no city: labels, acronyms, countries."""
    return frozenset(row[0] for row in _rows("labels"))


def _rows(table: str) -> list[list[str]]:
    text = files("termkit.formats").joinpath("data", f"{table}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@cache
def agency_pattern(group: str = "agency") -> str:
    """A group that takes one known name, or several joined by a slash.

    The longest name first; a name of Latin letters is whole words.
    """
    names = sorted(agencies(), key=len, reverse=True)
    one = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + ")"
    return rf"(?P<{group}>{one}(?:\s*/\s*{one})*)(?![A-Za-zÀ-ɏẠ-ỹ])"


def publisher(credit: str) -> str | None:
    """Who published what is credited so; ``None`` for a name or a pair nobody listed.

    >>> publisher("Xinhua"), publisher("VNA/VNS"), publisher("AP/Reuters")
    ('xinhua', 'vns', None)
    """
    name = re.sub(r"\s*/\s*", "/", " ".join(credit.split()))
    if name in agencies():
        return agencies()[name]
    parts = {agencies().get(part) for part in name.split("/")}
    return parts.pop() if len(parts) == 1 else None
