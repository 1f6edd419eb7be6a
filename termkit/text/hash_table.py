"""Patterns as hashes of token sequences: tested by bitmaps, looked up exactly.

Every sequence of two tokens is looked for among the beginnings of patterns. Few are, so the
rest of the way costs little, and a table that is larger costs the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from termkit.text.token_hash import AFTER_BREAK, LONGEST_GAP, TokenHashes, hash_tokens

_LEAST_BITS = 17
_MOST_BITS_IN_BYTES = 18  # of the places of a bitmap that has a byte for each: 256 KB
_SPARE_BITS = 5  # 32 places of a bitmap for one pattern
_SEED = 20261127  # of the factors: any will do, but the same for all


class HashedPatterns:
    """Finds every occurrence of every pattern, overlapping ones too.

    Attributes:
        reach: Characters of a key behind the start of a hit within which it ends.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        import numpy as np

        self._single, self._longer = _Bitmap(len(patterns)), _Bitmap(len(patterns))
        self._beginning = _Bitmap(2 * len(patterns))  # most have two or three beginnings
        longest = 1
        keys, indices = [], []
        self._factors = _factors(2)
        for tokens in hash_tokens(list(enumerate(patterns))):
            first = tokens.begins()
            sizes = np.diff(first)
            longest = max(longest, int(sizes.max(initial=0)))
            if longest > len(self._factors):
                self._factors = _factors(longest)
            whole = _unbroken(tokens, first)
            key = np.zeros(len(sizes), np.uint64)
            for size in range(1, longest + 1):
                alive = np.flatnonzero((sizes >= size) & whole)
                key[alive] += self._term(tokens, first[alive] + size - 1, size)
                if size > 1:
                    self._beginning.add(key[alive])
                spelled = alive[sizes[alive] == size]
                (self._single if size == 1 else self._longer).add(key[spelled])
                keys.append(key[spelled])
                indices.append(tokens.texts[spelled])
        self._table = _Table(
            np.concatenate(keys or [np.zeros(0, np.uint64)]),
            np.concatenate(indices or [np.zeros(0, np.int64)]),
        )
        self._longest = longest
        most = max(map(len, patterns), default=0)
        self.reach = most + longest * LONGEST_GAP

    def find(self, texts: Sequence[tuple[int, str]]) -> tuple[Any, Any, Any, Any]:
        """Text, start, end and pattern of every occurrence, by text and place, longest first.

        An end is without the marks that stand after it.
        """
        import numpy as np

        none = (np.zeros(0, np.int64),) * 4
        found = [self._find(tokens) for tokens in hash_tokens(texts)]
        numbers, starts, ends, patterns = map(np.concatenate, zip(none, *found, strict=True))
        lengths = ends - starts
        longest = lengths.max(initial=0) + 1
        places = numbers * (starts.max(initial=0) + 1) + starts
        order = np.argsort(places * longest - lengths, kind="stable")
        return numbers[order], starts[order], ends[order], patterns[order]

    def _find(self, tokens: TokenHashes) -> tuple[Any, Any, Any, Any]:
        import numpy as np

        sequences = list(self._sequences(tokens))
        first, last, keys = map(np.concatenate, zip(*sequences, strict=True))
        which, patterns = self._table.find(keys)
        return *tokens.places(first[which], last[which]), patterns

    def _sequences(self, tokens: TokenHashes) -> Iterator[tuple[Any, Any, Any]]:
        """First and last token and key of sequences that may be patterns, by length."""
        import numpy as np

        single = tokens.first * self._factors[0]
        at = self._single.find(single)
        yield at, at, single[at]
        pairs = single[:-1]
        pairs += tokens.later[1:] * self._factors[1]
        at = self._beginning.find(pairs)
        key = pairs[at]
        for size in range(2, self._longest + 1):
            if size > 2:
                fits = np.searchsorted(at, len(tokens.first) - size, "right")
                at, key = at[:fits], key[:fits]
                key = key + self._term(tokens, at + size - 1, size)
                begun = self._beginning.find(key)
                at, key = at[begun], key[begun]
            if not len(at):
                return
            spelled = self._longer.find(key)
            yield at[spelled], at[spelled] + size - 1, key[spelled]

    def _term(self, tokens: TokenHashes, at: Any, size: int) -> Any:
        hashes = tokens.first if size == 1 else tokens.later
        return hashes[at] * self._factors[size - 1]


