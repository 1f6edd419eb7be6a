"""English number: the plural and the singular of a noun, and of a term by its head.

Rules for the regular, a table for the irregular. Source: Quirk, Greenbaum, Leech and Svartvik
(1985), A Comprehensive Grammar of the English Language, 5.73-5.103.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.lang.tables import load_rows

_WORD = re.compile(r"[A-Za-z]+")
# The noun before one of these is the head of the phrase: exchange *of* visits.
_PREPOSITION = re.compile(r"(?<=[A-Za-z]) (?:of|with|for|to|in|on|at|between|by|from|against)\b")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?:[^aeiou]|qu)y$")
# Endings that look like a plural and are none: process, crisis, consensus, apparatus, news.
_NO_PLURAL = re.compile(r"(?:ss|is|us|ics|news)$")
# Words that number does not touch: adjectives, adverbs and participles that end a term.
_FIXED = re.compile(r"(?:ese|ly|ed|ward|wards)$")


def make_plural(noun: str) -> str:
    """The plural of a singular noun, capitals kept.

    >>> [make_plural(noun) for noun in ("city", "exchange", "leaf", "mouse", "Policy", "day")]
    ['cities', 'exchanges', 'leaves', 'mice', 'Policies', 'days']
    >>> [make_plural(noun) for noun in ("analysis", "child", "veto", "MoU", "process", "series")]
    ['analyses', 'children', 'vetoes', 'MoUs', 'processes', 'series']
    """
    if _is_acronym(noun):
        return noun + "s"
    irregular = _plurals().get(noun.lower())
    if irregular is not None:
        return _like(noun, irregular)
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def make_singular(noun: str) -> str | None:
    """The singular of a plural noun, capitals kept; ``None`` when it is none.

    >>> [make_singular(noun) for noun in ("cities", "exchanges", "leaves", "mice", "Parties")]
    ['city', 'exchange', 'leaf', 'mouse', 'Party']
    >>> [make_singular(noun) for noun in ("consensus", "crisis", "crises", "processes", "movies")]
    [None, None, 'crisis', 'process', 'movie']
    """
    irregular = _singulars().get(noun.lower())
    if irregular is not None:
        return None if irregular == noun.lower() else _like(noun, irregular)
    if not noun.endswith("s"):
        return None
    if _is_acronym(noun[:-1]):
        return noun[:-1]
    if _NO_PLURAL.search(noun) or len(noun) < 4:
        return None
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1]


def make_inflections(designation: str) -> tuple[str, ...]:
    """The other number of a term: of its last word, and of the head before a preposition.

    Proper names are not nouns to be counted: do not ask for people and places.

    >>> make_inflections("high-level exchange")
    ('high-level exchanges',)
    >>> make_inflections("memorandum of understanding")[:2]
    ('memoranda of understanding', 'memorandums of understanding')
    >>> make_inflections("people-to-people exchanges"), make_inflections("mutually")
    (('people-to-people exchange',), ())
    """
    forms: list[str] = []
    for start, end in _heads(designation):
        word = designation[start:end]
        forms += [designation[:start] + form + designation[end:] for form in _other_number(word)]
    return tuple(dict.fromkeys(forms))


def _heads(designation: str) -> Iterator[tuple[int, int]]:
    """Ranges of the words that number may change, the head first."""
    preposition = _PREPOSITION.search(designation)
    ends = [len(designation)]
    if preposition is not None:
        ends.insert(0, preposition.start())
    for end in ends:
        word = re.search(r"[A-Za-z]+$", designation[:end])
        # "People's" and "3+3" have no number of their own.
        if word is not None and designation[word.start() - 1 : word.start()] not in ("'", "’"):
            yield word.span()


def _other_number(word: str) -> tuple[str, ...]:
    if len(word) < 3 and not _is_acronym(word):
        return ()
    singular = make_singular(word)
    if singular is not None:
        return (singular,)
    if _FIXED.search(word) or _singulars().get(word.lower()) == word.lower():
        return ()
    regular = word + "s"
    plural = make_plural(word)
    # memoranda and memorandums are both English.
    return (plural, regular) if word.lower().endswith("um") and plural != regular else (plural,)


def _is_acronym(word: str) -> bool:
    """Two capitals or more: FTA, MoU."""
    return sum(character.isupper() for character in word) >= 2


def _like(model: str, word: str) -> str:
    """The word with the capitals of the model: first letter or all."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word


@cache
def _plurals() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("en", "irregular_plurals")}


@cache
def _singulars() -> dict[str, str]:
    return {plural: singular for singular, plural in _plurals().items()}
