"""What sentence vectors say of every possible bead: likeness of sums, weighted by length.

Each segment has one vector; a bead of several is the sum of theirs, a long one counting for
more than a short one. The evidence is the log-likelihood ratio of the cosine under two
normal distributions, that of translations and that of neighbours, both learnt from the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.align.evidence import MOST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_EVIDENCE = 8.0
_SHIFTS = (-3, -2, 2, 3)  # neighbours of a bead that are no translation of it
_WORTH = 20.0  # beads that the usual distributions are worth


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
        same, near: Means.
        spread: Standard deviation of both.
    """

    same: float = 0.5
    near: float = 0.08
    spread: float = 0.16

    def score(self, cosine: NDArray[np.float32]) -> NDArray[np.float32]:
        """Log-likelihood ratio, within bounds."""
        import numpy as np

        slope = (self.same - self.near) / self.spread**2
        found = slope * (cosine - (self.same + self.near) / 2)
        bounded: NDArray[np.float32] = np.clip(found, -_MOST_EVIDENCE, _MOST_EVIDENCE)
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


def learn_likeness(samples: list[tuple[Vectors, list[tuple[int, int]]]]) -> LikenessModel:
    """The distributions that 1-1 beads show, and pairs a few segments off.

    Args:
        samples: Vectors of each pair of documents and the segments of its sure beads.
    """
    import numpy as np

    same: list[float] = []
    near: list[float] = []
    for vectors, pairs in samples:
        unit = [
            side / np.maximum(np.linalg.norm(side, axis=1), 1e-9)[:, None]
            for side in (vectors.source, vectors.target)
        ]
        for i, j in pairs:
            same.append(float(unit[0][i] @ unit[1][j]))
            others = [j + shift for shift in _SHIFTS if 0 <= j + shift < len(unit[1])]
            near.extend(float(unit[0][i] @ unit[1][k]) for k in others)
    usual = LikenessModel()
    share = len(same) / (len(same) + _WORTH)
    if not same or not near:
        return usual
    spread = (float(np.std(same)) + float(np.std(near))) / 2
    return LikenessModel(
        share * float(np.mean(same)) + (1 - share) * usual.same,
        share * float(np.mean(near)) + (1 - share) * usual.near,
        max(0.05, share * spread + (1 - share) * usual.spread),
    )


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
                result[a, b] = self._model.score(dot / (norm * self._norms[b, ends]))
        return result
