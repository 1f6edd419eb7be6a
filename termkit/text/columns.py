"""How much room a text takes on a terminal."""

from __future__ import annotations

import re
import unicodedata

# Western and Vietnamese letters in one code point each, and general punctuation.
_NARROW = re.compile("[\0-\u02ff\u1e00-\u1eff\u2010-\u2027]*")


class _Widths(dict[str, int]):
    """Columns of a character; filled as characters are met."""

    def __missing__(self, character: str) -> int:
        wide = unicodedata.east_asian_width(character) in "WF"
        self[character] = 0 if unicodedata.combining(character) else 2 if wide else 1
        return self[character]


class _Wide(dict[str, bool]):
    """Whether a character is as wide as a Han one; filled as characters are met."""

    def __missing__(self, character: str) -> bool:
        self[character] = unicodedata.east_asian_width(character) in "WF"
        return self[character]


_WIDTHS = _Widths()
_WIDE = _Wide()


def columns(text: str) -> int:
    """Columns on a terminal: two for a Han character, none for a combining mark.

    >>> columns("中越 Việt")
    9
    """
    return len(text) if _NARROW.fullmatch(text) else sum(map(_WIDTHS.__getitem__, text))


def count_wide(text: str) -> int:
    """How many characters are as wide as a Han one.

    >>> count_wide("中越 Việt"), count_wide("Việt")
    (2, 0)
    """
    return 0 if _NARROW.fullmatch(text) else sum(map(_WIDE.__getitem__, text))
