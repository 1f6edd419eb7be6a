"""O215: an English word that no list has, one slip away from a common one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from termkit.check.broken_names import name_words
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_word
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.misspelling import find_misspelling, is_english_word
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_words
from termkit.model.concept import ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.near import rests

# No part of an address or of code (printf(, <value>), and no lightnin'.
_WORD = re.compile(r"(?<![\w'’@./\\<$%-])[a-z]{6,}(?![\w@/\\(>=-]|['’]\w|\.\w|(?<=in)['’])")
_CAPITAL = re.compile(r"(?<![\w'’@./\\-])[A-Z][a-z]{5,}(?![\w@/\\-]|\.\w)")
_LINK = r",?(?: (?:of|for|on|and|the))*"
_AHEAD = re.compile(rf"(?<!\w)(?P<word>[A-Z][a-z]+(?:['’]s)?){_LINK} $")
_BEHIND = re.compile(rf"{_LINK} (?P<word>[A-Z][a-z]+)")
_LONGEST = 30  # letters
_REACH = 40  # code points to the word beside
_BESIDE = re.compile(r"[a-z]{3,}")
_BESIDE_NAME = re.compile(r"[^\W\d_]{2,}")
_FOREIGN_ENDS = ("a", "e", "i", "o")
_BODIES = (ConceptType.ORGANISATION, ConceptType.TITLE)
# What begins a Latin phrase in English: per capita, ad valorem, ex gratia, prima facie.
_LATIN_PHRASE = frozenset(
    ("per", "ad", "ex", "de", "pro", "inter", "ipso", "sine", "prima", "bona", "quid", "modus",
     "status", "persona", "mutatis", "ceteris", "habeas")
)  # fmt: skip
_OFTEN = 3  # a word so frequent is meant


@rule(
    "O215",
    "misspelt-word",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en",),
    yields_to=("O101", "O102", "O103", "O209", "T104"),
    signal=some_word(lambda word: _meant(word) is not None),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An English word is in no word list and one letter away from a common word.

    *Coopreation*, *goverment*. Judged are words of six letters and more in lower case that
    are not made of known parts (*hardline*, *undocked*), and words with a capital beside others
    of those that bodies and offices have (a note, where the glossary does not have the body);
    other names, foreign phrases and bodies (*Universite*), parts of compounds and addresses, and
    a word that the document uses three times are left alone.

    ## Why it matters
    A misspelt term is not found by a search, nor by the other rules.

    ## Use instead
    The common word.

    ## Source
    SCOWL (Spell Checker Oriented Word Lists), sizes up to 60; Damerau (1964), A Technique
    for Computer Detection and Correction of Spelling Errors.
    """
    uses = Counter(match[0] for text in view.texts for match in _WORD.finditer(text.text))
    slips = {
        word: meant
        for word, number in uses.items()
        if number < _OFTEN and (meant := find_misspelling(word)) is not None
    }
    yield from _in_names(view)
    for text in view.texts if slips else ():
        for match in _WORD.finditer(text.text):
            meant = slips.get(match[0])
            if meant is not None and not _is_foreign(text.text, match):
                yield text.mark(
                    Span(*match.span()),
                    f"{match[0]!r} is no English word; meant is {meant!r}",
                    replacement=meant,
                )


def _in_names(view: DocumentView) -> Iterator[Mark]:
    """A word with a capital beside another, both of those that bodies and offices have."""
    people = load_words("en", "personal_names")
    uses = Counter(match[0] for text in view.texts for match in _CAPITAL.finditer(text.text))
    slips = {
        word: meant.capitalize()
        for word, number in uses.items()
        if number < _OFTEN
        and word not in people
        and (meant := _meant(word)) is not None
        and not _ends_foreign(word, meant)
    }
    for text in view.texts if slips else ():
        for match in _CAPITAL.finditer(text.text):
            meant = slips.get(match[0])
            if meant is None or _is_foreign(text.text, match, _BESIDE_NAME):
                continue
            ahead = _AHEAD.search(text.text, max(0, match.start() - _REACH), match.start())
            behind = _BEHIND.match(text.text, match.end())
            if any(found is not None and _is_of_name(found["word"]) for found in (ahead, behind)):
                yield text.mark(
                    Span(*match.span()),
                    f"{match[0]!r} is no English word; meant is {meant!r}",
                    replacement=meant,
                    severity=None if _is_known_body(view, text, match, meant) else Severity.INFO,
                )


def _ends_foreign(word: str, meant: str) -> bool:
    """Whether it ends as in another language: *Presidente*, *Centro*, *Universite*, *Institut*."""
    return meant == f"{word.lower()}e" or (word.endswith(_FOREIGN_ENDS) and word[-1] != meant[-1])


def _is_known_body(view: DocumentView, text: TextView, match: re.Match[str], meant: str) -> bool:
    """Whether the glossary has the body or office, once the word is right."""
    ahead = text.text[max(0, match.start() - _REACH) : match.start()]
    name = Span(len(ahead), len(ahead) + len(meant))
    righted = f"{ahead}{meant}{text.text[match.end() : match.end() + _REACH]}"
    return any(
        found.concept.type in _BODIES and found.span.contains(name) and found.span != name
        for found in view.glossary.matcher(text.lang).find(righted)
    )


def _meant(word: str) -> str | None:
    """The common word that a word is a slip for; with a capital, one that names are made of."""
    if word.islower():
        return find_misspelling(word)
    key = word.lower()
    # Most names are a slip away from no such word: that is seen before each slip is tried.
    if not word.istitle() or len(key) > _LONGEST or rests(key).isdisjoint(_named_rests()):
        return None
    meant = find_misspelling(key)
    return meant if meant in _named() else None


@cache
def _named_rests() -> frozenset[str]:
    return frozenset().union(*map(rests, _named()))


def _is_of_name(word: str) -> bool:
    return word.lower() in _named() or is_ordinary_word(word.lower())


@cache
def _named() -> frozenset[str]:
    """Words that names of bodies and offices are made of, in small letters."""
    titles = {word for title in load_words("en", "name_titles") for word in title.split()}
    return name_words() | titles | load_words("en", "institutions")


def _is_foreign(text: str, match: re.Match[str], beside: re.Pattern[str] = _BESIDE) -> bool:
    """Whether a neighbour is no English word either, or a Latin one: *ao dai truyen thong*."""
    before = text[: match.start()].split()[-1:]
    if before and before[0].lower() in _LATIN_PHRASE:
        return True
    after = text[match.end() :].split(maxsplit=1)[:1]
    return any(
        beside.fullmatch(word) and not _is_english(word.lower()) for word in (*before, *after)
    )


def _is_english(word: str) -> bool:
    return is_english_word(word) or is_function_word(word)
