"""Wade-Giles, the romanisation of older books and of Taiwan: *Mao Tse-tung*, *Hsi Chin-p’ing*.

The apostrophe tells aspirated sounds (*ch’in* is *qin*, *chin* is *jin*) and the dots tell
*chü* from *chu*; both are mostly left out in print, and then a syllable has several
readings. In a name that writes either of them, the rest is taken at its word.

Source: `data/wade_giles.tsv`, after the Library of Congress conversion tables (1998).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.syllables import parse_syllable, split_syllables

MOST_LETTERS = 60

_APOSTROPHE = re.compile(r"['’ʼ‘`ʻ′]")
# Pinyin writes tones so; Wade-Giles has figures for them.
_TONES = frozenset("\u0300\u0301\u0304\u030c")
_GAP = re.compile(r"[\s\-\u2010\u2011·]+")
# Other spellings of the same syllables in use (Giles 1892, and Taiwan today); the last rows are
# of people: Lee Teng-hui, Soong Ching-ling, Peng Teh-huai, Yu Kuo-hwa, Ma Ying-jeou, Hou Yu-ih,
# and with the tones of Gwoyeu Romatzyh (1928) Yu Shyi-kun, Lai Shyh-bao, Wang Jin-pyng.
_OTHERS = {
    "szu": "si", "ssu": "si", "tzu": "zi", "yi": "yi", "ê": "e", "ing": "ying", "yu": "you",
    "lee": "li", "soong": "song", "teh": "de", "hwa": "hua", "jeou": "jiu",
    "ih": "yi", "yih": "yi", "shyi": "xi", "shyh": "shi", "jyh": "zhi", "chyuan": "quan",
    "pyng": "ping",
}  # fmt: skip


def to_wade_giles(pinyin: str) -> str | None:
    """One pinyin syllable in Wade-Giles, with apostrophe and dots; ``None`` when it is none.

    >>> to_wade_giles("xi"), to_wade_giles("qing"), to_wade_giles("dong"), to_wade_giles("lv")
    ('hsi', 'ch’ing', 'tung', 'lü')
    >>> to_wade_giles("bejing") is None
    True
    """
    syllable = parse_syllable(pinyin)
    return _to().get(syllable.letters) if syllable else None


def from_wade_giles(syllable: str, *, exact: bool = False) -> tuple[str, ...]:
    """The pinyin syllables that a Wade-Giles syllable may be; empty when it is none.

    Args:
        syllable: With or without apostrophe and dots.
        exact: Whether the name it stands in writes apostrophes or dots, so that their
            absence means something.

    >>> from_wade_giles("ch’in"), from_wade_giles("chin"), from_wade_giles("chin", exact=True)
    (('qin',), ('jin', 'qin'), ('jin',))
    >>> from_wade_giles("tung"), from_wade_giles("chu"), from_wade_giles("xi")
    (('dong', 'tong'), ('zhu', 'ju', 'chu', 'qu'), ())
    """
    return _candidates(_key(syllable), exact)


def same_as_pinyin(wade_giles: str, pinyin: str) -> bool:
    """Whether a name in Wade-Giles is a name in pinyin, syllable by syllable.

    >>> same_as_pinyin("Mao Tse-tung", "Mao Zedong"), same_as_pinyin("Li K'o-ch'iang", "Li Keqiang")
    (True, True)
    >>> [same_as_pinyin(name, "Xi Jinping") for name in ("Hsi Chin-p’ing", "Hsi Ch’in-p’ing")]
    [True, False]
    >>> same_as_pinyin("T'aipei", "Taibei"), same_as_pinyin("Kaohsiung", "Gaoxiong")
    (True, True)
    """
    splits = split_syllables(pinyin)
    return any(
        len(candidates) == len(split)
        and all(syllable in possible for possible, syllable in zip(candidates, split, strict=True))
        for candidates in read_wade_giles(wade_giles)
        for split in splits
    )


@lru_cache(maxsize=4096)
def read_wade_giles(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Every way to cut a name into Wade-Giles syllables, each with the pinyin it may be.

    Spaces and hyphens cut; a closed word (*Taipei*) that is no syllable is cut wherever
    syllables allow it.

    >>> read_wade_giles("Mao Tse-tung")
    ((('mao',), ('ze', 'ce'), ('dong', 'tong')),)
    >>> read_wade_giles("Nguyen"), read_wade_giles("Wáng Yí"), read_wade_giles("")
    ((), (), ())
    """
    if not name or len(name) > MOST_LETTERS:
        return ()
    dotted = False
    if not name.isascii():
        letters = unicodedata.normalize("NFD", name)
        if not _TONES.isdisjoint(letters):
            return ()
        dotted = "\N{COMBINING DIAERESIS}" in letters
    exact = dotted or bool(_APOSTROPHE.search(name))
    splits: list[tuple[tuple[str, ...], ...]] = [()]
    for word in _GAP.split(name.strip(" -")):
        ways = _ways(_key(word), exact)
        splits = [before + way for before in splits for way in ways][:16]
    return tuple(splits) if splits != [()] else ()


def _candidates(key: str, exact: bool) -> tuple[str, ...]:
    if exact or key not in (table := bare_wade_giles()):
        return _from().get(key, ())
    return table[key]


@lru_cache(maxsize=8192)
def _ways(word: str, exact: bool) -> Sequence[tuple[tuple[str, ...], ...]]:
    whole = _candidates(word, exact)
    if whole:
        return ((whole,),)
    size = len(word)
    ways: list[list[tuple[tuple[str, ...], ...]]] = [[] for _ in range(size)] + [[()]]
    for start in range(size - 1, -1, -1):
        for end in range(min(size, start + 7), start, -1):
            if ways[end] and (found := _candidates(word[start:end], exact)):
                ways[start] += [(found, *rest) for rest in ways[end]]
        if len(ways[start]) > 1:
            ways[start] = sorted(ways[start], key=len)[:16]
    return tuple(ways[0]) if size else ()


def _key(syllable: str) -> str:
    """In lower case, composed, with one kind of apostrophe; other marks fall away."""
    if syllable.isascii():
        return _APOSTROPHE.sub("’", syllable.lower()[:MOST_LETTERS])
    letters = unicodedata.normalize("NFD", syllable.lower()[:MOST_LETTERS])
    kept = "".join(
        character
        for character in letters
        if character in "\N{COMBINING DIAERESIS}" or not unicodedata.combining(character)
    )
    return _APOSTROPHE.sub("’", unicodedata.normalize("NFC", kept))


def _bare(key: str) -> str:
    return key.replace("’", "").replace("ü", "u")


@cache
def _to() -> Mapping[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "wade_giles")}


@cache
def _from() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for pinyin, form in _to().items():
        found[form].append(pinyin)
    for form, pinyin in _OTHERS.items():
        if pinyin not in found[form]:
            found[form].append(pinyin)
    return {form: tuple(syllables) for form, syllables in found.items()}


@cache
def bare_wade_giles() -> Mapping[str, tuple[str, ...]]:
    """The pinyin that each syllable may be which lacks its apostrophes and dots.

    Readings whose form has none come first.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for form, syllables in sorted(_from().items()):
        found[_bare(form)] += [s for s in syllables if s not in found[_bare(form)]]
    return {form: tuple(syllables) for form, syllables in found.items()}
