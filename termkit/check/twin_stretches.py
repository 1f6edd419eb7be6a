"""Stretches of a Chinese text that may be slips for others of it.

They differ in one character, or in the order of two; `check.han_twins` judges them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import compress, islice
from operator import add, ne

from termkit.check.slips_zh import (
    is_free,
    is_little_word,
    is_simplified,
    makes_a_word,
)
from termkit.text.scripts import is_han

SIZE = 4
"""Characters of the shortest stretch, the odd one among them."""
_FORMS = 8  # of one stretch: more are names of one family, or a table, and no slip


def find_twin_stretches(text: str) -> list[tuple[int, int, int]]:
    """Where odd characters stand, where the right ones do, and how many they are: one or two.

    In text order; of the right ones the first place.

    >>> text = "污水处理厂已建。污水处里厂投产。"
    >>> [(text[odd], text[right], width) for odd, right, width in find_twin_stretches(text)]
    [('里', '理', 1)]
    """
    pairs = list(map(add, text, text[1:]))
    grams = list(map(add, pairs, pairs[2:]))
    return sorted({*_replaced(text, pairs, grams), *_swapped(text, pairs, grams)})


def _replaced(text: str, pairs: list[str], grams: list[str]) -> Iterator[tuple[int, int, int]]:
    """Places of a character that stands once between its neighbours, makes no word and has the
    place of another there; the first place of that one; and 1."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for at in range(SIZE):
        for one, other in _differing(grams, _without(text, pairs, at)):
            counts = counts or Counter(grams)
            first = first or dict(zip(reversed(grams), reversed(range(len(grams))), strict=True))
            for odd, right in ((one, other), (other, one)):
                if counts[odd] == 1 and _may_be_slip(odd, right, at):
                    place = first[odd] + at
                    if not makes_a_word(text, place):
                        yield place, first[right] + at, 1


def _swapped(text: str, pairs: list[str], grams: list[str]) -> Iterator[tuple[int, int, int]]:
    """Places of two neighbours that stand once in that order between theirs and make no words;
    the first place of those in the other order, which come twice at least; and 2."""
    distinct = set(pairs)
    mirrored = {pair for pair in distinct if pair[0] != pair[1] and pair[::-1] in distinct}
    for place in compress(range(len(pairs)), map(mirrored.__contains__, pairs)):
        if makes_a_word(text, place) or makes_a_word(text, place + 1):
            continue
        for start in range(max(0, place - 2), place + 1):
            odd, at = text[start : start + SIZE], place - start
            right = odd[:at] + odd[at : at + 2][::-1] + odd[at + 2 :]
            often = len(odd) == SIZE and text.count(right) > 1 and text.count(odd) == 1
            if often and _may_be_slip(odd, right, at):
                yield place, grams.index(right) + at, 2


def _without(text: str, pairs: list[str], at: int) -> Iterator[str]:
    """Every stretch of four characters without the one at a place.

    >>> list(_without("abcde", ["ab", "bc", "cd", "de"], 1))
    ['acd', 'bde']
    """
    if at < SIZE // 2:
        return map(add, text[1 - at :], pairs[2:])
    return map(add, pairs, text[SIZE + 1 - at :])


def _differing(grams: list[str], keys: Iterator[str]) -> set[tuple[str, str]]:
    """Stretches that have a key in common, which few have.

    >>> sorted(_differing(["污水处理", "污水处里"], iter(["污水处", "污水处"])))
    [('污水处理', '污水处里')]
    """
    listed = list(islice(keys, len(grams)))
    last = dict(zip(listed, grams, strict=True))
    latest = list(map(last.__getitem__, listed))
    unlike: dict[str, set[str]] = defaultdict(set)
    for key, gram in compress(zip(listed, grams, strict=True), map(ne, grams, latest)):
        unlike[key].add(gram)
    return {
        (gram, other)
        for key, some in unlike.items()
        if len(some) < _FORMS
        for gram in some
        for other in (*some, last[key])
        if gram != other
    }


def _may_be_slip(odd: str, right: str, at: int) -> bool:
    """Whether all characters are Han, and the odd one is none that comes and goes."""
    one, other = odd[at], right[at]
    if not (all(map(is_han, odd)) and is_simplified(one + other)) or is_little_word(one):
        return False
    return not (is_free(one, one) and is_free(other, other))  # 中俄, 中英
