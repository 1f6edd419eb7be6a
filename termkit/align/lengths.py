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

_SPREAD = 0.28  # of the logarithm, for long sentences; before anything is learnt
_SHORT = 3.0  # variance that a sentence of one letter adds
_CHANCE = 0.75  # spread of the ratio of two sentences that have nothing to do with each other
_FLOOR = -12.0  # no ratio is worse: what is left out may be long
_OFFSET = 2.0  # letters that keep the ratio of very short sentences finite
_WORTH = 60.0  # beads that the spread above is worth when beads are counted


@dataclass(frozen=True, slots=True)
class LengthModel:
    """Distribution of log(target length / source length).

    Attributes:
        mean: Of the logarithm.
        spread: Its standard deviation for long sentences.
    """

    mean: float
    spread: float = _SPREAD

    def score(
        self, source: float | NDArray[np.float64], target: float | NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Log-likelihood ratio of two lengths: translation against chance.

        Args:
            source, target: Letters; arrays of one shape, or a number.
        """
        import numpy as np

        expected = np.exp(self.mean) * source
        ratio = np.log((target + _OFFSET) / (expected + _OFFSET))
        variance = self.spread**2 + _SHORT / (np.minimum(expected, target) + _OFFSET)
        chance = _CHANCE**2 + _SHORT / (np.minimum(expected, target) + _OFFSET)
        score = 0.5 * ratio**2 * (1 / chance - 1 / variance) + 0.5 * np.log(chance / variance)
        floored: NDArray[np.float64] = np.maximum(score, _FLOOR)
        return floored


def whole_text_model(source: float, target: float) -> LengthModel:
    """The model that the lengths of two whole texts suggest."""
    from math import log

    return LengthModel(log((target + _OFFSET) / (source + _OFFSET)))


def learn_lengths(
    source: NDArray[np.float64], target: NDArray[np.float64], before: LengthModel
) -> LengthModel:
    """The model that beads show; few beads move the earlier one little.

    Median and median deviation: a wrong bead does not count for more than a right one.
    """
    import numpy as np

    if not len(source):
        return before
    ratio = np.log((target + _OFFSET) / (source + _OFFSET))
    middle = float(np.median(ratio))
    found = (1.48 * float(np.median(np.abs(ratio - middle)))) ** 2
    share = len(source) / (len(source) + _WORTH)
    return LengthModel(
        before.mean + (middle - before.mean) * len(source) / (len(source) + 10),
        float(np.sqrt(share * found + (1 - share) * _SPREAD**2)),
    )
