"""What counts as one slip in a phrase, language by language.

The answer is no whenever the text may have been meant: a plural, a past tense, another
article, a number, a word that another phrase really has.
"""

from __future__ import annotations

import re

from termkit.check.slip import Slip, SlipKind, Verdict
from termkit.check.slips_en import is_mistyped, is_wrong_function_word, is_wrong_number
from termkit.check.slips_en_forms import judge_form
from termkit.check.slips_vi import are_swapped, is_lost_syllable, is_wrong_syllable
from termkit.check.slips_zh import is_wrong_character
from termkit.check.slips_zh_words import is_other_word
from termkit.check.view import TextView
from termkit.model.concept import Concept, ConceptType, Designation
from termkit.text.near import one_edit_apart

_SPLIT = 7  # letters; two short words side by side are two words
_FORMULAS = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY)
_NUMBER = re.compile(r"\d|^[IVXLC]+$")
LONG_ENOUGH = 4
"""Words of a phrase in which a function word can be wrong."""


def is_split(written: str, known: str) -> bool:
    """Whether two words closed up are a known one, or a letter away: *Co-existance*."""
    return written == known or (len(known) >= _SPLIT and one_edit_apart(written, known))


def judge_slip(
    slip: Slip,
    written: tuple[str, ...],
    known: tuple[str, ...],
    concept: Concept,
    designation: Designation,
    view: TextView,
) -> Verdict:
    """What a difference of one word is taken for.

    Args:
        slip: The difference.
        written: Words of the text, the slip's included.
        known: Words of the designation.
        concept: Of the designation.
        designation: What the text is held against.
        view: The text: headlines leave out articles and prepositions.
    """
    language = view.lang.split("-")[0].lower()
    if language == "zh":
        formula = concept.type in _FORMULAS
        if is_wrong_character(slip, known, view.text, is_formula=formula):
            return Verdict.SLIP
        doubtful = is_other_word(slip, known, view.text, concept)
        return Verdict.DOUBTFUL if doubtful else Verdict.MEANT
    if _NUMBER.search(slip.written) or _NUMBER.search(slip.known):
        return Verdict.MEANT
    if language == "vi":
        return Verdict.SLIP if _is_slip_vi(slip, known, view) else Verdict.MEANT
    if _is_slip_en(slip, written, known, concept, designation, view):
        return Verdict.SLIP
    return Verdict.MEANT if view.is_heading else judge_form(slip, written, known, concept)


def _is_slip_vi(slip: Slip, known: tuple[str, ...], view: TextView) -> bool:
    if slip.kind is SlipKind.MISSING:
        return is_lost_syllable(slip, known)
    if slip.kind is SlipKind.SWAPPED:
        return are_swapped(slip, known, view.text)
    return slip.kind is SlipKind.WRONG and is_wrong_syllable(slip, known, view)


def _is_slip_en(
    slip: Slip,
    written: tuple[str, ...],
    known: tuple[str, ...],
    concept: Concept,
    designation: Designation,
    view: TextView,
) -> bool:
    if slip.kind is SlipKind.SWAPPED:
        return False
    if slip.kind is SlipKind.SPLIT:
        if "-" in slip.written:
            return is_mistyped(slip, known)
        whole = slip.written.replace(" ", "").lower() == slip.known.lower()
        return whole and len(slip.known) >= _SPLIT and slip.written.count(" ") == 1
    if slip.kind is SlipKind.WRONG and is_mistyped(slip, known):
        return True
    if slip.kind is SlipKind.WRONG and is_wrong_number(slip, known, concept):
        return True
    if view.is_heading or len(known) < LONG_ENOUGH:
        return False
    return is_wrong_function_word(slip, written, known, concept, designation, view)
