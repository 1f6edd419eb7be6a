"""Roman numerals: congresses, centuries and terms of parliament in Vietnamese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.lang.pieces import sign_of_words
from termkit.lang.quantity import Quantity

_LETTERS = re.compile(r"[IVXLC]+(?![\w&])")
_WELL_FORMED = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BEFORE = re.compile(r"[\w.&/-]")
ROMAN = sign_of_words(re.compile("[ivxlc]+").fullmatch)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def find_roman(text: str) -> Iterator[Quantity]:
    """Roman numerals in capitals; a single letter may be anything, so none is sure.

    >>> [(q.values, text[q.start : q.end]) for text in ("Đại hội XIV", "World War II")
    ...  for q in find_roman(text)]
    [((14,), 'XIV'), ((2,), 'II')]
    """
    for match in _LETTERS.finditer(text):
        start = match.start()
        is_apart = start == 0 or _BEFORE.match(text, start - 1) is None
        if is_apart and _WELL_FORMED.fullmatch(match[0]):
            yield Quantity(*match.span(), (read_roman(match[0]),), is_sure=False, kind="ordinal")


def read_roman(numeral: str) -> int:
    """The value of a well-formed numeral up to 399.

    >>> read_roman("XIV"), read_roman("XXI"), read_roman("LXXV")
    (14, 21, 75)
    """
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
