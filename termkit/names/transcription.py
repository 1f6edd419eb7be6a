"""Characters that write foreign names by their sound, and which of them stand for each other.

*乌尔曼* and *乌尔蔓* are one name, *马克龙* and *马克宏* another: houses choose among characters
that sound alike, in Mandarin or in the language that the name came through.

Source: `lang/zh/data/transcription_pairs.tsv`, from Unicode CLDR and OpenCC; the names of the
world that `termkit.names.world` has.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.pinyin import find_readings
from termkit.names.world import han_names

_FEW = 3  # names that a character must stand in
_OFTEN = 20
_MANY = 5  # for one that only rhymes
# Characters of names that are words by themselves more often.
_WORDS = frozenset(
    "的和国在了是与及对向为从说也都不他她于上下中大小年月日时分这有一二三四五六七八九十"
    "东西南北州省市县区岛山河江海湖港人口会公长方新老前后内外天地同见等将被把给"
)
_SYLLABLE = re.compile("(?P<initial>zh|ch|sh|[bpmfdtnlgkhjqxzcsryw]?)(?P<rhyme>.+)")
# Consonants that one foreign sound becomes, as the houses have it: b and p, j and z, l and r.
_KINDS = {
    initial: kind
    for kind, initials in enumerate(
        ("b p", "d t", "g k h", "j q x z c s zh ch sh", "l r", "m", "n", "f", "w y")
    )
    for initial in initials.split()
}


@cache
def transcribing() -> frozenset[str]:
    """Characters that foreign names are written with.

    >>> "斯" in transcribing(), "森" in transcribing(), "在" in transcribing()
    (True, True, False)
    """
    return frozenset(
        character
        for character, number in _numbers().items()
        if number >= _FEW and character not in _WORDS
    )


def is_foreign(part: str) -> bool:
    """Whether all characters of a part of a name are common in foreign ones.

    >>> is_foreign("克龙"), is_foreign("国强")
    (True, False)
    """
    return all(
        character in transcribing() and _numbers()[character] >= _OFTEN for character in part
    )


@lru_cache(maxsize=1 << 16)
def alternate(one: str, other: str) -> bool:
    """Whether two characters may stand for each other in one foreign name.

    A pair that names of several regions show, one sound, or, for characters that many names
    have, one rhyme or consonants that a foreign sound becomes.

    >>> [alternate(*pair) for pair in ("科柯", "京丁", "拉雷", "森逊", "马特", "克尔")]
    [True, True, True, True, False, False]
    """
    if differ_by_region(one, other):
        return True
    readings, others = set(find_readings(one)), set(find_readings(other))
    if readings & others:
        return True
    if min(_numbers()[one], _numbers()[other]) < _MANY:
        return False
    return any(_are_near(reading, another) for reading in readings for another in others)


def differ_by_region(one: str, other: str) -> bool:
    """Whether regions are known to write one foreign name with either character.

    >>> differ_by_region("马", "玛"), differ_by_region("青", "清")
    (True, False)
    """
    first, second = sorted((one, other))
    return second in _later().get(first, "")


def _are_near(reading: str, other: str) -> bool:
    one, two = _SYLLABLE.fullmatch(reading), _SYLLABLE.fullmatch(other)
    if one is None or two is None:
        return False
    if one["rhyme"] == two["rhyme"]:
        return True
    kind = _KINDS.get(one["initial"])
    return (
        kind is not None
        and kind == _KINDS.get(two["initial"])
        and (("n" in one["rhyme"]) == ("n" in two["rhyme"]))
    )


@cache
def _numbers() -> Counter[str]:
    return Counter(character for name in han_names() for character in set(name))


@cache
def _later() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "transcription_pairs")}