class _Bitmap:
    """Says of a key that it is not in a set, or that it may be.

    A small set has a byte for each place, which is looked up in half the time, and a large one
    a bit, for the bytes would not stay in the second-level cache.
    """

    def __init__(self, size: int) -> None:
        import numpy as np

        bits = max(_LEAST_BITS, size.bit_length() + _SPARE_BITS)
        self._in_bytes = bits <= _MOST_BITS_IN_BYTES
        self._shift = np.uint64(64 - bits)
        self._bytes = np.zeros(1 << (bits if self._in_bytes else bits - 3), np.uint8)
        self._is_empty = True

    def add(self, keys: Any) -> None:
        import numpy as np

        places = (keys >> self._shift).view(np.int64)
        self._is_empty &= not len(places)
        if self._in_bytes:
            self._bytes[places] = 1
        else:
            np.bitwise_or.at(self._bytes, places >> 3, _bit()[places & 7])

    def find(self, keys: Any) -> Any:
        """Indices of the keys that may be in the set."""
        import numpy as np

        if self._is_empty:
            return np.zeros(0, np.int64)
        places = (keys >> self._shift).view(np.int64)
        if self._in_bytes:
            return np.flatnonzero(self._bytes.view(bool)[places])
        bit = (places & 7).astype(np.uint8)
        return np.flatnonzero((self._bytes[places >> 3] >> bit & 1).view(bool))


def _factors(count: int) -> Any:
    """One odd factor for each place in a sequence."""
    import numpy as np

    return np.random.default_rng(_SEED).integers(0, 1 << 63, count, np.uint64) * 2 + 1


def _unbroken(tokens: TokenHashes, first: Any) -> Any:
    """Patterns without a gap too long for a hit."""
    import numpy as np

    after_gap = np.flatnonzero(tokens.later == np.uint64(AFTER_BREAK))
    inner = after_gap[~np.isin(after_gap, first)]
    whole = np.ones(len(first) - 1, bool)
    whole[np.searchsorted(first, inner, "right") - 1] = False
    return whole


@cache
def _bit() -> Any:
    import numpy as np

    return np.left_shift(1, np.arange(8)).astype(np.uint8)


class _Table:
    """From keys to numbers, with open addressing: a look-up meets one or two places."""

    def __init__(self, keys: Any, values: Any) -> None:
        import numpy as np

        order = np.lexsort((values, keys))
        keys, values = keys[order], values[order]
        first = np.ones(len(keys), bool)  # of equal keys the one with the smallest value
        first[1:] = keys[1:] != keys[:-1]
        keys, values = keys[first], values[first]
        bits = len(keys).bit_length() + 1  # at most half full
        self._shift = np.uint64(64 - bits)
        self._last = (1 << bits) - 1
        self._keys = np.zeros(1 << bits, np.uint64)
        self._values = np.full(1 << bits, -1, np.int32)
        left = np.arange(len(keys))
        places = (keys >> self._shift).astype(np.int64)
        while len(left):
            free = self._values[places] < 0
            self._values[places[free]] = values[left[free]]
            self._keys[places[free]] = keys[left[free]]
            # Of several that wrote to one place, the last stands.
            lost = self._values[places] != values[left]
            left, places = left[lost], (places[lost] + 1) & self._last

    def find(self, keys: Any) -> tuple[Any, Any]:
        """Indices of the keys that are here, in order, and their numbers."""
        import numpy as np

        left = np.arange(len(keys))
        places = (keys >> self._shift).astype(np.int64)
        numbers = np.full(len(keys), -1, np.int64)
        while len(left):
            found = self._values[places]
            same = self._keys[places] == keys[left]
            numbers[left[same]] = found[same]
            onward = (found >= 0) & ~same
            left, places = left[onward], (places[onward] + 1) & self._last
        which = np.flatnonzero(numbers >= 0)
        return which, numbers[which]
