"""Where sentences end in Latin script: a full stop is not always an end.

Vietnamese and English differ in their abbreviations, not in the way sentences end, so both
rooms call `split_sentences` with a table of their own. The table has these classes:

``before-name``    never ends a sentence: *Mr. Lam*, *TP. Hồ Chí Minh*
``before-number``  ends none when a number follows: *No. 5*, *Art. 2*, *tr. 12*
``ends``           ends one before any capital: *v.v.*, though it looks like initials
``anywhere``       may end one, and does before a word that often begins a sentence:
                   *in the U.S. He said* has two sentences, *U.S. President* one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from termkit.model.span import Span

_OPENING = "\"'\u2018\u201c\u00ab([{\u300c\u300e"
_CLOSING = "\"'\u2019\u201d\u00bb)\\]}\u300d\u300f"
_END = re.compile(rf"(?P<mark>[.!?\u2026]+|[\u3002\uff01\uff1f]+)(?P<close>[{_CLOSING}]*)(?=\s|$)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"\u201c\u2018\u00ab\u2014\u2013]*$")
_NEXT = re.compile(rf"\s*(?:[{re.escape(_OPENING)}]+|[-\u2013\u2014]\s*)*(?P<word>\w+)?")
_LONGEST = 40  # code points of the longest chain of abbreviations
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[IVX]{1,4})\.")


def split_sentences(
    text: str, abbreviations: Mapping[str, str], starters: frozenset[str]
) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order, without the space between them.

    Args:
        text: Normalised.
        abbreviations: With their full stop, as written, to their class.
        starters: Words (as capitalised at a start) that often begin a sentence.
    """

    def ends(match: re.Match[str], start: int) -> bool:
        return match.end() == len(text) or _ends(text, start, match, abbreviations, starters)

    return cut_sentences(text, _END, ends)


def cut_sentences(
    text: str, end: re.Pattern[str], ends: Callable[[re.Match[str], int], bool]
) -> tuple[Span, ...]:
    """Spans of the sentences of a text that is cut where a mark ends one.

    Args:
        text: Normalised.
        end: Marks that may end a sentence, the quotes and brackets they close included.
        ends: Whether a mark does, given where the sentence starts.
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for match in end.finditer(text):
        if not ends(match, start):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    last = len(text.rstrip())
    if start < last:
        spans.append(Span(start, last))
    return tuple(spans)


def _ends(
    text: str,
    start: int,
    match: re.Match[str],
    abbreviations: Mapping[str, str],
    starters: frozenset[str],
) -> bool:
    following = _NEXT.match(text, match.end())
    word = following["word"] or "" if following is not None else ""
    # "Why?" he asked; "the ... of": what goes on in lower case is the same sentence.
    if word[:1].islower():
        return False
    if match["mark"] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST), match.start())
    token = (before[0] if before is not None else "") + "."
    kind = abbreviations.get(token) or abbreviations.get(_last_part(token))
    if kind == "before-name":
        return False
    if kind == "ends":
        return True
    if kind == "before-number":
        return not word[:1].isdigit()
    if kind == "anywhere":
        return word in starters or match["close"] != ""
    if _LIST_NUMBER.fullmatch(token) and before is not None and before.start() == start:
        return False  # "1. Introduction": the number of a heading or a list item
    if _INITIAL.fullmatch(token):
        return (
            word in starters or match["close"] != ""
        )  # "A. B. Nguyễn" against "Nguyễn Văn A. Ông"
    return True


def _last_part(token: str) -> str:
    """``GS.TS.`` and ``Feb.`` in ``Jan.-Feb.``: the last abbreviation of a chain."""
    return re.split(r"[.\-\u2013/]", token[:-1])[-1] + "."
