"""Chinese expressions that a text has with one slip: *一如继往*, *集装箱运数*.

An expression is an idiom, a phrase or a term of four characters or more. What is written must be
no expression itself; whether it can be meant is for the caller to judge by what stands around.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from termkit.lang.tables import load_words
from termkit.lang.zh.frequencies import word_counts
from termkit.lang.zh.looks import look_alike
from termkit.lang.zh.pinyin import sound_alike
from termkit.text.grams import Grams
from termkit.text.near_words import NearWords

_SIZE = 4  # characters of most expressions, and of the shortest


class NearExpression(NamedTuple):
    """A place that is one slip away from an expression.

    Attributes:
        start: Where it begins.
        expression: What it should be; as long as what is written.
        at: Which of its characters is wrong, or the first of two.
        width: 1 for a character that sounds or looks like the right one, 2 for two that
            changed places.
    """

    start: int
    expression: str
    at: int
    width: int


def find_near_expressions(grams: Grams) -> Iterator[NearExpression]:
    """Places that are one slip away from an expression, and none themselves, in text order.

    >>> [tuple(near) for near in find_near_expressions(Grams("中方将一如继往支持"))]
    [(3, '一如既往', 2, 1)]
    >>> list(find_near_expressions(Grams("中方将一如既往支持")))
    []
    """
    for start, expression in _near_words().find(grams):
        written = grams.text[start : start + len(expression)]
        if written not in expressions():
            yield from _slips(start, written, expression)


@cache
def _near_words() -> NearWords:
    return NearWords(expressions())


def _slips(start: int, written: str, expression: str) -> Iterator[NearExpression]:
    """The one slip that is all the difference, if it is one.

    >>> [near[2:] for near in _slips(0, "一如继往", "一如既往")]
    [(2, 1)]
    >>> [near[2:] for near in _slips(0, "一既如往", "一如既往")]
    [(1, 2)]
    """
    at = next(compress(count(), map(ne, written, expression)))
    one, other = written[at], expression[at]
    if written[at + 1 :] == expression[at + 1 :]:
        if sound_alike(one, other) or look_alike(one, other):
            yield NearExpression(start, expression, at, 1)
    elif written[at:] == expression[at : at + 2][::-1] + expression[at + 2 :]:
        yield NearExpression(start, expression, at, 2)


@cache
def expressions() -> frozenset[str]:
    """All of them: those of the table, and common words of four characters.

    >>> {"一如既往", "世界反法西斯战争"} <= expressions()
    True
    """
    common = (word for word in word_counts() if len(word) == _SIZE)
    return load_words("zh", "expressions").union(common)
