"""Which numbers without an answer are slips, and which the reader may only not have understood.

What a side says in a form that nobody reads (*the round of 16*, 41秒150) looks like a number that
is lost. So two numbers are a slip where they contradict each other (`check.number_likeness`), and
one alone is where the other side would have had to show it (`check.numbers_alone`). Of all else
there is a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from termkit.check.amounts import Amounts
from termkit.check.measured import is_shortened
from termkit.check.number_likeness import Likeness, is_year, likeness
from termkit.check.numbers_alone import is_a_part, is_contradicted, left_open, would_show
from termkit.check.side_numbers import SideNumbers
from termkit.lang.quantity import Quantity

_MANY = 40  # numbers without an answer on one side: then the sides are no translations


class NumberSlip(NamedTuple):
    """A number that is lost, added or another one.

    Attributes:
        lost: Of the source; ``None`` where one is added.
        added: Of the target; ``None`` where one is lost.
        is_sure: Whether the evidence excludes a form that was not read.
    """

    lost: Quantity | None
    added: Quantity | None
    is_sure: bool


def find_number_slips(amounts: Amounts) -> Iterator[NumberSlip]:
    """The numbers of either side without an answer: first the exchanged, then those alone."""
    source, target = amounts.source, amounts.target
    lost, added = list(amounts.lost), list(amounts.added)
    if not lost or not added:
        lost, added = _in_words(amounts, lost, added)
    if max(len(lost), len(added)) > _MANY:
        yield from _in_order(lost, added, is_sure=True)
        return
    is_single = len(lost) == len(added) == 1
    while lost and added:
        like, one, other = _most_alike(lost, added, source, target)
        if like is Likeness.NONE:
            break
        lost.remove(one)
        added.remove(other)
        is_sure = not (
            is_a_part(one, source, target)
            or is_a_part(other, target, source)
            or is_shortened(one, other)
        )
        if like is Likeness.POSSIBLE:
            is_sure = is_sure and is_single
            if not (one.is_sure and other.is_sure):
                words = left_open(source, target) | left_open(target, source)
                is_sure = is_sure and words <= {*one.values, *other.values}
        yield NumberSlip(one, other, is_sure)
    if lost and added:
        yield from _in_order(lost, added, is_sure=False)
    else:
        yield from _alone(lost, added, source, target)


def _in_words(
    amounts: Amounts, lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """One number against one, where words spell at least one of them."""
    source, target = amounts.source, amounts.target
    here = lost or list(map(source.with_unit, source.words_without(target)))
    there = added or list(map(target.with_unit, target.words_without(source))) if here else []
    return (here, there) if len(here) == len(there) == 1 else (lost, added)


def _most_alike(
    lost: list[Quantity], added: list[Quantity], source: SideNumbers, target: SideNumbers
) -> tuple[Likeness, Quantity, Quantity]:
    """The pair that is most likely one number and its distortion, in order where several are."""
    pairs = [
        (likeness(one, other, source, target), -abs(here - there), one, other)
        for here, one in enumerate(lost)
        for there, other in enumerate(added)
    ]
    like, _, one, other = max(pairs, key=lambda pair: pair[:2])
    return like, one, other


def _in_order(
    lost: Sequence[Quantity], added: Sequence[Quantity], *, is_sure: bool
) -> Iterator[NumberSlip]:
    """One for one as they stand, and what is left of the longer list."""
    for one, other in zip_longest(lost, added):
        yield NumberSlip(one, other, is_sure)


def _alone(
    lost: list[Quantity], added: list[Quantity], source: SideNumbers, target: SideNumbers
) -> Iterator[NumberSlip]:
    """Numbers of one side, where the other has none without an answer."""
    for one in lost:
        is_rounded = any(is_shortened(one, there) for there in target.quantities)
        yield NumberSlip(one, None, not is_rounded and would_show(one, source, target))
    for other in added:
        # The year of the news is the reader's, unless the source tells another.
        is_slip = is_contradicted if is_year(other, target) else would_show
        yield NumberSlip(None, other, is_slip(other, target, source))
