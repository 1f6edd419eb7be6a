"""Many patterns over one text: every occurrence on whole tokens, nested ones included.

The automaton reads a text once, however many patterns there are. It compares characters
exactly: fold patterns and text the same way first (`fold_same_length`). Which of several
overlapping occurrences counts is the caller's knowledge.

This is the home of ahocorasick-rs (Aho and Corasick 1975, Efficient String Matching).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from termkit.text.scripts import is_han


class Occurrence(NamedTuple):
    """A pattern found: half-open range of code points, and the pattern's index."""

    start: int
    end: int
    pattern: int


class Automaton:
    """Finds all occurrences of a fixed list of patterns.

    Args:
        patterns: May repeat; each keeps its own index.

    Raises:
        ValueError: A pattern is empty.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = tuple(patterns)
        self._engine: Any = None
        if not all(self._patterns):
            raise ValueError("a pattern is empty")

    def find(self, text: str) -> Iterator[Occurrence]:
        """Every occurrence on whole tokens, by start, longest first.

        >>> [text[s:e] for text in ["viet nam news, vietnamese"] for s, e, _ in
        ...  Automaton(["viet nam", "nam", "viet nam news", "vietnam"]).find(text)]
        ['viet nam news', 'viet nam', 'nam']
        """
        if not self._patterns or not text:
            return
        if self._engine is None:
            import ahocorasick_rs

            self._engine = ahocorasick_rs.AhoCorasick(self._patterns, store_patterns=False)
        found = self._engine.find_matches_as_indexes(text, overlapping=True)
        hits = [
            Occurrence(start, end, pattern)
            for pattern, start, end in found
            if is_whole(text, start, end)
        ]
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.pattern))
        yield from hits

    def __getstate__(self) -> tuple[str, ...]:
        return self._patterns  # the engine does not pickle; a worker builds its own

    def __setstate__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = patterns
        self._engine = None


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a range begins and ends between tokens.

    Between two letters, digits or marks there is no boundary; apostrophes, hyphens and
    every change to or from Han are boundaries, and within Han every place is one.

    >>> text = "访问Vietnam的Nam's"
    >>> is_whole(text, 2, 9), is_whole(text, 6, 9), is_whole(text, 10, 13), is_whole(text, 0, 1)
    (True, False, True, True)
    """
    return not (_holds(text, start) or _holds(text, end))


def _holds(text: str, index: int) -> bool:
    """Whether the characters on both sides of an index belong to one token."""
    if index <= 0 or index >= len(text):
        return False
    return _in_token(text[index - 1]) and _in_token(text[index])


def _in_token(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    return (character.isalnum() or "\u0300" <= character <= "\u036f") and not is_han(character)
