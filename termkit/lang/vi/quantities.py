"""Numbers in Vietnamese text: digits, words, ordinals, months, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from termkit.lang.digits import Custom, read_digits
from termkit.lang.pieces import sign_of_words, signs_of, word_set
from termkit.lang.quantity import DIGIT, Number, Quantity, exact, hints_among, numerals
from termkit.lang.roman import ROMAN, find_roman

_SCALE = re.compile(r"(?: ?(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))+", re.IGNORECASE)
_SCALE_WORD = re.compile(r"chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ", re.IGNORECASE)
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,14}")  # as many words as a numeral may have
_MONTH = re.compile(
    r"(?<!ngày )\btháng (?:(?P<number>1[0-2]|0?[1-9])(?!\d)|(?P<word>giêng|chạp"
    r"|mười(?: một| hai)?|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\w))", re.IGNORECASE)  # fmt: skip
_WEEKDAY = re.compile(r"(?<!lần )\bthứ (?P<number>[2-7])(?!\d)", re.IGNORECASE)
_ORDINAL = re.compile(r"\bthứ $", re.IGNORECASE)
_DECADE = re.compile(r"\b(?:thập (?:niên|kỷ)|những năm(?: đầu| cuối| giữa)?)(?: của)?(?: thập "
                     r"(?:niên|kỷ))? (?P<number>\d{2,4})\b", re.IGNORECASE)  # fmt: skip
_HALF = "rưỡi"
DOUBTFUL = frozenset(("năm", "ba", "tư", "chín", "tám", "một"))
"""Words of one syllable that are a numeral among other things: *năm* is a year."""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of a normalised text, in digits and in words.

    >>> [(q.values[0], q.unit) for q in find_quantities("1,2 tỷ USD, tăng 25%, dài 1.500 km")]
    [(1200000000, 'USD'), (25, '%'), (1500, 'km')]
    >>> [q.values[0] for q in find_quantities("2 tỷ 500 triệu đồng; hai mươi lăm; ba triệu rưỡi")]
    [2500000000, 25, 3500000]
    >>> [(q.values[0], q.kind) for q in find_quantities("lần thứ XIV, tháng Giêng, thứ 2")]
    [(14, 'ordinal'), (1, 'month'), (1, 'weekday')]
    """
    found: list[Quantity] = []
    signs = signs_of(text)
    if signs & DIGIT:
        found += _in_digits(text)
    if signs & ROMAN:
        found += find_roman(text)
    lower = text.lower()
    if signs & _MONTH_WORD:  # before numbers in words: tháng Chín is September
        taken = [(one.start, one.end) for one in found]
        found += [one for one in _months(lower) if not _within(one, taken)]
    if signs & _NUMERAL:
        taken = [(one.start, one.end) for one in found]
        found += (one for one in _in_words(lower) if not _within(one, taken))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def find_hints(text: str) -> frozenset[Number]:
    """Values that words mean without being numerals: *cả*, *đôi*, *nửa*, *thập kỷ*.

    >>> sorted(find_hints("đôi bên, một nửa, thế kỷ"))
    [Fraction(1, 2), 2, 100]
    """
    return hints_among(numerals("vi", "hint"), word_set(text), text.lower())


def _in_digits(text: str) -> Iterator[Quantity]:
    signs = signs_of(text)
    decades = _starts(_DECADE, text) if signs & _DECADE_WORD else ()
    weekdays = _starts(_WEEKDAY, text) if signs & _DAY_WORD else ()
    for quantity in read_digits(text, _CUSTOM):
        if text.startswith(f" {_HALF}", quantity.end):
            quantity = _with_half(text, quantity)
        value = quantity.values[0]
        if quantity.start in decades and value % 10 == 0:
            values = (value, value % 100) if value > 100 else (value, 1900 + value, 2000 + value)
            yield quantity._replace(values=values, kind="decade")
        elif quantity.start in weekdays:
            yield quantity._replace(values=(exact(Fraction(value) - 1),), kind="weekday",
                                    is_sure=False)  # fmt: skip
        elif text.endswith(("tháng ", "Tháng "), 0, quantity.start) and 1 <= value <= 12:
            yield quantity._replace(kind="month", is_sure=False)
        elif text.endswith(("ngày ", "Ngày "), 0, quantity.start) and 1 <= value <= 31:
            yield quantity._replace(is_sure=False)  # a day that the other side may call Saturday
        elif _ORDINAL.search(text, max(0, quantity.start - 5), quantity.start):
            yield quantity._replace(kind="ordinal")
        else:
            yield quantity


