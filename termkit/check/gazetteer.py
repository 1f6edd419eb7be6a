"""Places that no glossary lists: what a near miss of a known place may be instead."""

from __future__ import annotations

from functools import cache

from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.tones import tone_key
from termkit.lang.zh.pinyin import is_syllable
from termkit.names.forms import name_key
from termkit.names.world import han_names
from termkit.names.written import has_marks

_HAN_NAMES = range(3, 7)  # characters


def is_another_place(name: str, lang: str) -> bool:
    """Whether a name is that of a Vietnamese or Chinese place, or of a country.

    >>> is_another_place("Nanjing", "en"), is_another_place("Kuming", "en")
    (True, False)
    >>> is_another_place("Kiến Giang", "vi"), is_another_place("Hà Nôi", "vi")
    (True, False)
    """
    if has_marks(name):
        return tone_key(name) in _vietnamese()
    if name in _pinyin() or name in territory_names(lang).values():
        return True
    return (" " in name and name_key(name) in _bare_vietnamese()) or is_ordinary_word(name.lower())


def is_world_place(name: str, lang: str) -> bool:
    """Whether a name is printed so in the gazetteer of the world.

    >>> is_world_place("Kingstown", "en"), is_world_place("Kingstone", "en")
    (True, False)
    """
    return name in _world(lang)


def is_like_a_chinese_place(name: str) -> bool:
    """Whether both syllables of a name in pinyin stand so in names of Chinese places.

    >>> is_like_a_chinese_place("Hengzhou"), is_like_a_chinese_place("Guangzou")
    (True, False)
    """
    starts, ends = _pinyin_syllables()
    written = name.lower()
    return any(written[:at] in starts and written[at:] in ends for at in range(1, len(written)))


@cache
def _pinyin_syllables() -> tuple[frozenset[str], frozenset[str]]:
    """First and last syllables of those places whose name has two."""
    halves = [
        (name[:at].lower(), name[at:])
        for name in _pinyin()
        for at in range(1, len(name))
        if is_syllable(name[:at]) and is_syllable(name[at:])
    ]
    return frozenset(start for start, _ in halves), frozenset(end for _, end in halves)


@cache
def _world(lang: str) -> frozenset[str]:
    """As printed: San José and San Jose are two."""
    rooms = {"en": ("en",), "vi": ("vi", "en")}.get(lang, ())
    return frozenset(row[0] for room in rooms for row in load_rows(room, "world_places"))


@cache
def _vietnamese() -> frozenset[str]:
    return frozenset(map(tone_key, load_words("vi", "places")))


@cache
def _bare_vietnamese() -> frozenset[str]:
    return frozenset(map(name_key, load_words("vi", "places")))


@cache
def _pinyin() -> frozenset[str]:
    return frozenset(row[1] for row in load_rows("zh", "places"))


def is_in_han_name(text: str, at: int) -> bool:
    """Whether a known name of three characters and more has the character at a place.

    >>> is_in_han_name("总统马克龙说", 3), is_in_han_name("总统说", 1)
    (True, False)
    """
    return any(
        text[start : start + size] in han_names()
        for size in _HAN_NAMES
        for start in range(max(0, at - size + 1), at + 1)
    )
