"""How a Han character is read in Mandarin, and whether a name in letters reads a Han name.

A family name may have a reading of its own (单 *Shàn*, 仇 *Qiú*, 解 *Xiè*, 尉迟 *Yùchí*).

Source: `data/toned_pinyin.tsv` (pypinyin); family names from `data/family_names.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from termkit.lang.tables import load_by_character, load_rows
from termkit.lang.zh.hanzi import han_variants, simplify
from termkit.lang.zh.syllables import PinyinSyllable, read_pinyin
from termkit.text.scripts import is_han

MOST_CHARACTERS = 32


def pinyin_readings(character: str) -> tuple[PinyinSyllable, ...]:
    """Readings of one character, the usual one first; empty when unknown.

    >>> [str(reading) for reading in pinyin_readings("重")], pinyin_readings("a")
    (['zhòng', 'chóng', 'tóng'], ())
    """
    return _readings(character)


def family_readings(family: str) -> tuple[tuple[PinyinSyllable, ...], ...]:
    """Readings of a family name, of one or two characters; empty when it is none.

    >>> [[str(s) for s in name] for name in family_readings("单")], family_readings("中")
    ([['shàn']], ())
    >>> [[str(s) for s in name] for name in family_readings("尉迟")]
    [['yù', 'chí']]
    """
    found: list[tuple[PinyinSyllable, ...]] = []
    for written in _families().get(simplify(family), ()):
        for split in read_pinyin(written):
            if len(split) == len(family):
                found.append(
                    tuple(
                        _toned(character, syllable.letters)
                        for character, syllable in zip(family, split, strict=True)
                    )
                )
    return tuple(dict.fromkeys(found))


def can_read_pinyin(han: str, latin: str) -> bool:
    """Whether a name in pinyin reads a Han name, character by character, in the same order.

    Tones count where they are written; *ü* may have lost its dots where none are.

    >>> can_read_pinyin("习近平", "Xi Jinping"), can_read_pinyin("習近平", "Xí Jìnpíng")
    (True, True)
    >>> can_read_pinyin("习近平", "Xí Jīnpíng"), can_read_pinyin("习近平", "Xi Jin")
    (False, False)
    >>> can_read_pinyin("单士厘", "Shan Shili"), can_read_pinyin("吕秀莲", "Lyu Xiulian")
    (True, True)
    >>> can_read_pinyin("吕秀莲", "Lu Xiulian")
    True
    """
    if not 0 < len(han) <= MOST_CHARACTERS or not all(map(is_han, han)):
        return False
    return any(
        len(split) == len(han)
        and all(
            _agrees(syllable, readings_in_names(character))
            for character, syllable in zip(han, split, strict=True)
        )
        for split in read_pinyin(latin)
    )


def _agrees(written: PinyinSyllable, readings: tuple[PinyinSyllable, ...]) -> bool:
    for letters, tone in readings:
        if written.tone:
            if (letters, tone) == written:
                return True
        elif letters == written.letters or letters.replace("ü", "u") == written.letters:
            return True
    return False


@lru_cache(maxsize=8192)
def readings_in_names(character: str) -> tuple[PinyinSyllable, ...]:
    """Readings of one character, and behind them those that it has as a family name.

    >>> [str(reading) for reading in readings_in_names("尉")]
    ['wèi', 'yù', 'yùn', 'wèi']
    """
    family = [reading[0] for reading in family_readings(character)]
    return (*_readings(character), *family)


def _toned(character: str, letters: str) -> PinyinSyllable:
    return next(
        (reading for reading in _readings(character) if reading.letters == letters),
        PinyinSyllable(letters),
    )


@lru_cache(maxsize=8192)
def _readings(character: str) -> tuple[PinyinSyllable, ...]:
    table = load_by_character("zh", "toned_pinyin")
    own = table.get(character)
    if own is None:
        own = next((table[form] for form in han_variants(character) if form in table), "")
    return tuple(PinyinSyllable(value[:-1], int(value[-1])) for value in own.split())


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split("|")) for row in load_rows("zh", "family_names")}
