"""B301: a number of one side that the other does not have."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.amounts import NUMBERS, Amounts, find_amounts
from termkit.check.rule import Mark, rule
from termkit.check.side_numbers import SideNumbers
from termkit.check.view import UnitView
from termkit.lang.quantity import Quantity
from termkit.model.span import Span

_SMALL = 12


@rule("B301", "number-differs", scope="translation", severity="warning", since="0.1", signs=NUMBERS)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A number is lost, added or changed in the translation.

    `1.234,5` in Vietnamese is `1,234.5` in English; `tỷ`, billion and 十亿 are one; *thứ XIV*,
    14th and 第十四 are one; *nửa* is half. Numbers in words are reported only where one stands
    against another. Dates, hours of the day and measures that were converted are left alone.

    ## Why it matters
    A wrong figure is the error that readers quote.

    ## Use instead
    The number of the source, in the custom of the target language.

    ## Source
    Unicode CLDR 46 (separators and names of numbers); GB/T 15835-2011; TCVN 6398-0:1998.
    """
    amounts = view.once(find_amounts)
    if amounts is None or view.source is None or not view.target.text or not view.source.text:
        return
    lost, added = list(amounts.lost), list(amounts.added)
    if not lost or not added:
        lost, added = _words(amounts, lost, added)
    for one, other in zip(lost, added, strict=False):
        yield view.target.mark(
            _span(other),
            f"{_written(amounts.target, other)!r} stands for"
            f" {_written(amounts.source, one)!r} of the source",
            related=(view.source.related(_span(one), "here"),),
        )
    for one in lost[len(added) :]:
        if one.values[0] == 1 and not one.unit:
            continue  # every minute, in eleven months (1至11月)
        written = _written(amounts.source, one)
        yield view.source.mark(_span(one), f"{written!r} is missing in the translation")
    for other in added[len(lost) :]:
        if not other.unit and other.values[0] <= _SMALL:
            continue  # two sides, the three of them: a translator may count
        written = _written(amounts.target, other)
        yield view.target.mark(_span(other), f"{written!r} is not in the source")


def _words(
    amounts: Amounts, lost: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """One number against one, where words spell at least one of them."""
    here = lost or list(amounts.source.words_without(amounts.target))
    there = added or list(amounts.target.words_without(amounts.source)) if here else []
    return (here, there) if len(here) == len(there) == 1 else (lost, added)


def _span(quantity: Quantity) -> Span:
    return Span(quantity.start, quantity.end)


def _written(side: SideNumbers, quantity: Quantity) -> str:
    return side.text[quantity.start : quantity.end]
