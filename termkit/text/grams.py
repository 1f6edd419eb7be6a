"""Stretches of a few characters of a text: what is looked up where words have no spaces.

A slip in a word of Han characters leaves a pair of them, or three of four. Many tables are asked
for these, so that they are made once, and so are their hashes.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from operator import add


class Grams:
    """The stretches of one text by where they begin; each list ends with the last whole one.

    >>> grams = Grams("abcde")
    >>> grams.pairs, grams.outer, grams.triples
    (['ab', 'bc', 'cd', 'de'], ['ac', 'bd', 'ce'], ['abc', 'bcd', 'cde'])
    >>> grams.without_second, grams.without_third
    (['acd', 'bde'], ['abd', 'bce'])
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def pairs(self) -> list[str]:
        """Every character with the next one."""
        return list(map(add, self.text, self.text[1:]))

    @cached_property
    def outer(self) -> list[str]:
        """Every character with the one behind the next."""
        return list(map(add, self.text, self.text[2:]))

    @cached_property
    def triples(self) -> list[str]:
        """Every character with the next two."""
        return list(map(add, self.pairs, self.text[2:]))

    @cached_property
    def without_second(self) -> list[str]:
        """Every stretch of four without its second character."""
        return list(map(add, self.text, self.pairs[2:]))

    @cached_property
    def without_third(self) -> list[str]:
        """Every stretch of four without its third character."""
        return list(map(add, self.pairs, self.text[3:]))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each character stands."""
        return Counter(self.text)

    @cached_property
    def pair_counts(self) -> Counter[str]:
        """How often each pair stands."""
        return Counter(self.pairs)

    @cached_property
    def outer_counts(self) -> Counter[str]:
        """How often each outer pair stands."""
        return Counter(self.outer)

    def part(self, start: int, end: int) -> Grams:
        """Those of a piece of the text, the same strings.

        >>> Grams("abcdef").part(1, 5).triples
        ['bcd', 'cde']
        """
        part = Grams(self.text[start:end])
        part.pairs = self.pairs[start : max(start, end - 1)]
        part.outer = self.outer[start : max(start, end - 2)]
        part.triples = self.triples[start : max(start, end - 2)]
        part.without_second = self.without_second[start : max(start, end - 3)]
        part.without_third = self.without_third[start : max(start, end - 3)]
        return part
