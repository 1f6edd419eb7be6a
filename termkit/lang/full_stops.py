"""Whether a mark ends a sentence in Latin script: a full stop is not always an end.

Vietnamese and English differ in their words, not in the way sentences end, so each room has
`Habits` of its own. Its abbreviations have these classes:

``before-name``    never ends a sentence: *Mr. Lam*, *TP. Hồ Chí Minh*
``before-number``  ends none when a number follows: *No. 5*, *Art. 2*, *tr. 12*
``ends``           ends one before any capital: *v.v.*, though it looks like initials
``anywhere``       may end one, and does before a word that often begins a sentence:
                   *in the U.S. He said* has two sentences, *U.S. President* one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

OPENING = "\"'\u2018\u201c\u00ab([{\u300c\u300e"
_QUOTES = "\"'\u2019\u201d\u00bb\u300d\u300f"
_WORD_BEFORE = re.compile(r"[^\s(\[\"\u201c\u2018\u00ab\u2014\u2013\u00b7\u2022\u2043]*$")
_PREVIOUS = re.compile(r"(\w+)\s*$")
_NEXT = re.compile(rf"\s*(?:[{re.escape(OPENING)}]+|[-\u2013\u2014]\s*)*(?P<word>\w+)?")
# The first words after a quotation or a dash, up to the next mark: *Lan cried*, *Ông giục*.
_SPEAKER = re.compile(r"\s*(?P<dash>[-\u2013\u2014])?\s*(?P<words>\w+(?: \w+){1,5})")
_LONGEST = 40  # code points of the longest chain of abbreviations
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_LABEL = re.compile(r"(?:[A-Z]|[IVX]{1,4})\.")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVX]{1,4})\.")
_BULLETS = " \u00a0\u2022\u2043\u00b7*-\u2013\u2014"
_FIRST_NUMBER = re.compile(r"[1aAiI]\.")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a language knows of the ends of its sentences.

    Attributes:
        abbreviations: With their full stop, as written, to their class.
        starters: Words (as capitalised at a start) that often begin a sentence.
        lettered: Words in small letters whose number is a letter: *vitamin C*, *quý I*.
        speech_verbs: Words that say who spoke: *“Stop!” Lan cried*.
    """

    abbreviations: Mapping[str, str]
    starters: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()


def ends_sentence(text: str, start: int, match: re.Match[str], habits: Habits) -> bool:
    """Whether a mark ends the sentence.

    Args:
        text: Normalised.
        start: Where the sentence begins.
        match: Of the groups ``mark``, and ``close`` for the quotes and brackets it closes.
        habits: Of the language.
    """
    following = _NEXT.match(text, match.end())
    word = following["word"] or "" if following is not None else ""
    # "Why?" he asked; "the ... of": what goes on in lower case is the same sentence; iPhone
    # is not in lower case.
    if word[:1].islower() and not word[1:2].isupper():
        return False
    if match["close"].startswith(("]", ")")) and text[max(0, match.start() - 1)] in "[(":
        return False  # "the parties [...] shall"
    if _is_elision(text, match):
        return word == "" or word in habits.starters
    if match["mark"] != ".":
        return not _speaker_follows(text, match, habits)
    return _full_stop_ends(text, start, match, word, habits)


def _is_elision(text: str, match: re.Match[str]) -> bool:
    """*Hanoi ... Hue*: an ellipsis that stands by itself is what was left out."""
    mark, previous = match["mark"], text[max(0, match.start() - 1) : match.start()]
    return mark != "." and set(mark) <= set(". \u2026") and previous == " " and not match["close"]


def _full_stop_ends(text: str, start: int, match: re.Match[str], word: str, habits: Habits) -> bool:
    before = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST), match.start())
    token = (before[0] if before is not None else "") + "."
    place = before.start() if before is not None else match.start()
    known = habits.abbreviations
    kind = known.get(token)
    # N.V.T. is a chain of initials, whatever T. may be by itself.
    initials = _INITIAL.fullmatch(token) is not None
    if kind is None and (token.count(".") == 1 or not initials):
        kind = known.get(_last_part(token))
    if kind == "before-name":
        return False
    if kind == "ends":
        return True
    if kind == "before-number":
        return not word[:1].isdigit()
    begins = word in habits.starters or match["close"] != ""
    if kind == "anywhere":
        return begins
    if _LIST_NUMBER.fullmatch(token) and _is_list_number(text, start, place, token):
        return False
    previous = _PREVIOUS.search(text, max(start, place - _LONGEST), place)
    if _LABEL.fullmatch(token) and previous and previous[1].lower() in habits.lettered:
        return True
    # "A. B. Nguyễn" against "Nguyễn Văn A. Ông"
    return begins if initials else True


def _is_list_number(text: str, start: int, place: int, token: str) -> bool:
    """``1. Introduction`` at the start of a sentence, ``two things: 1. Trade; 2. Peace``."""
    left = text[max(start, place - _LONGEST) : place].rstrip(_BULLETS)
    return (
        left == ""
        or left[-1] == ";"
        or (left[-1] == ":" and _FIRST_NUMBER.fullmatch(token) is not None)
    )


def _speaker_follows(text: str, match: re.Match[str], habits: Habits) -> bool:
    """``“Stop!” Lan cried``, ``- Đi thôi! - Ông giục``: who spoke is of the same sentence."""
    follows = _SPEAKER.match(text, match.end())
    if follows is None or not (follows["dash"] or match["close"].strip(_QUOTES) != match["close"]):
        return False
    return any(word in habits.speech_verbs for word in follows["words"].split(" ")[1:])


def _last_part(token: str) -> str:
    """``GS.TS.`` and ``Feb.`` in ``Jan.-Feb.``: the last abbreviation of a chain."""
    return re.split(r"[.\-\u2013/]", token[:-1])[-1] + "."
