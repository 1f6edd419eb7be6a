"""How long a translation is: the logarithm of the ratio of lengths, learnt from the text.

Source: Gale and Church (1993), A Program for Aligning Sentences in Bilingual Corpora; the
normal distribution of the logarithm is that of Moore (2002) and of hunalign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SPREAD = 0.05  # variance of the logarithm for long sentences, before anything is learnt
_SHORT = 0.8  # variance that a sentence of one letter adds to it
_CHANCE = 0.7  # variance for two sentences that have nothing to do with each other
_FLOOR = -6.0  # no ratio is worse: what is left out may be long
_OFFSET = 2.0  # letters that keep the ratio of very short sentences finite
_WORTH = 60.0  # beads that these are worth when beads are counted
_MEAN_WORTH = 10.0


@dataclass(frozen=True, slots=True)
class LengthModel:
    """Distribution of log(target length / source length).

    Attributes:
        mean: Of the logarithm.
        spread: Its variance for long sentences.
        short: What it has more for a sentence of one letter; for one of n, a n-th of it.
    """

    mean: float
    spread: float = _SPREAD
    short: float = _SHORT

    def score(
        self, source: float | NDArray[np.float64], target: float | NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Log-likelihood ratio of two lengths: translation against chance.

        Args:
            source, target: Letters; arrays of one shape, or a number.
        """
        import numpy as np

        ratio, added = self._compare(source, target)
        variance, chance = self.spread + self.short * added, _CHANCE + self.short * added
        score = 0.5 * ratio**2 * (1 / chance - 1 / variance) + 0.5 * np.log(chance / variance)
        floored: NDArray[np.float64] = np.maximum(score, _FLOOR)
        return floored

    def learn(self, source: NDArray[np.float64], target: NDArray[np.float64]) -> LengthModel:
        """The model that beads show; few beads move this one little.

        Medians, and deviations no larger than three times the usual: a wrong bead does not
        count for more than a right one.

        Args:
            source, target: Lengths of both sides of each bead.
        """
        import numpy as np

        if not len(source):
            return self
        ratio, added = self._compare(source, target)
        middle = float(np.median(ratio))
        square = (ratio - middle) ** 2
        square = np.minimum(square, 9 * self.spread + 9 * self.short * added)
        # Least squares of the two parts of the variance, drawn to what is usual.
        drawn = np.array([[1.0, 1 / 50], [1.0, 1 / 10]])
        usual = drawn @ np.array([_SPREAD, _SHORT])
        rows = np.stack([np.ones(len(added)), added], axis=1)
        weight = 1 / (self.spread + self.short * added)
        left = (rows * weight[:, None]).T @ rows + _WORTH * drawn.T @ (drawn / usual[:, None]) / 2
        right = (rows * weight[:, None]).T @ square + _WORTH * drawn.T @ (usual / usual) / 2
        spread, short = np.linalg.solve(left, right)
        return LengthModel(
            self.mean + middle * len(source) / (len(source) + _MEAN_WORTH),
            float(np.clip(spread, _SPREAD / 4, 4 * _SPREAD)),
            float(np.clip(short, _SHORT / 4, 8 * _SHORT)),
        )

    def _compare(
        self, source: float | NDArray[np.float64], target: float | NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Logarithm of the ratio over what is expected, and one over the mean length."""
        import numpy as np

        expected = np.exp(self.mean) * np.asarray(source) + _OFFSET
        given = np.asarray(target) + _OFFSET
        return np.log(given / expected), 2 / (expected + given)


def whole_text_model(source: float, target: float) -> LengthModel:
    """The model that the lengths of two whole texts suggest."""
    from math import log

    return LengthModel(log((target + _OFFSET) / (source + _OFFSET)))
