"""English words for Han characters, and for Vietnamese words that are read from them.

Unihan says in a few English words what a character means. A Chinese word mostly has to do with
its characters, and so has the Vietnamese word that reads them: 政府, *chính phủ*, has to do with
politics, affairs and offices. That is weak evidence, and all there is in a text too short to
teach any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from termkit.align.lexemes import LETTERS, Rendering
from termkit.lang.tables import load_table
from termkit.text.scripts import is_han

GLOSS = 0.3  # a Chinese word of one character, and a word that says what it means
PART = 0.1  # a character of a longer word; a Vietnamese word that reads the character
_LONGEST = 2  # characters of a Chinese word that is looked for behind a Vietnamese one
_MOST_READINGS = 3  # of a character
_MOST_WORDS = 3  # that are read alike, the most frequent ones
_FIRST = 3  # English words that count for Vietnamese


def glosses_of_han(words: Sequence[str]) -> Iterator[Rendering]:
    """Chinese words, the English lexemes of their characters, and how far they tell.

    >>> list(glosses_of_han(["水"]))
    [('水', 'water', 0.3), ('水', 'liqui', 0.3), ('水', 'lotio', 0.3), ('水', 'juice', 0.3)]
    """
    for word in words:
        if all(map(is_han, word)):
            for character in word:
                for gloss in _glosses().get(character, ()):
                    yield word, gloss, GLOSS if len(word) == 1 else PART


def glosses_of_vietnamese(words: Sequence[str]) -> Iterator[Rendering]:
    """Vietnamese words, the English lexemes of the characters they may be read from, how far.

    >>> sorted(gloss for _, gloss, _ in glosses_of_vietnamese(["hòa bình"]))
    ['calm', 'even', 'flat', 'harmo', 'level', 'peace']
    """
    from termkit.lang.vi.han_viet import reading_key

    for word in words:
        key = tuple(map(reading_key, word.split()))
        for han in _by_reading().get(key, ())[:_MOST_WORDS]:
            for character in han:
                for gloss in _glosses().get(character, ())[:_FIRST]:
                    yield word, gloss, PART


@cache
def _glosses() -> Mapping[str, tuple[str, ...]]:
    return {
        character: tuple(dict.fromkeys(word[:LETTERS] for word in words.split()))
        for character, words in load_table("termkit.align", "han_glosses")
    }


@cache
def _by_reading() -> Mapping[tuple[str, ...], Sequence[str]]:
    """Chinese words by the syllables that Vietnamese reads them with, frequent ones first."""
    from termkit.lang.vi.han_viet import han_viet_readings, reading_key
    from termkit.lang.zh.frequencies import word_counts

    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    counts = word_counts()
    for word in sorted(filter(_is_short, counts), key=lambda word: -counts[word]):
        choices = [han_viet_readings(character)[:_MOST_READINGS] for character in word]
        for readings in product(*choices):
            found[tuple(map(reading_key, readings))].append(word)
    return found


def _is_short(word: str) -> bool:
    return len(word) <= _LONGEST
