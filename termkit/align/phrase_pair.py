"""A phrase, one of its renderings, and how well the two belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termkit.align.association import dice, fisher, log_likelihood
from termkit.align.phrases import Words

_WHOLE_LEAST, _WHOLE_SHARE = 3, 0.9  # places of a whole name, and its share of the piece's


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair was seen.

    Attributes:
        unit: Index of the unit.
        source, target: Words of its sides.
    """

    unit: int
    source: Words
    target: Words


@dataclass(frozen=True, slots=True)
class PhrasePair:
    """A phrase and one of its renderings.

    Attributes:
        source, target: As most often written.
        words: Number of words of each side.
        count: Places where one renders the other.
        source_count, target_count: Places where each stands.
        units: Units in which each stands, and in which one renders the other.
        sureness: Mean certainty of the alignment over the places, in [0, 1].
        is_name: Some place has the form of a name.
        pieces: Places where one side is only a part of a longer name.
        places: The first of them.
    """

    source: str
    target: str
    words: tuple[int, int]
    count: int
    source_count: int
    target_count: int
    units: tuple[int, int, int]
    sureness: float
    is_name: bool
    pieces: int
    places: tuple[Place, ...]

    @property
    def forward(self) -> float:
        """Share of the source's places where this is the rendering."""
        return self.count / max(self.source_count, self.count)

    @property
    def backward(self) -> float:
        """Share of the target's places where it renders this."""
        return self.count / max(self.target_count, self.count)

    @property
    def score(self) -> float:
        """How good a rendering it is, in [0, 1]: both shares, the source's first, and certainty.

        A pair that was seen once is worth less than one that was seen always.
        """
        seen = self.count - 0.5
        forward = seen / max(self.source_count, self.count)
        backward = seen / max(self.target_count, self.count)
        return float(forward ** (2 / 3) * backward ** (1 / 3)) * self.sureness

    def association(self, units: int) -> Association:
        """How much more often the two are in one unit than chance would have it."""
        source, target, both = self.units
        return Association(
            dice(both, source, target),
            log_likelihood(both, source, target, units),
            fisher(both, source, target, units),
        )


@dataclass(frozen=True, slots=True)
class Association:
    """Measures of `termkit.align.association`."""

    dice: float
    log_likelihood: float
    fisher: float


def best_first(pairs: Iterable[PhrasePair]) -> list[PhrasePair]:
    """Pairs by source phrase, its renderings from the best on.

    Of a name, a rendering that is only a piece of another seen as often comes after it: *厮*
    is no rendering of *Iblees* where the text always has *易卜劣厮*.
    """
    by_source: dict[str, list[PhrasePair]] = defaultdict(list)
    for pair in pairs:
        by_source[pair.source].append(pair)
    found = []
    for source in sorted(by_source):
        ranked = sorted(by_source[source], key=lambda pair: (-pair.score, pair.target))
        whole = _whole_name(ranked)
        found += [whole, *(pair for pair in ranked if pair is not whole)]
    return found


def _whole_name(ranked: Sequence[PhrasePair]) -> PhrasePair:
    """The best rendering, or of a name the shortest that holds it and is seen as often."""
    best = ranked[0]
    longer = [
        pair
        for pair in ranked
        if best.is_name
        and best.target in pair.target
        and pair.count >= max(_WHOLE_LEAST, _WHOLE_SHARE * best.count)
    ]
    return max(longer, key=lambda pair: (pair.count, -len(pair.target)), default=best)
