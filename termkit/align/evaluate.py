"""How good an alignment is: strict and lax precision, recall and F1 against a gold one.

*Strict*: a bead counts when the gold has the very same. *Lax*: it is enough that one of its
source segments and one of its target segments stand together in a gold bead. Precision
counts all beads, those without a counterpart included, as if each were an answer; recall
asks only for beads that have both sides.

Source: the scorer of vecalign (Thompson and Koehn 2019), after Langlais et al. (1998).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from termkit.model.bitext import Bead

Indices = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision and recall, in [0, 1].

    >>> round(Rates(0.9, 0.6).f1, 2), Rates(0.0, 0.0).f1
    (0.72, 0.0)
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Rates of one alignment, or of several together."""

    strict: Rates
    lax: Rates


def indices(beads: Iterable[Bead]) -> tuple[Indices, ...]:
    """Beads as the plain numbers of their segments."""
    return tuple((tuple(bead.source), tuple(bead.target)) for bead in beads)


def score_beads(pairs: Iterable[tuple[Iterable[Indices], Iterable[Indices]]]) -> Score:
    """Score alignments against gold ones, all counted together.

    Args:
        pairs: For each document its gold beads and the beads that were found. Order does not
            matter, and neither does how often a bead is listed.

    >>> gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), ())]
    >>> found = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ())]
    >>> score = score_beads([(gold, found)])
    >>> score.strict, score.lax
    (Rates(precision=0.5, recall=0.5), Rates(precision=0.75, recall=1.0))
    """
    answers, wanted = _Count(), _Count()
    for gold, found in pairs:
        expected, given = _distinct(gold), _distinct(found)
        answers.add(given, expected)
        wanted.add(_paired(expected), _paired(given))
    return Score(
        Rates(answers.share(answers.strict), wanted.share(wanted.strict)),
        Rates(answers.share(answers.lax), wanted.share(wanted.lax)),
    )


class _Count:
    """Beads looked at, and those of them that a reference has strictly and laxly."""

    def __init__(self) -> None:
        self.all = self.strict = self.lax = 0

    def add(self, beads: set[Indices], reference: set[Indices]) -> None:
        together: dict[int, set[int]] = defaultdict(set)
        for source, target in reference:
            for index in source:
                together[index].update(target)
        same = beads & reference
        self.all += len(beads)
        self.strict += len(same)
        self.lax += len(same) + sum(
            any(not together[index].isdisjoint(target) for index in source)
            for source, target in beads - reference
        )

    def share(self, number: int) -> float:
        return number / self.all if self.all else 0.0


def _distinct(beads: Iterable[Indices]) -> set[Indices]:
    return {bead for bead in beads if bead[0] or bead[1]}


def _paired(beads: set[Indices]) -> set[Indices]:
    return {bead for bead in beads if bead[0] and bead[1]}
