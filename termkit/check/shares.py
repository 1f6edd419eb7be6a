"""Parts of a whole, in whatever form: 70 %, seven in ten, 7/10, bảy phần mười, 七成.

Each room reads its percentages and most fractions as numbers; here is what two numbers say
together. A fraction stands for the percentage that it comes to, rounded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from termkit.lang.quantity import PERCENT, Quantity, numerals

_MOST = 100  # of the number that a share is taken of: nine in ten
_BETWEEN = {
    "en": re.compile(r" (?:\w+ )?(?:in|out of|of|of the|of every|in every) (?:the |every )?"),
    "vi": re.compile(r"(?: \w+){0,2} (?:trong(?: số| tổng số)?|trên(?: tổng số)?|phần) |/"),
    "zh": re.compile(r"[^\d，。；]{1,12}?(?:有|就有|中有|中|里有)(?:近|约|超过)?"),
}
# One in five is, in Vietnamese and Chinese, of five one: cứ 5 người thì có 1, 每五人中就有一人.
_WHOLE_FIRST = {
    "vi": re.compile(r" [^\d,.;]{1,24},? (?:thì |có |lại )+(?:gần |khoảng |hơn )?"),
    "zh": _BETWEEN["zh"],
}
_EVERY = {"vi": re.compile(r"cứ $", re.IGNORECASE), "zh": re.compile(r"每$")}
_NAMED = {
    "en": re.compile(
        r"\b(?P<part>an?|one|two|three|four|five|six|seven|eight|nine)[ -]"
        r"(?P<whole>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b|\b(?P<half>half)\b",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"\b(?P<part>một|hai|ba|bốn|năm|sáu|bảy|tám|chín) phần (?P<whole>ba|tư|năm|mười)\b"
        r"|\b(?P<half>nửa)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?P<part>)(?P<whole>)(?P<half>半数|一半|过半|半)"),
}
_WORDS = {"a": 1, "an": 1, "quarter": 4, "tư": 4, "mười": 10}


def find_shares(
    text: str, lang: str, quantities: tuple[Quantity, ...]
) -> Iterator[tuple[int, int, Fraction]]:
    """Start, end and value of every part of a whole that is no percentage.

    >>> from termkit.lang.en.quantities import find_quantities
    >>> text = "nine in ten, a third"
    >>> [str(share) for _, _, share in find_shares(text, "en", find_quantities(text))]
    ['9/10', '1/3']
    """
    for one, other in itertools.pairwise(quantities):
        part, whole = one.values[0], other.values[0]
        between = _BETWEEN[lang]
        if lang in _EVERY and _EVERY[lang].search(text, 0, one.start):
            part, whole, between = whole, part, _WHOLE_FIRST[lang]
        if 0 < part < whole <= _MOST and between.fullmatch(text, one.end, other.start):
            yield one.start, other.end, Fraction(part) / Fraction(whole)
    for one in quantities:
        if 0 < one.values[0] < 1 and not one.unit:
            yield one.start, one.end, Fraction(one.values[0])
    for match in _NAMED[lang].finditer(text):
        share = Fraction(1, 2)
        if not match["half"]:
            share = _number(lang, match["part"]) / _number(lang, match["whole"])
        yield match.start(), match.end(), share


def _number(lang: str, word: str) -> Fraction:
    word = word.lower()
    known = numerals(lang, "ones").get(word) or numerals(lang, "ordinal").get(word)
    return Fraction(known or _WORDS[word])


def comes_to(share: Fraction, percent: Quantity) -> bool:
    """Whether a percentage is a share, rounded as far as it is written.

    >>> comes_to(Fraction(2, 3), Quantity(0, 3, (67,), PERCENT))
    True
    """
    if percent.unit != PERCENT:
        return False
    near = Fraction(1) if percent.values[0] == int(percent.values[0]) else Fraction(1, 10)
    return abs(100 * share - percent.values[0]) < near
