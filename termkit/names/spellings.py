"""Other spellings that sound the same: *i* for a lone *y*, *c* for a hard *k*, and back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.names.words import read_word

MOST_WORDS = 8
"""More words are no name that is spelled otherwise."""
_LONE_I = re.compile(r"[bcdghklmnprstvx]{0,3}i|qui(?:nh|t|ch|n)?|ui(?:nh|t|ch|n)")
_LONE_Y = re.compile(r"[bcdghklmnprstvx]{0,3}y|quy(?:nh|t|ch|n)?")
_I_OF = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_Y_OF = {i: y for y, i in _I_OF.items()}


def spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The other spellings of some words, at most sixteen.

    >>> list(spellings(("lý", "nam")))
    [('lí', 'nam')]
    """
    choices = [_spelled(word) for word in words]
    if len(words) > MOST_WORDS or all(len(choice) == 1 for choice in choices):
        return
    yield from itertools.islice(itertools.product(*choices), 1, 17)


@lru_cache(maxsize=1 << 14)
def _spelled(word: str) -> tuple[str, ...]:
    base = read_word(word).base
    if len(base) != len(word):
        return (word,)
    other = word
    if _LONE_Y.fullmatch(base):
        other = _swapped(word, base.index("y"), _I_OF)
    elif _LONE_I.fullmatch(base):
        other = _swapped(word, base.index("i"), _Y_OF)
    elif "k" in base and base[:2] == "ka":
        other = "c" + word[1:]
    elif base[:2] == "ca":
        other = "k" + word[1:]
    if len(base) > 2 and base[-1] in "kc" and base[-2] in "aeiouy":
        return tuple(dict.fromkeys((word, other, other[:-1] + ("c" if base[-1] == "k" else "k"))))
    return tuple(dict.fromkeys((word, other)))


def _swapped(word: str, place: int, table: dict[str, str]) -> str:
    letter = table.get(word[place])
    return word if letter is None else word[:place] + letter + word[place + 1 :]
