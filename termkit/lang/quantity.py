"""Numbers as they are written in a text, and what they may mean.

``1.234`` is a thousand and more in Vietnamese and a little over one in English, and writers of
both mix the two, so a number carries every value it may have, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from termkit.lang.pieces import sign_of_characters
from termkit.lang.tables import load_rows

Number = int | Fraction

PERCENT = "%"
DIGIT = sign_of_characters(str.isdecimal)
DIGITS = re.compile(r"\d+(?:[.,．]\d+)*")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?![\d.,]*\d)")
_GROUPS = {
    ",": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
}
_DECIMAL = re.compile(r"\d+[.,]\d+")
_NO_DONG = re.compile("đồng (?:chí|bào|đội|nghiệp|minh|hương|hồ|phạm|tác giả|chủ tịch)(?!\\w)")


class Quantity(NamedTuple):
    """A number in a text.

    Attributes:
        start, end: Code points, half-open; unit and scale word included.
        values: What it may mean, the likeliest first.
        unit: ``%``, the code of a currency (``USD``) or of a unit (``km``); a currency of
            several countries has a question mark (``USD?``). Empty when there is none.
        is_sure: Written in digits and no part of a code: ``19`` in *COVID-19* is not.
        kind: ``number``, ``ordinal``, ``month``, ``weekday``, ``decade`` or ``word``.
    """

    start: int
    end: int
    values: tuple[Number, ...]
    unit: str = ""
    is_sure: bool = True
    kind: str = "number"


@lru_cache(maxsize=1 << 14)
def parse_digits(written: str, *, decimal: str) -> tuple[Number, ...]:
    """What digits with separators may mean; the custom of the language first.

    >>> parse_digits("1.234,5", decimal=","), parse_digits("1,234.5", decimal=",")
    ((Fraction(2469, 2),), (Fraction(2469, 2),))
    >>> parse_digits("1.234", decimal=","), parse_digits("1.234", decimal=".")
    ((1234, Fraction(617, 500)), (Fraction(617, 500), 1234))
    >>> parse_digits("007", decimal="."), parse_digits("12 000", decimal=",")
    ((7,), (12000,))
    """
    if written.isdigit():
        return (int(written),)
    written = written.replace("．", ".")
    if " " in written:
        return (int(written.replace(" ", "")),)
    found: list[Number] = []
    for separator, pattern in _GROUPS.items():
        if pattern.fullmatch(written):
            plain = written.replace(separator, "").replace(",", ".")
            found.append(exact(Fraction(plain)))
    if _DECIMAL.fullmatch(written) and not (found and written.endswith("000")):
        value = exact(Fraction(written.replace(",", ".")))
        found.insert(0 if decimal in written else len(found), value)
    return tuple(dict.fromkeys(found))


def exact(value: Fraction) -> Number:
    """A whole number as an ``int``."""
    return int(value) if value.denominator == 1 else value


def find_digits(text: str) -> Iterator[re.Match[str]]:
    """Digits with their separators, thousands apart by spaces included, in order."""
    at = 0
    while (match := DIGITS.search(text, at)) is not None:
        if text.startswith(" ", match.end()):
            spaced = _SPACED.match(text, match.start())
            match = spaced if spaced is not None and spaced.end() > match.end() else match
        yield match
        at = match.end()


@cache
def numerals(lang: str, role: str) -> Mapping[str, Number]:
    """The words of a language's numerals in one role; English names of months are CLDR's."""
    rows = load_rows(lang, "numerals")
    if lang == "en":
        rows += load_rows(lang, "dates_cldr")
    return {word: exact(Fraction(value)) for word, value, kind in rows if kind == role}


def hints_among(
    hints: Mapping[str, Number], words: frozenset[str], lower: str
) -> frozenset[Number]:
    """The values of the words and phrases of a text that mean one (*first half*: six months).

    Args:
        hints: Values of words and of phrases, in small letters.
        words: Of the text, in small letters.
        lower: The text in small letters.
    """
    found = {hints[word] for word in hints.keys() & words}
    found.update(
        value
        for phrase, value in hints.items()
        if " " in phrase
        and phrase.partition(" ")[0] in words
        and re.search(rf"(?<!\w){phrase}(?!\w)", lower)
    )
    return frozenset(found)


@cache
def measures(lang: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Units and currencies by their words, CLDR's and others, and a pattern for the longest."""
    rows = load_rows(lang, "measures_cldr") + load_rows(lang, "measures")
    words = {word.lower(): code for word, code in rows}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return words, re.compile(rf"(?:{listed})", re.IGNORECASE)


@cache
def _measures_by_initial(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The words of units and currencies by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(measures(lang)[0], key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {initial: tuple(words) for initial, words in found.items()}


def measure_at(lang: str, text: str, at: int) -> str | None:
    """The longest word of a unit or currency that begins at a place, in small letters.

    >>> measure_at("en", "735 Square Kilometers", 4), measure_at("en", "two talks", 4)
    ('square kilometers', None)
    """
    for word in _measures_by_initial(lang).get(text[at : at + 1].lower(), ()):
        if text[at : at + len(word)].lower() == word:
            return None if word == "đồng" and _NO_DONG.match(text, at) else word
    return None


def scaled(values: tuple[Number, ...], by: Number) -> tuple[Number, ...]:
    """The values times a scale word."""
    return values if by == 1 else tuple(_times(value, by) for value in values)


def _times(value: Number, by: Number) -> Number:
    product = value * by
    return product if isinstance(product, int) else exact(product)


Quantities = Callable[[str], tuple[Quantity, ...]]
Hints = Callable[[str], frozenset[Number]]
