"""How much room a text takes on a terminal."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Columns on a terminal: two for a Han character, none for a combining mark.

    >>> columns("中越 Việt")
    9
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
