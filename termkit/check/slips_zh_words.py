"""Chinese slips of a whole word: another word in its place, the word missing, two swapped.

A name that is long enough is the only one of its shape. A wrong word in it shares a character
with the right one, as 合作 and 协作 do: then somebody remembered what it means.
"""

from __future__ import annotations

from termkit.check.phrases import is_initiative
from termkit.check.slip import Slip, SlipKind
from termkit.check.slips_zh import is_enclosed, is_free, is_zh_word
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span

_NAMED = (ConceptType.TREATY, ConceptType.EVENT, ConceptType.ORGANISATION)
_FORMULAS = (ConceptType.SET_PHRASE, ConceptType.SLOGAN)
_NAME = 6  # characters of a name that no other name differs from in one
# Characters of a name that is recognised though a word is missing: a congress of the whole
# nation (全国代表大会) is not that of its people.
_LONG = {ConceptType.TREATY: 8, ConceptType.ORGANISATION: 10}
_NEVER = 100
_FORMULA = 5  # characters of a formula in quotation marks


def is_other_word(slip: Slip, known: tuple[str, ...], text: str, concept: Concept) -> bool:
    """Whether another word stands for one of the name's, or one is missing or out of place.

    Args:
        slip: The difference: of one character, of two that are missing or of four swapped.
        known: Characters of the designation.
        text: Where it stands.
        concept: Of the designation.
    """
    if slip.kind is SlipKind.SWAPPED:
        return len(known) >= _NAME
    if slip.kind is SlipKind.MISSING:
        inside = 0 < slip.index < len(known) - len(slip.known)
        is_word = len(slip.known) > 1 and is_zh_word(slip.known)
        return inside and is_word and len(known) >= _LONG.get(concept.type, _NEVER)
    if slip.kind is not SlipKind.WRONG or is_free(slip.written, slip.known):
        return False
    start = slip.span.start - slip.index
    whole = Span(start, start + len(known))
    if concept.type in _FORMULAS and len(known) >= _FORMULA and is_enclosed(text, whole):
        return True
    if not (concept.type in _NAMED or is_initiative(concept)) or len(known) < _NAME:
        return False
    return _takes_a_words_place(slip, known, text)


def _takes_a_words_place(slip: Slip, known: tuple[str, ...], text: str) -> bool:
    """Whether a word of two characters stands where another with one of them belongs."""
    right = "".join(known)
    for first in (slip.index - 1, slip.index):
        if not 0 <= first < len(known) - 1:
            continue
        at = slip.span.start - slip.index + first
        if is_zh_word(right[first : first + 2]) and is_zh_word(text[at : at + 2]):
            return True
    return False
