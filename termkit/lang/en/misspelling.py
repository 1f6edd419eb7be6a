"""English words that are in no list and one slip away from a common one: *recieve*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.lang.en.spelling import find_spelling
from termkit.lang.tables import load_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST = 6  # letters; a shorter word is one slip away from too many
_PREFIX = re.compile(
    "(?:un|re|non|over|under|out|inter|pre|post|anti|multi|micro|mini|super|sub|dis|mis|co|trans|"
    "counter|cyber|tele|eco|bio|geo|agro|aero|hydro|photo|electro|psycho|socio|neo|para|semi)"
)
_SUFFIX = re.compile(
    "(?:s|es|d|ed|r|er|ers|or|ors|ing|ings|ly|y|ness|less|able|ible|ish|ist|ists|ism|ize|ise|"
    "ized|ised|izing|ising|ization|isation|like|wise|ward|wards|ship|hood|men|man|al|ally|n|ns)$"
)


@lru_cache(maxsize=1 << 14)
def find_misspelling(word: str) -> str | None:
    """The common word that an unknown one is a slip for; ``None`` when it may be a word.

    A word is known when a list has it, when it is made of known parts, or when another
    spelling of it is known. Only words of six letters and more are judged.

    >>> [find_misspelling(word) for word in ("goverment", "coopreation", "foriegn", "officals")]
    ['government', 'cooperation', 'foreign', 'officials']
    >>> [find_misspelling(w) for w in ("hardline", "undocked", "focussed", "renminbi")]
    [None, None, None, None]
    >>> find_misspelling("yorker") is None, find_misspelling("ocoperation")
    (True, 'cooperation')
    """
    if len(word) < _LEAST or not (word.isascii() and word.isalpha() and word.islower()):
        return None
    if is_possible_word(word):
        return None
    return next(
        (near for near in _one_slip(word) if near in _common() and _begins_alike(word, near)), None
    )


def _begins_alike(word: str, near: str) -> bool:
    """Whether the first letter is the same, or one of the first two that changed places.

    Slips in the first letter are rare (Pollock and Zamora 1983), rare words are not: *yorker*,
    in cricket, is no *porker*.
    """
    return word[0] == near[0] or (word[:2] == near[1::-1] and word[2:] == near[2:])


def is_possible_word(word: str) -> bool:
    """Whether a word in lower case is in a list, or made of such words.

    >>> is_possible_word("hardline"), is_possible_word("iniative")
    (True, False)
    """
    return is_english_word(word) or _is_made_of_words(word)


def is_english_word(word: str) -> bool:
    """Whether a word in lower case is in any list, whatever its spelling.

    >>> [is_english_word(word) for word in ("neighbourhood", "communique", "trsut")]
    [True, True, False]
    """
    if _is_listed(word) or (word.endswith("s") and _is_listed(word[:-1])):
        return True
    if word in load_words("en", "unaccented_words"):
        return True  # attache: the lists have attaché
    return find_spelling(word) is not None


def _is_listed(word: str) -> bool:
    return word in _common() or word in load_words("en", "rarer_words")


def _is_made_of_words(word: str) -> bool:
    """*hardline*, *undocked*, *rostering*, *travelled*: no list has all of them."""
    prefix = _PREFIX.match(word)
    if prefix is not None and _is_stem(word[prefix.end() :]):
        return True
    for size in range(1, min(8, len(word) - 2)):
        stem = word[:-size]
        if not _SUFFIX.fullmatch(word[-size:]):
            continue
        if _is_stem(stem) or _is_stem(stem + "e") or _is_stem(re.sub("i$", "y", stem)):
            return True
        if stem[-1] == stem[-2:-1] and _is_stem(stem[:-1]):
            return True
    return any(_is_stem(word[:cut]) and _is_stem(word[cut:]) for cut in range(3, len(word) - 2))


def _is_stem(word: str) -> bool:
    return len(word) > 2 and is_english_word(word)


def _one_slip(word: str) -> Iterator[str]:
    """What the word may have been, the likeliest slips first: swapped, doubled, lost, wrong."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
    for at in range(len(word)):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]


def _common() -> frozenset[str]:
    return load_words("en", "common_words")
