"""Texts as arrays of token hashes, for matching many at once (home of numpy).

A token is a run of letters and digits of a key (`codepage`), or one Han character. Its hash
has 64 bits. Up to eight bytes are hashed without loss, at one array operation a token and not
a character.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from termkit.text.codepage import END, NOTHING, SPACE, key_character, latin_key
from termkit.text.scripts import is_han

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_GAP = 64
"""Characters that may stand between two tokens of one hit."""

_CHUNK = 1 << 19  # characters: fewer calls of numpy weigh more than arrays in the nearest cache
_UNKNOWN = 0xFFFFFFFF
_HAN = 1 << 30
_ODD = 0x9E3779B97F4A7C15  # the golden ratio: Knuth, The Art of Computer Programming 3, 6.4
_AFTER_END = 0xC2B2AE3D27D4EB4F
AFTER_BREAK = 0x165667B19E3779F9
_BLOCK = 8  # bytes hashed at a time


@dataclass(frozen=True, slots=True)
class TokenHashes:
    """The tokens of some texts laid end to end.

    Attributes:
        first: Hash of each token where it stands first; ``uint64``.
        later: Hash where it follows another: differs behind the end of a sentence, and fits
            nothing behind a long gap or at the start of a text.
        starts, ends: In characters of the keys laid end to end.
        shift: For each character that is in no key, how many of the keys stand before it;
            ``None`` when every character is in them.
        offsets: Where each text begins, and the end of the last, in characters of the texts.
        texts: Numbers of the texts.
    """

    first: NDArray[np.uint64]
    later: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    shift: NDArray[np.int64] | None
    offsets: NDArray[np.int64]
    texts: NDArray[np.int64]

    def begins(self) -> NDArray[np.int64]:
        """Index of the first token of each text, and the number of tokens."""
        import numpy as np

        begins: NDArray[np.int64] = np.searchsorted(self.starts, _in_keys(self.offsets, self.shift))
        return begins

    def places(self, first: Any, last: Any) -> tuple[Any, Any, Any]:
        """Number of the text, start and end there, of sequences of tokens."""
        import numpy as np

        starts, ends = self.starts[first], self.ends[last]
        if self.shift is not None:
            starts = starts + np.searchsorted(self.shift, starts, "right")
            ends = ends + np.searchsorted(self.shift, ends - 1, "right")
        texts = np.searchsorted(self.offsets, starts, "right") - 1
        return self.texts[texts], starts - self.offsets[texts], ends - self.offsets[texts]


def hash_tokens(texts: Sequence[tuple[int, str]]) -> Iterator[TokenHashes]:
    """The tokens of numbered texts, a chunk at a time; Latin texts apart from the others."""
    latin: list[tuple[int, bytes]] = []
    wide: list[tuple[int, str]] = []
    sizes = [0, 0]
    for number, text in texts:
        key = latin_key(text)
        if key is None:
            wide.append((number, text))
        else:
            latin.append((number, key))
        kind = key is None
        sizes[kind] += len(text)
        if sizes[kind] >= _CHUNK:
            sizes[kind] = 0
            if kind:
                yield _hash_wide(wide)
                wide = []
            else:
                yield _hash_latin(latin)
                latin = []
    if latin:
        yield _hash_latin(latin)
    if wide:
        yield _hash_wide(wide)


def _hash_latin(keys: Sequence[tuple[int, bytes]]) -> TokenHashes:
    import numpy as np

    texts, parts = zip(*keys, strict=True)
    joined = b" ".join(parts)
    offsets = _offsets([len(part) for part in parts])
    gone = None
    compact = np.frombuffer(joined, np.uint8)
    if b"\0" in joined:
        gone = np.flatnonzero(compact == 0)
        joined = joined.translate(None, b"\0")
    data = np.frombuffer(b" %b%b" % (joined, b" " * _BLOCK), np.uint8)
    edges = np.flatnonzero((word := data > ord(END))[1:] != word[:-1])
    starts, ends = edges[0::2], edges[1::2]
    hashes = _hash(data[1:], starts, ends)
    return _settle(hashes, starts, ends, data[1:] == ord(END), gone, offsets, texts)


def _hash_wide(texts: Sequence[tuple[int, str]]) -> TokenHashes:
    import numpy as np

    numbers, parts = zip(*texts, strict=True)
    joined = SPACE.join(parts) + SPACE * _BLOCK
    offsets = _offsets([len(part) for part in parts])
    keys = _keys_of(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32))
    gone = None
    if not keys.all():
        gone = np.flatnonzero(keys == 0)
        keys = keys[keys != 0]
    word, han = keys > ord(END), keys >= _HAN
    edge = np.empty(len(keys) + 1, bool)
    edge[0], edge[-1] = word[0], word[-1]
    edge[1:-1] = (word[1:] != word[:-1]) | han[1:] | han[:-1]
    starts = np.flatnonzero(edge[:-1] & word)
    ends = np.flatnonzero(edge[1:] & word) + 1
    hashes = _hash(keys.astype(np.uint8), starts, ends)
    is_han = han[starts]
    hashes[is_han] = keys[starts[is_han]].astype(np.uint64) * np.uint64(AFTER_BREAK)
    foreign = np.flatnonzero((keys >= 0x80) & ~han)
    for token in np.unique(np.searchsorted(starts, foreign, "right") - 1).tolist():
        letters = keys[starts[token] : ends[token]].tolist()
        hashes[token] = _hash_foreign("".join(map(chr, letters)))
    return _settle(hashes, starts, ends, keys == ord(END), gone, offsets, numbers)


def _offsets(lengths: Sequence[int]) -> Any:
    import numpy as np

    offsets = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.array(lengths) + 1, out=offsets[1:])
    return offsets


def _hash(data: Any, starts: Any, ends: Any) -> Any:
    """Hashes of runs of bytes, eight bytes at a time."""
    import numpy as np

    # Every eight bytes as one number, wherever they begin.
    blocks = np.ndarray((len(data) - _BLOCK + 1,), "<u8", data, strides=(1,))
    lengths = ends - starts
    hashes = _mix(blocks[starts] & _masks()[np.minimum(lengths, _BLOCK)])
    done = _BLOCK
    rest = np.flatnonzero(lengths > done)
    while len(rest):
        block = blocks[starts[rest] + done] & _masks()[np.minimum(lengths[rest] - done, _BLOCK)]
        hashes[rest] = _mix(hashes[rest] * np.uint64(_AFTER_END) ^ block)
        done += _BLOCK
        rest = rest[lengths[rest] > done]
    return hashes


def _mix(values: Any) -> Any:
    import numpy as np

    values *= np.uint64(_ODD)
    values ^= values >> np.uint64(32)
    return values


def _settle(
    hashes: Any, starts: Any, ends: Any, is_end: Any, gone: Any, offsets: Any, texts: Any
) -> TokenHashes:
    """Tell tokens behind an end or a break from the others, and count what was left out."""
    import numpy as np

    shift = None if gone is None else gone - np.arange(len(gone))
    later = hashes.copy()
    behind = np.searchsorted(starts, np.flatnonzero(is_end))
    later[behind[behind < len(later)]] ^= np.uint64(_AFTER_END)
    broken = np.flatnonzero(starts[1:] - ends[:-1] > LONGEST_GAP) + 1
    firsts = np.searchsorted(starts, _in_keys(offsets[:-1], shift))
    for each in (broken, firsts):
        later[each[each < len(later)]] = np.uint64(AFTER_BREAK)
    return TokenHashes(hashes, later, starts, ends, shift, offsets, np.asarray(texts))


def _in_keys(places: Any, shift: Any) -> Any:
    """Places of the texts as places of their keys: less what was left out before them."""
    import numpy as np

    if shift is None:
        return places
    return places - np.searchsorted(shift + np.arange(len(shift)), places)


@cache
def _masks() -> Any:
    """By number of bytes, the bits of a block that belong to a token."""
    import numpy as np

    return np.array([(1 << 8 * n) - 1 for n in range(_BLOCK + 1)], np.uint64)


@lru_cache(maxsize=1 << 16)
def _hash_foreign(token: str) -> int:
    return int.from_bytes(hashlib.blake2b(token.encode("utf-8", "replace"), digest_size=8).digest())


@cache
def _table() -> Any:
    """Key characters by code point, Han marked by a bit; filled as characters are met."""
    import numpy as np

    return np.full(0x110000, _UNKNOWN, np.uint32)


def _keys_of(codes: Any) -> Any:
    import numpy as np

    table = _table()
    keys = table[codes]
    unknown = keys == _UNKNOWN
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            key = key_character(chr(code))
            table[code] = 0 if key == NOTHING else ord(key) | (_HAN if is_han(key) else 0)
        keys = table[codes]
    return keys
