"""The settings that made a result, on one line, so that two results can be compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Pairs in a fixed order.

    >>> print(Signature((("glossary", "3f2a9c1"), ("termkit", "0.1.0"))))
    glossary:3f2a9c1|termkit:0.1.0
    """

    pairs: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "|".join(f"{key}:{value}" for key, value in self.pairs)
