"""Chinese words around a match: *国会* is a word, but not in *中国会议*.

A short piece of the sentence around the match is cut into words in the most probable way
(a Viterbi search over word frequencies). A match that begins or ends inside one of them is
no match: 中国 + 会议 is far more probable than 中 + 国会 + 议.
"""

from __future__ import annotations

from functools import cache
from math import log

from termkit.lang.tables import load_rows
from termkit.model.span import Span
from termkit.text.scripts import is_han

_REACH = 5  # characters of context on each side
_LONGEST = 4  # characters of the longest word in the table


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
    return not _boundaries_hold(text[start:end], span.start - start, span.end - start)


def _reach(text: str, index: int, step: int) -> int:
    """The far end of the context: at most `_REACH` Han characters away."""
    for _ in range(_REACH):
        neighbour = index - 1 if step < 0 else index
        if not 0 <= neighbour < len(text) or not is_han(text[neighbour]):
            break
        index += step
    return index


def _boundaries_hold(run: str, start: int, end: int) -> bool:
    """Whether cutting at both ends of the match costs no more than the best cut of all."""
    free = _cost(run, frozenset())
    held = _cost(run, frozenset((start, end)), (start, end))
    return held <= free + 1e-9


def _cost(run: str, cuts: frozenset[int], known: tuple[int, int] | None = None) -> float:
    """Negative log probability of the best words of a run that cross none of the cuts.

    Args:
        known: A range that is one word whatever the table says: a designation is a word.
    """
    words, total = _frequencies()
    unknown = log(total) + log(10)  # a character outside the table: rarer than any in it
    best = [0.0] + [float("inf")] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if any(start < cut < end for cut in cuts):
                continue
            count = words.get(run[start:end])
            if count:
                cost = log(total) - log(count)
            elif end - start == 1:
                cost = unknown
            else:
                continue
            best[end] = min(best[end], best[start] + cost)
        if known is not None and known[1] == end:
            pieces = best[end] - best[known[0]]
            best[end] = best[known[0]] + min(pieces, _word_cost(run[known[0] : end], words, total))
    return best[-1]


def _word_cost(word: str, words: dict[str, int], total: int) -> float:
    """A designation that the table lacks counts as a rare word of the language."""
    return log(total) - log(words.get(word, 50))


@cache
def _frequencies() -> tuple[dict[str, int], int]:
    words = {word: int(count) for word, count in load_rows("zh", "words")}
    return words, sum(words.values())
