"""English slips that are words: another form of the right one, a word that looks like it, or two
in the wrong order.

*Shanghai Cooperations Organisation* and *deeper practice cooperation* have no word that a
speller would stop at. In a name whose words all have capitals, and inside a formula, no other
form of a word is meant; elsewhere a text may have inflected what it says in its own words.
"""

from __future__ import annotations

from functools import lru_cache

from termkit.check.capitals import weighty_capitals
from termkit.check.slip import PREPOSITIONS, Judgement, Slip, SlipKind
from termkit.check.slips_en import is_one_word
from termkit.lang.en.inflect import make_singular
from termkit.lang.en.misspelling import is_english_word
from termkit.model.concept import Concept, ConceptType
from termkit.text.near import edits, one_edit_apart

_STEM = 4  # letters that the forms of a word have in common at least
_LEAST = 3  # words of a phrase in which another form is recognisable
_SURE = 4  # words of a name in which two swapped ones are no other name
_CONTENT = 4  # letters; shorter words come and go
_PREFIXED = 7  # letters of a word that has a meaning of its own without its prefix
_LOOKALIKE = 9  # letters of a word that two slips make no third one of
_FORMULAS = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TREATY)
_FIXED = (*_FORMULAS, ConceptType.TERM)
_BOTH_EXIST = {"minister", "ministry"}  # of one name: of Foreign Affairs
# Endings that make a word of another class: industr-y and -ial, strateg-ic, cooperat-ion and -ive.
_ENDINGS = frozenset(
    ("", "e", "y", "ic", "ics", "ical", "al", "ial", "ian", "an", "ese", "ion", "ation", "ive",
     "ative", "ism", "ist", "ity", "ment", "ance", "ence", "ant", "ent", "ary", "cy", "tic",
     "ly", "ship", "ful", "ous", "er", "or", "ure")
)  # fmt: skip


def judge_form(
    slip: Slip, written: tuple[str, ...], known: tuple[str, ...], concept: Concept
) -> Judgement:
    """What another form of a word, or two words in the wrong order, are taken for.

    Args:
        slip: The difference.
        written: Words of the text.
        known: Words of the designation.
        concept: Of the designation.
    """
    if len(known) < _LEAST:
        return Judgement.MEANT
    is_name = _is_name(known) and _is_name(written)
    if slip.kind is SlipKind.SWAPPED:
        return _judge_order(slip, known, is_name)
    if slip.kind is not SlipKind.WRONG:
        return Judgement.MEANT
    one, other = slip.written.lower(), slip.known.lower()
    if _is_other_word(one, other, is_name, concept):
        return Judgement.SLIP
    if not _stands_inside(slip, known, is_name):
        return Judgement.MEANT
    if make_singular(one) == other or make_singular(other) == one:
        if is_name and make_singular(one) == other:
            return Judgement.SLIP
        return Judgement.DOUBTFUL if is_name or concept.type in _FORMULAS else Judgement.MEANT
    kin = share_a_stem(one, other) or (len(known) >= _SURE and _begin_alike(one, other))
    return Judgement.DOUBTFUL if kin else Judgement.MEANT


def _is_other_word(written: str, known: str, is_name: bool, concept: Concept) -> bool:
    """Whether a word can only be a slip for that of a name or formula, wherever it stands there.

    A possessive without its sign (*Supreme People Court*), a word that looks like the long
    one, and in a name any that is a letter away: *Permanent Count of Arbitration*.
    """
    if look_alike(written, known) or _lacks_prefix(written, known):
        return is_name or concept.type in _FIXED
    if not is_name:
        return False
    if known.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") in (f"{written}'s", f"{written}'"):
        return True
    if is_one_word(written, known):
        return False
    return (
        min(len(written), len(known)) >= _CONTENT
        and (written + known).isalpha()
        and written[:1] == known[:1]
        and {written, known} != _BOTH_EXIST
        and one_edit_apart(written, known)
        and make_singular(written) != known
        and make_singular(known) != written
    )


