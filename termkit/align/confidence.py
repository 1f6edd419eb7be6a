"""How sure a bead is: its share in all the ways through the band.

The forward and backward sums of a hidden Markov model give the posterior probability of a
bead. The model takes the words of a segment for independent, which they are not, so that its
posteriors are too sure of themselves, and they only compare a bead with its rivals; a logistic
curve over them and over the support that the bead lacks (`align.support`), fitted on aligned
texts of which some sentences were exchanged (`scripts/bench/align.py --calibrate --exchange`),
makes probabilities of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import TYPE_CHECKING

from termkit.align.anchors import Band
from termkit.align.beads import KINDS, NEVER, Path, kinds_within

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SLOPE, LACK, INTERCEPT = 0.65, 2.45, 0.74
"""Of the logistic curve over the logarithm of the posterior's odds and the lack of support."""
_SUREST = 12.0  # log-odds beyond which single precision says nothing


def calibrated(log_odds: float, lack: float = 0.0) -> float:
    """The probability that a bead is right.

    Args:
        log_odds: Of its posterior.
        lack: Of support, from `align.support`.
    """
    curve = SLOPE * log_odds - LACK * lack + INTERCEPT
    return 1 / (1 + exp(-max(curve, -_SUREST)))


def log_odds(
    band: Band,
    scores: Sequence[NDArray[np.float32]],
    path: Path,
    insert: float,
    *,
    most: int,
) -> NDArray[np.float64]:
    """The log-odds of the posterior of each bead of a path, at most `_SUREST` either way.

    Args:
        band, scores: As `best_path` used and kept them.
        path: Its beads.
        insert: Score of a target segment without a counterpart.
        most: As given to `best_path`.
    """
    import numpy as np

    kinds = [*kinds_within(most), KINDS.index((1, 0))]
    forward = _forward(band, scores, kinds, insert)
    backward = _backward(band, scores, kinds, insert)
    whole = forward[-1][-1]
    found = np.empty(len(path.kinds))
    for number, ((i, j), kind) in enumerate(zip(path.ends.tolist(), path.kinds, strict=True)):
        a, b = KINDS[kind]
        column = j - int(band.low[i])
        score = insert if not a else scores[i][kinds.index(int(kind)), column]
        before = forward[i - a][j - b - int(band.low[i - a])]
        found[number] = before + score + backward[i][column] - whole
    share = np.clip(np.exp(np.minimum(found, 0)), 1e-9, 1 - 1e-9)
    odds: NDArray[np.float64] = np.clip(np.log(share / (1 - share)), -_SUREST, _SUREST)
    return odds


def _forward(
    band: Band,
    scores: Sequence[NDArray[np.float32]],
    kinds: Sequence[int],
    insert: float,
) -> list[NDArray[np.float64]]:
    """Logarithm of the sum over all ways from the start, by row and column of the band."""
    import numpy as np

    rows: list[NDArray[np.float64]] = []
    for done, score in enumerate(scores):
        low, high = int(band.low[done]), int(band.high[done])
        total = np.full(high - low + 1, float(NEVER))
        if not done:
            total[0] = 0.0
        else:
            came = np.full(score.shape, float(NEVER))
            for k, kind in enumerate(kinds):
                a, b = KINDS[kind]
                if a <= done:
                    _copy(came[k], low, rows[done - a], int(band.low[done - a]) + b)
            came += score
            peak = came.max(axis=0)
            total = peak + np.log(np.exp(came - peak).sum(axis=0))
        ramp = insert * np.arange(len(total))
        rows.append(np.logaddexp.accumulate(total - ramp) + ramp)
    return rows


def _backward(
    band: Band,
    scores: Sequence[NDArray[np.float32]],
    kinds: Sequence[int],
    insert: float,
) -> list[NDArray[np.float64]]:
    """Logarithm of the sum over all ways to the end."""
    import numpy as np

    n = len(scores) - 1
    rows: list[NDArray[np.float64]] = [np.zeros(0)] * (n + 1)
    for done in range(n, -1, -1):
        low, high = int(band.low[done]), int(band.high[done])
        total = np.full(high - low + 1, float(NEVER))
        if done == n:
            total[-1] = 0.0
        else:
            goes = np.full((len(kinds), high - low + 1), float(NEVER))
            for k, kind in enumerate(kinds):
                a, b = KINDS[kind]
                if done + a <= n:
                    there = rows[done + a] + scores[done + a][k]
                    _copy(goes[k], low, there, int(band.low[done + a]) - b)
            peak = goes.max(axis=0)
            total = peak + np.log(np.exp(goes - peak).sum(axis=0))
        ramp = insert * np.arange(len(total))
        rows[done] = (np.logaddexp.accumulate(total[::-1] - ramp) + ramp)[::-1]
    return rows


def _copy(into: NDArray[np.float64], start: int, row: NDArray[np.float64], row_start: int) -> None:
    """The part of a row that lies over another, both given with their first column."""
    first = max(start, row_start)
    last = min(start + len(into), row_start + len(row))
    if last > first:
        into[first - start : last - start] = row[first - row_start : last - row_start]