def _starts(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Where the numbers of a pattern begin."""
    return frozenset(match.start("number") for match in pattern.finditer(text))


def _with_half(text: str, quantity: Quantity) -> Quantity:
    """*3 triệu rưỡi* is three and a half million: the half is of the scale."""
    words = _SCALE_WORD.findall(text[quantity.start : quantity.end].lower())
    half = Fraction(numerals("vi", "scale")[words[-1]] if words else 1, 2)
    values = tuple(exact(value + half) for value in quantity.values)
    return quantity._replace(end=quantity.end + len(_HALF) + 1, values=values)


def _scale(text: str, end: int) -> tuple[int, Number]:
    match = _SCALE.match(text, end)
    if match is None:
        return end, 1
    scales = numerals("vi", "scale")
    words = [scales[word.lower()] for word in _SCALE_WORD.findall(match[0])]
    factor: Number = 1
    for word in words:
        factor *= word
    return match.end(), factor


_CUSTOM = Custom("vi", ",", _scale)


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for role in ("ones", "ten", "later") for word in numerals("vi", role))


def _is_numeral(word: str) -> bool:
    return word in _all_words()


def _is_surely_numeral(word: str) -> bool:
    roles = ("ones", "ten", "tens", "scale", "later")
    return word not in DOUBTFUL and any(word in numerals("vi", role) for role in roles)


_NUMERAL = sign_of_words(_is_numeral)
_MONTH_WORD = sign_of_words("tháng".__eq__)
_DECADE_WORD = sign_of_words(("thập", "những").__contains__)
_DAY_WORD = sign_of_words("thứ".__eq__)
FIGURES = DIGIT
# lần thứ ba: an ordinal, whatever the word is elsewhere.
NUMERALS = ROMAN | _MONTH_WORD | sign_of_words(_is_surely_numeral) | sign_of_words("lần".__eq__)


def _within(quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in taken)


def _months(lower: str) -> Iterator[Quantity]:
    for match in _MONTH.finditer(lower):
        word = match["word"]
        value: Number
        if word is None:
            value = int(match["number"])
        elif word in numerals("vi", "month"):
            value = numerals("vi", "month")[word]
        else:
            value = 4 if word == "tư" else _value(word.split())[1]
        yield Quantity(*match.span(), (value,), is_sure=False, kind="month")


def _in_words(lower: str) -> Iterator[Quantity]:
    end = 0
    for found in _first_word().finditer(lower):
        start = found.start()
        if start < end:
            continue  # inside the numeral before
        run = _RUN.match(lower, start)
        assert run is not None  # it begins with a word
        words = run[0].split(" ")
        size, value = _value(words)
        end = start + len(" ".join(words[:size]))
        kind = "ordinal" if _ORDINAL.search(lower, max(0, start - 5), start) else "word"
        yield Quantity(start, end, (value,), is_sure=False, kind=kind)


@cache
def _first_word() -> re.Pattern[str]:
    """A word that a numeral in words begins with, whole."""
    words = sorted(numerals("vi", "ones").keys() | numerals("vi", "ten").keys())
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(words)})(?![^\W\d_])")


def _value(run: list[str]) -> tuple[int, Number]:
    """How many words of a run are one numeral, at least one, and its value.

    *ba mươi năm* is thirty years and *ba mươi lăm* thirty-five; *hai năm* is two years.
    """
    ones, later = numerals("vi", "ones"), numerals("vi", "later")
    scales = numerals("vi", "scale")
    total: Number = 0
    hundreds: Number = 0
    current: Number = 0
    size = 0
    last = ""
    for word in run:
        if word == "mười" and last in ("", "trăm", "linh", "lẻ", *_THOUSANDS):
            current = 10
        elif word == "mươi" and last in ones:
            current *= 10
        elif word in later and last in ("mươi", "mười"):
            current += later[word]
        elif word in ones and last in ("", "linh", "lẻ", *_THOUSANDS, "trăm", "mươi", "mười"):
            if word == "năm" and last in ("mươi", "mười", "trăm"):
                # năm is also the year; only a numeral that goes on makes it five
                following = run[size + 1 : size + 2]
                if last != "trăm" or following != ["mươi"]:
                    break
            current = current + ones[word] if last in ("mươi", "mười") else ones[word]
        elif word == "trăm" and last in ones:
            hundreds, current = current * 100, 0
        elif word in ("linh", "lẻ") and last in ("trăm", *_THOUSANDS):
            pass
        elif word in _THOUSANDS and last:
            total, hundreds, current = (
                total + (hundreds + current) * scales[word] if last not in _THOUSANDS
                else total * scales[word], 0, 0,
            )  # fmt: skip
        elif word == _HALF and last in _THOUSANDS:
            total += exact(Fraction(scales[last]) / 2)
            size += 1
            break
        else:
            break
        last = word
        size += 1
    if last in ("linh", "lẻ"):
        size -= 1
    return max(size, 1), total + hundreds + current


_THOUSANDS = ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
