"""What may render what before anything is learnt: weak evidence, which a text soon outweighs.

A report of thirty sentences is too short to teach its words. What is supposed here decides
between two sentences of one length, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.align.everyday import everyday_pairs
from termkit.align.glosses import glosses_of_han, glosses_of_vietnamese
from termkit.align.lexemes import LanguagePair, Rendering
from termkit.align.lexicon import Pair
from termkit.align.taught import taught_pairs
from termkit.align.vocabulary import Vocabulary
from termkit.model.concept import Concept

Words = tuple[Vocabulary, Vocabulary]
_GLOSSES = {"zh": glosses_of_han, "vi": glosses_of_vietnamese}


def supposed_pairs(
    words: Words, pair: LanguagePair, concepts: Iterable[Concept]
) -> Iterator[tuple[Pair, float]]:
    """Pairs of words of two texts that may render each other, and with which probability.

    Args:
        words: Of both texts.
        pair: Their languages.
        concepts: Of the user's glossary.
    """
    yield from taught_pairs(words, pair, concepts)
    yield from _met(words, everyday_pairs(pair))
    for side in (0, 1):
        find = _GLOSSES.get(pair.rooms[side])
        if find and pair.rooms[1 - side] == "en":
            glosses = find(words[side].words)
            yield from _met(words, glosses if side == 0 else _turned(glosses))


def _met(words: Words, renderings: Iterable[Rendering]) -> Iterator[tuple[Pair, float]]:
    """Those whose words both texts have."""
    for one, other, probability in renderings:
        source, target = words[0].find(one), words[1].find(other)
        if source is not None and target is not None:
            yield (source, target), probability


def _turned(renderings: Iterable[Rendering]) -> Iterator[Rendering]:
    for one, other, probability in renderings:
        yield other, one, probability
