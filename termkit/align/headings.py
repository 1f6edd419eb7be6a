"""Headings, captions, bylines and dates stand alone: no translator joins them to a sentence.

A segment that ends with a letter or a digit is none of the sentences of its text, so a bead
in which it stands beside another segment is unlikely. In a text where many segments end so
(subtitles, verses, lists), the end says nothing.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from termkit.align.vocabulary import TokenizedText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_JOINED = -3.0  # log-likelihood ratio of each boundary between a heading and its neighbour
_FEW, _MANY = 0.25, 0.5  # share of headings up to which they count whole, from which not at all
_CLOSERS = ("Pe", "Pf", "Pi")  # what may stand after the end of a sentence


def is_heading(text: str) -> bool:
    """Whether a segment ends without any punctuation, quotation marks and brackets aside.

    >>> [is_heading(text) for text in ("Trade grows", "（记者王伟）", "“Trade grew.”", "He said:")]
    [True, True, False, False]
    """
    for character in reversed(text):
        category = unicodedata.category(character)
        if category not in _CLOSERS and character not in "\"'" and not character.isspace():
            return category[0] != "P"
    return True


class Joins:
    """What the headings say of every possible bead of one pair of documents, row by row."""

    def __init__(self, source: TokenizedText, target: TokenizedText) -> None:
        self._before = _joined(source.headings), _joined(target.headings)

    def row(self, i: int, low: int, high: int, most: int) -> NDArray[np.float32]:
        """As `Evidence.row`."""
        import numpy as np

        source, target = self._before
        ends = np.arange(low, high + 1)
        result = np.zeros((most, most, len(ends)), np.float32)
        for b in range(most):
            result[:, b] = target[ends] - target[np.maximum(ends - b, 0)]
        for a in range(min(most, i + 1)):
            result[a] += source[i + 1] - source[i + 1 - a]
        return result


def _joined(headings: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Sum of the scores of all boundaries before each segment and after the last.

    Of a bead of segments i to j the inner boundaries are those before i + 1 to j.
    """
    import numpy as np

    share = float(headings.mean()) if len(headings) else 0.0
    weight = _JOINED * min(1.0, max(0.0, (_MANY - share) / (_MANY - _FEW)))
    found = np.zeros(len(headings) + 1)
    found[2:] = weight * np.cumsum(headings[1:] | headings[:-1])
    return found
