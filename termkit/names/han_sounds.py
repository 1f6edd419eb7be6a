"""What Han characters can sound like, in three ways of writing it: asked before they are read.

Most pairs of a Chinese name and another one are two people. Whether the one can read the other
at all takes a few look-ups in these records, each made once for a character or a word; only
what passes is read syllable by syllable.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from termkit.lang.tables import load_rows
from termkit.lang.vi.han_viet import reading_key, whole_readings
from termkit.lang.vi.han_viet import readings_in_names as readings_in_vietnamese
from termkit.lang.zh.readings import readings_in_names as readings_in_chinese
from termkit.lang.zh.syllables import read_pinyin
from termkit.lang.zh.wade_giles import read_wade_giles
from termkit.names.read import read_name
from termkit.names.words import read_word

NEVER_PINYIN = re.compile("[đơư\u1ea0-\u1ef9]")
"""Letters with horn, bar, hook, dot below or two marks: no tone of pinyin looks so."""


class Sounds(NamedTuple):
    """What a character, or any of several, can sound like.

    Attributes:
        keys: Its Hán Việt readings without marks, with one spelling for one sound.
        letters: The letters of those readings.
        pinyin: Its readings in pinyin without tones, both with *ü* and with *u*.
    """

    keys: frozenset[str]
    letters: frozenset[str]
    pinyin: frozenset[str]


@lru_cache(maxsize=1 << 12)
def sounds_of(han: str) -> Sounds:
    """What any character of a name sounds like, or the name as a whole.

    >>> sounds = sounds_of("吕")
    >>> sorted(sounds.keys), sorted(sounds.letters), sorted(sounds.pinyin)
    (['la', 'lu'], ['a', 'l', 'u'], ['lu', 'lü'])
    """
    each = list(map(_sounds, han))
    letters = frozenset[str]().union(*[sounds.letters for sounds in each])
    for whole in whole_readings(han):
        letters |= frozenset(read_name(whole).letters)
    return Sounds(
        frozenset[str]().union(*[sounds.keys for sounds in each]),
        letters,
        frozenset[str]().union(*[sounds.pinyin for sounds in each]),
    )


@lru_cache(maxsize=1 << 14)
def _sounds(character: str) -> Sounds:
    words = [read_word(reading) for reading in readings_in_vietnamese(character)]
    pinyin = {syllable.letters for syllable in readings_in_chinese(character)}
    return Sounds(
        frozenset([word.key for word in words]),
        frozenset("".join([word.base for word in words])),
        frozenset(pinyin | {letters.replace("ü", "u") for letters in pinyin}),
    )


@lru_cache(maxsize=1 << 14)
def pinyin_begins(word: str) -> tuple[str, ...]:
    """The syllables that a word in pinyin can begin with.

    >>> pinyin_begins("jinping"), pinyin_begins("xian"), pinyin_begins("trung")
    (('jin',), ('xian', 'xi'), ())
    """
    return tuple(dict.fromkeys(split[0].letters for split in read_pinyin(word)))


@lru_cache(maxsize=1 << 14)
def wade_giles_begins(word: str) -> tuple[str, ...]:
    """The same in pinyin for a word in Wade-Giles.

    >>> wade_giles_begins("tse"), wade_giles_begins("xi")
    (('ze', 'ce'), ())
    """
    splits = read_wade_giles(word)
    return tuple(dict.fromkeys(syllable for split in splits for syllable in split[0]))


@lru_cache(maxsize=1 << 15)
def is_pinyin_word(word: str) -> bool:
    """Whether a word in lower case can be pinyin.

    >>> is_pinyin_word("jinping"), is_pinyin_word("trung"), is_pinyin_word("hsi")
    (True, False, False)
    """
    # Most Vietnamese syllables are told apart by their letters, before any parsing.
    return word[-1] not in "hmptckl" and not NEVER_PINYIN.search(word) and bool(read_pinyin(word))


@lru_cache(maxsize=1 << 13)
def pinyin_of_vietnamese(word: str) -> frozenset[str]:
    """Pinyin of the characters that a Vietnamese syllable reads, marks dropped or not.

    >>> sorted(pinyin_of_vietnamese("tập")), sorted(pinyin_of_vietnamese("jin"))
    (['die', 'ji', 'qi', 'xi', 'yi', 'zhe'], [])
    """
    return frozenset(_sino().get(reading_key(word), "").split())


@cache
def _sino() -> dict[str, str]:
    """Pinyin syllables by Hán Việt syllable, with and without marks, through the characters."""
    return {row[0]: row[1] for row in load_rows("vi", "han_viet_pinyin")}
