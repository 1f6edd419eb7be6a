"""A rough way through a bitext: where words known to match stand in both documents.

A word that both documents have a few times is an anchor for every pair of its places. The
way is the heaviest chain of anchors that goes forward on both sides; between its links
nothing is known but the diagonal, and the band is wide there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import log
from typing import TYPE_CHECKING

from termkit.align.lexicon import Pair
from termkit.align.vocabulary import TokenizedText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FEW = 36  # pairs of places that one word pair may suggest
_LEAST = 4.0  # weight of an anchor: a word seen once in each of two short texts has less
_REACH = 0.15  # of the longer document: how far from the diagonal an anchor may lie
_REACH_LEAST = 80


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of source segments done, the target segments that may be done.

    Attributes:
        low, high: Inclusive bounds, shape (source segments + 1,), never falling.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]


def rough_way(
    source: TokenizedText, target: TokenizedText, known: Mapping[Pair, float]
) -> list[tuple[int, int]]:
    """Pairs of segments that are likely to belong together, increasing on both sides.

    Args:
        source, target: The documents.
        known: Probability of word pairs known beforehand.
    """
    places = _places(source, {s for s, _ in known}), _places(target, {t for _, t in known})
    reach = max(_REACH_LEAST, _REACH * max(len(source), len(target)))
    slope = len(target) / max(1, len(source))
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for (s, t), probability in known.items():
        left, right = places[0].get(s, ()), places[1].get(t, ())
        if not 0 < len(left) * len(right) <= _FEW:
            continue
        rarity = log(1 + probability * len(target) / len(right))
        for i in left:
            for j in right:
                if abs(j - i * slope) <= reach:
                    weights[i, j] += rarity / (len(left) * len(right)) ** 0.5
    return heaviest_chain((i, j, w) for (i, j), w in weights.items() if w >= _LEAST)


def heaviest_chain(points: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The points of the heaviest chain that strictly increases in both coordinates.

    >>> heaviest_chain([(0, 0, 1.0), (1, 5, 1.0), (2, 1, 1.0), (3, 2, 1.0)])
    [(0, 0), (2, 1), (3, 2)]
    """
    # Of each column the best chain that ends there or before it: columns and totals increase.
    columns: list[int] = []
    totals: list[float] = []
    links: list[_Link] = []
    for _, row in groupby(sorted(points), key=lambda point: point[0]):
        ending = []  # of one row, so that no chain has two points of it
        for i, j, weight in row:
            at = bisect_left(columns, j) - 1
            total, link = (totals[at], links[at]) if at >= 0 else (0.0, None)
            ending.append((j, total + weight, _Link(i, j, link)))
        for j, total, link in ending:
            at = bisect_left(columns, j)
            if at and totals[at - 1] >= total:
                continue
            end = at
            while end < len(columns) and totals[end] <= total:
                end += 1
            if end > at or at == len(columns) or columns[at] != j:
                columns[at:end], totals[at:end], links[at:end] = [j], [total], [link]
    found = []
    link = links[-1] if links else None
    while link is not None:
        found.append((link.source, link.target))
        link = link.before
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Link:
    """A point of a chain and the chain before it."""

    source: int
    target: int
    before: _Link | None


def band_around(
    way: Iterable[tuple[int, int]], sizes: tuple[int, int], width: int, widest: int
) -> Band:
    """The band around a way, wider where its links are far apart.

    Args:
        way: Pairs of segments; the corners need not be among them.
        sizes: Numbers of segments.
        width: Target segments on each side of the way.
        widest: The most on each side, however far the links are apart.
    """
    import numpy as np

    n, m = sizes
    points = [(0, 0), *((i, j) for i, j in way if 0 < i < n and 0 < j < m), (n, m)]
    rows = np.array([i for i, _ in points], np.float64)
    middle = np.interp(np.arange(n + 1), rows, [j for _, j in points])
    reach = np.full(n + 1, float(width))
    for (i, j), (k, end) in pairwise(points):
        gap = max(k - i, end - j) / 2
        reach[i : k + 1] = np.maximum(reach[i : k + 1], min(widest, width + gap))
    low = np.clip(np.floor(middle - reach), 0, m).astype(np.int64)
    high = np.clip(np.ceil(middle + reach), 0, m).astype(np.int64)
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    low[0], high[n] = 0, m
    low[1:] = np.minimum(low[1:], high[:-1])  # a step never leaves the band
    return Band(low, high)


def _places(text: TokenizedText, words: set[int]) -> dict[int, list[int]]:
    """Segments that have each of some words."""
    import numpy as np

    found: dict[int, list[int]] = defaultdict(list)
    segments = np.repeat(np.arange(len(text)), np.diff(text.offsets))
    for word, segment in zip(text.tokens.tolist(), segments.tolist(), strict=True):
        if word in words and (not found[word] or found[word][-1] != segment):
            found[word].append(segment)
    return found
