"""B301: a number of one side that the other does not have."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.amounts import NUMBERS, find_amounts
from termkit.check.number_slips import find_number_slips
from termkit.check.rule import Mark, rule
from termkit.check.side_numbers import SideNumbers
from termkit.check.view import UnitView
from termkit.lang.quantity import Quantity
from termkit.model.finding import Severity
from termkit.model.span import Span


@rule("B301", "number-differs", scope="translation", severity="warning", since="0.1", signs=NUMBERS)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A number is lost, added or changed in the translation.

    `1.234,5` in Vietnamese is `1,234.5` in English; `tỷ`, billion and 十亿 are one; *thứ XIV*,
    14th and 第十四 are one; *nửa* is half. Numbers in words are reported only where one stands
    against another. Dates, hours of the day and measures that were converted are left alone.
    Two numbers are reported that may be one and its distortion, and one alone where the other
    side would have to show it; of others there is a hint, for no reader knows every form.

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
    for one, other, is_sure in find_number_slips(amounts):
        severity = None if is_sure else Severity.HINT
        here = _written(amounts.source, one)
        if other is None and one is not None:
            message = f"{here} is missing in the translation"
            yield view.source.mark(_span(one), message, severity=severity)
        elif other is not None:
            there = _written(amounts.target, other)
            yield view.target.mark(
                _span(other),
                f"{there} is not in the source"
                if one is None
                else f"{there} stands for {here} of the source",
                related=() if one is None else (view.source.related(_span(one), "here"),),
                severity=severity,
            )


def _span(quantity: Quantity) -> Span:
    return Span(quantity.start, quantity.end)


def _written(side: SideNumbers, quantity: Quantity | None) -> str:
    return "" if quantity is None else repr(side.text[quantity.start : quantity.end])
