"""Sequences of words that come again: counted level by level, in numpy.

A sequence of n words is looked at only where both of its parts of n - 1 words come again,
so that time and memory follow what repeats and not what is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Repeated:
    """Sequences of one length.

    Attributes:
        length: In words.
        starts: Positions in the joined text where one starts, ascending.
        kinds: Which one, by number, per position.
        counts: How often each comes, by number.
        firsts: A position of each, by number.
    """

    length: int
    starts: NDArray[np.int64]
    kinds: NDArray[np.int64]
    counts: NDArray[np.int64]
    firsts: NDArray[np.int64]


def repeated_sequences(
    words: NDArray[np.int64],
    breaks: NDArray[np.bool_],
    *,
    least: int = 2,
    longest: int = MOST_WORDS,
) -> list[Repeated]:
    """Every sequence of words that comes at least `least` times, single words included.

    Args:
        words: Word numbers of all units, one after another.
        breaks: Before each word, whether no sequence goes across; true where a unit starts.
        least: Smallest count.
        longest: Most words.

    >>> import numpy as np
    >>> text = np.array([7, 8, 9, 7, 8, 4])
    >>> found = repeated_sequences(text, np.array([1, 0, 0, 1, 0, 0], bool))
    >>> [(level.length, level.starts.tolist()) for level in found]
    [(1, [0, 1, 3, 4]), (2, [0, 3])]
    """
    import numpy as np

    size = len(words)
    found: list[Repeated] = []
    at = np.full(size + 1, -1, np.int64)  # number of the sequence of the last level
    at[:size] = words
    shorter = at.copy()
    for length in range(1, longest + 1):
        if length == 1:
            starts = np.arange(size)
            keys = words
        else:
            joined = (at[:-1] >= 0) & (at[1:] >= 0)
            inside = np.zeros(size, bool)
            inside[: size - length + 1] = ~breaks[length - 1 :] if length <= size else False
            starts = np.flatnonzero(joined & inside)
            keys = at[starts] * (int(shorter.max()) + 2) + shorter[starts + length - 1]
        _, firsts, kinds, counts = np.unique(
            keys, return_index=True, return_inverse=True, return_counts=True
        )
        kept = counts >= least
        renumber = np.where(kept, np.cumsum(kept) - 1, -1)
        kinds = renumber[kinds]
        good = kinds >= 0
        at = np.full(size + 1, -1, np.int64)
        at[starts[good]] = kinds[good]
        if length == 1:
            shorter = at.copy()
        if not good.any():
            break
        found.append(
            Repeated(length, starts[good], kinds[good], counts[kept], starts[firsts[kept]])
        )
    return found


def join(sequences: Sequence[NDArray[np.int32]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All units one after another, and where each starts; shapes (words,), (units + 1,)."""
    import numpy as np

    offsets = np.zeros(len(sequences) + 1, np.int64)
    np.cumsum([len(words) for words in sequences], out=offsets[1:])
    words = np.concatenate(sequences) if sequences else np.zeros(0)
    return words.astype(np.int64), offsets
