"""Where a pattern stands in a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from termkit.text.codepage import DELETED, MARKS

FIRST_DELETED = "\N{SOFT HYPHEN}"
"""No character before it is a mark or left out of keys."""

_TAIL = re.compile(rf"(?:[{DELETED}]*[{MARKS}])?")


class Hit(NamedTuple):
    """A pattern in a text.

    Attributes:
        start, end: Code points of the text as it is, half-open; marks of the last letter
            included.
        pattern: Index of the pattern; the first, of those with the same key.
    """

    start: int
    end: int
    pattern: int


def with_marks(text: str, end: int) -> int:
    """The end of a hit with the marks of its last letter."""
    if text[end : end + 1] < FIRST_DELETED:
        return end
    tail = _TAIL.match(text, end)
    assert tail is not None
    return tail.end()
