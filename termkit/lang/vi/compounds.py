"""Vietnamese words around a match: *công an* is a word, but not in *thi công an toàn*.

Syllables are written apart, so the letters do not say where a word begins. The syllables
around a match are cut into the fewest words that a list of compounds allows, once freely
and once with a cut at both ends of the match. If the second needs more words, the match
straddles: *thi công* + *an toàn* are two, *thi* + *công an* + *toàn* are three.
"""

from __future__ import annotations

import re

from termkit.lang.tables import load_words
from termkit.model.span import Span
from termkit.text.scripts import LATIN

_REACH = 4  # syllables of context on each side
_LONGEST = 4  # syllables of the longest compound in the table
_SYLLABLE = re.compile(rf"[{LATIN}]+")
_BEFORE = re.compile(rf"(?:[{LATIN}]+ ){{1,{_REACH}}}$")
_AFTER = re.compile(rf"(?: [{LATIN}]+){{1,{_REACH}}}")


def straddles(text: str, span: Span) -> bool:
    """Whether a match cuts through compounds of the text.

    >>> text = "Công an kiểm tra việc thi công an toàn."
    >>> straddles(text, Span(0, 7)), straddles(text, Span(26, 33))
    (False, True)
    """
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    after = _AFTER.match(text, span.end)
    left = before[0].split() if before else []
    right = after[0].split() if after else []
    if not left and not right:
        return False
    middle = _SYLLABLE.findall(span.slice(text))
    run = [syllable.lower() for syllable in (*left, *middle, *right)]
    start, end = len(left), len(left) + len(middle)
    if not _is_crossed(run, start) and not _is_crossed(run, end):
        return False
    return _fewest(run, frozenset(), (start, end)) < _fewest(
        run, frozenset((start, end)), (start, end)
    )


def _is_crossed(run: list[str], cut: int) -> bool:
    """Whether any compound covers the syllables on both sides of a cut: the cheap question."""
    compounds = load_words("vi", "compounds")
    return any(
        " ".join(run[first:last]) in compounds
        for first in range(max(0, cut - _LONGEST + 1), cut)
        for last in range(cut + 1, min(len(run), first + _LONGEST) + 1)
    )


def _fewest(run: list[str], cuts: frozenset[int], known: tuple[int, int]) -> int:
    """The number of words of the best cut, the match itself counting as one word."""
    compounds = load_words("vi", "compounds")
    best = [0] + [len(run) + 1] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if any(start < cut < end for cut in cuts):
                continue
            if end - start == 1 or " ".join(run[start:end]) in compounds:
                best[end] = min(best[end], best[start] + 1)
        if end == known[1]:
            best[end] = min(best[end], best[known[0]] + 1)
    return best[-1]
