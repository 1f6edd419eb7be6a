"""Numbers in digits with the words around them, for every language alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from termkit.lang.quantity import (
    PERCENT,
    Number,
    Quantity,
    exact,
    find_digits,
    measure_at,
    measures,
    parse_digits,
    scaled,
)

# A20, COVID-19, U-23: a letter, or a hyphen behind a capital. A Han character is no letter.
_LETTER = "A-Za-zÀ-ɏḀ-ỿ"
_CODE_BEFORE = re.compile(rf"(?:[{_LETTER}]|[A-Z]-)$")
# Between two numbers that may share what stands behind the second: 2-3 million, từ 2 lên 3 triệu.
RANGE = re.compile(
    r"\s?[-–—~～]\s?|\s(?:up |down )?(?:to|and|or)\s(?:about |around |nearly |almost |over |only )?"
    r"|\s(?:đến|tới|và|hoặc|lên|xuống|còn|thành)(?:\s(?:đến|tới|còn))?\s"
    r"(?:(?:mức|gần|hơn|trên|khoảng|chỉ) )?"
    r"|[增升提上扩下降减缩调涨跌加高低少大]{0,3}[至到][近约逾超]?|[增升调提降减]{1,2}为|[和或]"
)
_IN_YEAR = re.compile(r"\b(?:[Nn]ăm|[Ii]n|[Ss]ince) (?:1[5-9]|20)\d\d$")
_PERCENT = re.compile(
    r" ?(?:[%％‰]|per ?cent(?:age points?)?\b|pct\b|phần trăm\b|điểm phần trăm\b|个百分点)"
)
_BASIS_POINTS = re.compile(r"[ -]?(?:basis[ -]points?\b|bps\b|điểm cơ bản\b|个?基点)")
_SHARE = re.compile(r"(?<![\d/.,])(\d)/(\d{1,2})(?![\d/]|[.,]\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<century>1[5-9]|20)\d\d ?[-–—/]$")
_SUM = re.compile(r"\d ?\+ ?\d")  # 10+3: a name, in other languages in words
_PIECE = re.compile(r"\d+")
_NO_CODE = ("", " ", "(", "$")  # the usual signs before a number: no code ends so
_STOPS = frozenset(("", *",.;:)/?!，。；：、）"))  # behind these stands no scale and no unit
_BEFORE = 4  # code points of a currency before its number: US$, USD and a space


@dataclass(frozen=True, slots=True)
class Custom:
    """How a language writes what stands around digits.

    Attributes:
        lang: Its tables.
        decimal: Its decimal sign.
        scale: Text and offset to the scale words that begin there: their end and the factor;
            the offset and 1 when there are none.
        is_han: Han characters follow digits without a space, and belong to no Latin word.
    """

    lang: str
    decimal: str
    scale: Callable[[str, int], tuple[int, Number]]
    is_han: bool = False


class _Piece(NamedTuple):
    """One number and what its scale word multiplies."""

    quantity: Quantity
    factor: Number


def read_digits(text: str, custom: Custom) -> tuple[Quantity, ...]:
    """Every number in digits, in order; a scale word, percent sign and unit belong to it."""
    pieces: list[_Piece] = []
    for match in find_digits(text):
        is_slashed = text.startswith("/", match.start() + 1)
        share = _SHARE.match(text, match.start()) if is_slashed else None
        if share is not None and 0 < int(share[1]) < int(share[2]) <= 10:
            value = Fraction(int(share[1]), int(share[2]))
            pieces.append(_Piece(Quantity(*share.span(), (value,)), 1))
        elif not pieces or match.start() >= pieces[-1].quantity.end:  # the 3 of m3 is no number
            pieces.append(_read(text, match, custom))
    return tuple(_with_ranges(text, list(_summed(text, pieces))))


def _read(text: str, match: re.Match[str], custom: Custom) -> _Piece:
    start, end = match.span()
    before = text[max(0, start - 7) : start]
    values = parse_digits(match[0], decimal=custom.decimal)
    if not values:  # an address, a version, a code: its pieces
        values = tuple(map(int, _PIECE.findall(match[0])))
    years = _SHORT_YEAR.search(before) if end - start == 2 else None
    if years is not None:  # 2021-25
        values = (*values, int(years["century"] + match[0]))
    is_sure = before[-1:] in _NO_CODE or _CODE_BEFORE.search(before) is None
    if "+" in before or text[end : end + 2].lstrip(" ").startswith("+"):
        is_sure = is_sure and not _SUM.search(text, max(0, start - 3), end + 3)
    unit, stop, points = "", end, None
    factor: Number = 1
    if text[end : end + 1] not in _STOPS:
        stop, factor = custom.scale(text, end)
        points = _BASIS_POINTS.match(text, end)
        if points is not None:
            stop, factor = points.end(), Fraction(1, 100)
        elif stop == end and text[end : end + 1].isalpha() and text[end : end + 1].isascii():
            unit, stop = _unit_at(text, end, custom)
            is_sure = is_sure and bool(unit)
        else:
            unit, stop = _unit_after(text, stop, custom)
    if not unit:
        unit, start = _currency_before(text, start, custom)
        is_sure = is_sure or bool(unit)  # VND49.9 is no code
    meant = scaled(values, factor)
    if points is not None:
        meant = (*meant, *values)  # those of a rate of exchange are no percentage
    return _Piece(Quantity(start, stop, meant, unit, is_sure), factor)


def _unit_after(text: str, end: int, custom: Custom) -> tuple[str, int]:
    percent = _PERCENT.match(text, end)
    if percent is not None:
        return PERCENT, percent.end()
    gap = 1 if text[end : end + 1] in (" ", "-") else 0
    if not gap and not custom.is_han and text[end : end + 1].isalpha():
        return "", end
    unit, stop = _unit_at(text, end + gap, custom)
    return (unit, stop) if unit else ("", end)


def _unit_at(text: str, at: int, custom: Custom) -> tuple[str, int]:
    word = measure_at(custom.lang, text, at)
    if word is None:
        return "", at
    end = at + len(word)
    follows = text[end : end + 1]
    is_joined = follows.isalnum() and (follows.isascii() or not custom.is_han)
    if word[-1].isalpha() and is_joined:
        return "", at
    return measures(custom.lang)[0][word], end


def _currency_before(text: str, start: int, custom: Custom) -> tuple[str, int]:
    """The currency that stands before a number: $5, US$ 5, USD 5."""
    code, size = _currency_at_end(text[max(0, start - _BEFORE - 1) : start], custom.lang)
    return code, start - size


@lru_cache(maxsize=4096)
def _currency_at_end(before: str, lang: str) -> tuple[str, int]:
    """The currency that a few characters end with, and its length; empty and 0 without one."""
    words, _ = measures(lang)
    for size in range(min(_BEFORE, len(before)), 0, -1):
        written = before[-size:]
        code = words.get(written.strip().lower())
        if code is None or not code.rstrip("?").replace("|", "").isupper():
            continue
        if written.strip().isascii() and written.strip().islower():
            continue  # a word: they won 3-1
        if not written.strip().isalpha() or not before[-size - 1 : -size].isalnum():
            return code, len(written.lstrip())
    return "", 0


def _summed(text: str, pieces: list[_Piece]) -> Iterator[_Piece]:
    """Numbers of falling scale that are one: *2 tỷ 500 triệu*, 1亿2000万."""
    held: _Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        one, other = held.quantity, piece.quantity
        gap = text[one.end : other.start]
        if held.factor > piece.factor > 1 and gap in ("", " ") and not one.unit:
            both = exact(Fraction(one.values[0]) + other.values[0])
            held = _Piece(other._replace(start=one.start, values=(both,)), piece.factor)
            continue
        yield held
        held = piece
    if held is not None:
        yield held


def _with_ranges(text: str, pieces: list[_Piece]) -> Iterator[Quantity]:
    """The first number of a range shares the scale and the unit of the second: 2-3 million."""
    for index, (one, factor) in enumerate(pieces):
        if index + 1 < len(pieces) and (not one.unit or factor == 1):
            other, by = pieces[index + 1]
            if one.unit and other.unit not in ("", one.unit):
                pass  # 5 km to 7 miles
            elif _IN_YEAR.search(text, max(0, one.start - 6), one.end):
                pass  # from 12 in 2020 to 15 million
            elif RANGE.fullmatch(text, one.end, other.start):
                values = one.values
                if factor == 1 and by != 1:
                    values = (*values, *scaled(values, by))
                yield one._replace(values=values, unit=other.unit or one.unit)
                continue
        yield one
