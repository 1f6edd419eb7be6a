"""A designation made ready for matching: its tokens, what stands between them, its capitals.

Gaps are compared by a key without spaces and quotation marks and with one kind of dash, so
that *Việt Nam - China*, *Việt Nam-China* and *Việt Nam–China* are one, and a line wrap or a
pair of quotation marks is no difference. A full stop is: sentence ends break a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import TypeVar

from termkit.lang.words import TOKEN
from termkit.model.concept import Concept, ConceptType, Designation
from termkit.text.fold import fold_same_length

T = TypeVar("T")

QUOTES = "\"'“”‘’«»„‟「」『』《》〈〉"
_STRICT = (ConceptType.PERSON, ConceptType.PLACE)  # short names, easily other words
_TITLE_MARKS = frozenset("《》〈〉")
_PAIRS = tuple((pair[0], pair[1]) for pair in ("“”", "‘’", "「」", "『』", "«»", "《》", '""'))
_DASH = re.compile(r"[-‐‑–—―−]+")
_DROP = re.compile(rf"[\s{re.escape(QUOTES)}]+")
_OPENING = re.compile(rf"[{re.escape(QUOTES)}]+$")
_QUOTE = re.compile(rf"[{re.escape(QUOTES)}]")
_CLOSING = re.compile(rf"[,.]?[{re.escape(QUOTES)}]+")


class Capitals(IntEnum):
    """What capitals a token of a designation asks of the text."""

    ANY = 0
    USUAL = 1  # a later token of a name: Hà nội is a slip, if it is the name (`verify` asks)
    INITIAL = 2  # the first: To Lam is not "to lam"
    AS_WRITTEN = 3  # an acronym: IT is not It, and VietNam is not VIETNAM


@dataclass(frozen=True, slots=True)
class Pattern:
    """One written form of a designation, token by token.

    A glossary may have a million: words, and what is alike in most patterns, are kept once.

    Attributes:
        words: As written.
        keys: Folded, what the trie is made of.
        gaps: For each gap between two tokens, the gap keys that fit it.
        capitals: For each token.
        tail: What must follow the last token: ``+`` of *ADMM+*, ``)`` of *Taiwan (China)*.
        quoted: The designation stands in quotation marks, and so must the text.
        titled: The designation stands in the marks of a title (《》), and the text may.
        inflected: A grammatical form of the designation, not its own text.
        foreign: Of another language than the text.
        mid_sentence: Only its capital tells it from an ordinary word, so it is not looked
            for where every word has one.
    """

    concept: Concept
    designation: Designation
    words: tuple[str, ...]
    keys: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]
    capitals: tuple[Capitals, ...]
    tail: str = ""
    quoted: bool = False
    titled: bool = False
    inflected: bool = False
    foreign: bool = False
    mid_sentence: bool = False
    is_name: bool = False
    order: int = 0


@lru_cache(maxsize=4096)
def gap_key(gap: str) -> str:
    """What of the text between two tokens tells designations apart.

    >>> gap_key(" "), gap_key(" – "), gap_key(", "), gap_key("” "), gap_key(". ")
    ('', '-', ',', '', '.')
    """
    return _DASH.sub("-", _DROP.sub("", gap))


def make_pattern(
    concept: Concept,
    designation: Designation,
    text: str,
    *,
    is_name: bool,
    foreign: bool = False,
    inflected: bool = False,
    mid_sentence: bool = False,
    order: int = 0,
) -> Pattern | None:
    """The pattern of one written form; ``None`` when it has no token."""
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return None
    words = tuple(intern(token[0]) for token in tokens)
    folded = fold_same_length(text)
    gaps = tuple(_fitting(text[a.end() : b.start()], a[0], b[0]) for a, b in pairwise(tokens))
    head, tail = text[: tokens[0].start()].strip(), text[tokens[-1].end() :].strip()
    quoted = _is_quoted(head, tail)
    return Pattern(
        concept=concept,
        designation=designation,
        words=words,
        keys=tuple(intern(folded[token.start() : token.end()]) for token in tokens),
        gaps=one_and_the_same(gaps),
        capitals=one_and_the_same(_all_capitals(concept, words, is_name or mid_sentence)),
        tail=_DROP.sub("", tail).rstrip(".,"),
        quoted=quoted,
        titled=not quoted and head[-1:] in _TITLE_MARKS,
        inflected=inflected,
        foreign=foreign,
        mid_sentence=mid_sentence,
        is_name=is_name,
        order=order,
    )


@lru_cache(maxsize=1024)
def one_and_the_same(value: T) -> T:
    """The first value that was equal to this one: a hundred thousand patterns need not keep it."""
    return value


def _fitting(gap: str, before: str, after: str) -> tuple[str, ...]:
    """Gap keys that fit a gap: *high level* fits *high-level*, *China Vietnam* no name pair."""
    key = gap_key(gap)
    if key == "-" and not (before[0].isupper() and after[0].isupper()):
        return ("-", "")
    return (key,)


def _all_capitals(concept: Concept, words: tuple[str, ...], demand: bool) -> tuple[Capitals, ...]:
    """What each token asks. A longer name is told by its first capital.

    *Bộ ngoại giao* and *Communist party of Vietnam* are slips, but of that name; *Hà nội* may
    be one. Two words of an organisation ask for both capitals, as *national Assembly* may be
    anybody's.
    """
    if not demand:
        return tuple(_capitals(word, False) for word in words)
    first, *rest = words
    later = Capitals.INITIAL
    if concept.type in _STRICT:
        later = Capitals.USUAL
    elif len(words) >= 3:
        later = Capitals.ANY
    found = [_capitals(first, True)]
    for word in rest:
        capitals = _capitals(word, True)
        found.append(later if capitals is Capitals.INITIAL else capitals)
    return tuple(found)


def _capitals(word: str, demand: bool) -> Capitals:
    if sum(character.isupper() for character in word) > 1 and len(word) > 1:
        return Capitals.AS_WRITTEN
    return Capitals.INITIAL if demand and word[0].isupper() else Capitals.ANY


def _is_quoted(head: str, tail: str) -> bool:
    """Whether quotation marks, not those of a title, stand around a designation."""
    marks = head[-1:] + tail[-1:]
    return len(marks) == 2 and all(c in QUOTES and c not in _TITLE_MARKS for c in marks)


def quotes_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range with the quotation marks around it, or ``None`` when there are none.

    American English puts a comma inside them: *"Red Study Tours,"*.

    >>> quotes_around('so-called "Taiwan independence," he said', 11, 30)
    (10, 32)
    """
    opening = _OPENING.search(text, max(0, start - 2), start)
    closing = _CLOSING.match(text, end)
    if opening is None or closing is None:
        return None
    return start - 1, closing.end() if closing.end() - end <= 2 else end + 1


def balance_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with the other half of a quotation mark that stands inside it.

    >>> text = "the “four goods” spirit"
    >>> text[slice(*balance_quotes(text, 5, 23))]
    '“four goods” spirit'
    """
    if _QUOTE.search(text, start, end) is None:
        return start, end
    inside = text[start:end]
    for opening, closing in _PAIRS:
        if opening == closing:
            excess = inside.count(opening) % 2
            left = right = bool(excess)
        else:
            excess = inside.count(closing) - inside.count(opening)
            left, right = excess > 0, excess < 0
        if left and text[start - 1 : start] == opening and start:
            return start - 1, end
        if right and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
