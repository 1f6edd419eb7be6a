"""Names that reports from anywhere mention: heads of state, cities, regions of the world.

They carry no glossary entry and no verdict on spelling by themselves: a check asks which of
them a written name nearly is, and whether the written name is one of them.

Source: The World Factbook and Unicode CLDR, tables `world_leaders.tsv` and `world_places.tsv`
of the language rooms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows, load_words
from termkit.text.fold import fold
from termkit.text.scripts import is_han

_LONGEST = 4  # words of a name that is searched for
_ROOMS = {"en": ("en",), "vi": ("vi", "en"), "zh": ("zh",)}


@dataclass(frozen=True, slots=True)
class WorldName:
    """A name as its table has it.

    Attributes:
        text: As printed, marks and all.
        words: Its words in lower case without marks, hyphens dividing them.
        by_sound: It reaches Latin letters from another script, so that vowels and doubled
            letters differ from house to house.
    """

    text: str
    words: tuple[str, ...]
    by_sound: bool = False


@dataclass(frozen=True)
class NearIndex:
    """Names of two words and more by all their words but one, and every word they have."""

    by_rest: dict[tuple[int, int, tuple[str, ...]], tuple[WorldName, ...]]
    words: frozenset[str]
    whole: frozenset[tuple[str, ...]]


@cache
def leaders() -> NearIndex:
    """Heads of state and government, with and without their middle names.

    >>> [name.text for name in leaders().by_rest[2, 1, ("emmanuel",)]]
    ['Emmanuel Macron']
    """
    return _index(_leaders())


@cache
def regions(lang: str) -> NearIndex:
    """Cities and regions with names of two words and more, as a language writes them.

    >>> [name.text for name in regions("en").by_rest[2, 0, ("lumpur",)]]
    ['Kuala Lumpur']
    """
    return _index(name for name in _targets(lang) if len(name.words) > 1)


@cache
def lone_regions(lang: str) -> dict[str, WorldName]:
    """Cities and regions with names of one word, by that word; Chinese ones in pinyin, too."""
    found = {name.words[0]: name for name in _targets(lang) if len(name.words) == 1}
    for _, pinyin in load_rows("zh", "places"):
        word = fold(pinyin)
        found.setdefault(word, WorldName(pinyin, (word,)))
    return found


@cache
def known_words(lang: str) -> frozenset[str]:
    """Every word of every name of the tables: what is one of these is no slip for another.

    >>> {"georgia", "macron", "vienna"} <= known_words("en")
    True
    """
    names = [row[0] for room in _ROOMS[lang] for row in load_rows(room, "world_places")]
    names += [row[0] for row in load_rows("en", "world_leaders")]
    names += territory_names(lang).values()
    return frozenset(word for name in names for word in fold(name).split())


@cache
def han_places() -> frozenset[str]:
    """Places and countries of the world in simplified Chinese, and Chinese places.

    >>> {"乌兰巴托", "马来西亚", "长沙"} <= han_places()
    True
    """
    names = {*load_words("zh", "world_places"), *territory_names("zh").values()}
    names.update(row[1] for row in load_rows("zh", "territory_names"))
    names.update(load_words("zh", "places"))
    return frozenset(name for name in names if all(map(is_han, name)) and "地区" not in name)


def _targets(lang: str) -> Iterator[WorldName]:
    for room in _ROOMS[lang]:
        for name, kind in load_rows(room, "world_places"):
            if kind != "other":
                yield WorldName(name, tuple(fold(name).split()))


def _leaders() -> Iterator[WorldName]:
    for name, family, spelling in load_rows("en", "world_leaders"):
        words = tuple(fold(name).split())
        by_sound = spelling == "sounds"
        yield WorldName(name, words, by_sound)
        # Prabowo Subianto Djojohadikusumo, Vladimir Vladimirovich Putin, Donald J. Trump
        own = fold(family).split()
        given = name.split()
        short = f"{given[0]} {given[1]}" if own[0] == words[0] else f"{given[0]} {family}"
        yield WorldName(short, tuple(fold(short).split()), by_sound)


def _index(names: Iterator[WorldName]) -> NearIndex:
    by_rest: dict[tuple[int, int, tuple[str, ...]], dict[tuple[str, ...], WorldName]]
    by_rest = defaultdict(dict)
    whole = set()
    for name in names:
        size = len(name.words)
        whole.add(name.words)
        for index in range(size if 1 < size <= _LONGEST else 0):
            rest = (*name.words[:index], *name.words[index + 1 :])
            by_rest[size, index, rest].setdefault(name.words, name)
    words = frozenset(word for name in whole for word in name)
    return NearIndex(
        {key: tuple(found.values()) for key, found in by_rest.items()}, words, frozenset(whole)
    )
