"""What counts as one slip in a phrase, language by language.

The answer is no whenever the text may have been meant: a plural, a past tense, another
article, a number, a word that another phrase really has.
"""

from __future__ import annotations

import re

from termkit.check.phrase_index import Phrase
from termkit.check.slip import Judgement, Slip, SlipKind
from termkit.check.slips_en import (
    is_mistyped,
    is_somebody,
    is_wrong_function_word,
    is_wrong_number,
)
from termkit.check.slips_en_forms import judge_form
from termkit.check.slips_vi import are_swapped, is_lost_syllable, is_wrong_syllable
from termkit.check.slips_vi_words import is_other_word as is_other_word_vi
from termkit.check.slips_zh import is_wrong_character
from termkit.check.slips_zh_words import is_other_word as is_other_word_zh
from termkit.check.view import TextView
from termkit.model.concept import ConceptType
from termkit.text.near import one_edit_apart

_SPLIT = 7  # letters; two short words side by side are two words
_FORMULAS = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY)
_NUMBER = re.compile(r"\d|^[IVXLC]+$")
LONG_ENOUGH = 4
"""Words of a phrase in which a function word can be wrong."""


def is_split(written: str, known: str) -> bool:
    """Whether two words closed up are a known one, or a letter away: *Co-existance*."""
    if written == known:
        return True
    is_long = len(known) >= _SPLIT and abs(len(written) - len(known)) < 2
    return is_long and one_edit_apart(written, known)


def judge_slip(slip: Slip, written: tuple[str, ...], phrase: Phrase, view: TextView) -> Judgement:
    """What a difference of one word is taken for.

    Args:
        slip: The difference.
        written: Words of the text, the slip's included.
        phrase: What the text is held against.
        view: The text: headlines leave out articles and prepositions.
    """
    language = view.lang.split("-")[0].lower()
    known, concept = phrase.words, phrase.concept
    if language == "zh":
        formula = concept.type in _FORMULAS
        if is_wrong_character(slip, known, view.text, is_formula=formula):
            return Judgement.SLIP
        doubtful = is_other_word_zh(slip, known, view.text, concept)
        return Judgement.DOUBTFUL if doubtful else Judgement.MEANT
    if _NUMBER.search(slip.written) or _NUMBER.search(slip.known):
        return Judgement.MEANT
    if language == "vi":
        if _is_slip_vi(slip, known, view):
            return Judgement.SLIP
        doubtful = is_other_word_vi(slip, written, known, concept)
        return Judgement.DOUBTFUL if doubtful else Judgement.MEANT
    if _is_slip_en(slip, written, phrase, view):
        return Judgement.SLIP
    return Judgement.MEANT if view.is_heading else judge_form(slip, written, known, concept)


def _is_slip_vi(slip: Slip, known: tuple[str, ...], view: TextView) -> bool:
    if slip.kind is SlipKind.MISSING:
        return is_lost_syllable(slip, known)
    if slip.kind is SlipKind.SWAPPED:
        return are_swapped(slip, known, view.text)
    return slip.kind is SlipKind.WRONG and is_wrong_syllable(slip, known, view)


def _is_slip_en(slip: Slip, written: tuple[str, ...], phrase: Phrase, view: TextView) -> bool:
    known = phrase.words
    if slip.kind is SlipKind.SWAPPED:
        return False
    if slip.kind is SlipKind.SPLIT:
        if "-" in slip.written:
            return is_mistyped(slip, known)
        whole = slip.written.replace(" ", "").lower() == slip.known.lower()
        return whole and len(slip.known) >= _SPLIT and slip.written.count(" ") == 1
    if slip.kind is SlipKind.WRONG and is_mistyped(slip, known):
        return not is_somebody(slip, view.text)
    if slip.kind is SlipKind.WRONG and is_wrong_number(slip, known, phrase.concept):
        return True
    if view.is_heading or len(known) < LONG_ENOUGH:
        return False
    return is_wrong_function_word(slip, written, phrase, view)
