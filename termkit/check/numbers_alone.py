"""Whether a number that only one side has would have to be seen on the other, were it there.

It would where it is long or measured and no part of a name, of a gloss or of a form in several
numbers, and where no word over there is left that may be it: *a year and a half* is 18 months.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from termkit.check.measured import is_converted, ratio
from termkit.check.number_likeness import FAR, YEARS, is_year, kinds
from termkit.check.phrases import FUNCTION_WORDS
from termkit.check.side_numbers import SideNumbers
from termkit.check.told_twice import APART
from termkit.lang.quantity import PERCENT, Number, Quantity, numerals

_LONGEST = 40  # code points of a word beside a number that are looked at
_FEW = 10  # so many may be told by a plural, a pair, a list
_PLAIN = frozenset(("", "year"))
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)\.? ?$")
_WORD_BEHIND = re.compile(r" ?([^\W\d_])\w")
_NAMING = frozenset("“\"'‘《「+”’》」后後")  # beside a number: “90后”, 10+3
_OPEN = re.compile(r"[(（][^()（）]*$")
_RUN = re.compile(r"\d+")
# Words that are seldom what they may mean as a number: to sell, a part, a quarter of the year.
_IDLE = {
    "en": re.compile(r"\bquarters?\b(?! of an?\b)", re.IGNORECASE),
    "vi": re.compile(r"\b(?:bán|phần)\b", re.IGNORECASE),
    "zh": re.compile("[打午]"),
}
_PERCENT_WORD = Fraction(1, 100)


def would_show(one: Quantity, side: SideNumbers, other: SideNumbers) -> bool:
    """Whether the other side would have a number that can be seen, were it there."""
    value, text = one.values[0], side.text
    if value in (0, 1) or is_a_part(one, side, other):
        return False
    if _is_in_pieces(text[one.start : one.end], other.text):
        return False
    if is_contradicted(one, side, other):
        return True
    if not one.unit and (value <= _FEW or _is_in_name(one, side)):
        return False
    if _OPEN.search(text, 0, one.start) or _is_said_again(one, side):
        return False
    if is_year(one, side):
        return True  # which no word tells
    if side.is_duration(one) and other.durations_without(side):
        return False
    return not left_open(other, side, _FEW if kinds(one, side) <= _PLAIN else 1)


def is_a_part(one: Quantity, side: SideNumbers, other: SideNumbers) -> bool:
    """Whether another number without an answer stands right beside it: together they are a form
    that is not read."""
    return any(
        one in (before, after)
        and side.text[before.end : after.start] in ("", " ")
        and other.evidence.isdisjoint((after if one == before else before).values)
        for before, after in pairwise(filter(side.is_surely_numeral, side.quantities))
        if "month" not in (before.kind, after.kind)
    )


def left_open(side: SideNumbers, other: SideNumbers, least: int = _FEW) -> frozenset[Number]:
    """What words of a side may mean, of what the other does not answer: parts of one, and numbers
    above the least."""
    hints = side.view.language.number_hints(_IDLE[side.lang].sub("", side.text))
    left = {value for value in hints if value > _FEW or 0 < value < 1}
    for one in side.quantities:
        if not one.is_sure and one.kind in ("word", "ordinal") and not side.is_doubtful(one):
            left.update(value for value in one.values if value > least or 0 < value < 1)
    return frozenset(left) - other.evidence - {_PERCENT_WORD}


def is_contradicted(one: Quantity, side: SideNumbers, other: SideNumbers) -> bool:
    """Whether the other side tells the same thing in another form, and it does not come to this:
    one part of a whole, one duration, one distance, a year by its stem and branch or of a day."""
    if one.unit == PERCENT:
        return other.has_plain_share()
    if one.unit:
        others = [
            times
            for there in other.measured
            if side.written.isdisjoint(there.values)
            and (times := ratio(one, there)) is not None
            and not any(is_converted(here, there) for here in side.measured)
        ]
        return len(others) == 1 and 1 / FAR < others[0] < FAR
    if is_year(one, side):
        years = {date.year for date in other.dates if date.year} | other.cyclic_years
        return bool(years) and years.isdisjoint(side.evidence)
    if side.is_duration(one):
        return len(side.durations_without(other)) == len(other.durations_without(side)) == 1
    return False


def _is_in_name(one: Quantity, side: SideNumbers) -> bool:
    """Whether capitals, quotation marks or signs join a number to a name: *Apollo 11*, “90后”."""
    text = side.text
    if not _NAMING.isdisjoint((text[one.start - 1 : one.start], text[one.end : one.end + 1])):
        return True
    before = _WORD_BEFORE.search(text, max(0, one.start - _LONGEST), one.start)
    behind = _WORD_BEHIND.match(text, one.end)
    if behind is not None and behind[1].isupper():
        return True
    if before is None or not before[1][0].isupper() or before[1] in numerals("en", "month"):
        return False
    if before.start() > 0:
        return True
    # The first word has its capital anyway.
    is_year_of_it = side.lang == "en" and one.values[0] in YEARS
    return is_year_of_it and before[1].lower() not in FUNCTION_WORDS["en"]


def _is_said_again(one: Quantity, side: SideNumbers) -> bool:
    """Whether a number stands in another measure beside it: 40 million bushels, or 1.1m tonnes."""
    return any(
        one in (before, after) and APART.fullmatch(side.text, before.end, after.start)
        for before, after in pairwise(side.quantities)
    )


def _is_in_pieces(written: str, text: str) -> bool:
    """Whether runs of figures in a row are those of a number: 41.150, 41秒150."""
    figures = "".join(_RUN.findall(written))
    runs = _RUN.findall(text)
    return bool(figures) and any(
        figures == "".join(runs[first : first + size])
        for size in (2, 3)
        for first in range(len(runs) - size + 1)
    )
