"""Documents as the aligner sees them: numbered lexemes, lengths, and what is known of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from termkit.align.headings import is_heading
from termkit.align.lexemes import LanguagePair, find_lexemes
from termkit.align.lexicon import Pair
from termkit.align.seeds import known_pairs, name_keys
from termkit.align.supposed import supposed_pairs
from termkit.align.vocabulary import TokenizedText, Vocabulary, tokenized
from termkit.lang.base import Language
from termkit.model.concept import Concept
from termkit.text.normalise import normalise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_WORDS = 300
"""Different words of one segment that count as evidence; a longer one is no sentence."""

_NUMBERS = ("number", "ordinal", "word")
_LEAST_NUMBER = 3
_WORDS = re.compile(r"[^\W\d_]+")
_OPENS = ".!?:\u2026\u201c\u2018\"'(\u00ab"  # what a capital after it may owe to the sentence


@dataclass(frozen=True, slots=True)
class Texts:
    """Pairs of documents over one vocabulary.

    Attributes:
        pairs: Source and target of each.
        sizes: Numbers of source and of target words.
        known: Probability of word pairs known beforehand.
        numbers: Which words are numbers of two digits or more, both sides.
    """

    pairs: tuple[tuple[TokenizedText, TokenizedText], ...]
    sizes: tuple[int, int]
    known: dict[Pair, float]
    numbers: tuple[NDArray[np.bool_], NDArray[np.bool_]]


def read_texts(
    documents: Sequence[tuple[Sequence[str], Sequence[str]]],
    languages: tuple[Language, Language],
    tags: tuple[str, str],
    concepts: Iterable[Concept] = (),
) -> Texts:
    """Cut the segments of documents into lexemes and number them.

    Args:
        documents: Texts of the source and target segments of each pair.
        languages: Of both sides.
        tags: BCP 47 tags, for names and dates.
        concepts: Of the user's glossary.
    """
    finders = (
        partial(find_lexemes, language=languages[0]),
        partial(find_lexemes, language=languages[1]),
    )
    concepts = tuple(concepts)
    pair = LanguagePair(tags, finders)
    keys = name_keys(pair, concepts)
    words = Vocabulary(), Vocabulary()
    capitals: tuple[set[str], set[str]] = (set(), set())
    pairs = []
    for document in documents:
        sides = []
        for side, segments in enumerate(document):
            cut, lengths, headings = [], [], []
            for segment in segments:
                text = normalise(segment).text
                lexemes = keys[side].mark(finders[side](text))
                lexemes += written_numbers(text, languages[side])
                cut.append(tuple(dict.fromkeys(lexemes))[:MOST_WORDS])
                headings.append(is_heading(text))
                lengths.append(max(1.0, float(sum(map(str.isalnum, text)))))
                for name in capital_runs(text):
                    capitals[side].update(finders[side](name))
            sides.append(tokenized(cut, lengths, headings, words[side]))
        pairs.append((sides[0], sides[1]))
    known = known_pairs(*words, tags, capitals)
    for words_of_both, probability in supposed_pairs(words, pair, concepts):
        known[words_of_both] = max(probability, known.get(words_of_both, 0.0))
    sizes = len(words[0]), len(words[1])
    return Texts(tuple(pairs), sizes, known, (_numbers(words[0]), _numbers(words[1])))


def _numbers(words: Vocabulary) -> NDArray[np.bool_]:
    """Which words are numbers; one digit is as often a mark in a list."""
    import numpy as np

    return np.array([len(word) > 1 and word.isdecimal() for word in words.words], bool)


def written_numbers(text: str, language: Language) -> tuple[str, ...]:
    """Numbers in words, and with a word for their scale, as the digits of their value.

    One and two are articles and pronouns as often as numbers.

    >>> from termkit.lang import get_language
    >>> written_numbers("第十九条，三十亿美元", get_language("zh"))
    ('19', '3000000000')
    >>> written_numbers("one of three billion", get_language("en"))
    ('3000000000',)
    """
    values = (q.values[0] for q in language.quantities(text) if q.kind in _NUMBERS)
    return tuple(str(int(n)) for n in values if n >= _LEAST_NUMBER and n == int(n))


def capital_runs(text: str) -> Iterator[str]:
    """Words with a capital that stand together, but for the first word of a sentence.

    >>> list(capital_runs("Today Lê Hoài Trung met Wang Yi. They spoke."))
    ['Lê Hoài Trung', 'Wang Yi']
    """
    start = end = 0
    for word in _WORDS.finditer(text):
        if not word[0][0].isupper() or _before(text, word.start()) in _OPENS:
            continue
        if end and text[end : word.start()] == " ":
            end = word.end()
            continue
        if end:
            yield text[start:end]
        start, end = word.span()
    if end:
        yield text[start:end]


def _before(text: str, index: int) -> str:
    """The last character before a place that is no space; empty at the start."""
    while index and text[index - 1].isspace():
        index -= 1
    return text[index - 1 : index]
