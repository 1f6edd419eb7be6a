"""What counts as one slip in a phrase, language by language.

The answer is no whenever the text may have been meant: a plural, a past tense, another
article, a number, a word that another phrase really has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from termkit.check.phrases import named_in, word_key
from termkit.check.view import TextView
from termkit.lang.en.inflect import make_singular
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import parse_syllable
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
)
from termkit.model.span import Span
from termkit.text.fold import fold
from termkit.text.near import one_edit_apart


class SlipKind(StrEnum):
    """What happened to the word."""

    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"
    SWAPPED = "swapped"  # with the one behind it; Chinese characters alone


@dataclass(frozen=True, slots=True)
class Slip:
    """One word that is not as in the designation.

    Attributes:
        kind: What happened to it.
        span: Of the written word; of the gap where a word is missing.
        written: Empty when it is missing.
        known: Empty when it is too many.
        index: Of the word in the phrase.
    """

    kind: SlipKind
    span: Span
    written: str
    known: str
    index: int

    @property
    def is_typo(self) -> bool:
        """Whether the word itself is mistyped, and not another or none in its place."""
        if self.kind is SlipKind.SWAPPED:
            return True
        return self.kind is SlipKind.WRONG and self.written.lower() not in _PREPOSITIONS


_ARTICLES = frozenset(("a", "an"))
_PREPOSITIONS = frozenset(
    ("of", "on", "in", "for", "with", "to", "at", "by", "from", "between", "among")
)
# Wording that a treaty or formula fixes; an office or event is described in many ways.
_FIXED = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY, ConceptType.TERM)
_LETTERS = 5  # a shorter English word one letter away is usually another word: sea, see
_LONG = 7  # in a phrase of three words only a long word is recognisable
_NUMBER = re.compile(r"\d|^[ivxlc]+$", re.IGNORECASE)
_NUMBER_WORDS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
    | {"tenth", "eleventh", "twelfth", "three", "four", "five", "seven", "eight", "nine"}
)
# Numbers; and Jordan's short name, which sounds like Vietnam's: 驻约使馆.
_HAN_FREE = frozenset("〇零一二三四五六七八九十百千万亿两第约")


def judge_slip(
    slip: Slip,
    written: tuple[str, ...],
    known: tuple[str, ...],
    concept: Concept,
    designation: Designation,
    view: TextView,
) -> bool:
    """Whether a difference of one word is a slip.

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
        return _chinese(slip, known, concept)
    if _NUMBER.search(slip.written) or _NUMBER.search(slip.known):
        return False
    if language == "vi":
        return slip.kind is SlipKind.WRONG and _vietnamese(slip, known, view)
    if slip.kind is SlipKind.WRONG and _english_typo(slip, known):
        return True
    if view.is_heading or len(known) < 4:
        return False
    return _function_word(slip, written, known, concept, designation, view)


def _english_typo(slip: Slip, known: tuple[str, ...]) -> bool:
    first, second = fold(slip.written), fold(slip.known)
    if min(len(first), len(second)) < _LETTERS - 1 or len(second) < _LETTERS:
        return False
    if len(known) < 4 and len(second) < _LONG:
        return False
    if len(known) < 3 and (len(second) <= _LONG or first[0] != second[0]):
        return False  # emerging fields, merging fields
    if not (first.isalpha() and second.isalpha()) or {first, second} & _NUMBER_WORDS:
        return False
    if _is_one_word(first, second):
        return False
    bare = [make_singular(word) or word for word in (first, second)]
    if not (one_edit_apart(first, second) or one_edit_apart(*bare)):
        return False
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(known) < 4 and longer == shorter + "n" and shorter.endswith("a"):
        return False  # Asia, Asian
    # A verb at the head of a phrase is conjugated: coordinate(d) development and security.
    return not (slip.index == 0 and longer == shorter + "d")


def _is_one_word(first: str, second: str) -> bool:
    """Whether two spellings are one word in another house: adviser, advisor; -ise, -ize."""
    if word_key(first, "en") == word_key(second, "en"):
        return True
    for one, other in (("s", "z"), ("ou", "o"), ("ll", "l"), ("ae", "e"), ("dgement", "dgment")):
        if first.replace(one, other) == second.replace(one, other):
            return True
    return first[:-2] == second[:-2] and {first[-2:], second[-2:]} <= {"er", "or", "re"}


