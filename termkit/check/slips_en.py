"""English slips: a mistyped word, or a function word that is wrong, missing or too many."""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.check.phrase_index import Phrase
from termkit.check.phrases import named_in, word_key
from termkit.check.slip import PREPOSITIONS, Slip, SlipKind
from termkit.check.view import TextView
from termkit.lang.en.inflect import make_singular
from termkit.lang.en.misspelling import is_english_word, is_possible_word
from termkit.model.concept import (
    Concept,
    ConceptType,
    DesignationKind,
)
from termkit.text.fold import fold
from termkit.text.near import edits, one_edit_apart

_ARTICLES = frozenset(("a", "an"))
# Wording that a treaty or formula fixes; an office or event is described in many ways.
_FIXED = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY, ConceptType.TERM)
NUMBERED = (ConceptType.TREATY, ConceptType.ORGANISATION)
"""What has a name with a fixed number in it: *Convention on the Law of the Sea*."""
_LETTERS = 5  # a shorter word one letter away is usually another word: sea, see
_MANY = 5  # words of a formula whose articles are fixed, too
_LONG = 7  # in a phrase of three words only a long word is recognisable
# Two words of one sound, the first of which is in no body's name.
_CONFUSED = frozenset((("counsel", "council"), ("principals", "principles")))
# And in no fixed expression, whatever its capitals: foreign aide.
_MISHEARD = frozenset((("aide", "aid"), ("aides", "aid"), ("piece", "peace"), ("rein", "reign")))
_COUNTED = re.compile(r"\b(?:an?|every|each|his|her|[’']s) (?:[\w-]+ )?$", re.IGNORECASE)
_NUMBER_WORDS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
    | {"tenth", "eleventh", "twelfth", "three", "four", "five", "seven", "eight", "nine"}
)


def is_somebody(slip: Slip, text: str) -> bool:
    """Whether a word is counted, which the known one never is: *a foreign aide*."""
    return slip.written.lower() == "aide" and _COUNTED.search(text[: slip.span.start]) is not None


@lru_cache(maxsize=1 << 16)
def may_be_mistyped(written: str, known: str) -> bool:
    """Whether a word is near enough to another to be a slip for it in any phrase: a quick look.

    >>> may_be_mistyped("stategic", "strategic"), may_be_mistyped("economic", "strategic")
    (True, False)
    """
    (first, one), (second, other) = _plain(written), _plain(known)
    if edits(first, second, most=2) <= 2:
        return first != second
    return one_edit_apart(one, other)


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> tuple[str, str]:
    """A word folded and without hyphens, and its singular."""
    plain = fold(word.replace("-", ""))
    return plain, make_singular(plain) or plain


