"""Words that the designations of a glossary teach: *Ministry of Defence*, Bộ Quốc phòng.

A designation of several words is a very short text with its translation. Together they tell
which words render each other, as sentences do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from termkit.align.lexemes import LanguagePair
from termkit.align.lexicon import Pair, TokenPair, learn_words
from termkit.align.vocabulary import Vocabulary
from termkit.model.concept import Concept, ConceptType, Form

TAUGHT = 0.3
_LEAST = 0.25  # geometric mean of both directions
_LONGEST = 12  # words of a designation
_LETTERS = (Form.ABBREVIATION, Form.ACRONYM)


def taught_pairs(
    words: tuple[Vocabulary, Vocabulary], pair: LanguagePair, concepts: Iterable[Concept]
) -> Iterator[tuple[Pair, float]]:
    """Pairs of words of two texts that render each other in designations, and how surely.

    Args:
        words: Of both texts.
        pair: Their languages.
        concepts: Of the user's glossary; persons have names and teach nothing.
    """
    own = Vocabulary(), Vocabulary()
    lessons = list(_lessons(own, pair, concepts))
    table = learn_words(lessons, (len(own[0]), len(own[1])), {})
    names = own[0].words, own[1].words
    sure = (table.forward * table.backward) ** 0.5
    for one, other, share in zip(table.sources, table.targets, sure, strict=True):
        source, target = words[0].find(names[0][one]), words[1].find(names[1][other])
        if share >= _LEAST and source is not None and target is not None:
            yield (source, target), TAUGHT * float(share)


def _lessons(
    words: tuple[Vocabulary, Vocabulary], pair: LanguagePair, concepts: Iterable[Concept]
) -> Iterator[TokenPair]:
    import numpy as np

    for concept in concepts:
        if concept.type is ConceptType.PERSON:
            continue
        sides = [
            [
                [words[side].number(word) for word in pair.lexemes[side](designation.text)]
                for designation in concept.in_language(lang)
                if designation.form not in _LETTERS
            ]
            for side, lang in enumerate(pair.langs)
        ]
        for source, target in product(*sides):
            if max(len(source), len(target)) <= _LONGEST:
                yield np.array(source, np.int32), np.array(target, np.int32)
