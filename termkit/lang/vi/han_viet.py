"""Âm Hán Việt: how a Vietnamese reads a Han character, and so a Chinese name.

*Tập Cận Bình* is no transcription of *Xi Jinping*; it is 习近平 read character by character,
as *Lê Hoài Trung* is 黎怀忠. A character may have several readings (重: *trọng*, *trùng*), and
some Vietnamese places have Chinese names that no reading gives (芒街 for *Móng Cái*): those
are a table of whole names.

Source: `data/han_viet.tsv` and its neighbours, built by `scripts/build_readings.py`.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from termkit.lang.tables import load_rows
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.tones import tone_key
from termkit.lang.zh.hanzi import han_variants, simplify, traditional_variants
from termkit.text.compose import compose
from termkit.text.scripts import is_han

MOST_READINGS = 24
"""How many readings of one name `read_han_viet` gives at most."""
MOST_CHARACTERS = 64
"""A longer text is no name."""

_GAPS = re.compile(r"[\s\-\u2010-\u2015·•‧・.]+")
# i and y after a consonant, with nothing behind, are one sound: Lý and Lí, quý and quí. In
# thúy and thúi they are two.
_LONE_Y = re.compile(r"(?:[bcdđghklmnprstvx]+|qu)[yýỳỷỹỵ]")
_I_OF = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def han_viet_readings(character: str) -> tuple[str, ...]:
    """Readings of one Han character in lower case, the usual one first; empty when unknown.

    Tone marks stand in the old style (*hóa*). A simplified character has the readings of
    every traditional one that it stands for.

    >>> han_viet_readings("习"), han_viet_readings("重"), han_viet_readings("发")
    (('tập',), ('trọng', 'trùng'), ('phát',))
    >>> han_viet_readings("x"), han_viet_readings("")
    ((), ())
    """
    return _readings(character)


def readings_in_names(character: str) -> tuple[str, ...]:
    """Readings of one character, and behind them those that it has as a family name only.

    >>> readings_in_names("单"), readings_in_names("x")
    (('đơn', 'đan', 'thiện', 'thiền'), ())
    """
    family = _family().get(simplify(character), ())
    return tuple(dict.fromkeys((*_readings(character), *family)))


def whole_readings(han: str) -> tuple[str, ...]:
    """Vietnamese names of a Han name that its characters do not give; empty for most.

    >>> whole_readings("芒街"), whole_readings("习近平")
    (('Móng Cái',), ())
    """
    return _names().get(simplify(han), ())


def begins_whole_name(character: str) -> bool:
    """Whether a name that its characters do not give begins so.

    >>> begins_whole_name("谅"), begins_whole_name("习")
    (True, False)
    """
    return simplify(character) in _first_characters()


def read_han_viet(text: str) -> tuple[str, ...]:
    """The possible readings of a Han name, likeliest first, each syllable capitalised.

    Args:
        text: A name in either script; spaces and middle dots are passed over.

    Returns:
        At most `MOST_READINGS`. Empty when a character is unknown, or the text is no Han name.

    >>> read_han_viet("习近平"), read_han_viet("黎懷忠")[0], read_han_viet("芒街")[0]
    (('Tập Cận Bình',), 'Lê Hoài Trung', 'Móng Cái')
    >>> read_han_viet("单士厘")[0], read_han_viet("Xi"), read_han_viet("")
    ('Thiện Sĩ Ly', (), ())
    """
    han = _han_name(text)
    if han is None:
        return ()
    known = whole_readings(han)
    read = _best_first([_readings_at(han, place) for place in range(len(han))])
    return tuple(dict.fromkeys((*known, *read)))[:MOST_READINGS]


def can_read(han: str, vietnamese: str, *, marked: bool = True) -> bool:
    """Whether a Vietnamese name is a reading of a Han name, syllable by syllable.

    Case, tone style, *i* and *y*, hyphens and spaces between syllables are style.

    Args:
        han: A name in either script.
        vietnamese: The name in Vietnamese letters.
        marked: Whether the Vietnamese side writes marks; if not, marks are not compared.

    >>> can_read("习近平", "Tập Cận Bình"), can_read("習近平", "TẬP CẬN BÌNH")
    (True, True)
    >>> can_read("习近平", "Tập Cận Bính"), can_read("习近平", "Tập Bình")
    (False, False)
    >>> can_read("习近平", "Tap Can Binh"), can_read("习近平", "Tap Can Binh", marked=False)
    (False, True)
    >>> can_read("李希", "Lí Hi"), can_read("庆和", "Khánh Hoà"), can_read("谅山", "Lạng Sơn")
    (True, True, True)
    """
    name = _han_name(han)
    if name is None or len(vietnamese) > 12 * MOST_CHARACTERS:
        return False
    syllables = [part for part in _GAPS.split(vietnamese) if part]
    if _by_character(name, syllables, marked):
        return True
    key = [reading_key(syllable, marked=marked) for syllable in syllables]
    return any(
        key == [reading_key(part, marked=marked) for part in shown.split()]
        for shown in whole_readings(name)
    )


def first_reading_keys(han: str) -> frozenset[str]:
    """Keys of every syllable that a reading of a Han name can begin with.

    >>> sorted(first_reading_keys("重庆")), first_reading_keys("")
    (['trùng', 'trọng'], frozenset())
    """
    if not han:
        return frozenset()
    known = whole_readings(han)
    return _keys(han[0], True) | {reading_key(name.split()[0]) for name in known}


@lru_cache(maxsize=1 << 14)
def reading_key(syllable: str, *, marked: bool = True) -> str:
    """What all spellings of one reading share: case, tone style, *i* and *y* set aside.

    >>> reading_key("Hoá") == reading_key("hóa"), reading_key("Mỹ") == reading_key("mĩ")
    (True, True)
    >>> reading_key("thúy") == reading_key("thúi"), reading_key("Đỗ", marked=False)
    (False, 'do')
    """
    key = tone_key(compose(syllable).lower())
    if _LONE_Y.fullmatch(key):
        key = key[:-1] + key[-1].translate(_I_OF)
    return key if marked else without_marks(key)


def _by_character(name: str, syllables: list[str], marked: bool = True) -> bool:
    return len(syllables) == len(name) and all(
        reading_key(syllable, marked=marked) in _keys(character, marked)
        for character, syllable in zip(name, syllables, strict=True)
    )


def _han_name(text: str) -> str | None:
    if not text or len(text) > 2 * MOST_CHARACTERS:
        return None
    name = _GAPS.sub("", text)
    return name if 0 < len(name) <= MOST_CHARACTERS and all(map(is_han, name)) else None


@lru_cache(maxsize=8192)
def _readings(character: str) -> tuple[str, ...]:
    table = _table()
    own = table.get(character, ())
    forms = [table[form] for form in han_variants(character) if form in table]
    sure = [found for found in forms if not found[0].startswith("*")]
    # 宁 and 叶 are rare words of their own, and the simplified forms of 寧 and 葉: those are
    # meant. What Unihan alone gives, marked *, counts where nothing better is known.
    if own and own[0].startswith("*") and sure:
        own = ()
    variants = traditional_variants(character)
    first = sure if variants and variants[0] != character else []
    rest = forms if not (own or sure) else sure
    found = [*chain(*first), *own, *chain(*rest), *_shown().get(character, ())]
    distinct: dict[str, str] = {}
    for reading in found:  # mỹ and mĩ are one reading
        distinct.setdefault(reading_key(reading.lstrip("*")), reading.lstrip("*"))
    return tuple(distinct.values())


def _readings_at(name: str, place: int) -> tuple[str, ...]:
    """Readings of a character in its name: a family name may have one of its own (单)."""
    readings = _readings(name[place])
    if place == 0 and 1 < len(name) <= 4:
        first = _family().get(simplify(name[0]), ())
        readings = tuple(dict.fromkeys((*first, *readings)))
    return readings


@lru_cache(maxsize=8192)
def _keys(character: str, marked: bool) -> frozenset[str]:
    return frozenset(
        reading_key(reading, marked=marked) for reading in readings_in_names(character)
    )


def _best_first(choices: list[tuple[str, ...]]) -> Iterator[str]:
    """Readings of the whole, in the order of how unusual their syllables are together."""
    if not all(choices):
        return
    start = (0,) * len(choices)
    queue, seen, given = [(0, start)], {start}, 0
    while queue and given < MOST_READINGS:
        _, picks = heapq.heappop(queue)
        yield " ".join(
            choice[pick].capitalize() for choice, pick in zip(choices, picks, strict=True)
        )
        given += 1
        for place, pick in enumerate(picks):
            after = (*picks[:place], pick + 1, *picks[place + 1 :])
            if pick + 1 < len(choices[place]) and after not in seen:
                seen.add(after)
                heapq.heappush(queue, (sum(after), after))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    found = {}
    for readings, characters in load_rows("vi", "han_viet"):
        values = tuple(readings.split())
        for character in characters:
            found[character] = values
    return found


@cache
def _shown() -> Mapping[str, tuple[str, ...]]:
    """Readings that names show and the dictionaries lack (安 *yên* in *Hưng Yên*)."""
    found: dict[str, tuple[str, ...]] = {}
    for table in ("han_viet_cited", "han_viet_shown"):
        for character, reading, *_ in load_rows("vi", table):
            for form in (character, simplify(character)):
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), reading)))
    return found


@cache
def _family() -> Mapping[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in load_rows("vi", "han_viet_family")}


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(han[0] for han in _names())


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for han, name, *_ in load_rows("vi", "han_names"):
        found[han] = (*found.get(han, ()), name)
    return found
