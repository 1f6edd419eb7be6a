"""Pinyin without tones: the readings of Han characters, and what can be a syllable."""

from __future__ import annotations

import re
from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.names import find_short_form

_INITIALS = "bpmfdtnlgkhjqxzcsryw"


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Without tones, and with *v* for *ü* as keyboards have it."""
    found: dict[str, tuple[str, ...]] = {}
    for toned, characters in load_rows("zh", "toned_pinyin"):
        letters = (reading[:-1].replace("ü", "v") for reading in toned.split())
        found.update(dict.fromkeys(characters, tuple(dict.fromkeys(letters))))
    return found


def find_readings(character: str) -> tuple[str, ...]:
    """Readings of a character without tones, the usual one first; empty when unknown.

    >>> find_readings("忠"), find_readings("重"), find_readings("a")
    (('zhong',), ('zhong', 'chong', 'tong'), ())
    """
    return _readings().get(character, ())


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters share a reading: what a pinyin keyboard confuses.

    >>> sound_alike("清", "青"), sound_alike("政", "正"), sound_alike("赏", "清")
    (True, True, False)
    """
    return bool(set(find_readings(one)) & set(find_readings(other)))


def romanise_name(name: str) -> str | None:
    """A person's name in pinyin, family name first, the given name in one word.

    >>> romanise_name("黎怀忠"), romanise_name("欧阳修")
    ('Li Huaizhong', 'Ouyang Xiu')
    >>> romanise_name("Lê") is None
    True
    """
    family = find_short_form(name)
    if family is None or not all(map(find_readings, name)):
        return None
    parts = (family, name[len(family) :])
    # An apostrophe keeps syllables apart before a vowel: Xi'an, Yan'an.
    written = []
    for part in parts:
        syllables = [find_readings(character)[0].replace("v", "ü") for character in part]
        joined = syllables[0]
        for syllable in syllables[1:]:
            joined += ("'" if syllable[0] in "aeo" else "") + syllable
        written.append(joined.capitalize())
    return " ".join(written)


@cache
def _syllables() -> frozenset[str]:
    plain = {reading for readings in _readings().values() for reading in readings}
    return frozenset(
        form
        for syllable in plain
        for form in (syllable, syllable.replace("v", "u"), syllable.replace("v", "yu"))
        if re.search("[aeiou]", form) and (form[0] in _INITIALS or form[0] in "aeo")
    )


def is_syllable(word: str) -> bool:
    """Whether a word is one syllable.

    >>> is_syllable("Zhou"), is_syllable("'an"), is_syllable("Zhoug")
    (True, True, False)
    """
    return _letters(word) in _syllables()


def count_syllables(word: str) -> int:
    """The least number of pinyin syllables a word can be cut into; 0 when it is no pinyin.

    >>> [count_syllables(word) for word in ("Haixing", "Jinping", "Yi", "Bejing", "Lam", "Trung")]
    [2, 2, 1, 0, 0, 0]
    """
    letters = _letters(word)
    best = [0] + [99] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            if best[start] < 99 and letters[start:end] in _syllables():
                best[end] = min(best[end], best[start] + 1)
    return best[-1] if letters and best[-1] < 99 else 0


def _letters(word: str) -> str:
    return word.lower().translate(_SIGNS)


_SIGNS = dict.fromkeys(map(ord, "'\u2019-"))
