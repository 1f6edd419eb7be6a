"""Lossy keys for finding, never for showing: lower case, no marks.

`fold` makes the key of a whole query or entry. `fold_same_length` keeps one character per
character, so that what is found in the folded text is found in the text.

This is the home of unidecode, which is asked only about characters that Unicode cannot
take apart (*ø*, Cyrillic, Greek). It is never asked about Han: it reads 重庆 as "Zhong Qing",
and a key that reads wrongly finds wrongly.
"""

from __future__ import annotations

import re
import unicodedata

from termkit.text.normalise import normalise
from termkit.text.scripts import is_han

# Letters that Unicode does not decompose, and typographic signs with a plain sister.
# Eth and African D stand here because they pose as đ.
_SINGLE = {
    "đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i",
    "‘": "'", "’": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"',
    "‐": "-", "\N{NON-BREAKING HYPHEN}": "-", "–": "-",
}  # fmt: skip
_GAPS = re.compile(r"[\s\-–—‐‑―−]+")


def fold(text: str) -> str:
    """A search key: lower case, no marks, hyphens and spaces one space. Idempotent.

    >>> fold("Đặng Thị Thuỷ"), fold("VIỆT NAM–Trung Quốc"), fold(" Asia-Pacific ")
    ('dang thi thuy', 'viet nam trung quoc', 'asia pacific')
    >>> fold("Đà Nẵng") == fold("Ðà Nẵng") == fold("Da Nang")
    True
    >>> fold("习近平 Xí Jìnpíng"), fold("Søren Łukasz")
    ('习近平 xi jinping', 'soren lukasz')
    """
    if not text.isascii():
        text = normalise(text).text.translate(_KEYS)
    return _GAPS.sub(" ", text.lower()).strip()


def strip_marks(text: str) -> str:
    """Letters without what stands on them; capitals and layout stay. A key, not a spelling.

    >>> strip_marks("Đặng Thị Thuỷ,  Søren; Łódź; 国"), strip_marks("bo\u0323\u0302")
    ('Dang Thi Thuy,  Soren; Lodz; 国', 'bo')
    """
    return text if text.isascii() else text.translate(_BARE)


def fold_same_length(text: str) -> str:
    """Lower case and no marks, one character for one: spans stay true.

    Composed text is expected (`normalise`): a loose combining mark stays. A character
    whose lower case is longer stays too.

    >>> fold_same_length("Lê Hoài Trung’s ĐẢNG"), fold_same_length("𡨸 Straße")
    ("le hoai trung's dang", '𡨸 straße')
    """
    return text.lower() if text.isascii() else text.translate(_LETTERS)


def _letter(character: str) -> str:
    lower = unicodedata.normalize("NFD", character)[0].lower()
    if len(lower) != 1:
        return character
    if "\uff01" <= lower <= "\uff5e":  # full-width ASCII
        lower = chr(ord(lower) - 0xFEE0).lower()
    return _SINGLE.get(lower, lower)


def _key(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character.isspace():
        return " "
    if "\u0300" <= character <= "\u036f":
        return ""
    letter = _letter(character)
    if letter.isascii() or is_han(letter):
        return letter
    from unidecode import unidecode_expect_nonascii

    return str(unidecode_expect_nonascii(character)).lower()


def _bare(character: str) -> str:
    if "\u0300" <= character <= "\u036f":
        return ""
    if not unicodedata.name(character, "").startswith("LATIN"):
        return character
    base = unicodedata.normalize("NFD", character)[0]
    plain = _SINGLE.get(base.lower(), base.lower())
    return plain.upper() if base.isupper() else plain


class _Letters(dict[int, str]):
    """Filled as characters are met; `str.translate` asks for what is missing."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


class _Bare(dict[int, str]):
    """The same, for `strip_marks`."""

    def __missing__(self, code: int) -> str:
        self[code] = _bare(chr(code))
        return self[code]


class _Keys(dict[int, str]):
    """The same, for `fold`."""

    def __missing__(self, code: int) -> str:
        self[code] = _key(chr(code))
        return self[code]


_LETTERS = _Letters()
_BARE = _Bare()
_KEYS = _Keys()
