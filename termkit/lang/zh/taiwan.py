"""Mandarin as passports and signs of Taiwan have spelled it beside Wade-Giles.

Tongyong Pinyin (2002 to 2008: *Jhonghe*, *Cijin*) and Mandarin Phonetic Symbols II (1984 to
2002: *Shiu*, *Jung*). Names mix them with Wade-Giles without its apostrophes.

Source: Ministry of Education, Mandarin Phonetic Symbols II (1986), transcription guidelines 1-7
(pinyin.info); the comparison of Tongyong with Hanyu Pinyin in Wikipedia, Tongyong Pinyin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.readings import pinyin_readings
from termkit.lang.zh.wade_giles import bare_wade_giles

_APICAL = frozenset(("zhi", "chi", "shi", "ri", "zi", "ci", "si"))
_INITIALS = (
    "zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs",
)  # fmt: skip
_TONGYONG = {"zh": "jh", "q": "c", "x": "s"}
_MPS = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}
_MPS_APICAL = {
    "zhi": "jr", "chi": "chr", "shi": "shr", "ri": "r", "zi": "tz", "ci": "tsz", "si": "sz",
}  # fmt: skip
_MPS_FINALS = {"ao": "au", "iao": "iau", "iu": "iou", "ui": "uei", "un": "uen", "ong": "ung"}


def tongyong(pinyin: str) -> str:
    """One syllable of pinyin without tone in Tongyong Pinyin.

    >>> [tongyong(syllable) for syllable in ("zhong", "qi", "xiu", "zhi", "xu", "feng", "wen")]
    ['jhong', 'ci', 'siou', 'jhih', 'syu', 'fong', 'wun']
    """
    if pinyin in _WHOLE_TONGYONG:
        return _WHOLE_TONGYONG[pinyin]
    initial, final = _split(pinyin)
    final = {"iu": "iou", "ui": "uei", "iong": "yong"}.get(final, final)
    if final.startswith("ü"):
        final = "yu" + final[1:]
    return _TONGYONG.get(initial, initial) + final + "h" * (pinyin in _APICAL)


_WHOLE_TONGYONG = {"feng": "fong", "weng": "wong", "wen": "wun"}


def phonetic_symbols(pinyin: str) -> str:
    """The same in Mandarin Phonetic Symbols II.

    >>> [phonetic_symbols(s) for s in ("zhong", "qi", "xiao", "zhi", "xu", "zai", "yao", "yong")]
    ['jung', 'chi', 'shiau', 'jr', 'shiu', 'tzai', 'yau', 'yung']
    """
    if pinyin in _MPS_APICAL:
        return _MPS_APICAL[pinyin]
    initial, final = _split(pinyin)
    if not initial:
        return pinyin.replace("ao", "au").replace("ong", "ung")
    final = _MPS_FINALS.get(final, final.replace("iong", "iung"))
    if final.startswith("ü"):
        final = "iu" + final[1:]
    return _MPS.get(initial, initial) + final


def _split(pinyin: str) -> tuple[str, str]:
    initial = next((head for head in _INITIALS if pinyin.startswith(head)), "")
    final = pinyin[len(initial) :]
    return initial, "ü" + final[1:] if initial in ("j", "q", "x") and final[0] == "u" else final


@lru_cache(maxsize=1 << 13)
def taiwan_spellings(character: str) -> frozenset[str]:
    """The spellings of a character in names of Taiwan, pinyin and bare Wade-Giles among them.

    >>> sorted(taiwan_spellings("正"))
    ['cheng', 'jeng', 'jheng', 'zheng']
    """
    spelled = _spellings()
    readings = (reading.letters for reading in pinyin_readings(character))
    return frozenset(form for letters in readings for form in spelled.get(letters, ()))


@cache
def pinyin_of_taiwan() -> Mapping[str, frozenset[str]]:
    """The pinyin syllables that each spelling may be.

    >>> sorted(pinyin_of_taiwan()["jen"]), sorted(pinyin_of_taiwan()["siou"])
    (['ren', 'zhen'], ['xiu'])
    """
    found: dict[str, set[str]] = defaultdict(set)
    for spelling, syllables in bare_wade_giles().items():
        found[spelling].update(syllables)
    for pinyin, *_ in load_rows("zh", "wade_giles"):
        for spelling in (pinyin, tongyong(pinyin), phonetic_symbols(pinyin)):
            found[spelling.replace("ü", "u")].add(pinyin)
    return {spelling: frozenset(syllables) for spelling, syllables in found.items()}


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for spelling, syllables in pinyin_of_taiwan().items():
        for pinyin in syllables:
            found[pinyin].append(spelling)
    return {pinyin: tuple(spellings) for pinyin, spellings in found.items()}
