"""What sentence vectors say of every possible bead: likeness of sums, weighted by length.

Each segment has one vector; a bead of several is the sum of theirs, a long one counting for
more than a short one. The evidence is the log-likelihood ratio of the cosine under two
normal distributions, that of translations and that of neighbours, both learnt from the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.align.contrast import SHIFTS, drawn_mean, own_share
from termkit.align.evidence import MOST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_EVIDENCE = 8.0
_FREE = -2.5  # log of the share of translations whose vectors tell nothing
_LEAST_SPREAD = 0.05


Ranges = tuple[tuple[int, int], tuple[int, int]]
"""Half-open ranges of segments, both sides of a bead."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sentence vectors of one pair of documents, centred, the length of each its weight.

    Attributes:
        source, target: Shape (segments, dimensions).
    """

    source: NDArray[np.float32]
    target: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LikenessModel:
    """Distribution of the cosine of translations, and of what only stands near.

    Attributes:
        same: Mean of 1-1 beads.
        several: Mean of beads with several segments on a side: a sum of vectors is less like
            its translation than the vector of the whole would be.
        near: Mean of what is no translation.
        spread: Standard deviation of each.
    """

    same: float = 0.5
    several: float = 0.42
    near: float = 0.04
    spread: float = 0.16

    def score(self, cosine: NDArray[np.float32], *, single: bool) -> NDArray[np.float32]:
        """Log-likelihood ratio; a small share of translations is no more alike than chance."""
        import numpy as np

        same = self.same if single else self.several
        slope = (same - self.near) / self.spread**2
        found = slope * (cosine - (same + self.near) / 2)
        bounded: NDArray[np.float32] = np.minimum(np.logaddexp(found, _FREE), _MOST_EVIDENCE)
        return bounded


def centred(
    vectors: tuple[NDArray[np.float32], NDArray[np.float32]],
    lengths: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> Vectors:
    """Take from each side what all its vectors share, and weigh by the root of the length.

    The vectors of an encoder lie in a narrow cone: what tells one text from another is
    what is left without the mean.
    """
    import numpy as np

    sides = []
    for side, length in zip(vectors, lengths, strict=True):
        left = side - side.mean(axis=0) if len(side) > 1 else side
        left = left / np.maximum(np.linalg.norm(left, axis=1), 1e-9)[:, None]
        sides.append((left * np.sqrt(length)[:, None]).astype(np.float32))
    return Vectors(*sides)


def learn_likeness(samples: list[tuple[Vectors, list[Ranges]]]) -> LikenessModel:
    """The distributions that sure beads show, and the same beads a few segments off.

    Args:
        samples: Vectors of each pair of documents and the segments of its sure beads.
    """
    import numpy as np

    same: tuple[list[float], list[float]] = ([], [])
    near: list[float] = []
    for vectors, beads in samples:
        for (i, after_i), (j, after_j) in beads:
            source = vectors.source[i:after_i].sum(axis=0)
            several = after_i - i + after_j - j > 2
            same[several].append(_cosine(source, vectors.target[j:after_j].sum(axis=0)))
            for shift in SHIFTS:
                if j + shift >= 0 and after_j + shift <= len(vectors.target):
                    other = vectors.target[j + shift : after_j + shift].sum(axis=0)
                    near.append(_cosine(source, other))
    usual = LikenessModel()
    if not same[0] or not near:
        return usual
    single = drawn_mean(np.array(same[0]), usual.same)
    share = own_share(len(same[0]))
    spread = (float(np.std(same[0])) + float(np.std(near))) / 2
    return LikenessModel(
        single,
        drawn_mean(np.array(same[1]), single + usual.several - usual.same),
        drawn_mean(np.array(near), usual.near),
        max(_LEAST_SPREAD, share * spread + (1 - share) * usual.spread),
    )


def _cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    import numpy as np

    return float(one @ other / max(1e-9, float(np.linalg.norm(one) * np.linalg.norm(other))))


class Likeness:
    """Evidence of the vectors for the beads of one pair of documents, row by row."""

    def __init__(self, vectors: Vectors, model: LikenessModel) -> None:
        import numpy as np

        self._vectors, self._model = vectors, model
        sums = np.cumsum(np.pad(vectors.target, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
        size = len(vectors.target)
        self._norms = np.ones((MOST, size + 1), np.float32)
        for b in range(1, min(MOST, size) + 1):
            self._norms[b - 1, b:] = np.linalg.norm(sums[b:] - sums[:-b], axis=1)
        np.maximum(self._norms, 1e-6, out=self._norms)

    def row(self, i: int, low: int, high: int, most: int) -> NDArray[np.float32]:
        """As `Evidence.row`."""
        import numpy as np

        first = max(0, low - MOST)
        result = np.zeros((most, most, high - low + 1), np.float32)
        together = np.zeros(self._vectors.source.shape[1], np.float32)
        near = self._vectors.target[first:high]
        ends = np.arange(low, high + 1)
        for a in range(min(most, i + 1)):
            together = together + self._vectors.source[i - a]
            norm = max(float(np.linalg.norm(together)), 1e-6)
            running = np.concatenate([[0.0], np.cumsum(near @ together)])
            for b in range(most):
                begin = np.maximum(ends - b - 1, first)
                dot = running[ends - first] - running[begin - first]
                result[a, b] = self._model.score(
                    dot / (norm * self._norms[b, ends]), single=a == b == 0
                )
        return result
