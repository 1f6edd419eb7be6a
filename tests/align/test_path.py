"""The chain of anchors, the band and the best path, against the slow and obvious way."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.align.anchors import band_around, heaviest_chain
from termkit.align.beads import KINDS, best_path, usual_priors
from termkit.align.confidence import log_odds
from termkit.align.lengths import LengthModel

_POINTS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 5)),
    max_size=9,
    unique_by=lambda point: point[:2],
)


@given(_POINTS)
def test_chain_is_the_heaviest(points: list[tuple[int, int, int]]) -> None:
    weights = {(i, j): w for i, j, w in points}
    found = heaviest_chain((i, j, float(w)) for i, j, w in points)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))
    best = max(
        sum(weights[p] for p in subset)
        for size in range(len(points) + 1)
        for subset in combinations(sorted(weights), size)
        if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(subset))
    )
    assert sum(weights[point] for point in found) == best


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)), max_size=6),
    st.integers(1, 30),
    st.integers(1, 20),
)
def test_a_band_can_be_walked(way: list[tuple[int, int]], n: int, m: int) -> None:
    """From corner to corner, each row overlapping the next."""
    band = band_around(sorted(way), (n, m), 2, 5)
    assert band.low[0] == 0
    assert band.high[-1] == m
    assert all(band.low <= band.high)
    assert all(np.diff(band.low) >= 0)
    assert all(np.diff(band.high) >= 0)
    assert all(band.low[1:] <= band.high[:-1])


@pytest.mark.parametrize("seed", range(6))
def test_the_path_is_the_best_of_all(seed: int) -> None:
    """Against every way through a small bitext, with arbitrary evidence."""
    random = np.random.default_rng(seed)
    n, m, most = 5, 6, 5
    given = random.normal(0, 3, (n, m + 1, most, most)).astype(np.float32)
    lengths = random.integers(5, 90, n).astype(float), random.integers(5, 90, m).astype(float)
    model, priors = LengthModel(0.1), usual_priors()
    band = band_around([], (n, m), m, m)
    scores: list[np.ndarray] = []
    path = best_path(
        band,
        lengths,
        model,
        priors,
        lambda i, low, high, _: given[i, low : high + 1].transpose(1, 2, 0),
        keep=scores,
    )

    def gain(i: int, j: int, kind: int) -> float:
        a, b = KINDS[kind]
        if not a or not b:
            return priors[kind]
        taken = model.score(lengths[0][i - a : i].sum(), lengths[1][j - b : j].sum())
        return float(priors[kind] + taken + given[i - 1, j, a - 1, b - 1])

    @cache
    def ways(i: int, j: int) -> tuple[float, float]:
        """The best sum, and the logarithm of the sum over all ways."""
        if i == j == 0:
            return 0.0, 0.0
        found = []
        for kind, (a, b) in enumerate(KINDS):
            if a <= i and b <= j:
                before = ways(i - a, j - b)
                found.append([value + gain(i, j, kind) for value in before])
        return max(f[0] for f in found), float(np.logaddexp.reduce([f[1] for f in found]))

    ends = path.ends.tolist()
    total = sum(gain(i, j, k) for (i, j), k in zip(ends, path.kinds.tolist(), strict=True))
    assert total == pytest.approx(ways(n, m)[0], abs=1e-3)
    odds = log_odds(band, scores, path, priors[KINDS.index((0, 1))], most=most)
    # All beads of the best way together cannot be likelier than the way itself is.
    shares = 1 / (1 + np.exp(-odds))
    assert shares.min() >= np.exp(ways(n, m)[0] - ways(n, m)[1]) - 1e-6
    assert len(shares) == len(ends)


def test_priors_are_shares() -> None:
    assert sum(np.exp(usual_priors())) == pytest.approx(1, abs=0.06)
    assert usual_priors()[0] == log(0.80)