def _function_word(
    slip: Slip,
    written: tuple[str, ...],
    known: tuple[str, ...],
    concept: Concept,
    designation: Designation,
    view: TextView,
) -> bool:
    if concept.type is ConceptType.TREATY and written[0].islower():
        return False  # a code of conduct for the South China Sea: no treaty's name
    fixed = concept.type in _FIXED
    one, other = slip.written.lower(), slip.known.lower()
    if slip.kind is SlipKind.WRONG:
        if concept.type is ConceptType.ORGANISATION:
            return _wrong_of(slip, written, known)
        expected = other in {*_PREPOSITIONS, "and"}
        return fixed and one in _PREPOSITIONS and expected and not _allows(concept, slip, known)
    if slip.kind is SlipKind.EXTRA:
        # Two prepositions in a row, or one twice; else prose may have put it in:
        # freedom of navigation in and overflight above the sea.
        beside = {known[slip.index - 1].lower(), known[slip.index].lower()}
        return fixed and one in _PREPOSITIONS and bool(beside & _PREPOSITIONS)
    if slip.span.slice(view.text).strip():
        return False  # a comma or bracket stands for the word
    if other in _ARTICLES:
        return not _is_plural(written[slip.index :], known[slip.index + 1 :])
    if other == "the":
        proper = designation.kind is DesignationKind.PROPER_NAME
        whole = concept.type is ConceptType.SET_PHRASE and len(known) > 5
        return concept.type is ConceptType.TREATY or (fixed and proper) or whole
    named = fixed or concept.type is ConceptType.ORGANISATION
    return named and other in {*_PREPOSITIONS, "and"}


def _wrong_of(slip: Slip, written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a body's name has a preposition for *of* that no house would put there.

    *Ministry on Foreign Affairs*; but *Minister for*, *Commission on* and *the Communist Party in
    China* are written, so only *of* and only before other words than places is judged.
    """
    if slip.known != "of" or slip.written not in ("on", "at", "by", "with", "from"):
        return False
    capitals = all(
        one[:1].isupper() == other[:1].isupper() for one, other in zip(written, known, strict=True)
    )
    return capitals and len(known) > slip.index + 1 and " " not in known[slip.index + 1]


def _allows(concept: Concept, slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether another designation has the written word at that place: a shared future *of*
    humanity beside a shared future *for* mankind."""
    start = " ".join((*known[: slip.index], slip.written)).lower() + " "
    return any(
        designation.text.lower().startswith(start)
        for designation in named_in(concept, "en")
        if designation.status in (AdminStatus.PREFERRED, AdminStatus.ADMITTED)
    )


def _is_plural(written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the text goes on in the plural where the designation does not: no article then."""
    return any(
        one.lower() != other.lower() and one.lower().startswith(other.lower())
        for one, other in zip(written, known, strict=False)
    )


def _vietnamese(slip: Slip, known: tuple[str, ...], view: TextView) -> bool:
    first, second = word_key(slip.written, "vi"), word_key(slip.known, "vi")
    if not (slip.written.isalpha() and slip.known.isalpha()):
        return False
    if min(len(first), len(second)) < 2 and len(known) < 6:
        return False
    one, other = (fold(word).replace("y", "i").replace("k", "c") for word in (first, second))
    if one == other and fold(first) != fold(second):
        return False  # kỹ and kĩ, Mê Công and Mê Kông: both are written
    same_letters = fold(first) == fold(second)
    if parse_syllable(first) is None:
        # No Vietnamese word at all: chât, nghê with another mark.
        return same_letters or (len(known) >= 4 and one_edit_apart(fold(first), fold(second)))
    if len(known) < 4:
        return False
    # At an edge the syllable may begin or end another word: vấn đề trên biên giới.
    if slip.index == 0 and _is_compound(view.text, slip.span, before=True):
        return False
    if slip.index == len(known) - 1:
        # A capital begins a name: lãnh đạo cấp cao Nhật Bản is no "cấp cao nhất".
        named = slip.written[:1].isupper() and slip.known[:1].islower()
        if named or _is_compound(view.text, slip.span, before=False):
            return False
    return same_letters or (len(known) >= 5 and one_edit_apart(fold(first), fold(second)))


def _is_compound(text: str, syllable: Span, *, before: bool) -> bool:
    """Whether a syllable makes a word with its neighbour outside the phrase."""
    if before:
        neighbour = re.search(r"(\w+) $", text[max(0, syllable.start - 12) : syllable.start])
        word = f"{neighbour[1]} {syllable.slice(text)}" if neighbour else ""
    else:
        neighbour = re.match(r" (\w+)", text[syllable.end : syllable.end + 12])
        word = f"{syllable.slice(text)} {neighbour[1]}" if neighbour else ""
    return word.lower() in load_words("vi", "compounds")


def _chinese(slip: Slip, known: tuple[str, ...], concept: Concept) -> bool:
    if {*slip.written, *slip.known} & _HAN_FREE or not _is_simplified(slip.written):
        return False
    if slip.kind is SlipKind.SWAPPED:
        return True
    if slip.kind is SlipKind.WRONG:
        # Written by sound, as most slips at a keyboard are. Any other character may make
        # another thing: 全面战略协作伙伴关系 is not 全面战略合作伙伴关系.
        return sound_alike(slip.written, slip.known)
    if slip.kind is SlipKind.MISSING:
        edge = slip.index in (0, len(known) - 1)
        fixed = concept.type in (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY)
        return fixed and len(known) >= 6 and not edge and slip.known not in "的和与之"
    return slip.written in (known[slip.index - 1], known[slip.index])


def _is_simplified(text: str) -> bool:
    """Whether a text can be simplified Chinese: 議 is 议 in the other script, and no slip.

    >>> _is_simplified("题"), _is_simplified("議")
    (True, False)
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
