"""What the words and vectors of a bead say for it, against what they say of beads like it.

The posterior of a bead compares it with its rivals. Where the target was exchanged for another
sentence of the same length there is no rival but to leave both alone, which is rare, and the
posterior stays high. So the evidence of the bead itself counts as well, and each text tells
what it means: how much evidence its sure beads have, and how much the same sentences have with
sentences a little further off. Where nobody knows the words yet the two are hardly apart, and
nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from termkit.align.anchors import Band
from termkit.align.beads import KINDS, Path, kinds_within
from termkit.align.contrast import SHIFTS, drawn
from termkit.align.lengths import LengthModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ROOT = 0.25  # evidence grows with this power of the letters of the shorter side
_DOUBT = -1.0  # log-likelihood ratio below which a bead lacks support


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence of beads of one pair of documents.

    Attributes:
        beads: Of each bead of the path; 0 where a side is empty.
        sizes: Letters of the shorter side of each.
        near: Of 1-1 beads with the target a few segments off, and letters, shape (n, 2).
    """

    beads: NDArray[np.float64]
    sizes: NDArray[np.float64]
    near: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Support:
    """Evidence of translations, and of sentences that only stand near, by size.

    Attributes:
        same, near: Mean and standard deviation of the evidence for one letter.
    """

    same: tuple[float, float] = (0.4, 0.5)
    near: tuple[float, float] = (-0.15, 0.15)

    def lack(self, evidence: float, size: float) -> float:
        """How much a bead looks like sentences that only stand near; 0 or more.

        Args:
            evidence: Of the bead.
            size: Letters of its shorter side.
        """
        (same, same_spread), (near, near_spread) = self.same, self.near
        value = evidence / float(max(size, 1.0) ** _ROOT)
        ratio: float = (
            log(near_spread / same_spread) - 0.5 * float((value - same) / same_spread) ** 2
        )
        # Below the mean of what stands near, nothing looks less like it.
        ratio += 0.5 * ((max(value, near) - near) / near_spread) ** 2
        return max(0.0, _DOUBT - ratio)


def weigh_beads(
    band: Band,
    scores: Sequence[NDArray[np.float32]],
    path: Path,
    lengths: tuple[NDArray[np.float64], NDArray[np.float64]],
    model: LengthModel,
    priors: Sequence[float],
    *,
    most: int,
) -> Weighed:
    """Take lengths and priors out of the scores of a path's beads.

    Args:
        band, scores, path: As `best_path` used, kept and returned them.
        lengths, model, priors, most: As given to `best_path`.
    """
    import numpy as np

    done = [np.concatenate([[0.0], np.cumsum(side)]) for side in lengths]
    kinds = kinds_within(most)

    def weighed(cells: Sequence[tuple[int, int, int]]) -> NDArray[np.float64]:
        """Evidence and letters of the shorter side of beads that end there."""
        ends = np.array(cells, np.int64).reshape(-1, 3).T
        taken, given = np.array(KINDS)[ends[2]].T
        sides = (
            done[0][ends[0]] - done[0][ends[0] - taken],
            done[1][ends[1]] - done[1][ends[1] - given],
        )
        score = [scores[i][kinds.index(kind), j - int(band.low[i])] for i, j, kind in cells]
        besides = model.score(*sides) + np.array(priors)[ends[2]]
        return np.stack([np.array(score, np.float64) - besides, np.minimum(*sides)], axis=1)

    single = KINDS.index((1, 1))
    pairs, near = [], []
    for (i, j), kind in zip(path.ends.tolist(), path.kinds.tolist(), strict=True):
        if all(KINDS[kind]):
            pairs.append((i, j, kind))
        if kind == single:
            low, high = max(1, int(band.low[i])), int(band.high[i])
            near += [(i, j + shift, kind) for shift in SHIFTS if low <= j + shift <= high]
    beads = np.zeros((len(path.kinds), 2))
    beads[[all(KINDS[kind]) for kind in path.kinds.tolist()]] = weighed(pairs)
    return Weighed(beads[:, 0], beads[:, 1], weighed(near))


def learn_support(samples: Iterable[tuple[Weighed, NDArray[np.bool_]]]) -> Support:
    """The distributions that texts show.

    Args:
        samples: Evidence of each pair of documents, and which of its beads are sure.
    """
    import numpy as np

    same, near = [], []
    for weighed, sure in samples:
        pairs = sure & (weighed.sizes > 0)
        same.append(weighed.beads[pairs] / np.maximum(weighed.sizes[pairs], 1) ** _ROOT)
        near.append(weighed.near[:, 0] / np.maximum(weighed.near[:, 1], 1) ** _ROOT)
    usual = Support()
    return Support(
        drawn(np.concatenate([np.zeros(0), *same]), usual.same),
        drawn(np.concatenate([np.zeros(0), *near]), usual.near),
    )
