"""What evidence means in a text: its sure beads against the same beads a few segments off.

Where a text shows few of either, what is usual counts for more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHIFTS = (-3, -2, 2, 3)
"""Target segments from a bead to what is no translation of it."""

_WORTH = 20.0  # beads that the usual distributions are worth


def own_share(count: int) -> float:
    """How much of a figure a text decides by itself, by the number of its beads.

    >>> own_share(0), own_share(20), own_share(60)
    (0.0, 0.5, 0.75)
    """
    return count / (count + _WORTH)


def drawn_mean(values: NDArray[np.float64], usual: float) -> float:
    """The mean of values, drawn to what is usual where they are few.

    >>> import numpy as np
    >>> drawn_mean(np.zeros(0), 0.5), drawn_mean(np.full(20, 1.5), 0.5)
    (0.5, 1.0)
    """
    return (float(values.sum()) + _WORTH * usual) / (len(values) + _WORTH)


def drawn(values: NDArray[np.float64], usual: tuple[float, float]) -> tuple[float, float]:
    """Mean and standard deviation, drawn to what is usual where values are few.

    >>> import numpy as np
    >>> drawn(np.zeros(0), (0.5, 0.25))
    (0.5, 0.25)
    """
    mean = drawn_mean(values, usual[0])
    square = float(((values - mean) ** 2).sum()) + _WORTH * usual[1] ** 2
    return mean, (square / (len(values) + _WORTH)) ** 0.5
