"""Names that may be written for one another: all words but one alike, that one a slip away.

A document may hold thousands of names. Each is looked up by what it would share with another,
and never held against all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termkit.names.forms import name_key
from termkit.names.written import Syllable, read_syllable, syllables
from termkit.text.near import rests

# Letters of a word that another letter may be a slip in: no syllable is longer than the latter.
_LEAST, _LONGEST = 4, 40
_Others = tuple[int, tuple[Syllable, ...]]


class KindredNames:
    """Full names by the place of one word, the other words, and what is left of that word.

    The first word is the family name, and the same in both.

    >>> names = KindredNames(("Vũ Minh Trang", "Vũ Minh Trạng", "Lê Minh Trang", "Vũ Minh Hoa"))
    >>> list(names.like(syllables("Vũ Minh Trang")))
    ['Vũ Minh Trạng']
    >>> list(names.like(syllables("Vũ Minh Thảo")))
    []
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._found: dict[_Others, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, name in enumerate(self._names):
            for others, word in _places(syllables(name)):
                for rest in _rests(word):
                    self._found[others][rest].append(number)

    def like(self, words: Sequence[str]) -> Iterator[str]:
        """The names that may be the one with these words, in their order."""
        numbers = {
            number
            for others, word in _places(words)
            if (group := self._found.get(others))
            for rest in _rests(word)
            for number in group.get(rest, ())
        }
        for number in sorted(numbers):
            if syllables(self._names[number]) != words:
                yield self._names[number]


def _places(words: Sequence[str]) -> Iterator[tuple[_Others, str]]:
    read = tuple(map(read_syllable, words))
    for place in range(1, len(words)):
        yield (place, read[:place] + read[place + 1 :]), words[place]


def _rests(word: str) -> frozenset[str]:
    key = name_key(word)
    return rests(key) if _LEAST <= len(key) <= _LONGEST else frozenset((key,))