def is_mistyped(slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether a word is one letter away from the known one, and neither grammar nor spelling.

    >>> from termkit.model.span import Span
    >>> phrase = ("comprehensive", "strategic", "cooperative", "partnership")
    >>> is_mistyped(Slip(SlipKind.WRONG, Span(0, 8), "stategic", "strategic", 1), phrase)
    True
    >>> is_mistyped(Slip(SlipKind.WRONG, Span(0, 8), "partnerships", "partnership", 3), phrase)
    False
    """
    if not may_be_mistyped(slip.written, slip.known):
        return False
    # A hyphen is a house's choice, what is around it is not: Co-existance.
    first, second = (fold(word.replace("-", "")) for word in (slip.written, slip.known))
    if first == second:
        return False
    if first + "ly" == second and len(known) > 3:
        return True  # manage and proper resolve differences
    if (first, second) in _MISHEARD or ((first, second) in _CONFUSED and slip.written.istitle()):
        return True
    if is_no_word(first) and _is_garbled(first, second):
        return True
    if min(len(first), len(second)) < _LETTERS - 1 or len(second) < _LETTERS:
        return False
    if len(known) < 4 and len(second) < _LONG:
        return False
    if len(known) < 3:
        if len(second) <= _LONG or first[0] != second[0]:
            return False  # emerging fields, merging fields
        if slip.written.islower() and is_english_word(first):
            return False  # terrorism attacks
    if not (first.isalpha() and second.isalpha()) or {first, second} & _NUMBER_WORDS:
        return False
    if is_one_word(first, second):
        return False
    bare = [make_singular(word) or word for word in (first, second)]
    if not (one_edit_apart(first, second) or one_edit_apart(*bare)):
        return False
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(known) < 4 and longer == shorter + "n" and shorter.endswith("a"):
        return False  # Asia, Asian
    # A verb at the head of a phrase is conjugated: coordinate(d) development and security.
    return not (slip.index == 0 and longer == shorter + "d")


def is_no_word(word: str) -> bool:
    """Whether a word in lower case is in no list, nor made of words."""
    return word.isascii() and word.isalpha() and not is_possible_word(word)


def _is_garbled(written: str, known: str) -> bool:
    """Whether what is no word can only be the known one: *trsut*, *iniative*."""
    if min(len(written), len(known)) < _LETTERS or written[0] != known[0]:
        return False
    return one_edit_apart(written, known) or (
        len(known) >= _LONG and edits(written, known, most=2) <= 2
    )


def is_wrong_number(slip: Slip, known: tuple[str, ...], concept: Concept) -> bool:
    """Whether a name has a plural for a singular, or the reverse, behind a preposition or, in a
    well-known name, anywhere within it: *United Nation Children's Fund*.

    The head itself may be one of several: *Ministries of Foreign Affairs*.
    """
    if concept.type not in NUMBERED:
        return False
    well_known = not concept.id and 0 < slip.index < len(known) - 1
    if not well_known and not {word.lower() for word in known[: slip.index]} & PREPOSITIONS:
        return False
    first, second = slip.written.lower(), slip.known.lower()
    return make_singular(first) == second or make_singular(second) == first


def is_one_word(first: str, second: str) -> bool:
    """Whether two spellings are one word in another house: adviser, advisor; -ise, -ize."""
    if word_key(first, "en") == word_key(second, "en"):
        return True
    for one, other in (("s", "z"), ("ou", "o"), ("ll", "l"), ("ae", "e"), ("dgement", "dgment")):
        if first.replace(one, other) == second.replace(one, other):
            return True
    return first[:-2] == second[:-2] and {first[-2:], second[-2:]} <= {"er", "or", "re"}


def is_wrong_function_word(
    slip: Slip, written: tuple[str, ...], phrase: Phrase, view: TextView
) -> bool:
    """Whether a preposition, article or *and* is a slip where it stands or is missing."""
    known, concept = phrase.words, phrase.concept
    fixed = concept.type in _FIXED
    one, other = slip.written.lower(), slip.known.lower()
    lost = slip.kind is SlipKind.MISSING and other in PREPOSITIONS
    if concept.type is ConceptType.TREATY and written[0].islower() and not lost:
        return False  # a code of conduct for the South China Sea: no treaty's name
    if slip.kind is SlipKind.WRONG:
        if concept.type is ConceptType.ORGANISATION:
            return _wrong_of(slip, written, known)
        if one == "the" and other in _ARTICLES:
            # In a formula of many words the article is not free: with the shared future that …
            return concept.type is ConceptType.SET_PHRASE and len(known) > _MANY
        expected = other in {*PREPOSITIONS, "and"}
        return fixed and one in PREPOSITIONS and expected and not _allows(concept, slip, known)
    if slip.kind is SlipKind.EXTRA:
        # Two prepositions in a row, or one twice; else prose may have put it in:
        # freedom of navigation in and overflight above the sea.
        beside = {known[slip.index - 1].lower(), known[slip.index].lower()}
        return fixed and one in PREPOSITIONS and bool(beside & PREPOSITIONS)
    if slip.span.slice(view.text).strip():
        return False  # a comma or bracket stands for the word
    if other in _ARTICLES:
        return not _is_plural(written[slip.index :], known[slip.index + 1 :])
    if other == "the":
        proper = phrase.designation.kind is DesignationKind.PROPER_NAME
        whole = concept.type is ConceptType.SET_PHRASE and len(known) > _MANY
        return concept.type is ConceptType.TREATY or (fixed and proper) or whole
    named = fixed or concept.type is ConceptType.ORGANISATION
    return named and other in {*PREPOSITIONS, "and"}


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
        if designation.is_approved
    )


def _is_plural(written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether the text goes on in the plural where the designation does not: no article then."""
    return any(
        one.lower() != other.lower() and one.lower().startswith(other.lower())
        for one, other in zip(written, known, strict=False)
    )
