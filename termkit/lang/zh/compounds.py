"""Chinese words around a match: *国会* is a word, but not in *中国会议*.

A short piece of the sentence around the match is cut into words in the most probable way
(a Viterbi search over word frequencies). A match that begins or ends inside one of them is
no match: 中国 + 会议 is far more probable than 中 + 国会 + 议.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

from termkit.lang.tables import load_rows, load_words
from termkit.lang.zh.frequencies import word_counts
from termkit.model.span import Span
from termkit.text.scripts import is_han

_REACH = 5  # characters of context on each side
_LONGEST = 4  # characters of the longest word in the table
_NEVER = float("inf")
_DESIGNATION = 50  # a designation that the table lacks is a rare word of the language


def straddles(text: str, span: Span) -> bool:
    """Whether a match cuts through words of the text.

    >>> text = "中国会议与越南国会"
    >>> straddles(text, Span(1, 3)), straddles(text, Span(7, 9))
    (True, False)
    """
    start = _reach(text, span.start, -1)
    end = _reach(text, span.end, 1)
    if start == span.start and end == span.end:
        return False
    match = (span.start - start, span.end - start)
    run = text[start:end]
    if not (is_crossed(run, match[0]) or is_crossed(run, match[1])):
        return False  # the usual case
    return any(_spoils(run, word, match) for word in cut_words(run, match))


def is_crossed(run: str, cut: int) -> bool:
    """Whether any word of the table lies over a place between two characters.

    >>> is_crossed("中国会议", 3), is_crossed("会议中国", 2)
    (True, False)
    """
    words, size = _costs().words, len(run)
    for first in range(max(0, cut - _LONGEST + 1), cut):
        for last in range(cut + 1, min(size, first + _LONGEST) + 1):
            if run[first:last] in words:
                return True
    return False


def _reach(text: str, index: int, step: int) -> int:
    """The far end of the context: at most `_REACH` Han characters away."""
    for _ in range(_REACH):
        neighbour = index - 1 if step < 0 else index
        if not 0 <= neighbour < len(text) or not is_han(text[neighbour]):
            break
        index += step
    return index


def _spoils(run: str, word: tuple[int, int], match: tuple[int, int]) -> bool:
    """Whether a word of the best cut leaves no match.

    It overlaps one end of the match; or it is the match and a suffix that makes another
    thing of it: 大使馆 is an embassy and no ambassador, but 北京大学 is in Beijing; or with a
    prefix: 中南海 is not the sea (南海), but 美国会 is a parliament (国会).
    """
    start, end = word
    if end <= match[0] or match[1] <= start:
        return False
    if start <= match[0] and match[1] <= end:
        if start < match[0]:
            is_other = run[start : match[0]] in load_words("zh", "category_prefixes")
            return match[1] < end or is_other
        return run[match[1] : end] in load_words("zh", "category_suffixes")
    return start < match[0] or match[1] < end


def cut_words(run: str, match: tuple[int, int] = (-1, -1)) -> list[tuple[int, int]]:
    """The most probable words of a run of Han characters, the last one first.

    Args:
        run: Nothing but Han characters.
        match: Ends of what counts as a word of the language, whatever the table says.
    """
    costs = _costs()
    best = [0.0] + [_NEVER] * len(run)
    begin = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        starts = list(range(max(0, end - _LONGEST), end))
        if end == match[1] and match[0] not in starts:
            starts.append(match[0])
        for start in starts:
            word = run[start:end]
            cost = costs.words.get(word, costs.unknown if len(word) == 1 else _NEVER)
            if (start, end) == match:
                cost = min(cost, costs.designation)
            if best[start] + cost < best[end]:
                best[end] = best[start] + cost
                begin[end] = start
    cut = []
    end = len(run)
    while end:
        cut.append((begin[end], end))
        end = begin[end]
    return cut


class _Costs(NamedTuple):
    """The negative logarithms of how probable words are.

    Attributes:
        words: Of the table.
        unknown: A character outside the table: rarer than any in it.
        designation: What counts as a word, whatever the table says.
    """

    words: dict[str, float]
    unknown: float
    designation: float


@cache
def _costs() -> _Costs:
    added = {word: int(count) for word, count in load_rows("zh", "added_words")}
    counts = {**word_counts(), **added}
    total = log(sum(counts.values()))
    costs = {count: total - log(count) for count in set(counts.values()) if count}
    words = {word: costs[count] for word, count in counts.items() if count}
    return _Costs(words, total + log(10), total - log(_DESIGNATION))
