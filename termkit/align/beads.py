"""The best beads of a bitext: dynamic programming in a band, row by row.

Source: Gale and Church (1993) for the programme, Moore (2002) for the mixture of lengths and
words; beads up to 5-1 because literature needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from termkit.align.anchors import Band
from termkit.align.lengths import LengthModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KINDS = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (1, 5), (5, 1),
    (2, 3), (3, 2), (1, 0), (0, 1),
)  # fmt: skip
_USUAL = (
    0.80, 0.045, 0.045, 0.001, 0.009, 0.009, 0.003, 0.003, 0.0015, 0.0015,
    0.0003, 0.0003, 0.035, 0.035,
)  # fmt: skip
_WORTH = 150.0  # beads that these shares are worth when beads are counted
NEVER = -1e9

Rows = Callable[[int, int, int, int], "NDArray[np.float32]"]


def usual_priors() -> tuple[float, ...]:
    """Logarithm of the share of each of `KINDS` in an ordinary translation."""
    return tuple(map(log, _USUAL))


def learn_priors(kinds: Sequence[int]) -> tuple[float, ...]:
    """The same, after the beads of a text were counted."""
    counts = [share * _WORTH for share in _USUAL]
    for kind in kinds:
        if min(KINDS[kind]) < 2:
            counts[kind] += 1
    total = sum(counts)
    return tuple(
        log(usual if min(kind) > 1 else count / total)
        for kind, count, usual in zip(KINDS, counts, _USUAL, strict=True)
    )


def kinds_within(most: int) -> list[int]:
    """Those of `KINDS` with segments on both sides, and not more than that on either."""
    return [k for k, (a, b) in enumerate(KINDS) if a and b and max(a, b) <= most]


@dataclass(frozen=True, slots=True)
class Path:
    """The beads of the best way.

    Attributes:
        ends: Segments done after each bead, both sides, shape (beads, 2).
        kinds: Index into `KINDS` of each, shape (beads,).
    """

    ends: NDArray[np.int64]
    kinds: NDArray[np.int8]


def best_path(
    band: Band,
    lengths: tuple[NDArray[np.float64], NDArray[np.float64]],
    model: LengthModel,
    priors: Sequence[float],
    evidence: Rows,
    *,
    most: int = 5,
    keep: list[NDArray[np.float32]] | None = None,
) -> Path:
    """Find the beads with the highest sum of scores.

    Args:
        band: Where to look.
        lengths: Of the segments of both sides.
        model: Of lengths.
        priors: Of `KINDS`.
        evidence: Scores of beads by what is in them, as `Evidence.row`.
        most: Segments on one side of a bead.
        keep: Receives the scores of all beads of each row, shape (kinds, width).
    """
    import numpy as np

    n, m = len(lengths[0]), len(lengths[1])
    before = np.concatenate([[0.0], np.cumsum(lengths[0])])
    target = np.concatenate([np.zeros(most), [0.0], np.cumsum(lengths[1])])
    kinds = kinds_within(most)
    a_of = np.array([KINDS[k][0] for k in kinds])
    b_of = np.array([KINDS[k][1] for k in kinds])
    prior = np.array([priors[k] for k in kinds])[:, None]
    delete, insert = priors[KINDS.index((1, 0))], priors[KINDS.index((0, 1))]
    best = np.full((most + 1, most + m + 1), NEVER)
    steps: list[NDArray[np.int8]] = []
    filled = [(0, 0)] * (most + 1)
    for done in range(n + 1):
        low, high = int(band.low[done]), int(band.high[done])
        slot = done % (most + 1)
        best[slot, most + filled[slot][0] : most + filled[slot][1] + 1] = NEVER
        filled[slot] = (low, high)
        width = high - low + 1
        columns = np.arange(most + low, most + high + 1)
        scores = np.full((len(kinds) + 1, width), NEVER)
        if done == 0:
            total = np.full(width, NEVER)
            total[0] = 0.0
            step = np.full(width, KINDS.index((1, 0)), np.int8)
        else:
            found = evidence(done - 1, low, high, most)
            taken = before[done] - before[np.maximum(done - a_of, 0)]
            starts = columns[None, :] - b_of[:, None]
            given = target[columns][None, :] - target[starts]
            scores[:-1] = found[a_of - 1, b_of - 1] + prior + model.score(taken[:, None], given)
            scores[-1] = delete
            came = np.empty_like(scores)
            came[:-1] = best[((done - a_of) % (most + 1))[:, None], starts]
            came[:-1][a_of > done] = NEVER
            came[-1] = best[(done - 1) % (most + 1), columns]
            came += scores
            pick = came.argmax(axis=0)
            total = came[pick, np.arange(width)]
            step = np.array([*kinds, KINDS.index((1, 0))], np.int8)[pick]
        # Insertions within the row: a running maximum, each step at the same price.
        ramp = insert * np.arange(width)
        lifted = np.maximum.accumulate(total - ramp) + ramp
        step[lifted > total + 1e-9] = KINDS.index((0, 1))
        best[slot, columns] = lifted
        steps.append(step)
        if keep is not None:
            keep.append(scores.astype(np.float32))
    return _trace(band, steps, n, m)


def _trace(band: Band, steps: Sequence[NDArray[np.int8]], n: int, m: int) -> Path:
    """Walk back from the end."""
    import numpy as np

    i, j = n, m
    ends, kinds = [], []
    while i > 0 or j > 0:
        kind = int(steps[i][j - band.low[i]])
        if i == 0:
            kind = KINDS.index((0, 1))
        ends.append((i, j))
        kinds.append(kind)
        i, j = i - KINDS[kind][0], j - KINDS[kind][1]
    ends.reverse()
    kinds.reverse()
    return Path(np.array(ends, np.int64).reshape(-1, 2), np.array(kinds, np.int8))
