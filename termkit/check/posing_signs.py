"""Digits and capital I that pose as letters inside a word: *b0rder*, *OfficiaIs*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.view import TextView
from termkit.lang.en.misspelling import is_possible_word
from termkit.lang.vi.syllables import is_syllable
from termkit.model.span import Span

_LEAST = 3  # letters
_WORD = re.compile(r"(?<![\w@#/.&-])[^\W_]+(?![\w@#/&]|[.-]\w)")
# One sign among letters, the ones beside it small: no 2G0, no iPhone, no DirectX1.
_POSED = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]*)(?P<sign>[01I])[^\W\d_A-Z]*")
_MEANT = {"0": "o", "1": "li", "I": "l"}


def may_be_posed(word: str) -> bool:
    """Whether a word has the shape of one with a sign in it.

    >>> may_be_posed("b0rder"), may_be_posed("ASEAN"), may_be_posed("2030")
    (True, False, False)
    """
    return len(word) >= _LEAST and _POSED.fullmatch(word) is not None


def find_posing_signs(text: TextView) -> Iterator[tuple[Span, str, str]]:
    """Place, sign and the word that was meant; only where the letter makes a known word."""
    lang = text.lang.split("-")[0]
    for word in text.vocabulary if lang in ("en", "vi") else ():
        meant = meant_word(word, lang) if may_be_posed(word) else None
        if meant is None:
            continue
        for found in _WORD.finditer(text.text):
            if found[0] == word:
                sign = next(sign for sign in word[1:] if sign in _MEANT)
                yield Span(*found.span()), sign, meant


@lru_cache(maxsize=1 << 12)
def meant_word(word: str, lang: str) -> str | None:
    """The word with the letter that the sign looks like, if it is one.

    >>> [meant_word(word, "en") for word in ("b0rder", "pub1ic", "handIed", "H10n")]
    ['border', 'public', 'handled', None]
    >>> meant_word("thươnɡ", "vi") is None, meant_word("h0ạt", "vi"), meant_word("CO2", "vi")
    (True, 'hoạt', None)
    """
    found = _POSED.fullmatch(word)
    if found is None or len(word) < _LEAST:
        return None
    at = found.start("sign")
    if at == len(word) - 1 and _is_number_of(word, lang):
        return None
    for letter in _MEANT[found["sign"]]:
        meant = f"{word[:at]}{letter}{word[at + 1 :]}"
        if is_syllable(meant.lower()) if lang == "vi" else is_possible_word(meant.lower()):
            return meant
    return None


def _is_number_of(word: str, lang: str) -> bool:
    """Whether the last figure counts what stands before it: *SỐ1*, *Th1*."""
    rest = word[:-1]
    counted = is_syllable(rest.lower()) if lang == "vi" else rest.isupper()
    return word[-1] == "1" and (counted or len(rest) < _LEAST)
