"""Ordinary Chinese words that also name a place: *和平* is peace, and Hòa Bình."""

from __future__ import annotations

from termkit.lang.tables import load_words

_UNITS = "省市县区州镇乡村府岛河湖山"


def is_ordinary_word(text: str, start: int, end: int) -> bool:
    """Whether a place name found at a range is rather an ordinary word.

    What kind of place it is, written after it, decides for the place.

    >>> is_ordinary_word("和平发展", 0, 2), is_ordinary_word("和平省", 0, 2)
    (True, False)
    """
    followed = text[end : end + 1]
    return text[start:end] in load_words("zh", "ordinary_words") and followed not in _UNITS
