"""Stretches of a Chinese text that may be slips for others of it.

They differ in one character, or in the order of two; `check.han_twins` judges them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count, permutations
from operator import add, ne

from termkit.check.slips_zh import (
    is_free,
    is_little_word,
    is_simplified,
    makes_a_word,
)
from termkit.text.grams import Grams
from termkit.text.scripts import is_han

SIZE = 4
"""Characters of the shortest stretch, the odd one among them."""
_FORMS = 8  # of one stretch: more are names of one family, or a table, and no slip


def find_twin_stretches(grams: Grams) -> list[tuple[int, int, int]]:
    """Where odd characters stand, where the right ones do, and how many they are: one or two.

    In text order; of the right ones the first place.

    >>> text = "污水处理厂已建。污水处里厂投产。"
    >>> found = find_twin_stretches(Grams(text))
    >>> [(text[odd], text[right], width) for odd, right, width in found]
    [('里', '理', 1)]
    """
    return sorted({*_replaced(grams), *_swapped(grams.text, grams.pairs)})


def _replaced(grams: Grams) -> Iterator[tuple[int, int, int]]:
    """Places of a character that stands once between its neighbours, makes no word and has the
    place of another there; the first place of that one; and 1."""
    text = grams.text
    first: dict[str, tuple[int, bool]] = {}
    rests = (grams.triples[1:], grams.without_second, grams.without_third, grams.triples[:-1])
    for at, keys in enumerate(rests):
        for key, some in _differing(keys, text[at:]):
            if not all(map(is_han, key)):
                continue
            for one, other in permutations(some, 2):
                if not _may_replace(one, other):
                    continue
                odd, right = (f"{key[:at]}{character}{key[at:]}" for character in (one, other))
                first = first or _first_places(grams)
                place, once = first[odd]
                if once and not makes_a_word(text, place + at):
                    yield place + at, first[right][0] + at, 1


def _first_places(grams: Grams) -> dict[str, tuple[int, bool]]:
    """Where each stretch of four stands first, and whether nowhere else."""
    quads = list(map(add, grams.pairs, grams.pairs[2:]))
    last = dict(zip(quads, count(), strict=False))
    first = dict(zip(reversed(quads), range(len(quads) - 1, -1, -1), strict=True))
    return {quad: (place, last[quad] == place) for quad, place in first.items()}


def _swapped(text: str, pairs: list[str]) -> Iterator[tuple[int, int, int]]:
    """Places of two neighbours that stand once in that order between theirs and make no words;
    the first place of those in the other order, which come twice at least; and 2."""
    counts: Counter[str] = Counter()
    mirrored = {
        pair for pair in set(map(add, text[1:], text)).intersection(pairs) if len({*pair}) > 1
    }
    for place in compress(count(), map(mirrored.__contains__, pairs)):
        if makes_a_word(text, place) or makes_a_word(text, place + 1):
            continue
        for start in range(max(0, place - 2), place + 1):
            odd, at = text[start : start + SIZE], place - start
            right = odd[:at] + odd[at : at + 2][::-1] + odd[at + 2 :]
            if len(odd) < SIZE or not all(map(is_han, odd)) or not _may_replace(odd[at], right[at]):
                continue
            counts = counts or Counter(map(add, pairs, pairs[2:]))
            if counts[odd] == 1 and counts[right] > 1:
                yield place, text.index(right) + at, 2


def _differing(keys: list[str], characters: str) -> Iterator[tuple[str, list[str]]]:
    """Keys that stand with several characters, though few; and the characters.

    >>> list(_differing(["污水处", "污水处"], "理里"))
    [('污水处', ['理', '里'])]
    """
    last = dict(zip(keys, characters, strict=False))
    unlike: dict[str, set[str]] = defaultdict(set)
    found = map(ne, characters, map(last.__getitem__, keys))
    for key, character in compress(zip(keys, characters, strict=False), found):
        unlike[key].add(character)
    for key, some in unlike.items():
        if len(some) < _FORMS:
            yield key, [*some, last[key]]


@lru_cache(maxsize=1 << 14)
def _may_replace(one: str, other: str) -> bool:
    """Whether one character may be a slip for another: neither a word that comes and goes."""
    if not is_han(one) or is_little_word(one) or not is_simplified(one + other):
        return False
    return not (is_free(one, one) and is_free(other, other))  # 中俄, 中英
