"""Hits in a batch of texts, found as arrays and handed over as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from termkit.text.codepage import DELETED
from termkit.text.hit import FIRST_DELETED, Hit, with_marks
from termkit.text.scripts import HAN

if TYPE_CHECKING:
    from termkit.text.hash_table import HashedPatterns

PIECE = 1 << 20
"""Characters of a long text that are hashed at once."""

_CUT = re.compile(rf"\s|[{HAN}]|\Z")
_hit = partial(tuple.__new__, Hit)  # a third of what calling the class costs


def hits_in(texts: Sequence[str], patterns: HashedPatterns) -> Iterator[list[Hit]]:
    """For each text its hits, in order, none overlapping: the leftmost, then the longest."""
    import numpy as np

    if not texts:
        return
    pieces = [
        (number, start, limit, piece)
        for number, text in enumerate(texts)
        for start, limit, piece in _pieces(text, patterns.reach)
    ]
    at, starts, ends, found = patterns.find(
        [(index, piece) for index, (_, _, _, piece) in enumerate(pieces)]
    )
    owners, offsets, limits = np.array([piece[:3] for piece in pieces], np.int64).T
    # What begins behind the limit is the next piece's.
    own = np.flatnonzero(starts < limits[at])
    numbers, offset = owners[at[own]], offsets[at[own]]
    starts, ends = starts[own] + offset, ends[own] + offset
    kept = leftmost(numbers, starts, ends)
    bounds = np.searchsorted(numbers[kept], np.arange(len(texts) + 1)).tolist()
    places = [array[kept].tolist() for array in (starts, ends, found[own])]
    for number, text in enumerate(texts):
        here = slice(bounds[number], bounds[number + 1])
        first, last, which = (values[here] for values in places)
        last = [
            end if text[end : end + 1] < FIRST_DELETED else with_marks(text, end) for end in last
        ]
        yield list(map(_hit, zip(first, last, which, strict=True)))


def leftmost(numbers: Any, starts: Any, ends: Any) -> Any:
    """Indices of the hits that overlap none before them that is taken, text by text.

    Args:
        numbers: Of the texts, ascending.
        starts, ends: By text and place, the longest first.
    """
    import numpy as np

    if not len(starts):
        return np.zeros(0, np.int64)
    lines = numbers * (ends.max() + 1)  # the texts laid end to end
    reach = np.maximum.accumulate(ends + lines)
    taken = np.ones(len(starts), bool)
    taken[1:] = (starts + lines)[1:] >= reach[:-1]
    # The others overlap one before them, which may itself not be taken.
    doubtful = np.flatnonzero(~taken)
    sure = np.maximum.accumulate(np.where(taken, np.arange(len(starts)), 0))[doubtful]
    starts, ends = (starts + lines)[doubtful].tolist(), ends + lines
    end_before = -1
    for index, start, end, before in zip(
        doubtful.tolist(), starts, ends[doubtful].tolist(), ends[sure].tolist(), strict=True
    ):
        if start >= max(before, end_before):
            taken[index] = True
            end_before = end
    return np.flatnonzero(taken)


def _pieces(text: str, reach: int) -> Iterator[tuple[int, int, str]]:
    """Start of a piece, how far it answers for hits, and the piece: that and what follows it."""
    if len(text) <= PIECE:
        yield 0, len(text), text
        return
    ahead = re.compile(rf"(?:[{DELETED}]*[^{DELETED}]){{0,{reach}}}")
    start = 0
    while start < len(text):
        limit = _cut(text, start + PIECE)
        following = ahead.match(text, limit)
        assert following is not None
        yield start, limit - start, text[start : _cut(text, following.end())]
        start = limit


def _cut(text: str, index: int) -> int:
    """The next place where no token is cut in two."""
    found = _CUT.search(text, min(index, len(text)))
    assert found is not None
    return found.start()
