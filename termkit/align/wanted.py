"""Stretches of one side of a bitext that may be terms, and how often each stands there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set
from typing import TYPE_CHECKING

from termkit.align.known import WORD_BYTES
from termkit.align.ngrams import Repeated, join, repeated_sequences
from termkit.align.phrases import Words
from termkit.align.stretches import find_names, is_term_edge
from termkit.align.tokens import Side, has_marks_in_pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Key = bytes
"""The word numbers of a stretch: what makes two stretches one phrase."""


class Wanted:
    """Stretches of one side that may be terms, and how often each is seen."""

    def __init__(self, side: Side, units: int) -> None:
        import numpy as np

        self.side = side
        words, offsets = join(side.numbers[:units])
        breaks = np.concatenate(
            [np.array(side.breaks(unit)[: len(side.spans[unit])], bool) for unit in range(units)]
            or [np.zeros(0, bool)]
        )
        self._edges = np.array([is_term_edge(word, side.lang) for word in side.words] or [False])
        self._breaks = breaks
        self._offsets = offsets
        self.levels = repeated_sequences(words, breaks) if len(words) else []
        self._by_unit: dict[int, list[Words]] = defaultdict(list)
        for level in self.levels:
            self._add(level, words, offsets)
        self._counts: Counter[Key] = Counter()
        self._unit_counts: Counter[Key] = Counter()

    def _add(self, level: Repeated, words: NDArray[np.int64], offsets: NDArray[np.int64]) -> None:
        import numpy as np

        starts = level.starts
        if level.length > 1:
            good = self._edges[words[starts]] & self._edges[words[starts + level.length - 1]]
            starts = starts[good]
        units = np.searchsorted(offsets, starts, "right") - 1
        first = starts - offsets[units]
        for unit, start in zip(units.tolist(), first.tolist(), strict=True):
            self._by_unit[unit].append((start, start + level.length))

    def names(self, unit: int) -> set[Words]:
        """Stretches that are names by their form."""
        return {
            (start, stop)
            for start, stop in find_names(self.side, unit)
            if self.is_term(unit, (start, stop))
        }

    def stretches(self, unit: int) -> set[Words]:
        """Stretches that come again, and every single word."""
        return {*self._by_unit.get(unit, ()), *((n, n + 1) for n in range(self.length(unit)))}

    def length(self, unit: int) -> int:
        return len(self.side.numbers[unit])

    def is_term(self, unit: int, words: Words) -> bool:
        """Whether a stretch may be a term: no break inside, no grammatical word at its ends."""
        numbers = self.side.numbers[unit]
        if words[1] - words[0] == 1:
            return True
        if not self._edges[numbers[words[0]]] or not self._edges[numbers[words[1] - 1]]:
            return False
        start = int(self._offsets[unit])
        if self._breaks[start + words[0] + 1 : start + words[1]].any():
            return False
        return has_marks_in_pairs(self.side.surface(unit, *words))

    def key(self, unit: int, words: Words) -> Key:
        return self.side.numbers[unit][words[0] : words[1]].tobytes()

    def count(self, keys: Set[Key], units: int) -> tuple[Counter[Key], Counter[Key]]:
        """In how many places, and in how many units, each of some stretches stands."""
        lengths = sorted({len(key) for key in keys})
        places: Counter[Key] = Counter()
        seen: Counter[Key] = Counter()
        for unit in range(units):
            numbers = self.side.numbers[unit].tobytes()
            here: Counter[Key] = Counter()
            for length in lengths:
                for start in range(0, len(numbers) - length + 1, WORD_BYTES):
                    key = numbers[start : start + length]
                    if key in keys:
                        here[key] += 1
            places.update(here)
            seen.update(here.keys())
        return places, seen
