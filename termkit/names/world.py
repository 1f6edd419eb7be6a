"""Names that reports from anywhere mention: heads of state, cities, regions of the world.

They carry no glossary entry and no verdict on spelling by themselves: a check asks which of
them a written name nearly is, and whether the written name is one of them.

Source: The World Factbook, Unicode CLDR and WordNet, tables `world_leaders.tsv`,
`world_places.tsv` and `wordnet_names.tsv` of the language rooms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows, load_table, load_words
from termkit.lang.vi.tones import tone_key
from termkit.lang.zh.pinyin import romanise_name
from termkit.names.stretches import PARTICLES
from termkit.text.fold import fold
from termkit.text.scripts import is_han

_LONGEST = 5  # words of a name that is searched for
_LONG = 6  # letters of a family name that stands alone
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
    """Heads of state and government, with and without their middle names, and people of history.

    >>> [name.text for name in leaders().by_rest[2, 1, ("emmanuel",)]]
    ['Emmanuel Macron']
    >>> ("marie", "curie") in leaders().whole
    True
    """
    return _index(chain(_leaders(), _wordnet("person")))


@cache
def vietnamese_figures(*, marked: bool) -> NearIndex:
    """Leaders and historical figures of Vietnam, their words with marks in the old style or bare.

    >>> ("nguyễn", "trãi") in vietnamese_figures(marked=True).whole
    True
    """
    rows = (name for name, _ in load_rows("vi", "public_figures"))
    keys = ((name, tone_key(name.lower()) if marked else fold(name)) for name in rows)
    return _index(WorldName(name, tuple(key.split())) for name, key in keys)


@cache
def historical_figures() -> frozenset[str]:
    """Those of them whom no office of today's state is ever said of.

    >>> "Nguyễn Du" in historical_figures(), "Tôn Đức Thắng" in historical_figures()
    (True, False)
    """
    rows = load_rows("vi", "public_figures")
    return frozenset(name for name, known_for in rows if known_for == "history")


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
    others = [*(row[1] for row in load_rows("zh", "places")), *territory_names(lang).values()]
    for text in others:
        word = fold(text)
        if word.isalpha():
            found.setdefault(word, WorldName(text, (word,)))
    return found


@cache
def known_words(lang: str) -> frozenset[str]:
    """Every word of every name of the tables: what is one of these is no slip for another.

    >>> {"georgia", "macron", "vienna"} <= known_words("en")
    True
    """
    names = [row[0] for room in _ROOMS[lang] for row in load_rows(room, "world_places")]
    names += [row[0] for row in _people()]
    names += [row[0] for row in load_rows("en", "wordnet_names") if row[1] != "body"]
    names += territory_names(lang).values()
    return frozenset(word for name in names for word in fold(name).split())


@cache
def han_names() -> frozenset[str]:
    """Places, people, bodies and fixed terms in simplified Chinese that are written one way.

    >>> {"乌兰巴托", "马来西亚", "长沙", "古特雷斯", "世界卫生组织"} <= han_names()
    True
    """
    names = {*load_words("zh", "world_places"), *territory_names("zh").values()}
    names.update(row[1] for row in load_rows("zh", "territory_names"))
    names |= load_words("zh", "places") | load_words("zh", "bodies") | _han_table()
    names |= han_firm_names()
    return frozenset(name for name in names if all(map(is_han, name)) and "地区" not in name)


@cache
def han_firm_names() -> frozenset[str]:
    """Countries and foreign leaders: nothing else is likely to be called nearly so."""
    return frozenset((*han_leaders(), *territory_names("zh").values()))


@cache
def han_leaders() -> frozenset[str]:
    """Foreign leaders, by the sound of their names.

    >>> "马克龙" in han_leaders()
    True
    """
    rows = load_rows("zh", "public_figures")
    return frozenset(name for name, kind in rows if kind == "sound")


@cache
def han_figures() -> frozenset[str]:
    """People whose family name stands first: another may be called nearly the same.

    >>> "周恩来" in han_figures(), "普京" in han_figures()
    (True, False)
    """
    rows = load_rows("zh", "public_figures")
    return frozenset(name for name, kind in rows if kind == "family")


def _han_table() -> frozenset[str]:
    return frozenset(name for (name,) in load_table("termkit.names", "han_names"))


def _targets(lang: str) -> Iterator[WorldName]:
    for room in _ROOMS[lang]:
        for name, kind in load_rows(room, "world_places"):
            if kind != "other":
                yield WorldName(name, tuple(fold(name).split()))
    if lang == "en":
        yield from _wordnet("place")


def _wordnet(kind: str) -> Iterator[WorldName]:
    for name, row_kind in load_rows("en", "wordnet_names"):
        if row_kind == kind:
            yield WorldName(name, tuple(fold(name).split()), kind == "person")


def _leaders() -> Iterator[WorldName]:
    for name, family, spelling in _people():
        words = tuple(fold(name).split())
        by_sound = spelling == "sounds"
        yield WorldName(name, words, by_sound)
        # Prabowo Subianto Djojohadikusumo, Vladimir Vladimirovich Putin, Donald J. Trump
        own = fold(family).split()
        given = name.split()
        short = f"{given[0]} {given[1]}" if own[0] == words[0] else f"{given[0]} {family}"
        yield WorldName(short, tuple(fold(short).split()), by_sound)
        at = next((n for n, word in enumerate(given) if word in PARTICLES and n > 1), 0)
        if at:  # Ana de la Cruz for Maria Ana de la Cruz
            late = " ".join(given[at - 1 :])
            yield WorldName(late, tuple(fold(late).split()), by_sound)


def _people() -> Iterator[tuple[str, ...]]:
    yield from load_rows("en", "world_leaders")
    yield from load_rows("en", "world_figures")


@cache
def chinese_figures() -> NearIndex:
    """People of China whom reports name, in pinyin.

    >>> ("zhu", "rongji") in chinese_figures().whole
    True
    """
    names = filter(None, map(romanise_name, sorted(han_figures())))
    return _index(WorldName(name, tuple(fold(name).split())) for name in names)


@cache
def families() -> dict[str, WorldName]:
    """Family names of six letters and more that one person of the tables bears, by their letters.

    >>> families()["guterres"].text, families()["macron"].text
    ('Guterres', 'Macron')
    """
    bearers: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for _, family, spelling in _people():
        bearers[fold(family)].add((family, spelling == "sounds"))
    return {
        key: WorldName(family, (key,), by_sound)
        for key, found in bearers.items()
        for family, by_sound in sorted(found)[:1]
        if len(key) >= _LONG and key.isalpha()
    }


@cache
def _leaders_by_family() -> dict[str, frozenset[str]]:
    given: dict[str, set[str]] = defaultdict(set)
    for name, family, _ in _people():
        given[fold(family)].update(set(fold(name).split()) - set(fold(family).split()))
    return {family: frozenset(words) for family, words in given.items()}


def leaders_called(family: str) -> frozenset[str]:
    """The other names of the leaders of the tables with a family name, folded.

    >>> sorted(leaders_called("macron")), sorted(leaders_called("nobody"))
    (['emmanuel'], [])
    """
    return _leaders_by_family().get(family, frozenset())


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
