"""Numbers in English text: digits, words, ordinals, months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from termkit.lang.digits import Custom, read_digits
from termkit.lang.pieces import sign_of_words, signs_of, word_set
from termkit.lang.quantity import DIGIT, Number, Quantity, exact, hints_among, numerals, scaled

_SCALE = re.compile(
    r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|quadrillion)\b)+"
    r"|[ ]?(?:mln|mn|bln|bn|trn|tn)\b|(?<=\d)[kKmMbB]\b(?!²|2)",
    re.IGNORECASE,
)
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9,
          "bln": 10**9, "tn": 10**12, "trn": 10**12}  # fmt: skip
_TIME = re.compile(r"(?P<hour>\d{1,2})\.[0-5]\d(?= ?[ap]\.?m\b)")
_TAIL = re.compile(r"(?:st|nd|rd|th)\b")
_DECADE = re.compile(r"['’]?s\b")
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"[ -]|(?: and )")
_SHARE = re.compile(
    r"(?:(?P<half>half)[ -](?:an?[ -])?|an?[ -])"
    r"(?P<scale>hundred|thousand|million|billion|trillion|quadrillion)\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[$€£¥]\s?$")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of a normalised text, in digits and in words.

    >>> [(q.values[0], q.unit) for q in find_quantities("US$1.2 billion, 25 per cent, 5 km")]
    [(1200000000, 'USD'), (25, '%'), (5, 'km')]
    >>> [(q.values, q.kind) for q in find_quantities("the 14th, in the 1990s, twenty-five, Feb.")]
    [((14,), 'ordinal'), ((1990, 90), 'decade'), ((25,), 'word'), ((2,), 'month')]
    >>> [q.is_sure for q in find_quantities("COVID-19, G20, 19 people, 50km")]
    [False, False, True, True]
    """
    found = [_finished(text, quantity) for quantity in _digits(text)]
    if signs_of(text) & _NUMERAL:
        taken = [(one.start, one.end) for one in found]
        found += (one for one in _in_words(text) if not _within(one, taken))
        found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def find_hints(text: str) -> frozenset[Number]:
    """Values that words mean without being numerals: *both*, *dozen*, *half*, *decade*.

    >>> sorted(find_hints("both sides, a dozen"))
    [1, 2, 12]
    """
    return hints_among(numerals("en", "hint"), word_set(text), text.lower())


def _within(quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in taken)


def _digits(text: str) -> tuple[Quantity, ...]:
    return read_digits(text, _CUSTOM) if signs_of(text) & DIGIT else ()


def _finished(text: str, quantity: Quantity) -> Quantity:
    """With the ending that makes an ordinal or a decade of it."""
    if quantity.unit == "m" and text[quantity.end - 2 : quantity.end - 1].isdigit():
        # 5m: metres to some, a million to others
        return quantity._replace(
            values=(*quantity.values, *scaled(quantity.values, 10**6)), unit=""
        )
    if quantity.unit:
        return quantity
    time = _TIME.match(text, quantity.start)
    if time is not None:
        return quantity._replace(values=(int(time["hour"]),))  # 5.40 a.m. is no decimal
    tail = _TAIL.match(text, quantity.end)
    if tail is not None:
        return quantity._replace(end=tail.end(), kind="ordinal", is_sure=True)
    decade = _DECADE.match(text, quantity.end)
    value = quantity.values[0]
    if decade is not None and value % 10 == 0:
        values: tuple[Number, ...] = (value, 1900 + value, 2000 + value)
        if value > 100:  # the 1800s are the 19th century, or ten years of it
            values = (value, value % 100 or value // 100 + 1)
        return quantity._replace(end=decade.end(), values=values, kind="decade", is_sure=True)
    return quantity


def _scale(text: str, end: int) -> tuple[int, Number]:
    match = _SCALE.match(text, end)
    if match is None:
        return end, 1
    factor: Number = 1
    for word in re.findall(r"[a-z]+", match[0].lower()):
        factor *= numerals("en", "scale").get(word) or _SHORT[word]
    if match[0] in ("m", "M", "b", "B", "k", "K") and not _MONEY_BEFORE.search(
        text[max(0, end - 12) : end].rstrip("0123456789.,")
    ):
        return end, 1  # 5m is five metres, $5m five million
    return match.end(), factor


_CUSTOM = Custom("en", ".", _scale)


@cache
def _all_words() -> frozenset[str]:
    roles = ("ones", "tens", "scale", "ordinal", "month")
    return frozenset(word.lower() for role in roles for word in numerals("en", role))


def _is_numeral(word: str) -> bool:
    return word in _all_words()


def _is_more_than_one(word: str) -> bool:
    return _is_numeral(word) and word not in ("zero", "one", "first")


_NUMERAL = sign_of_words(_is_numeral)
FIGURES = DIGIT
NUMERALS = sign_of_words(_is_more_than_one)


@cache
def _first_words() -> frozenset[str]:
    return _all_words() | {"a", "an", "half"}  # a hundred, half a million


def _in_words(text: str) -> Iterator[Quantity]:
    """Numerals in words, as long as they go, and months."""
    tokens = list(_WORD.finditer(text))
    starts = _first_words()
    index = 0
    while index < len(tokens):
        if tokens[index][0].lower() not in starts:
            index += 1
            continue
        month = numerals("en", "month").get(tokens[index][0])
        if month is not None:
            yield Quantity(*tokens[index].span(), (month,), is_sure=False, kind="month")
            index += 1
            continue
        size, value, kind = _spelled(text, tokens, index)
        if size:
            start, end = tokens[index].start(), tokens[index + size - 1].end()
            yield Quantity(start, end, (value,), is_sure=False, kind=kind)
        index += size or 1


def _spelled(text: str, tokens: list[re.Match[str]], first: int) -> tuple[int, Number, str]:
    """How many words from one on are a numeral, its value, and whether it is an ordinal."""
    shared = _SHARE.match(text, tokens[first].start())
    if shared is not None:
        share = Fraction(1, 2) if shared["half"] else Fraction(1)
        value = exact(share * numerals("en", "scale")[shared["scale"].lower()])
        return len(_WORD.findall(shared[0])), value, "word"
    ones, tens = numerals("en", "ones"), numerals("en", "tens")
    scales, ordinals = numerals("en", "scale"), numerals("en", "ordinal")
    total: Number = 0
    current: Number = 0
    size = 0
    kind = "word"
    last = ""
    for index in range(first, len(tokens)):
        word = tokens[index][0].lower()
        if size and not _JOINT.fullmatch(text, tokens[index - 1].end(), tokens[index].start()):
            break
        if word == "and" and last in scales:
            last = word
            size += 1
            continue
        if word in ones and last not in ones:
            current += ones[word]
        elif word in tens and last not in tens and last not in ones:
            current += tens[word]
        elif word in scales and last not in ("", "and"):
            if word == "hundred":
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scales[word], 0
        elif word in ordinals and last not in ones:
            current += ordinals[word]
            return size + 1, total + current, "ordinal"
        else:
            break
        last = word
        size += 1
    if last == "and":
        size -= 1
    return size, total + current, kind
