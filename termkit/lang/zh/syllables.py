"""Pinyin as it is written: its syllables, its tones, and whether two spellings are one.

Names are written closed (*Jinping*), open, or with hyphens; tones stand as marks, as digits or
not at all; *ü* is also *v*, *u:*, and *yu* in passports (*Lyu*). An apostrophe cuts (*Xi'an*);
where it is left out there may be two ways to cut (*xian*), and all of them are given.

Source: GB/T 16159-2012, Basic rules of the Chinese phonetic alphabet orthography;
GB/T 28039-2011, Chinese names in pinyin (family name first, *ü* as *YU* in capitals).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termkit.lang.tables import load_rows

MOST_LETTERS = 40
"""A longer word is no pinyin: four syllables of six letters with marks."""
MOST_SPLITS = 32

_TONE_MARKS = (
    "\N{COMBINING MACRON}\N{COMBINING ACUTE ACCENT}\N{COMBINING CARON}\N{COMBINING GRAVE ACCENT}"
)
_GAP = re.compile(r"[\s'’ʼ‘`\-\u2010\u2011·]+")
_FOREIGN = re.compile("[^a-zü]")
_NO_INITIALS = frozenset("iuü")  # no syllable begins with them


_RESPELT = (
    ("lyu", "lü"), ("nyu", "nü"), ("lue", "lüe"), ("nue", "nüe"), ("shaan", "shan"),
)  # fmt: skip


_MAY_BE_UMLAUT = re.compile("[ln]yu|[ln]ue|shaan|[jqxy]ü")


class PinyinSyllable(NamedTuple):
    """Letters in lower case (with *ü*) and tone 1 to 5; 0 when no tone is written."""

    letters: str
    tone: int = 0

    def __str__(self) -> str:
        """With its tone mark, where the rules put it.

        >>> [str(PinyinSyllable(letters, 4)) for letters in ("lüe", "gui", "liu", "hao", "ou")]
        ['lüè', 'guì', 'liù', 'hào', 'òu']
        """
        if not 1 <= self.tone <= 4:
            return self.letters
        at = _mark_place(self.letters)
        marked = self.letters[: at + 1] + _TONE_MARKS[self.tone - 1] + self.letters[at + 1 :]
        return unicodedata.normalize("NFC", marked)


_syllable = lru_cache(maxsize=4096)(PinyinSyllable)
"""Equal syllables are one object: there are five times thirteen hundred."""


def parse_syllable(text: str) -> PinyinSyllable | None:
    """One syllable of pinyin, or ``None``.

    >>> parse_syllable("Zhōng"), parse_syllable("lv4"), parse_syllable("Bejing")
    (PinyinSyllable(letters='zhong', tone=1), PinyinSyllable(letters='lü', tone=4), None)
    """
    splits = read_pinyin(text)
    return splits[0][0] if splits and len(splits[0]) == 1 else None


@lru_cache(maxsize=4096)
def split_syllables(text: str) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a name into syllables, the fewest first; tones are dropped.

    >>> split_syllables("Jinping"), split_syllables("Xi'an")
    ((('jin', 'ping'),), (('xi', 'an'),))
    >>> split_syllables("Xian"), split_syllables("Bejing"), split_syllables("")
    ((('xian',), ('xi', 'an')), (), ())
    """
    return tuple(
        dict.fromkeys(tuple(syllable.letters for syllable in split) for split in read_pinyin(text))
    )


@lru_cache(maxsize=4096)
def read_pinyin(text: str) -> tuple[tuple[PinyinSyllable, ...], ...]:
    """Every way to read a text as pinyin with its tones; empty when it is none.

    At most `MOST_SPLITS`. Spaces, hyphens and apostrophes always cut.

    >>> [str(syllable) for syllable in read_pinyin("Xi2 Jin4ping2")[0]]
    ['xí', 'jìn', 'píng']
    """
    if not text or len(text) > 3 * MOST_LETTERS:
        return ()
    splits: list[tuple[PinyinSyllable, ...]] = [()]
    for word in _GAP.split(text.strip(" '’-")):
        ways = _ways(word)
        splits = [before + way for before in splits for way in ways][:MOST_SPLITS]
    return tuple(splits) if splits != [()] else ()


def same_pinyin(a: str, b: str, *, tones: bool = True) -> bool:
    """Whether two spellings are one name; case, spacing and hyphens are style.

    Args:
        a: One spelling.
        b: The other.
        tones: Whether tones must agree. If not, *ü* may have lost its dots, too.

    >>> same_pinyin("Xí Jìnpíng", "XI2 JIN4 PING2"), same_pinyin("Xí Jìnpíng", "Xī Jìnpíng")
    (True, False)
    >>> [same_pinyin("Xi Jinping", "Xí Jìnpíng", tones=tones) for tones in (True, False)]
    [False, True]
    >>> same_pinyin("Lü Xiulian", "Lyu Xiu-lian"), same_pinyin("Lu Bu", "Lü Bu", tones=False)
    (True, True)
    """
    ones, others = read_pinyin(a), read_pinyin(b)
    if not tones:
        plain = {tuple(_plain(syllable) for syllable in split) for split in others}
        return any(tuple(_plain(syllable) for syllable in split) in plain for split in ones)
    return bool(set(ones) & set(others))


