"""Chinese names as Hong Kong, Macao and Taiwan spell them, beside characters or another spelling.

These spellings are many and loose, so what they join is ``compatible`` at most, and a name that
reads as plain pinyin is none of them where it could be either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from termkit.lang.vi.han_viet import can_read
from termkit.lang.zh.cantonese import (
    cantonese_spellings,
    characters_spelled,
    pinyin_of_cantonese,
    spelled_cantonese,
    usual_spellings,
)
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.names import family_names
from termkit.lang.zh.respelled import Spellings, covers, cut
from termkit.lang.zh.syllables import split_syllables
from termkit.lang.zh.taiwan import pinyin_of_taiwan, taiwan_spellings
from termkit.model.name import Verdict
from termkit.names.han_sounds import is_pinyin_word, pinyin_of_vietnamese
from termkit.names.latin import Outcome
from termkit.names.read import NameText

Words = tuple[str, ...]
Sounds = tuple[frozenset[str], ...]


class System(NamedTuple):
    """A way of spelling names.

    Attributes:
        name: What a reason calls it.
        spellings: Of a character.
        syllables: All spellings.
        pinyin: What each spelling may be in pinyin.
    """

    name: str
    spellings: Spellings
    syllables: Callable[[], Collection[str]]
    pinyin: Callable[[], Mapping[str, frozenset[str]]]


_CANTONESE = System("in Cantonese", cantonese_spellings, spelled_cantonese, pinyin_of_cantonese)
_TAIWAN = System("in a spelling of Taiwan", taiwan_spellings, pinyin_of_taiwan, pinyin_of_taiwan)


def read_respelled(han: str, name: NameText, *, foreign: bool = True) -> Outcome | None:
    """Characters and a name that spells them all.

    Args:
        han: The characters.
        name: The name in letters.
        foreign: Whether it may have a foreign given name before it.

    >>> from termkit.names.read import read_name
    >>> for name in ("Lee Ka-chiu", "John Lee Ka-chiu", "Ka-chiu Lee", "Lee Ka-shing", "Ka Chiu"):
    ...     found = read_respelled("李家超", read_name(name))
    ...     print(found.reasons[0] if found else None)
    李 is read so in Lee Ka Chiu in Cantonese
    李 is read so in Lee Ka Chiu in Cantonese
    李 is read so in Lee Ka Chiu in Cantonese
    None
    None
    """
    if not all(map(str.isascii, name.words)):
        return None
    personal = _may_be_personal(han)
    foreign = foreign and (bool(name.joints) or personal)
    systems: tuple[System, ...] = (_CANTONESE, _TAIWAN)
    if not name.joints and _is_plain_pinyin(name.words, len(han)):
        systems = () if personal and not _is_usual(han, name.words) else (_CANTONESE,)
    for system in systems:
        for words in _orders(name.words, len(han), foreign=foreign):
            if covers(han, words, system.spellings):
                text = " ".join(words).title()
                reasons = [f"{character} is read so in {text} {system.name}" for character in han]
                return Outcome(Verdict.COMPATIBLE, 0.85, tuple(reasons))
    return None


def compare_respelled(one: NameText, two: NameText) -> Outcome | None:
    """A name so spelled and the same name in pinyin or as Vietnamese reads it.

    >>> from termkit.names.read import read_name
    >>> for other in ("Li Jiachao", "Lý Gia Siêu", "Li Jiacheng", "Lý Gia Thành"):
    ...     found = compare_respelled(read_name("John Lee Ka-chiu"), read_name(other))
    ...     print(found.reasons[0] if found else None)
    Lee is a spelling in Cantonese of what the other has
    Lee is a spelling in Cantonese of what the other has
    None
    None
    """
    if one.marked or len(one.words) < 2 or all(map(is_pinyin_word, one.words)):
        return None
    last = one.words[-1]
    systems = [system for system in (_CANTONESE, _TAIWAN) if cut(last, system.syllables())]
    sounds = _sounds(one, two) if systems else []
    for system in systems if sounds else ():
        for words in _orders(one.words, len(one.words)):
            for ways in product(*(cut(word, system.syllables()) for word in words)):
                spelled = [syllable for way in ways for syllable in way]
                possible = [system.pinyin()[syllable] for syllable in spelled]
                if any(_meet(possible, read) for read in sounds) and (
                    system is not _CANTONESE or not two.marked or _share_characters(spelled, two)
                ):
                    said = f"is a spelling {system.name} of what the other has"
                    reasons = [f"{word.capitalize()} {said}" for word in words]
                    return Outcome(Verdict.COMPATIBLE, 0.8, tuple(reasons))
    return None


def _sounds(one: NameText, two: NameText) -> list[Sounds]:
    """What the syllables of the second name can be in pinyin, by each way to cut it."""
    if all(map(is_pinyin_word, two.words)):
        splits = split_syllables(" ".join(two.words))
        return [tuple(frozenset((syllable,)) for syllable in split) for split in splits]
    # A syllable of Vietnamese reads many characters: only beside a name that shows its system.
    if two.marked and one.joints:
        read = tuple(map(pinyin_of_vietnamese, two.words))
        return [read] if all(read) else []
    return []


def _meet(spelled: Sequence[frozenset[str]], read: Sounds) -> bool:
    return len(spelled) == len(read) and not any(map(frozenset.isdisjoint, spelled, read))


def _share_characters(spelled: Sequence[str], two: NameText) -> bool:
    """Whether each syllable can stand for a character that the other's reads in Vietnamese."""
    return all(
        any(can_read(character, word) for character in characters_spelled(syllable))
        for syllable, word in zip(spelled, two.words, strict=True)
    )


def _orders(words: Words, most: int, *, foreign: bool = True) -> Iterator[Words]:
    """The words as written, with the family name first, and without a foreign given name.

    Args:
        words: Of the name.
        most: How many there can be.
        foreign: Whether it can have a foreign given name: a person's.
    """
    if len(words) <= most:
        yield words
        if len(words) > 1:
            yield (*words[-1:], *words[:-1])
    if foreign and 2 < len(words) <= most + 1:
        yield words[1:]


def _is_plain_pinyin(words: Words, syllables: int) -> bool:
    """Whether the words are so many syllables of pinyin; *Yuen Long* is three, and so no 元朗."""
    return all(map(is_pinyin_word, words)) and any(
        len(split) == syllables for split in split_syllables(" ".join(words))
    )


def _is_usual(han: str, words: Words) -> bool:
    """Whether each word is the usual spelling in Hong Kong of the character in its place."""
    return len(han) == len(words) > 2 and all(
        word in usual_spellings(character) for character, word in zip(han, words, strict=True)
    )


def _may_be_personal(han: str) -> bool:
    name = simplify(han)
    return not family_names().isdisjoint((name[:1], name[:2]))
