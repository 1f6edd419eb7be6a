"""Which pairs are whole: no piece of a longer pair that is always there with it.

Where *Steering Committee | 指导委员会* is seen only inside *Steering Committee for Bilateral
Cooperation | 双边合作指导委员会*, the longer one is the term. Two terms that a connective joins
are two terms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from termkit.align.phrase_pair import PhrasePair
from termkit.align.stretches import head_types
from termkit.align.terms import Lexicon
from termkit.align.tokens import Side

_SHARE = 0.8  # of the piece's places that the longer pair must have
_SURE = 0.8  # of the piece's certainty
_JOINTS = {"en": "and", "vi": "và", "zh": "和"}

Words = tuple[int, int]


def whole_pairs(lexicon: Lexicon) -> Iterator[PhrasePair]:
    """The pairs of a lexicon without pieces and without coordinations, in its order."""
    kept = [pair for pair in lexicon.pairs if not is_coordination(pair, lexicon)]
    by_unit: dict[int, list[tuple[PhrasePair, Words, Words]]] = defaultdict(list)
    for pair in kept:
        for place in pair.places:
            by_unit[place.unit].append((pair, place.source, place.target))
    for pair in kept:
        if not _is_piece(pair, by_unit):
            yield pair


def _is_piece(pair: PhrasePair, by_unit: dict[int, list[tuple[PhrasePair, Words, Words]]]) -> bool:
    """Whether a longer pair takes in nearly every place of this one."""
    place = pair.places[0]
    for other, source, target in by_unit[place.unit]:
        if (
            other is not pair
            and other.count >= _SHARE * pair.count
            and other.source_count >= _SHARE * pair.source_count
            and other.sureness >= _SURE * pair.sureness
            and (other.is_name or not pair.is_name)
            and _holds(source, place.source)
            and _holds(target, place.target)
            and sum(other.words) > sum(pair.words)
        ):
            return True
    return False


def _holds(outer: Words, inner: Words) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def is_coordination(pair: PhrasePair, lexicon: Lexicon) -> bool:
    """Whether one side is two names with *and* between them, each with a head noun.

    *Vietnam News Agency and Xinhua News Agency*, but not *Ministry of Industry and Trade*.
    """
    place = pair.places[0]
    sides = ((lexicon.source, place.source), (lexicon.target, place.target))
    return any(_joins_two(side, place.unit, words) for side, words in sides)


def _joins_two(side: Side, unit: int, words: Words) -> bool:
    joint = _JOINTS.get(side.lang.split("-")[0].lower())
    keys = side.keys(unit, *words)
    if joint not in keys:
        return False
    at = keys.index(joint)
    heads = head_types(side.lang).keys()
    return _has_head(keys[:at], heads) and _has_head(keys[at + 1 :], heads)


def _has_head(words: tuple[str, ...], heads: Set[str]) -> bool:
    """A head noun, or a Chinese word that ends in one of several characters."""
    return any(
        word in heads or any(len(head) > 1 and word.endswith(head) for head in heads)
        for word in words
    )
