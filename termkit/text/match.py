"""Many patterns over one text or over many: whole tokens, longest first, exact places.

Case, marks and normal form are no difference, and no text is rewritten for it: a hit says
where it stands in the text as it is. Spaces, brackets, hyphens and line wraps between tokens
are no difference either, the end of a sentence is. Chinese goes character by character.

There are two ways, with the same hits. One text is walked token by token with the standard
library alone, for an editor has no time to load more. Many texts are hashed as arrays: their
cost hardly depends on how many patterns there are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from termkit.text.codepage import END, NOTHING, SPACE, key_character
from termkit.text.hit import Hit, with_marks
from termkit.text.scripts import HAN
from termkit.text.token_hash import LONGEST_GAP

if TYPE_CHECKING:
    from termkit.text.hash_table import HashedPatterns

_TOKEN = re.compile(rf"[{HAN}]|[^{SPACE}{END}{HAN}]+")


@dataclass(frozen=True, slots=True)
class KeyTokens:
    """The tokens of a text's key.

    Attributes:
        words: Each with the full stop before it that ends a sentence, if one does. Where the
            gap before a token is too long for one hit, the token stands with `NOTHING`.
        starts, ends: Code points of the text.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]


class PatternSet:
    """Patterns to look for; `find` in one text, `find_all` in many.

    A pattern without a letter or digit is in no text. Patterns with one key are one: a hit
    names the first, and `alike` the others.

    >>> found = PatternSet(["Việt Nam", "đảng", "U.S. Army"])
    >>> for hit in found.find("VIET  NAM's Ða\u0309ng; the U.S. Army. Viet. Nam"):
    ...     print(*hit)
    0 9 0
    12 17 1
    23 32 2
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(patterns)

    def find(self, text: str) -> list[Hit]:
        """Hits in one text, in order, none overlapping: the leftmost, then the longest."""
        tokens = key_tokens(text)
        hits: list[Hit] = []
        index = 0
        while index < len(tokens.words):
            size, pattern = self._longest(tokens.words, index)
            if size:
                end = with_marks(text, tokens.ends[index + size - 1])
                hits.append(Hit(tokens.starts[index], end, pattern))
            index += size or 1
        return hits

    def find_all(self, texts: Iterable[str]) -> Iterator[list[Hit]]:
        """Hits in many texts: for each, what `find` returns."""
        from termkit.text.batch import PIECE, hits_in

        batch: list[str] = []
        size = 0
        for text in texts:
            batch.append(text)
            size += len(text)
            if size >= PIECE:
                yield from hits_in(batch, self._hashed)
                batch, size = [], 0
        yield from hits_in(batch, self._hashed)

    def alike(self, pattern: int) -> tuple[int, ...]:
        """Indices of the patterns with the key of this one, itself included."""
        return self._alike.get(pattern, (pattern,))

    @cached_property
    def _keys(self) -> list[tuple[str, ...]]:
        return [pattern_key(pattern) for pattern in self.patterns]

    @cached_property
    def _alike(self) -> dict[int, tuple[int, ...]]:
        groups: dict[tuple[str, ...], list[int]] = {}
        for index, key in enumerate(self._keys):
            groups.setdefault(key, []).append(index)
        return {index: tuple(group) for group in groups.values() for index in group if group[1:]}

    @cached_property
    def _prefixes(self) -> dict[str, int]:
        """Joined tokens to the pattern they spell, or to -1 where more must follow."""
        prefixes: dict[str, int] = {}
        for index, key in enumerate(self._keys):
            for size in range(1, len(key)):
                prefixes.setdefault(SPACE.join(key[:size]), -1)
            if key:
                whole = SPACE.join(key)
                if prefixes.get(whole, -1) < 0:
                    prefixes[whole] = index
        return prefixes

    def _longest(self, words: Sequence[str], index: int) -> tuple[int, int]:
        """Number of tokens and pattern of the longest that begins here; zeros if none does."""
        prefixes = self._prefixes
        best = 0, 0
        spelled = words[index].lstrip(END + NOTHING)
        following = index
        while (pattern := prefixes.get(spelled)) is not None:
            following += 1
            if pattern >= 0:
                best = following - index, pattern
            if following == len(words):
                break
            spelled = f"{spelled}{SPACE}{words[following]}"
        return best

    @cached_property
    def _hashed(self) -> HashedPatterns:
        from termkit.text.hash_table import HashedPatterns

        return HashedPatterns(self.patterns)


def pattern_key(pattern: str) -> tuple[str, ...]:
    """The tokens a text must have; empty when there are none, or a gap is too long."""
    words = key_tokens(pattern).words
    if any(word.startswith(NOTHING) for word in words[1:]):
        return ()
    return tuple(word.lstrip(END + NOTHING) if not n else word for n, word in enumerate(words))


def key_tokens(text: str) -> KeyTokens:
    """Cut the key of a text into tokens.

    >>> key_tokens("Xi. Vie\u0323\u0302t")
    KeyTokens(words=['xi', '.viet'], starts=[0, 4], ends=[2, 10])
    """
    key = text.translate(_KEYS)
    gone: list[int] = []
    if NOTHING in key:
        gone = [index - n for n, index in enumerate(_positions(key, NOTHING))]
        key = key.replace(NOTHING, "")
    tokens = KeyTokens([], [], [])
    last = 0
    for token in _TOKEN.finditer(key):
        start, end = token.span()
        sign = ""
        if start - last > LONGEST_GAP and tokens.words:
            sign = NOTHING
        elif END in key[last:start]:
            sign = END
        tokens.words.append(sign + token[0])
        tokens.starts.append(start + bisect_right(gone, start))
        tokens.ends.append(end + bisect_right(gone, end - 1))
        last = end
    return tokens


def _positions(text: str, character: str) -> Iterator[int]:
    index = text.find(character)
    while index >= 0:
        yield index
        index = text.find(character, index + 1)


class _Keys(dict[int, str]):
    """Filled as characters are met; `str.translate` asks for what is missing."""

    def __missing__(self, code: int) -> str:
        self[code] = key_character(chr(code))
        return self[code]


_KEYS = _Keys()
