"""Amounts that a side gives twice, the second time for readers who measure otherwise.

*270 kilometres (168 miles)*, *53.9万亿元 ($8.06 trillion)*, *40 million bushels, or 1.1 million
tonnes*: a translation may keep one of the two, or add the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from termkit.check.measured import is_converted, is_currency
from termkit.lang.quantity import Quantity

_ABOUT = (
    r"(?:\s?(?:about|around|some|roughly|approximately|equivalent to|equal to|nearly|over|or|khoảng"
    r"|gần|hơn|tức|hay|tương đương(?: với)?|约合|折合|合|约|近|超|逾|相当于))*\s?"
)
APART = re.compile(
    rf"[^\d.;()（）。；]{{0,24}}(?:[(（]{_ABOUT}|,? (?:or|hay|tức)\s{_ABOUT}|，约?合)\D?"
)
_GOES_ON = re.compile(r"[ -]?\w*,?(?: and)? ")
_COMPOUND = re.compile(rf"{_GOES_ON.pattern}\d")
_UNIT = re.compile(r"[ -]?([^\W\d_]+)")
_GLOSS = re.compile(
    r"[(（]\s?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?年?"  # the 14th plan (2021-2025)
    rf"|{_ABOUT}[\d.,]+ ?[^\d()（）]{{1,24}})[)）]"  # a mu (about 0.067 hectares)
)


def without_told(
    text: str, quantities: Sequence[Quantity], claims: Sequence[Quantity]
) -> list[Quantity]:
    """Claims, less those whose other form the other side answers.

    Args:
        text: Of one side.
        quantities: All its numbers, in order.
        claims: Those that the other side does not have.
    """
    open_claims = set(claims)
    told: set[Quantity] = set()
    for one, other in pairwise(quantities):
        if (one in open_claims) != (other in open_claims) and _is_equation(text, one, other):
            told.add(one if one in open_claims else other)
    for one, other in pairwise(quantities):
        if one in told and _GOES_ON.fullmatch(text, one.end, other.start):
            told.add(other)  # 4 pounds, 3 ounces
    return [claim for claim in claims if claim not in told]


def without_glosses(text: str, claims: Sequence[Quantity]) -> list[Quantity]:
    """Claims, less what a translator explains in brackets: the years of a plan, a measure.

    >>> without_glosses("the plan (2021-2025)", [Quantity(10, 14, (2021,))])
    []
    """
    spans = [match.span() for match in _GLOSS.finditer(text)]
    return [
        one
        for one in claims
        if is_currency(one.unit) or not any(a < one.start and one.end <= b for a, b in spans)
    ]


def _is_equation(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers in a row are one amount in two measures."""
    if APART.fullmatch(text, one.end, other.start) is None:
        return False
    here, there = _unit(text, one), _unit(text, other)
    if not here or not there or here == there:
        return False
    is_compound = _COMPOUND.match(text, other.end) is not None  # 4 pounds, 3 ounces
    return is_compound or not (one.unit and other.unit) or is_converted(one, other)


def _unit(text: str, quantity: Quantity) -> str:
    """The unit of a number, or the word behind it."""
    if quantity.unit:
        return quantity.unit.partition("/")[0]
    word = _UNIT.match(text, quantity.end)
    return word[1].lower() if word is not None else ""