def _lacks_prefix(written: str, known: str) -> bool:
    """Whether the beginning of a long word is lost: *Forum on Trade and Operation*."""
    return len(written) >= _PREFIXED and known in (
        prefix + written for prefix in ("co", "dis", "non", "de", "re", "un")
    )


@lru_cache(maxsize=1 << 12)
def look_alike(written: str, known: str) -> bool:
    """Whether two long words are two letters apart, begin and end alike, and are no kin.

    >>> look_alike("corporation", "cooperation"), look_alike("cooperative", "cooperation")
    (True, False)
    >>> look_alike("commissioner", "commission"), look_alike("organisation", "organization")
    (False, False)
    """
    one, other = written.casefold(), known.casefold()
    if min(len(one), len(other)) < _LOOKALIKE or one[:2] != other[:2] or one[-3:] != other[-3:]:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    return edits(one, other, most=2) == 2 and not is_one_word(one, other)


def may_be_another_form(written: str, known: str) -> bool:
    """Whether two words begin alike: a quick look.

    >>> may_be_another_form("Industry", "industrial"), may_be_another_form("Trade", "industrial")
    (True, False)
    """
    return written[:2].casefold() == known[:2].casefold()


@lru_cache(maxsize=1 << 14)
def may_be_shorter(written: str, known: str) -> bool:
    """Whether a word is another number of the right one, or its end: a quick look.

    >>> may_be_shorter("mice", "mouse"), may_be_shorter("Operation", "Cooperation")
    (True, True)
    >>> may_be_shorter("Bank", "Fund")
    False
    """
    one, other = written.lower(), known.lower()
    return other.endswith(one) or make_singular(one) == other or make_singular(other) == one


def share_a_stem(first: str, second: str) -> bool:
    """Whether two words are of one family and of different classes.

    >>> share_a_stem("industry", "industrial"), share_a_stem("cooperation", "corporation")
    (True, False)
    """
    # Where the ending begins both may have the same letter: arbitrat-ion, arbitrat-or.
    cuts = range(_STEM, min(len(first), len(second)) + 1)
    return (
        any(first[:at] == second[:at] and {first[at:], second[at:]} <= _ENDINGS for at in cuts)
        and is_english_word(first)
        and is_english_word(second)
    )


def _begin_alike(first: str, second: str) -> bool:
    """Whether two words have most of their letters in common: *commerce*, *commercialised*."""
    least = min(len(first), len(second))
    most = least - 3
    alike = least >= _PREFIXED and first[:most] == second[:most]
    return alike and is_english_word(first) and is_english_word(second)


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether every weighty word has a capital."""
    capitals = weighty_capitals(word for word in words if word.lower() not in PREPOSITIONS)
    return len(capitals) > 1 and all(capitals)


def _stands_inside(slip: Slip, known: tuple[str, ...], is_name: bool) -> bool:
    """Whether the word modifies another: what is last, or has a preposition behind it, is a
    head and may be one of several; the first of a formula may be conjugated."""
    if slip.index == len(known) - 1 or known[slip.index + 1].lower() in PREPOSITIONS:
        return False
    if min(len(slip.written), len(slip.known)) < _CONTENT or not slip.written.isalpha():
        return False
    if slip.index == 0:  # a verb in front
        return is_name
    return True


def _judge_order(slip: Slip, known: tuple[str, ...], is_name: bool) -> Judgement:
    pair = known[slip.index : slip.index + 2]
    if any(len(word) < _CONTENT or not word.isalpha() for word in pair):
        return Judgement.MEANT
    if is_name and len(known) >= _SURE:
        return Judgement.SLIP
    behind_head = slip.index + 2 == len(known)  # smart gate border: no order of adjectives
    return Judgement.DOUBTFUL if is_name or behind_head else Judgement.MEANT
