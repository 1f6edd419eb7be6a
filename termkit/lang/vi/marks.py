"""The marks of Vietnamese letters: five tones, three shapes, and the bar of đ.

A letter is a base (*o*), perhaps with a shape that makes it another vowel (*ô*, *ơ*),
perhaps with the tone of its syllable (*ố*). Everything here takes composed text
(`termkit.text.normalise`).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from termkit.text.compose import SHAPES, TONES


class Tone(StrEnum):
    """The six tones by their Vietnamese names; *ngang* has no mark."""

    NGANG = "ngang"
    HUYEN = "huyền"
    SAC = "sắc"
    NGA = "ngã"
    HOI = "hỏi"
    NANG = "nặng"


_TONE_OF = dict(zip(TONES, list(Tone)[1:], strict=True))
_MARK_OF = {tone: mark for mark, tone in _TONE_OF.items()} | {Tone.NGANG: ""}
_BAR = "\N{COMBINING SHORT STROKE OVERLAY}"  # a name for what đ has and d has not
# Eth and African D pose as Đ: all three look alike as capitals.
ETH = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}


class Letter(NamedTuple):
    """A letter taken apart: *Ệ* is base *E*, shape circumflex, tone nặng."""

    base: str
    shape: str = ""
    tone: str = ""


@cache
def letter(character: str) -> Letter:
    """Base, shape mark and tone mark of one composed letter; the case stays with the base.

    >>> [part.encode("ascii", "namereplace").decode() for part in letter("Ệ")]
    ['E', '\\\\N{COMBINING CIRCUMFLEX ACCENT}', '\\\\N{COMBINING DOT BELOW}']
    >>> letter("Đ").base, letter("ç")
    ('D', Letter(base='ç', shape='', tone=''))
    """
    if character in "đĐ":
        return Letter("d" if character == "đ" else "D", _BAR)
    parts = unicodedata.normalize("NFD", character)
    shape = "".join(mark for mark in parts[1:] if mark in SHAPES)
    tone = "".join(mark for mark in parts[1:] if mark in TONES)
    if len(shape) + len(tone) != len(parts) - 1:
        return Letter(character)
    return Letter(parts[0], shape, tone)


def split_tone(word: str) -> tuple[str, Tone]:
    """A syllable without its tone mark, and the tone.

    Raises:
        ValueError: It carries two tone marks, so it is no Vietnamese syllable.

    >>> split_tone("thuỷ"), split_tone("Nam")
    (('thuy', <Tone.HOI: 'hỏi'>), ('Nam', <Tone.NGANG: 'ngang'>))
    """
    tones = [mark for character in word for mark in letter(character).tone]
    if len(tones) > 1:
        raise ValueError(f"two tones: {word!r}")
    return without_tones(word), _TONE_OF[tones[0]] if tones else Tone.NGANG


def with_tone(vowel: str, tone: Tone) -> str:
    """A toneless letter with a tone on it.

    >>> with_tone("ê", Tone.NANG), with_tone("A", Tone.NGANG)
    ('ệ', 'A')
    """
    return unicodedata.normalize("NFC", vowel + _MARK_OF[tone])


def without_tones(text: str) -> str:
    """Tone marks dropped; shapes and đ stay.

    >>> without_tones("Đặng Thị Thuỷ")
    'Đăng Thi Thuy'
    """
    return "".join(_toneless(character) for character in text)


@cache
def _toneless(character: str) -> str:
    found = letter(character)
    if not found.tone or found.shape == _BAR:
        return character
    return unicodedata.normalize("NFC", found.base + found.shape)


def without_marks(text: str) -> str:
    """Vietnamese marks dropped, the bar of đ too; capitals stay. A key, not a spelling.

    >>> without_marks("Đặng Thị Thuỷ đi São Tomé"), without_marks("França")
    ('Dang Thi Thuy di Sao Tome', 'França')
    """
    return "".join(letter(character).base for character in text)


def same_but_fewer_marks(bare: str, marked: str) -> bool:
    """Whether the first is the second with marks left out, and contradicts none.

    Compared letter by letter, whatever the capitals; a missing tone or shape is
    permitted, another one is not. Equal texts have no fewer marks.

    >>> same_but_fewer_marks("Le Hoai Trung", "Lê Hoài Trung")
    True
    >>> same_but_fewer_marks("Lê Hoai Trung", "Lê Hoài Trung")
    True
    >>> same_but_fewer_marks("Lê Hoài Trúng", "Lê Hoài Trung")
    False
    >>> same_but_fewer_marks("vè", "vé"), same_but_fewer_marks("dang", "Đảng")
    (False, True)
    """
    if len(bare) != len(marked):
        return False
    fewer = False
    for one, other in zip(bare, marked, strict=True):
        less, more = letter(one), letter(other)
        if less.base.lower() != more.base.lower():
            return False
        if less.shape not in ("", more.shape) or less.tone not in ("", more.tone):
            return False
        fewer = fewer or less[1:] != more[1:]
    return fewer


def mark_distance(first: str, second: str) -> int | None:
    """In how many shapes and tones two texts differ; ``None`` when in other letters.

    A shape or tone that is missing counts like one that is another. Capitals do not count.

    >>> mark_distance("Trung", "Trúng"), mark_distance("đan", "dân"), mark_distance("an", "ăn")
    (1, 2, 1)
    >>> mark_distance("Trung", "Trang") is None
    True
    """
    if len(first) != len(second):
        return None
    distance = 0
    for one, other in zip(first, second, strict=True):
        a, b = letter(one), letter(other)
        if a.base.lower() != b.base.lower():
            return None
        distance += (a.shape != b.shape) + (a.tone != b.tone)
    return distance


# Letters that no other living orthography of news text combines like this: horn vowels,
# and vowels with dot below, hook above, or both shape and tone (U+1EA0 to U+1EF9).
_ONLY_VIETNAMESE = re.compile("[ƠơƯư\u1ea0-\u1ef9]")


def looks_vietnamese(text: str) -> bool:
    """Whether a letter stands in the text that Vietnamese alone writes.

    >>> looks_vietnamese("Hà Nội"), looks_vietnamese("São Tomé"), looks_vietnamese("Ha Noi")
    (True, False, False)
    """
    return _ONLY_VIETNAMESE.search(text) is not None
