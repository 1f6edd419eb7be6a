"""How two written words, or syllables, of a name stand to each other.

Everything here works on one word in lower case, composed, and is remembered: names are made
of few syllables, so the second comparison of *Nguyễn* with *Nguyen* costs a look-up.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from termkit.text.compose import TONES

# The tone marks of pinyin that Vietnamese has not: macron and caron.
_ALL_TONES = TONES + "\N{COMBINING MACRON}\N{COMBINING CARON}"
_STROKE = "\N{COMBINING SHORT STROKE OVERLAY}"
# Letters that do not decompose, as a letter and its stroke. Eth and African D pose as đ.
_STRUCK = {ord(letter): "d" + _STROKE for letter in "đðɖ"} | {
    ord("ø"): "o\N{COMBINING LONG SOLIDUS OVERLAY}",
    ord("ł"): "l\N{COMBINING LONG SOLIDUS OVERLAY}",
    ord("ħ"): "h\N{COMBINING SHORT STROKE OVERLAY}",
    ord("ı"): "i",
}
# One sound, two spellings: i and y where nothing follows or precedes (Lý, Lí; Quỳnh, Quình),
# c and k (Bắc Kạn, Bắc Cạn; Đắk Lắk, Đắc Lắc). In thúy and thúi they are two sounds.
_LONE_Y = re.compile(r"(?:[bcdghklmnprstvx]{0,3})y|qu?y(?:nh|t|ch|n)?")
_HARD_K = re.compile(r"k(?=a)|(?<=[aeiouy])k$")
_ONSETS = frozenset({"ch", "gi", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"})


class Kind(IntEnum):
    """How two words stand to each other; the closest first."""

    SAME = 0
    FEWER = 1  # the first has fewer marks and contradicts none
    MORE = 2  # the second has
    SPELLING = 3  # i and y, c and k
    INITIAL = 4
    CONFLICT = 5


class Word(NamedTuple):
    """One word taken apart.

    Attributes:
        base: Its letters without marks, apostrophes gone; *đ* is *d*.
        key: The same with *i* for a lone *y* and *c* for a hard *k*: two spellings, one sound.
        shapes: One entry per letter of ``base``: marks that make another letter.
        tones: One entry per letter: tone marks.
        tone: The tone marks in order, wherever they stand (*hòa* and *hoà* agree).
    """

    base: str
    key: str
    shapes: tuple[str, ...]
    tones: tuple[str, ...]
    tone: str

    @property
    def marked(self) -> bool:
        """Whether it carries any mark."""
        return bool(self.tone) or any(self.shapes)


class Relation(NamedTuple):
    """How a word stands to another, with a sentence for a person.

    Attributes:
        kind: Of the relation.
        missing: How many marks one side lacks.
        score: In [0, 1].
        reason: Says it.
    """

    kind: Kind
    missing: int
    score: float
    reason: str


@lru_cache(maxsize=1 << 15)
def read_word(text: str) -> Word:
    """Take a word apart. It is lower case and composed; apostrophes may stand in it.

    >>> read_word("hoà").tone == read_word("hòa").tone, read_word("đỗ").base
    (True, 'do')
    >>> read_word("h'yim").base, read_word("kỳ").key
    ('hyim', 'ki')
    """
    if text.isascii():
        base = text.replace("'", "")
        empty = ("",) * len(base)
        return Word(base, _sound_key(base), empty, empty, "")
    letters: list[list[str]] = []
    for character in text:
        base, shapes, tones = _LETTERS[character]
        if base:
            letters.append([base, shapes, tones])
        elif letters:
            letters[-1][1] += shapes
            letters[-1][2] += tones
    base = "".join([letter[0] for letter in letters])
    return Word(
        base,
        _sound_key(base),
        tuple([letter[1] for letter in letters]),
        tuple([letter[2] for letter in letters]),
        "".join([letter[2] for letter in letters]),
    )


class _Letters(dict[str, tuple[str, str, str]]):
    """Base, shapes and tones of a character; filled as characters are met."""

    def __missing__(self, character: str) -> tuple[str, str, str]:
        base = shapes = tones = ""
        for part in unicodedata.normalize("NFD", character.translate(_STRUCK)):
            if part in _ALL_TONES:
                tones += part
            elif "\u0300" <= part <= "\u036f":
                shapes += part
            elif part != "'":
                base += part
        self[character] = base, shapes, tones
        return self[character]


_LETTERS = _Letters()


@lru_cache(maxsize=1 << 16)
def relate(a: str, b: str) -> Relation:
    """How two words of a name stand to each other.

    >>> [relate("trung", other).kind.name for other in ("trung", "trúng", "trang")]
    ['SAME', 'FEWER', 'CONFLICT']
    >>> [relate(*pair).kind.name for pair in (("hòa", "hoà"), ("lý", "lí"), ("trúng", "trùng"))]
    ['SAME', 'SPELLING', 'CONFLICT']
    >>> relate("hue", "huệ").reason
    'Hue lacks 2 marks of Huệ'
    """
    one, two = read_word(a), read_word(b)
    shown = a.capitalize(), b.capitalize()
    if one.base != two.base:
        if one.key == two.key and one.shapes == two.shapes and one.tone == two.tone:
            return Relation(Kind.SPELLING, 0, 0.95, f"{shown[0]} and {shown[1]} sound the same")
        if one.key == two.key:
            kind, missing = _marks_between(one, two)
            if kind is Kind.SAME:
                kind = Kind.SPELLING
            if kind is not Kind.CONFLICT:
                said = _fewer(kind, missing, shown) + ", spelled otherwise"
                return Relation(kind, missing, 0.85, said)
        return Relation(Kind.CONFLICT, 0, 0.0, f"{shown[0]} and {shown[1]} are different")
    kind, missing = _marks_between(one, two)
    if kind is Kind.SAME:
        said = f"{shown[0]} is the same" if a == b else f"{shown[0]} and {shown[1]} are the same"
        return Relation(kind, 0, 1.0, said)
    if kind is Kind.CONFLICT:
        return Relation(kind, 0, 0.4, f"{shown[0]} and {shown[1]} differ in their marks")
    return Relation(kind, missing, 1 - 0.1 * min(missing, 4), _fewer(kind, missing, shown))


@lru_cache(maxsize=1 << 14)
def relate_initial(initial: str, word: str, *, first: bool) -> Relation:
    """How an initial stands to a word; ``first`` says which of the two names has it.

    >>> relate_initial("h", "hoài", first=True).kind.name
    'INITIAL'
    >>> relate_initial("đ", "dương", first=True).kind.name
    'CONFLICT'
    """
    short, full = read_word(initial), read_word(word)
    shown = initial.upper() if len(initial) == 1 else initial.capitalize()
    fits = full.base.startswith(short.base) and len(full.base) > len(short.base)
    if fits and short.shapes[0] and short.shapes[0] != full.shapes[0]:
        fits = False  # Đ. stands for no Dương
    if fits:
        return Relation(Kind.INITIAL, 0, 0.7, f"{shown}. may stand for {word.capitalize()}")
    return Relation(Kind.CONFLICT, 0, 0.0, f"{shown}. does not stand for {word.capitalize()}")


def is_onset(letters: str) -> bool:
    """Whether letters with a full stop can be an initial: one letter, or *Ng.*, *Th.*

    >>> is_onset("h"), is_onset("ng"), is_onset("le")
    (True, True, False)
    """
    return len(letters) == 1 or letters in _ONSETS


def _sound_key(base: str) -> str:
    if "y" in base and _LONE_Y.fullmatch(base):
        base = base.replace("y", "i")
    return _HARD_K.sub("c", base) if "k" in base else base


def _marks_between(one: Word, two: Word) -> tuple[Kind, int]:
    """The relation of the marks of two words with the same letters, and how many are missing."""
    if one.shapes == two.shapes and one.tone == two.tone and len(one.tone) < 2:
        return Kind.SAME, 0
    ones, twos = one.shapes, two.shapes
    if len(ones) != len(twos):  # letters of other scripts, cut otherwise
        return Kind.CONFLICT, 0
    if len(one.tone) < 2 and len(two.tone) < 2:
        ones, twos = (*ones, one.tone), (*twos, two.tone)
    else:  # several syllables closed up: the place of a tone counts
        ones, twos = ones + one.tones, twos + two.tones
    fewer = more = differ = 0
    for x, y in zip(ones, twos, strict=True):
        if x != y:
            differ += 1
            fewer += not x
            more += not y
    if not differ:
        return Kind.SAME, 0
    if differ == fewer:
        return Kind.FEWER, fewer
    if differ == more:
        return Kind.MORE, more
    return Kind.CONFLICT, 0


def _fewer(kind: Kind, missing: int, shown: tuple[str, str]) -> str:
    if kind is Kind.SPELLING:
        return f"{shown[0]} and {shown[1]} sound the same"
    less, more = shown if kind is Kind.FEWER else shown[::-1]
    return f"{less} lacks {missing} mark{'s' * (missing > 1)} of {more}"
