"""Two names in letters that may be two readings of the same characters.

*Chou En-lai* is *Zhou Enlai* in Wade-Giles, and *Tập Cận Bình* is *Xi Jinping* as Vietnam
reads him. They only agree (``compatible``): the characters themselves are not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from termkit.lang.zh.syllables import split_syllables
from termkit.lang.zh.wade_giles import read_wade_giles
from termkit.model.name import Verdict
from termkit.names.han_sounds import NEVER_PINYIN, is_pinyin_word, pinyin_of_vietnamese
from termkit.names.latin import Marks, Outcome
from termkit.names.read import NameText
from termkit.names.respelled import compare_respelled
from termkit.names.titles import strip_latin

MOST_WORDS = 12
"""A name of more words is no name that is read."""


def compare_romanised(one: NameText, two: NameText, marks: Marks = (None, None)) -> Outcome | None:
    """Two names in letters that may be two readings of the same characters.

    >>> from termkit.names.read import read_name
    >>> [str(found.verdict) if found else None for found in (
    ...     compare_romanised(read_name(a), read_name(b)) for a, b in (
    ...     ("Chou En-lai", "Zhou Enlai"), ("Xi Jinping", "Tập Cận Bình"),
    ...     ("Xi Jinming", "Tập Cận Bình"), ("Chang Wei", "Zhang Wei")))]
    ['compatible', 'compatible', None, None]
    """
    if len(one.words) > MOST_WORDS or len(two.words) > MOST_WORDS or one.letters == two.letters:
        return None  # the same letters with other marks are no other spelling
    ends = (one.words[0], one.words[-1], two.words[0], two.words[-1])
    if not (one.joints or two.joints or any(map(is_pinyin_word, ends))):
        return None
    names_one = [*(bare.name for bare in strip_latin(one)), one]
    names_two = [*(bare.name for bare in strip_latin(two)), two]
    for x in names_one:
        for y in names_two:
            if not (is_pinyin(x) or is_pinyin(y) or x.marked or y.marked):
                continue
            found = (
                _romanised(x, y)
                or _romanised(y, x)
                or compare_respelled(x, y)
                or compare_respelled(y, x)
            )
            if found is not None:
                return found
    return None


def is_pinyin(name: NameText) -> bool:
    """Whether every word can be pinyin."""
    return all(map(is_pinyin_word, name.words))


def rotations(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as written, and begun at each of the others; long names as written only."""
    yield words
    for k in range(1, len(words) if len(words) <= 6 else 1):
        yield (*words[k:], *words[:k])


def _romanised(one: NameText, two: NameText) -> Outcome | None:
    """The second in pinyin, or in Wade-Giles; the first in pinyin, Wade-Giles or Hán Việt."""
    if not is_pinyin(two):
        return _vietnamese_and_wade_giles(one, two)
    splits = _pinyin_splits(two)
    if is_pinyin(one) and _same_pinyin(one, two):
        return _agree(one, two, "is the same in pinyin")
    if _shows_wade_giles(one) and all(map(_is_wade_giles_word, one.words)):
        for words in rotations(one.words):
            for candidates in read_wade_giles(" ".join(words)):
                if any(_fits(candidates, split) for split in splits):
                    return _agree(one, two, "is Wade-Giles for what the other has in pinyin")
    if _is_vietnamese(one, two):
        for words in rotations(one.words):
            sounds = [pinyin_of_vietnamese(word) for word in words]
            if any(_fits(sounds, split) for split in splits):
                return _agree(one, two, "is a reading of what the other has in pinyin")
    return _vietnamese_and_wade_giles(one, two)  # Lee is le e as well


def _vietnamese_and_wade_giles(one: NameText, two: NameText) -> Outcome | None:
    """*Đặng Tiểu Bình* and *Teng Hsiao-p’ing*."""
    if not one.marked or len(one.words) < 2 or not _writes_wade_giles(two):
        return None
    if not (all(map(pinyin_of_vietnamese, one.words)) and all(map(_is_wade_giles_word, two.words))):
        return None
    sounds = [pinyin_of_vietnamese(word) for word in one.words]
    for words in rotations(two.words):
        for candidates in read_wade_giles(" ".join(words)):
            if len(candidates) == len(sounds) and all(
                not possible.isdisjoint(wade_giles)
                for possible, wade_giles in zip(sounds, candidates, strict=True)
            ):
                return _agree(one, two, "is a reading of what the other has in Wade-Giles")
    return None


def _fits(sounds: Sequence[Collection[str]], split: tuple[str, ...]) -> bool:
    """Whether each syllable is one of those that stand in its place."""
    return len(sounds) == len(split) and all(
        syllable in possible for possible, syllable in zip(sounds, split, strict=True)
    )


def _agree(one: NameText, two: NameText, said: str) -> Outcome:
    reasons = [f"{word.capitalize()} {said}" for word in one.words]
    return Outcome(Verdict.COMPATIBLE, 0.8, tuple(reasons))


@lru_cache(maxsize=1 << 15)
def _is_wade_giles_word(word: str) -> bool:
    return not NEVER_PINYIN.search(word) and bool(read_wade_giles(word))


def _pinyin_splits(name: NameText) -> tuple[tuple[str, ...], ...]:
    """Ways to read a whole name as pinyin, tones aside."""
    return split_syllables(" ".join(name.words))


def _same_pinyin(one: NameText, two: NameText) -> bool:
    """Two spellings of one pinyin: *Lv Ying*, *Lǚ Yǐng*; where no tone is written, u may be ü."""
    if one.marked or two.marked:
        return one.marked is not two.marked and set(_pinyin_splits(one)) == set(_pinyin_splits(two))
    return _dotless(one) == _dotless(two)


def _dotless(name: NameText) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(syllable.replace("ü", "u") for syllable in split) for split in _pinyin_splits(name)
    )


def _shows_wade_giles(name: NameText) -> bool:
    """Whether a name is no pinyin as it is written: *Chou En-lai*, and not *Chang Wei*."""
    return _writes_wade_giles(name) or not _pinyin_splits(name)


def _writes_wade_giles(name: NameText) -> bool:
    """Whether a name has the hyphens or apostrophes of Wade-Giles."""
    return bool(name.joints) or any("'" in word for word in name.words)


def _is_vietnamese(name: NameText, pinyin: NameText) -> bool:
    """Whether a name is to be read as Hán Việt: by its marks, or since the other is none.

    One syllable is too little: *Úc* is 澳 and so read *ào*, but *Áo* is another country.
    """
    if len(name.words) < 2 or not all(map(pinyin_of_vietnamese, name.words)):
        return False
    if name.marked and not pinyin.marked:
        return True
    # Without marks, either may be Vietnamese as well as pinyin: one that is both says nothing.
    return not all(map(pinyin_of_vietnamese, pinyin.words)) and (name.marked or not is_pinyin(name))
