"""Names of bodies in English that lack one capital, told by their shape alone.

*The River fire Service*, *the Office for rural Roads*: among words with capitals that names of
bodies are made of, one has none. No list has the name; tables of bodies tell which words make
names at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from termkit.check.surroundings import in_address, in_quotation
from termkit.check.view import TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows, load_words
from termkit.model.span import Span

_HEADS = frozenset(
    ("academy", "agency", "association", "authority", "bureau", "centre", "center", "commission",
     "committee", "corporation", "council", "court", "federation", "forum", "foundation", "fund",
     "institute", "league", "ministry", "office", "organisation", "organization", "service",
     "society", "tribunal", "union", "university", "airport", "forces", "hospital", "museum",
     "park")
)  # fmt: skip
_FORCES = frozenset(("army", "government", "navy", "parliament"))  # of whatever country
_VERBAL = ("ed", "ing", "s")
LINKS = frozenset(("of", "for", "on", "and", "the", "to", "against"))
# Behind these another phrase may begin: the Supreme Court and lower Appeal Court.
_PARTING = frozenset(("and", "to", "on", "against"))
# Before the name of a country, but not before a thing that is called after one.
_WHERE = frozenset(
    ("across", "between", "from", "in", "into", "near", "of", "to", "towards", "via")
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A small word behind one with a capital, small links of a name between.
_BESIDE = re.compile(
    rf"\b[A-Z][\w’']* (?:(?:{'|'.join(sorted(LINKS))}) ){{0,2}}(?P<small>[a-z]{{3,}})\b"
)
_LETTERS = re.compile(r" \((?P<short>[A-Z]{3,8})\)")
_SMALL = re.compile(
    r"(?P<office>[A-Z][a-z]+ )?(?<![\w'’/@.-])(?P<small>[a-z]{4,})(?![\w/@-]|\.\w)"
    r"(?=(?P<behind> [A-Z][a-z])?)"
)
_BEFORE = re.compile(r"(?<![^\W_])([a-z]+) $")
_BEHIND = re.compile(r" ([a-z]+)")
_LONGEST = 9  # letters of the words of `_WHERE`, and the spaces around
_REACH = 10  # words of a name on each side of one
_UNIONS = ("EU", "EZ", "UN")


@dataclass(frozen=True, slots=True)
class BrokenName:
    """A name with the word that lacks its capital."""

    span: Span
    small: str


def find_broken_names(text: TextView) -> Iterator[BrokenName]:
    """Every such name of an English text, in order."""
    places = [
        match.start("small")
        for match in _BESIDE.finditer(text.text)
        if match["small"] not in LINKS and _may_name(match["small"])
    ]
    words = list(WORD.finditer(text.text)) if places else []
    for at in places:
        place = bisect_left(words, at, key=re.Match.start)
        left, right = _left(text.text, words, place), _right(text.text, words, place)
        name = words[left : right + 1]
        if _is_name(text, name, place - left):
            yield BrokenName(Span(name[0].start(), name[-1].end()), words[place][0])


def find_small_names(text: TextView, written: Container[str]) -> Iterator[BrokenName]:
    """A first name without its capital behind an office, and a country: *Minister otto Zapt*.

    A thing called after a country has a small letter (*a panama hat*, *hanging chad*).

    Args:
        text: In English.
        written: The words of the document, as they stand there.
    """
    for match in _SMALL.finditer(text.text):
        span = Span(*match.span("small"))
        name, office = match["small"].capitalize(), match["office"] or ""
        person = match["behind"] and office.strip().lower() in _titles()
        if not (
            (person and name in load_words("en", "personal_names"))
            or (name in _countries() and (name in written or _is_where(text.text, span)))
        ):
            continue
        set_apart = in_address(text.text, span) or in_quotation(text.text, span)
        if not is_ordinary_word(match["small"]) and not set_apart:
            yield BrokenName(span, match["small"])


def _is_where(text: str, span: Span) -> bool:
    """Whether a place is meant: behind *in* or *from*, and before no thing."""
    before = _BEFORE.search(text, max(0, span.start - _LONGEST - 1), span.start)
    behind = _BEHIND.match(text, span.end)
    return (
        before is not None
        and before[1] in _WHERE
        and (behind is None or is_function_word(behind[1]))
    )


def _left(text: str, words: list[re.Match[str]], place: int) -> int:
    """The first word of the name around a place."""
    first = at = place
    while at > place - _REACH and at and text[words[at - 1].end() : words[at].start()] == " ":
        at -= 1
        if words[at][0][0].isupper() and words[at][0] != "The":
            first = at
        elif not _goes_on(words, at):
            break
    return first


def _right(text: str, words: list[re.Match[str]], place: int) -> int:
    """The last word of the name around a place."""
    last = at = place
    last_place = min(place + _REACH, len(words) - 1)
    while at < last_place and text[words[at].end() : words[at + 1].start()] == " ":
        at += 1
        if words[at][0][0].isupper():
            last = at
        elif not _goes_on(words, at):
            break
    return last


def _goes_on(words: list[re.Match[str]], at: int) -> bool:
    """Whether a small word links words of one name; behind *and the* another begins."""
    return words[at][0] in LINKS and not (words[at][0] == "the" and words[at - 1][0] == "and")


def _is_name(text: TextView, name: list[re.Match[str]], small: int) -> bool:
    words = [word[0] for word in name]
    capitals = [word for word in words if word[0].isupper()]
    named = [word for word in capitals if word.lower() in name_words()]
    if len(capitals) < 2 or any(map(str.isupper, words)):
        return False
    ahead = [word for word in words[:small] if word not in LINKS]
    if not ahead or is_function_word(ahead[-1].lower()):
        return False
    if _spells(text, name, small) or _is_known(words, small):
        return True
    if len(named) * 2 < len(capitals):
        return False
    if small == len(words) - 1:
        return False  # the World Bank fund
    if next(word for word in reversed(words[:small]) if word != "the") in _PARTING:
        return False
    behind = next(word for word in words[small + 1 :] if word not in LINKS)
    if words[small] not in name_words() and ahead[-1].lower() not in name_words():
        return False  # the Afghan interim Authority
    if words[small] in _titles() or not is_ordinary_word(behind.lower()):
        return False
    return words[-1].lower() in _HEADS or (words[0].lower() in _HEADS and words[1] in LINKS)


def _spells(text: TextView, name: list[re.Match[str]], small: int) -> bool:
    """Whether letters in brackets behind the name stand for the small word as well."""
    letters = _LETTERS.match(text.text, name[-1].end())
    initials = "".join(word[0][0].upper() for word in name if word[0] not in LINKS)
    behind = sum(word[0] not in LINKS for word in name[small + 1 :])
    return (
        letters is not None
        and initials.endswith(letters["short"])
        and (len(letters["short"]) > behind)
    )


def _may_name(word: str) -> bool:
    """Whether a word can be part of a body's name, and is none of grammar or of reports."""
    return word in name_words() or (
        is_ordinary_word(word)
        and not is_function_word(word)
        and not word.endswith(_VERBAL)
        and word not in _titles()
        and word not in _verbs()
    )


