"""Short names that are English words: *Long said*, and not *Long talks*.

Where a sentence or a heading gives the capital, an English word is a name only with something
that makes a person of it: a possessive, a verb of which people are the subject, an apposition, a
name that it is joined to. Within a sentence the capital says enough.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from termkit.lang.tables import load_rows, load_words
from termkit.names.text_words import TextWords

_POSSESSIVES = ("'s", "\u2019s")
_ADVERBS = frozenset(
    ("again", "also", "always", "first", "further", "later", "not", "now", "often", "personally",
     "recently", "soon", "then")
)  # fmt: skip
_AUXILIARIES = frozenset(
    ("be", "been", "can", "could", "did", "had", "has", "have", "is", "may", "might", "was",
     "will", "would")
)  # fmt: skip
_DETERMINERS = frozenset(
    ("a", "all", "an", "any", "both", "each", "every", "her", "his", "its", "their", "the",
     "this", "these")
)  # fmt: skip
_PARTICLES = {"called": ("for", "on"), "calls": ("for", "on"), "held": ("talks",)}
_APPOSED = frozenset(("a", "an", "the", "who", "whose", "formerly", "then"))
# Of the closed classes, those behind which no verb stands: To said is no English.
_NEVER_SUBJECTS = frozenset(("am", "an", "at", "can", "do", "in", "may", "of", "on", "to", "will"))


class Names(Protocol):
    """What a reader knows of the names in its text."""

    def begins_name(self, place: int) -> bool:
        """Whether a name that was met begins with the token."""


def is_english_word(words: TextWords, place: int, known: Names) -> bool:
    """Whether a word with a capital is an English word here, and nobody's name.

    >>> class Nobody:
    ...     def begins_name(self, place): return False
    >>> [is_english_word(TextWords(text, "en"), 0, Nobody()) for text in
    ...  ("Long talks began.", "Long said so.", "Long visits Hanoi.", "Trung talks began.")]
    [True, False, False, False]
    """
    token = words.tokens[place]
    if words.lang != "en" or token.word not in _words() or not words.is_style(place):
        return False
    before = words.neighbour(place, -1)
    closed = load_words("en", "function_words")
    if before is not None and not before.capital and before.word not in closed:
        return False  # Trung meets Long is no heading in capitals
    is_closed = token.word in closed
    if is_closed and token.word not in _NEVER_SUBJECTS:
        return True
    if _does(words, place + 1):
        return False
    return is_closed or not (_is_possessive(words, place) or _is_joined(words, place, known))


def _does(words: TextWords, place: int) -> bool:
    """Whether what people do follows: *said*, *will visit*, *visits Hanoi*."""
    behind_auxiliary = False
    for at in range(place, min(place + 4, len(words.tokens) - 1) + 1):
        if at >= len(words.tokens) or words.gap(at) != " ":
            return False
        word = words.tokens[at].word
        if word in _AUXILIARIES:
            behind_auxiliary = True
        elif word not in _ADVERBS:
            kind = _verbs().get(word, "")
            if behind_auxiliary or kind != "object":
                return bool(kind) and (behind_auxiliary or kind == "finite")
            return _has_object(words, at)
    return False


def _has_object(words: TextWords, place: int) -> bool:
    after = words.neighbour(place, 1)
    if after is None:
        return False
    if after.word in _PARTICLES.get(words.tokens[place].word, ()):
        return True
    return after.word in _DETERMINERS or (after.capital and not words.in_heading(place))


def _is_possessive(words: TextWords, place: int) -> bool:
    end = words.tokens[place].span.end
    return words.text[end : end + 2] in _POSSESSIVES


def _is_joined(words: TextWords, place: int, known: Names) -> bool:
    """Whether an apposition or another name follows: *Long, 54,*, *Long and Wang Yi*."""
    if place + 2 >= len(words.tokens):
        return False
    gap, after = words.gap(place + 1), words.tokens[place + 1]
    if gap == ", ":
        return after.word in _APPOSED or after.text.isdecimal() or known.begins_name(place + 1)
    return gap == " " and after.word == "and" and known.begins_name(place + 2)


@cache
def _verbs() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("en", "person_verbs")}


@cache
def _words() -> frozenset[str]:
    return load_words("en", "common_words")
