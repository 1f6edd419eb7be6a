"""Vietnamese slips of a whole word: *Sáng kiến Phát hành toàn cầu* for *Phát triển*.

A name that is long enough is the only one of its shape, and a formula is said in one way. A
wrong word in it shares a syllable with the right one: then somebody remembered what it means.
"""

from __future__ import annotations

from termkit.check.phrases import is_initiative, word_key
from termkit.check.slip import Slip, SlipKind
from termkit.lang.tables import load_rows, load_words
from termkit.model.concept import Concept, ConceptType

_NAMED = (ConceptType.TREATY, ConceptType.EVENT, ConceptType.ORGANISATION)
_FORMULAS = (ConceptType.SET_PHRASE, ConceptType.SLOGAN)
OTHER_WORD = 6
"""Syllables of a name or formula that none differs from in one."""


def is_other_word(
    slip: Slip, written: tuple[str, ...], known: tuple[str, ...], concept: Concept
) -> bool:
    """Whether another word stands for one of the phrase's, or a formula has a syllable too many.

    Args:
        slip: The difference: of one syllable.
        written: Syllables of the text.
        known: Syllables of the designation.
        concept: Of the designation.
    """
    formula = concept.type in _FORMULAS
    if len(known) < OTHER_WORD or not (formula or concept.type in _NAMED or is_initiative(concept)):
        return False
    if slip.kind is SlipKind.EXTRA:
        return formula and bool(_words_at(written, slip.index))
    if slip.kind is not SlipKind.WRONG or slip.index == len(known) - 1:
        return False
    if _are_twins(" ".join(written).lower(), " ".join(known).lower()):
        return False
    return bool(_words_at(written, slip.index) & _words_at(known, slip.index))


def _are_twins(written: str, known: str) -> bool:
    """Whether two phrases differ in names of one weight: *Liên hợp quốc*, *Liên hiệp quốc*."""
    rows = (tuple(map(str.lower, row)) for row in load_rows("vi", "twin_words"))
    return any(written.replace(one, two) == known.replace(one, two) for one, two in rows)


def _words_at(syllables: tuple[str, ...], at: int) -> set[int]:
    """Where a word of two syllables begins that one syllable belongs to."""
    return {
        start
        for start in (at - 1, at)
        if 0 <= start < len(syllables) - 1
        and " ".join(word_key(part, "vi") for part in syllables[start : start + 2])
        in load_words("vi", "compounds")
    }
