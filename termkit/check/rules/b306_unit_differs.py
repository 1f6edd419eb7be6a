"""B306: the same number in another unit or currency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.amounts import NUMBERS, Amounts, find_amounts
from termkit.check.measured import is_currency, may_be_one
from termkit.check.phrases import FUNCTION_WORDS
from termkit.check.rule import Mark, rule
from termkit.check.side_numbers import SideNumbers
from termkit.check.view import UnitView
from termkit.lang.quantity import PERCENT, Quantity, measures
from termkit.model.span import Span

_PERCENTS = (
    "%",
    "％",
    "percent",
    "per cent",
    "phần trăm",
    "百分",
    "个百分点",
    "pct",
    "成",
    "basis point",
    "bps",
    "điểm cơ bản",
    "基点",
)

_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_LONGEST = 6  # code points of a sign or a code before a number
_SIGN_BEFORE = re.compile(r"(?:[^\w\s,.;:，。；：、(（)）\"“”'‘’-]|[A-Z]{2,}) ?$")
_POINT = re.compile(r"points?\b|điểm|点")


@rule("B306", "unit-differs", scope="translation", severity="warning", since="0.1", signs=NUMBERS)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A number has another unit or currency in the translation, or has lost its percent sign.

    Currencies of one name (*dollars*, 元) fit each of their countries. A unit is missing only
    where the whole translation names none of its kind.

    ## Why it matters
    Five million dollars and five million dong differ by a factor of 25,000.

    ## Use instead
    The unit of the source, or its amount converted.

    ## Source
    ISO 4217 (currencies); BIPM, The International System of Units, 9th edition.
    """
    amounts = view.once(find_amounts)
    if amounts is None or view.source is None or not view.target.text:
        return
    for one in amounts.source.quantities:
        if not one.is_sure or not one.unit:
            continue
        same = _same(one, amounts.target)
        if not same or any(not other.is_sure and other.kind != "word" for other in same):
            continue
        problem = _problem(one, same, amounts)
        if problem:
            other = same[0]
            written = amounts.source.text[one.start : one.end]
            yield view.target.mark(
                Span(other.start, other.end),
                f"{amounts.target.text[other.start : other.end]!r} {problem} {written!r}"
                " of the source",
                related=(view.source.related(Span(one.start, one.end), "here"),),
            )


def _same(one: Quantity, side: SideNumbers) -> list[Quantity]:
    return [
        other for other in side.quantities if any(value in other.values for value in one.values)
    ]


def _problem(one: Quantity, same: list[Quantity], amounts: Amounts) -> str:
    """What is wrong with the numbers that are the same; empty when nothing is."""
    units = [other.unit for other in same if other.unit]
    if units and not any(may_be_one(one.unit, unit) for unit in units):
        if len(units) < len(same):
            return ""  # one of them has no unit: it may be the one
        return "has another unit than"
    if units:
        return ""
    text = amounts.target.text.lower()
    if _POINT.search(amounts.source.text, one.start, one.end) and _POINT.search(text):
        return ""  # 3.1个百分点, a margin of 3.1 points
    if one.unit == PERCENT and not any(sign in text for sign in _PERCENTS):
        return "has lost the percent sign of"
    if is_currency(one.unit) and not _names_currency(amounts.target):
        is_bare = any(_stands_bare(other, amounts.target) for other in same)
        return "has lost the currency of" if is_bare else ""
    return ""


def _stands_bare(one: Quantity, side: SideNumbers) -> bool:
    """Whether no word or sign stands beside a number that may be a currency nobody reads."""
    text = side.text
    if text[one.end : one.end + 1].isalnum():
        return False
    word = _WORD_BEHIND.match(text, one.end)
    is_free = word is None or word[1].lower() in FUNCTION_WORDS[side.lang]
    return is_free and not _SIGN_BEFORE.search(text, max(0, one.start - _LONGEST), one.start)


def _names_currency(side: SideNumbers) -> bool:
    """Whether a side names a currency anywhere, with a number or without."""
    words, pattern = measures(side.view.lang.split("-")[0])
    return any(is_currency(words[match[0].lower()]) for match in pattern.finditer(side.text))
