"""Simplified and traditional Han characters: one into the other, and whether two are one.

Simplifying is nearly a function; the way back is not, because one simplified character may
stand for several traditional ones (发 for 發 and 髮). So `same_han` asks whether either side
can be written as the other, and never by way of a third: 發 and 髮 are two words.

Source: OpenCC dictionaries and Unihan (`data/traditional.tsv`, `data/many_traditional.tsv`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import ne

from termkit.lang.tables import load_rows

_ENOUGH = 2_000  # characters that tell the script of a text
_SHARE = 10  # one in so many is traditional, at the least


def simplify(text: str) -> str:
    """The text in simplified characters; everything that is not Han stays.

    >>> simplify("習近平, 越南社會主義共和國, Xi")
    '习近平, 越南社会主义共和国, Xi'

    Words are turned whole where their characters alone would mislead.

    >>> simplify("乾隆"), simplify("乾燥"), simplify("錢鍾書")
    ('乾隆', '干燥', '钱锺书')
    """
    if text.isascii():
        return text
    letters = _letters()
    if _beginnings().isdisjoint(text):
        return text.translate(letters)
    pieces = _pattern().split(text)  # what lies between the words, and at odd places the words
    return "".join(
        _words()[piece] if place % 2 else piece.translate(letters)
        for place, piece in enumerate(pieces)
    )


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, and not only quotes some.

    >>> is_traditional("雙方關係發展良好"), is_traditional("他叫陈於晋，双方关系发展良好，合作很多")
    (True, False)
    """
    if text.isascii():
        return False
    start = text[:_ENOUGH]
    turned: int = sum(map(ne, start, start.translate(_letters())))
    return turned * _SHARE > len(start)


def traditional_variants(character: str) -> tuple[str, ...]:
    """Traditional forms of a simplified character, the usual one first.

    A character that is written alike in both scripts has itself among them; one that is
    unknown, or traditional already, has none.

    >>> traditional_variants("发"), traditional_variants("后"), traditional_variants("习")
    (('發', '髮'), ('後', '后'), ('習',))
    >>> traditional_variants("中"), traditional_variants("a")
    ((), ())
    """
    return _traditional().get(character, ())


def same_han(a: str, b: str) -> bool:
    """Whether two Han texts are one, whichever script each is written in.

    Characters that are not Han must be equal.

    >>> same_han("習近平", "习近平"), same_han("習近平", "习近乎")
    (True, False)
    >>> same_han("头发", "頭髮"), same_han("头发", "頭發"), same_han("發", "髮")
    (True, True, False)
    >>> same_han("為", "爲"), same_han("臺灣", "台湾")
    (True, True)
    """
    if len(a) != len(b):
        return False
    return all(x == y or y in _forms(x) or x in _forms(y) for x, y in zip(a, b, strict=True))


def han_variants(character: str) -> tuple[str, ...]:
    """Every other form the character may take in the scripts, simplified first.

    >>> han_variants("國"), han_variants("国"), han_variants("人")
    (('国',), ('國',), ())
    """
    return _forms(character)


@lru_cache(maxsize=8192)
def _forms(character: str) -> tuple[str, ...]:
    simplified = _simplified().get(character, ())
    others = (
        *simplified,
        *_traditional().get(character, ()),
        *_regional().get(character, ()),
    )
    return tuple(form for form in dict.fromkeys(others) if form != character)


@cache
def _regional() -> Mapping[str, tuple[str, ...]]:
    """Sisters of a traditional character that differ by region only: 為 and 爲, 裡 and 裏."""
    found: dict[str, list[str]] = defaultdict(list)
    for standard, form in load_rows("zh", "regional_variants"):
        found[standard].append(form)
        found[form].append(standard)
    return {character: tuple(forms) for character, forms in found.items()}


@cache
def _simplified() -> Mapping[str, tuple[str, ...]]:
    return {
        row[0]: tuple(row[1].split()) for row in load_rows("zh", "traditional") if len(row[0]) == 1
    }


@cache
def _traditional() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for simplified, several in load_rows("zh", "many_traditional"):
        found[simplified] = several.split()
    for traditional, forms in _simplified().items():
        for simplified in forms:
            if traditional not in found[simplified]:
                found[simplified].append(traditional)
    return {simplified: tuple(forms) for simplified, forms in found.items()}


@cache
def _letters() -> Mapping[int, str]:
    return {ord(form): simplified[0] for form, simplified in _simplified().items()}


@cache
def _beginnings() -> frozenset[str]:
    """The first characters of the words that are turned whole."""
    return frozenset(word[0] for word in _words())


@cache
def _words() -> Mapping[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "traditional") if len(row[0]) > 1}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(sorted(_words(), key=len, reverse=True))})")
