"""How alike a name in letters and a Chinese rendering of it sound: by their consonants.

Chinese writes foreign names by sound, syllable by syllable; vowels and voicing change freely,
the order of the consonants does not. *Samiri* and 撒米里 both have s, m and a liquid.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.lang.zh.pinyin import find_readings
from termkit.text.fold import strip_marks

# Sounds that stand for each other; a letter may be of several classes.
_LATIN = {
    "ch": "JSK", "sh": "SJ", "th": "TS", "ph": "F", "kh": "KH", "gh": "KH", "zh": "J",
    "ck": "K", "b": "P", "c": "KS", "d": "T", "f": "F", "g": "KJ", "h": "H", "j": "JY",
    "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "q": "K", "r": "L", "s": "S", "t": "T",
    "v": "FW", "w": "W", "x": "KS", "y": "Y", "z": "SJ",
}  # fmt: skip
_PINYIN = {
    "zh": "JS", "ch": "JS", "sh": "SJ", "b": "P", "p": "P", "m": "M", "f": "FHP", "d": "T",
    "t": "T", "n": "N", "l": "L", "g": "K", "k": "K", "h": "HK", "j": "JK", "q": "JK",
    "x": "SJH", "r": "L", "z": "SJ", "c": "SJ", "s": "S", "y": "YJ", "w": "WFP",
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(ng|n|r)?")

Sounds = tuple[frozenset[str], ...]


def likeness(name: str, han: str) -> float:
    """Share of consonants that both have in the same order, in [0, 1].

    Args:
        name: In letters.
        han: Of which each character counts with its usual reading.

    >>> likeness("Samiri", "撒米里"), round(likeness("Samiri", "撒米"), 2)
    (1.0, 0.67)
    >>> likeness("Samiri", "人民")
    0.25
    """
    one, other = _latin_sounds(name), _han_sounds(han)
    longest = max(len(one), len(other))
    return _common(one, other) / longest if longest else 0.0


@lru_cache(maxsize=1 << 14)
def _latin_sounds(name: str) -> Sounds:
    letters = strip_marks(name).lower()
    # Doubled letters are one sound.
    letters = re.sub(r"(\w)\1", r"\1", letters)
    return tuple(frozenset(_LATIN[m[0]]) for m in _LETTERS.finditer(letters))


@lru_cache(maxsize=1 << 14)
def _han_sounds(han: str) -> Sounds:
    sounds = []
    for character in han:
        readings = find_readings(character)
        match = _SYLLABLE.fullmatch(readings[0]) if readings else None
        if match is None:
            continue
        if match[1]:
            sounds.append(frozenset(_PINYIN[match[1]]))
        if match[2]:
            sounds.append(frozenset("L" if match[2] == "r" else "NM"))
    return tuple(sounds)


def _common(one: Sounds, other: Sounds) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for left in one:
        before = row
        row = [0]
        for at, right in enumerate(other):
            both = before[at] + 1 if left & right else 0
            row.append(max(both, before[at + 1], row[at]))
    return row[-1]
