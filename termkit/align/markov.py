"""The forward-backward pass of the alignment model, over a batch of units at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ANYWHERE = 0.1  # share of jumps that may lead anywhere


def first_jumps(longest: int) -> NDArray[np.float32]:
    """Weights of jumps from -longest to longest before anything is learnt: short ones first."""
    import numpy as np

    jumps = np.arange(-longest, longest + 1)
    return np.asarray(np.exp(-np.abs(jumps - 1) / 2.0), np.float32)


def jump_weights(counts: NDArray[np.float64]) -> NDArray[np.float32]:
    """Weights of jumps from how often each was seen."""
    import numpy as np

    return np.asarray((counts + 0.1) / (counts.sum() + 0.1 * len(counts)), np.float32)


def posteriors(
    emit: NDArray[np.float32],
    null: NDArray[np.float32],
    jumps: NDArray[np.float32],
    writers: NDArray[np.bool_],
    written: NDArray[np.bool_],
    empty: float,
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64]]:
    """Which word wrote which, by all paths.

    Args:
        emit: P(written word j | writer i), shape (units, J, I); 0 outside a unit.
        null: P(written word j | nothing), shape (units, J).
        jumps: Weights of jumps -L to L, shape (2 L + 1,).
        writers, written: What is inside each unit, shapes (units, I) and (units, J).
        empty: P(a word is written by nothing).

    Returns:
        P(i wrote j), shape (units, J, I); P(nothing wrote j), shape (units, J); expected
        number of each jump, shape (2 L + 1,).
    """
    import numpy as np

    units, length, width = emit.shape
    middle = len(jumps) // 2
    step = np.arange(width)[None, :] - np.arange(width)[:, None]
    move = jumps[middle + step]  # from i' (rows) to i
    inside = writers.astype(np.float32)
    flat = inside / np.maximum(1, inside.sum(1, keepdims=True))
    norm = np.maximum(inside @ move.T, 1e-20)  # what a row sums to within this unit
    stay, go = np.float32(empty), np.float32(1 - empty)

    def arrive(leave: NDArray[np.float32]) -> NDArray[np.float32]:
        walk = ((leave / norm) @ move) * inside
        anywhere = leave.sum(1, keepdims=True) * flat
        return np.asarray((1 - _ANYWHERE) * walk + _ANYWHERE * anywhere, np.float32)

    start = jumps[middle + 1 + np.arange(width)] * inside
    start /= np.maximum(start.sum(1, keepdims=True), 1e-20)
    start = (1 - _ANYWHERE) * start + _ANYWHERE * flat
    real = np.empty((length, units, width), np.float32)  # the word is written from i
    none = np.empty((length, units, width), np.float32)  # by nothing, the last writer was i
    for j in range(length):
        before = start if j == 0 else arrive(real[j - 1] + none[j - 1])
        real[j] = go * before * emit[:, j]
        none[j] = stay * (start if j == 0 else real[j - 1] + none[j - 1]) * null[:, j, None]
        scale = np.maximum((real[j] + none[j]).sum(1, keepdims=True), 1e-30)
        real[j] /= scale
        none[j] /= scale
    ahead = np.ones((units, width), np.float32)
    seen = np.zeros((width, width), np.float32)
    links = np.empty((units, length, width), np.float32)
    unlinked = np.empty((units, length), np.float32)
    for j in range(length - 1, -1, -1):
        links[:, j] = real[j] * ahead
        nothing = (none[j] * ahead).sum(1)
        total = np.maximum(links[:, j].sum(1) + nothing, 1e-30)
        links[:, j] /= total[:, None]
        unlinked[:, j] = nothing / total
        if j == 0:
            break
        here = written[:, j, None]
        coming = go * emit[:, j] * ahead
        walk = (1 - _ANYWHERE) * ((coming * inside) @ move.T) / norm
        back = walk + _ANYWHERE * (coming * flat).sum(1, keepdims=True)
        back = back + stay * null[:, j, None] * ahead
        leave = (real[j - 1] + none[j - 1]) / norm
        weight = np.maximum(((real[j - 1] + none[j - 1]) * back).sum(1, keepdims=True), 1e-30)
        seen += (leave / weight * here).T @ coming
        scale = np.maximum(back.max(1, keepdims=True), 1e-30)
        ahead = np.where(here, back / scale, ahead)
    links *= written[:, :, None]
    counts = np.bincount((middle + step).ravel(), (seen * move).ravel(), len(jumps))
    return links, unlinked * written, np.asarray(counts, np.float64)
