"""English personal names: given name first, family name alone on second mention."""

from __future__ import annotations

from termkit.lang.words import find_words

_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})


def find_short_form(name: str) -> str | None:
    """The family name: the last word, without *Jr.* and the like.

    >>> find_short_form("Antony Blinken"), find_short_form("Joseph R. Biden Jr.")
    ('Blinken', 'Biden')
    >>> find_short_form("Madonna") is None
    True
    """
    words = [span.slice(name) for span in find_words(name)]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if len(words) > 1 else None
