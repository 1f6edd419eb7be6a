"""A phrase, one of its renderings, and how well the two belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termkit.align.association import dice, fisher, log_likelihood
from termkit.align.phrases import Words
from termkit.align.sounds import likeness
from termkit.text.scripts import is_han

_NAME = 4  # characters of a Chinese name that no list has
_WHOLE_LEAST = 3  # places of a whole
_HEARD_LEAST, _HEARD_SHARE = 2, 0.5  # of a whole that sounds more like the name
_WHOLE_SHARE = {True: 0.9, False: 0.95}  # of the piece's places: of a name, of another phrase


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

    def words(self, side: int) -> Words:
        """Those of the source (0) or of the target (1)."""
        return self.target if side else self.source

    def having(self, side: int, words: Words) -> Place:
        """The same unit with other words on one side."""
        return replace(self, target=words) if side else replace(self, source=words)


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

    A rendering that is only a piece of another seen as often comes after it: *厮* is no
    rendering of *Iblees* where the text always has *易卜劣厮*, nor *vĩ* of *macro* beside
    *vĩ lệnh*.
    """
    by_source: dict[str, list[PhrasePair]] = defaultdict(list)
    for pair in pairs:
        by_source[pair.source].append(pair)
    found = []
    for source in sorted(by_source):
        ranked = sorted(by_source[source], key=lambda pair: (-pair.score, pair.target))
        whole = _whole(ranked)
        found += [whole, *(pair for pair in ranked if pair is not whole)]
    return found


def _whole(ranked: Sequence[PhrasePair]) -> PhrasePair:
    """The best rendering, or the shortest that holds it and is seen about as often.

    But for names, no more than one word is added. A Chinese name of unknown characters takes
    in as many of them as are always there, and as often there when that sounds more like the
    name: *Sagus* is 萨古斯 or 萨乌斯, not 萨.
    """
    best = _sounding_whole(ranked)
    least = max(_WHOLE_LEAST, _WHOLE_SHARE[best.is_name] * best.count)
    longer = [
        pair
        for pair in ranked
        if pair is not best
        and best.target in pair.target
        and pair.count >= least
        and (best.is_name or pair.words[1] <= best.words[1] + 1)
    ]
    characters = best.is_name and all(map(is_han, best.target))
    names = [p for p in longer if characters and len(p.target) == p.words[1] <= _NAME]
    if names:
        return max(names, key=lambda pair: (len(pair.target), pair.count))
    return max(longer, key=lambda pair: (pair.count, -len(pair.target)), default=best)


def _sounding_whole(ranked: Sequence[PhrasePair]) -> PhrasePair:
    """The best rendering of a name in letters, or the Chinese whole that sounds more like it."""
    best = ranked[0]
    if not best.source[0].isupper() or not all(map(is_han, best.target)):
        return best
    least = max(_HEARD_LEAST, _HEARD_SHARE * best.count)
    heard = likeness(best.source, best.target)
    longer = [
        pair
        for pair in ranked
        if best.target in pair.target
        and pair.count >= least
        and all(map(is_han, pair.target))
        and likeness(pair.source, pair.target) > heard
    ]
    return max(longer, key=lambda p: (likeness(p.source, p.target), p.count), default=best)
