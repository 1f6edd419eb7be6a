"""How much more often two things are seen together than chance would have it.

All functions take the same four numbers: in how many units both were seen, each of the two,
and how many units there are.
"""

from __future__ import annotations

from math import exp, lgamma, log


def dice(both: float, source: float, target: float) -> float:
    """Twice the units with both over the units with each, in [0, 1].

    Source: Dice (1945), Measures of the Amount of Ecologic Association Between Species.

    >>> dice(3, 3, 6)
    0.6666666666666666
    """
    return 2 * both / (source + target) if source + target else 0.0


def log_likelihood(both: int, source: int, target: int, units: int) -> float:
    """The log-likelihood ratio of dependence against independence; 0 is none.

    Source: Dunning (1993), Accurate Methods for the Statistics of Surprise and Coincidence.

    >>> round(log_likelihood(10, 10, 10, 1000), 1), round(log_likelihood(1, 10, 100, 1000), 1)
    (112.0, 0.0)
    """
    cells = (both, source - both, target - both, units - source - target + both)
    sides = (source, units - source, target, units - target)
    entropy = sum(_weigh(cell) for cell in cells) + _weigh(units)
    return max(0.0, 2 * (entropy - sum(_weigh(side) for side in sides)))


def fisher(both: int, source: int, target: int, units: int) -> float:
    """Probability of seeing the two together so often by chance: Fisher's exact test.

    >>> round(fisher(2, 2, 2, 4), 4)
    0.1667
    """
    most = min(source, target)
    return min(1.0, sum(exp(_chance(k, source, target, units)) for k in range(both, most + 1)))


def _weigh(count: float) -> float:
    return count * log(count) if count > 0 else 0.0


def _chance(both: int, source: int, target: int, units: int) -> float:
    """Log probability of one table of the hypergeometric distribution."""
    if units - source - target + both < 0:
        return float("-inf")
    ways = _choose(source, both) + _choose(units - source, target - both)
    return ways - _choose(units, target)


def _choose(total: int, some: int) -> float:
    return lgamma(total + 1) - lgamma(some + 1) - lgamma(total - some + 1)
