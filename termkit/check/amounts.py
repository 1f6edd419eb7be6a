"""What numbers the two sides of a unit have in common, and what either has alone.

A claim without an answer (`check.side_numbers`) is surely lost, unless the amount stands there in
another measure or is told twice; nothing is said of a number that may be there in other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from termkit.check.dates import find_dates
from termkit.check.listed_days import find_listed_days
from termkit.check.measured import is_converted, is_currency, is_rounded
from termkit.check.side_numbers import SideNumbers, as_read
from termkit.check.told_twice import without_glosses, without_told
from termkit.check.view import TextView, UnitView
from termkit.lang.en import quantities as en_quantities
from termkit.lang.pieces import sign_of_pieces
from termkit.lang.quantity import Quantity
from termkit.lang.vi import quantities as vi_quantities
from termkit.lang.zh import quantities as zh_quantities

_BRACKETED = re.compile(r"[(（][^()（）]*\d")
NUMBERS = reduce(
    or_, (room.FIGURES | room.NUMERALS for room in (en_quantities, vi_quantities, zh_quantities))
)
_DAY_AND_MONTH = sign_of_pieces(re.compile(r"\d/\d").search)


@dataclass(frozen=True)
class Amounts:
    """The numbers of both sides."""

    source: SideNumbers
    target: SideNumbers

    @property
    def lost(self) -> tuple[Quantity, ...]:
        """Claims of the source that the target does not answer, in this measure or another."""
        return self._alone[0]

    @property
    def added(self) -> tuple[Quantity, ...]:
        """Claims of the target that the source does not answer."""
        return self._alone[1]

    @cached_property
    def _alone(self) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        source, target = self.source, self.target
        lost = list(source.claims_without(target))
        added = list(target.claims_without(source))
        if not lost and not added:
            return (), ()
        for one in tuple(lost):
            other = next((o for o in added if is_converted(one, o) or is_rounded(one, o)), None)
            if other is not None:
                lost.remove(one)
                added.remove(other)
        if not lost or not added:
            lost = without_told(source.text, source.quantities, lost)
            added = without_told(target.text, target.quantities, added)
        # The same amount in a second measure, for the reader: 10 miles (16 km).
        given = source.measured
        if lost:  # then what it has for an amount that it keeps is no amount for the reader
            given = tuple(o for o in given if target.written.isdisjoint(o.values))
        in_target = {one.unit for one in added}  # 124 miles is not told in km beside 142 miles
        added = [one for one in added if not any(is_converted(one, o) for o in given)]
        lost = [
            one
            for one in lost
            if is_currency(one.unit)
            or one.unit in in_target
            or not any(is_converted(one, o) for o in target.measured)
        ]
        if not lost and not _BRACKETED.search(source.text):
            added = without_glosses(target.text, added)
        return tuple(lost), tuple(added)


def find_amounts(view: UnitView) -> Amounts | None:
    """The numbers of a unit; ``None`` when none can be lost or added, the usual case."""
    source, target = view.source, view.target
    if source is None:
        return None
    one, other = source.language, target.language
    has_figure = source.signs & one.figure_signs or target.signs & other.figure_signs
    # A numeral in words is told only against another.
    if not has_figure and not (
        source.signs & one.numeral_signs and target.signs & other.numeral_signs
    ):
        return None
    here, there = one.quantities(as_read(source)), other.quantities(as_read(target))
    if not here and not there:
        return None
    return Amounts(_numbers(source, here), _numbers(target, there))


def _numbers(view: TextView, quantities: tuple[Quantity, ...]) -> SideNumbers:
    lang = view.lang.split("-")[0]
    may_be_dated = any(one.is_sure or one.kind == "month" for one in quantities)
    may_be_dated = may_be_dated or (lang == "zh" and "月" in view.text)
    dates = find_dates(as_read(view), lang) if may_be_dated else ()
    if lang == "vi" and view.signs & _DAY_AND_MONTH:
        dates = (*dates, *find_listed_days(as_read(view), dates))
    return SideNumbers(view, quantities, dates)
