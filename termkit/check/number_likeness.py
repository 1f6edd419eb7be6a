"""Whether a number of a translation may be the distortion of one of its source.

It is where both count the same kind of thing (a part of a whole, a measure, a time, years) and the
amounts do not fit, or where their figures are one slip or a power of ten apart.
"""

from __future__ import annotations

import re
from enum import IntEnum

from termkit.check.measured import may_be_one, ratio
from termkit.check.side_numbers import SideNumbers
from termkit.lang.quantity import PERCENT, Quantity
from termkit.text.near import one_edit_apart

FAR = 4  # times: two measures further apart are of different things
_SCALED = 10_000  # from here on numbers have a scale word
YEARS = range(1900, 2100)
_CENTURY = re.compile(r"[ -]centur(?:y|ies)|thế kỷ (?:thứ )?|世纪", re.IGNORECASE)
_BESIDE = 12  # code points beside a number in which its century or what it is a rate of is named
_RATE = re.compile(r"/|\b(?:per|mỗi|every|each)\b|[每亩]")
_ANYTHING = frozenset(("",))


class Likeness(IntEnum):
    """How much speaks for two numbers being one."""

    NONE = 0
    POSSIBLE = 1  # nothing says what either counts
    SAME_KIND = 2
    NEAR = 3


def likeness(one: Quantity, other: Quantity, source: SideNumbers, target: SideNumbers) -> Likeness:
    """How well a number of the target may be a distortion of one of the source."""
    here, there = _figures(one, source), _figures(other, target)
    is_near = one_edit_apart(here, there) or sorted(here) == sorted(there)
    is_scaled = here.strip("0") == there.strip("0")
    if one.unit and other.unit and PERCENT not in (one.unit, other.unit):
        is_rate = any(
            _RATE.search(side.text, max(0, number.start - _BESIDE), number.end + _BESIDE)
            for number, side in ((one, source), (other, target))
        )
        is_one = is_near or is_scaled or _may_be_of_one_thing(one, other, is_rate)
        return Likeness.SAME_KIND if is_one and _convert(one, other) else Likeness.NONE
    common = kinds(one, source) & kinds(other, target)
    if common - _ANYTHING:
        return Likeness.SAME_KIND
    if is_scaled and min(one.values[0], other.values[0]) >= _SCALED:
        return Likeness.NEAR
    if is_near and min(len(here), len(there)) > 1:
        return Likeness.NEAR
    return Likeness.POSSIBLE if common else Likeness.NONE


def kinds(one: Quantity, side: SideNumbers) -> frozenset[str]:
    """What a number may count: a part of a whole, a measure, years, time; empty: anything."""
    if one.unit == PERCENT or side.is_percentage(one):
        return frozenset(("share",))
    if one.unit:
        return frozenset(("measure",))
    if is_year(one, side) or one.kind == "decade" or _is_century(one, side):
        return frozenset(("year",))
    if side.is_share(one):
        is_fraction = 0 < one.values[0] < 1
        return frozenset(("share",)) if is_fraction else frozenset(("share", ""))
    return frozenset(("time", "")) if side.is_duration(one) else _ANYTHING


def is_year(one: Quantity, side: SideNumbers) -> bool:
    """Whether a number is written as years of our time are."""
    is_plain = one.values[0] in YEARS and not one.unit
    return is_plain and side.text[one.start : one.end].isdigit()


def _is_century(one: Quantity, side: SideNumbers) -> bool:
    start, end = max(0, one.start - _BESIDE), one.end + _BESIDE
    return _CENTURY.search(side.text, start, end) is not None


def _convert(one: Quantity, other: Quantity) -> bool:
    return ratio(one, other) is not None or may_be_one(one.unit, other.unit)


def _may_be_of_one_thing(one: Quantity, other: Quantity, is_rate: bool) -> bool:
    """Whether two measures are not too far from each other; those of a rate may be of rates
    that differ (a mu, a hectare)."""
    times = ratio(one, other)
    if times is None:
        return may_be_one(one.unit, other.unit)
    return 1 / FAR < times < FAR or (one.unit == other.unit and not is_rate)


def _figures(one: Quantity, side: SideNumbers) -> str:
    """The figures of a number, those of a fraction with its bar."""
    value = one.values[0]
    if not one.is_sure or value == int(value):
        return str(int(value))
    return re.sub(r"[^\d/]", "", side.text[one.start : one.end])