def _plain(syllable: PinyinSyllable) -> str:
    return syllable.letters.replace("ü", "u")


@cache
def pinyin_syllables() -> frozenset[str]:
    """The syllables of Standard Chinese in pinyin, without tones.

    >>> {"zhuang", "lü", "er"} <= pinyin_syllables(), "bejing" in pinyin_syllables()
    (True, False)
    """
    return frozenset(row[0] for row in load_rows("zh", "wade_giles"))


@lru_cache(maxsize=8192)
def _ways(word: str) -> Sequence[tuple[PinyinSyllable, ...]]:
    raw = _take_apart(word)
    restored = _restore_umlaut(*raw) if _MAY_BE_UMLAUT.search(raw[0]) else raw
    if restored == raw:
        return _cut(*raw)
    # Jianyun has no ü, though nyu may be nü: both ways to read it count.
    return sorted(dict.fromkeys(_cut(*restored) + _cut(*raw)), key=len)[:MOST_SPLITS]


def _cut(letters: str, tones: list[int]) -> list[tuple[PinyinSyllable, ...]]:
    size = len(letters)
    if not 0 < size <= MOST_LETTERS or _FOREIGN.search(letters):
        return []
    # ways[start]: how to read what begins there; from the end, so that dead ends stay empty.
    ways: dict[int, list[tuple[PinyinSyllable, ...]]] = {size: [()]}
    known, toned = pinyin_syllables(), any(tones)
    for start in range(size - 1, -1, -1):
        if letters[start] in _NO_INITIALS:
            continue
        found: list[tuple[PinyinSyllable, ...]] = []
        for end, rests in ways.items():  # the longest first
            if end > start + 6 or letters[start:end] not in known:
                continue
            written = set(tones[start:end]) - {0} if toned else ()
            if len(written) > 1:
                continue
            syllable = _syllable(letters[start:end], max(written, default=0))
            found += [(syllable, *rest) for rest in rests]
        if found:
            ways[start] = sorted(found, key=len)[:MOST_SPLITS] if len(found) > 1 else found
    return ways.get(0, [])


def _take_apart(word: str) -> tuple[str, list[int]]:
    """Letters with *ü* restored, and the tone written on or after each."""
    if word.isascii() and word.isalpha() and "v" not in (plain := word.lower()):
        return plain, [0] * len(plain)
    letters: list[str] = []
    tones: list[int] = []
    decomposed = unicodedata.normalize("NFD", word[: 4 * MOST_LETTERS].lower())
    for character in decomposed:
        if character in _TONE_MARKS and tones:
            tones[-1] = _TONE_MARKS.index(character) + 1
        elif character in "12345" and tones:
            tones[-1] = int(character)
        elif character == "\N{COMBINING DIAERESIS}" and letters and letters[-1] == "u":
            letters[-1] = "ü"
        elif character == "\N{COMBINING BREVE}" and tones:  # ĭ is a common slip for ǐ
            tones[-1] = 3
        elif character == ":" and letters and letters[-1] == "u":
            letters[-1] = "ü"
        elif character == "v":
            letters.append("ü")
            tones.append(0)
        else:
            letters.append(character)
            tones.append(0)
    return "".join(letters), tones


def _restore_umlaut(text: str, tones: list[int]) -> tuple[str, list[int]]:
    """*lyu* and *lue* are *lü* and *lüe*; after j, q, x, y the rules drop the dots.

    *Shaanxi* doubles the a of 陕西 by decree, lest it be taken for 山西.
    """
    for typed, meant in _RESPELT:
        while (at := text.find(typed)) >= 0:
            text = text[:at] + meant + text[at + len(typed) :]
            if len(meant) < len(typed):  # two letters for one vowel
                vowel = at + len(meant) - (1 if meant != "shan" else 2)
                tones = [*tones[:vowel], max(tones[vowel : vowel + 2]), *tones[vowel + 2 :]]
    for initial in "jqxy":
        text = text.replace(f"{initial}ü", f"{initial}u")
    return text, tones


def _mark_place(letters: str) -> int:
    """Index of the letter that carries the mark: a or e; the o of ou; else the last vowel."""
    for vowel in "ae":
        if vowel in letters:
            return letters.index(vowel)
    if "ou" in letters:
        return letters.index("ou")
    return max(letters.rfind(vowel) for vowel in "iouü")
