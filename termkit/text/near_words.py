"""Words that a text without spaces has with one slip in them, found by what the slip leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

from termkit.text.grams import Grams

_THREE = 3


class NearWords:
    """Words of three characters and more, by stretches of their first and last four.

    One character replaced leaves two of three, and of the first or the last four the outer two
    and one beside them; so do, of four and more, the inner two of the four exchanged.

    >>> words = NearWords(("一如既往", "国务院", "布达佩斯"))
    >>> words.find(Grams("中方一如继往支持国物院"))
    [(2, '一如既往'), (8, '国务院')]
    >>> words.find(Grams("中方一如既往支持国务院，在布达佩"))
    []
    """

    def __init__(self, words: Iterable[str]) -> None:
        short: tuple[dict[str, str], ...] = ({}, {}, {})
        openings: dict[str, str] = {}
        endings: dict[str, str] = {}
        for word in sorted(words):
            if len(word) == _THREE:
                for known, key in zip(short, (word[:2], word[1:], word[::2]), strict=True):
                    _add(known, key, word)
                continue
            for key in {word[:3], word[:2] + word[3]}:
                _add(openings, key, word)
            for key in {word[-3:], word[-4] + word[-2:]}:
                _add(endings, key, word)
        self._short, self._openings, self._endings = short, openings, endings

    def find(self, grams: Grams) -> list[tuple[int, str]]:
        """Where a word may begin that stands with a slip, and the word; in order.

        Of four characters and more it may also stand with more than one.
        """
        text, size = grams.text, len(grams.text)
        return sorted(
            {
                (start, word)
                for start, word in self._candidates(grams)
                if 0 <= start <= size - len(word) and not text.startswith(word, start)
            }
        )

    def _candidates(self, grams: Grams) -> Iterator[tuple[int, str]]:
        first, last, outer = self._short
        for known, keys, shift in (
            (first, grams.pairs, 0),
            (last, grams.pairs, -1),
            (outer, grams.outer, 0),
            (self._openings, grams.triples, 0),
            (self._openings, grams.without_third, 0),
        ):
            for place, key in _met(known, keys):
                for word in known[key].split():
                    yield place + shift, word
        for keys, reach in ((grams.triples, 3), (grams.without_second, 4)):
            for place, key in _met(self._endings, keys):
                for word in self._endings[key].split():
                    yield place + reach - len(word), word


def _met(known: dict[str, str], keys: list[str]) -> Iterator[tuple[int, str]]:
    if not known:
        return iter(())
    return compress(enumerate(keys), map(known.__contains__, keys))


def _add(known: dict[str, str], key: str, word: str) -> None:
    known[key] = f"{known[key]} {word}" if key in known else word