def _is_known(words: list[str], small: int) -> bool:
    """Whether a known body has the words around, with a capital for the small one."""
    if words[small] in _FORCES:
        return False
    whole = [*words[:small], words[small].capitalize(), *words[small + 1 :]]
    return any(
        " ".join(whole[start:end]) in _known_names()
        for start in range(max(0, small + 1 - _most_words()), small + 1)
        for end in range(max(small, start + 1) + 1, min(start + _most_words(), len(whole)) + 1)
    )


@cache
def _most_words() -> int:
    """How many words the longest known name has."""
    return max(len(name.split()) for name in _known_names())


@cache
def _known_names() -> frozenset[str]:
    names = {row[0] for row in load_rows("en", "bodies")}
    return frozenset(names | {r[0] for r in load_rows("en", "wordnet_names") if r[1] == "body"})


@cache
def _verbs() -> frozenset[str]:
    return load_words("en", "person_verbs") | load_words("en", "speech_verbs")


@cache
def name_words() -> frozenset[str]:
    """Words that names of bodies are made of, in small letters."""
    names = [row[0] for row in load_rows("en", "bodies")]
    names += [row[0] for row in load_rows("en", "wordnet_names") if row[1] == "body"]
    found = {word.lower() for name in names for word in WORD.findall(name) if word[0].isupper()}
    return frozenset(filter(is_ordinary_word, found)) | _HEADS


@cache
def _titles() -> frozenset[str]:
    return load_words("en", "name_titles")


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for code, name in territory_names("en").items() if code not in _UNIONS)
