"""Stretches of a few characters of a text: what is looked up where words have no spaces.

A slip in a word of Han characters leaves a pair of them, or three of four. Many tables are asked
for these, so that they are made once, and so are their hashes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from operator import add

_LONG = 1 << 16  # code points


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
        self._made: dict[str, list[str]] = {}

    @cached_property
    def pairs(self) -> list[str]:
        """Every character with the next one."""
        return list(map(add, self.text, self.text[1:]))

    @cached_property
    def outer(self) -> list[str]:
        """Every character with the one behind the next."""
        return list(map(add, self.text, self.text[2:]))

    @property
    def triples(self) -> list[str]:
        """Every character with the next two."""
        return self._kept("triples", lambda: map(add, self.pairs, self.text[2:]))

    @property
    def without_second(self) -> list[str]:
        """Every stretch of four without its second character."""
        return self._kept("without_second", lambda: map(add, self.text, self.pairs[2:]))

    @property
    def without_third(self) -> list[str]:
        """Every stretch of four without its third character."""
        return self._kept("without_third", lambda: map(add, self.pairs, self.text[3:]))

    def _kept(self, name: str, make: Callable[[], Iterable[str]]) -> list[str]:
        """Some stretches; those of a long text are too many to be kept, and are made anew."""
        made = self._made.get(name)
        if made is None:
            made = list(make())
            if not self.is_long:
                self._made[name] = made
        return made

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

    @property
    def is_long(self) -> bool:
        """Whether its stretches are too many to be kept."""
        return len(self.text) >= _LONG

    def part(self, start: int, end: int) -> Grams:
        """Those of a piece of the text, the same strings.

        >>> Grams("abcdef").part(1, 5).triples
        ['bcd', 'cde']
        """
        part = Grams(self.text[start:end])
        part.pairs = self.pairs[start : max(start, end - 1)]
        part.outer = self.outer[start : max(start, end - 2)]
        part._made = {
            "triples": self.triples[start : max(start, end - 2)],
            "without_second": self.without_second[start : max(start, end - 3)],
            "without_third": self.without_third[start : max(start, end - 3)],
        }
        return part
