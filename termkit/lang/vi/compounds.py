"""Vietnamese words around a match: *công an* is a word, but not in *thi công an toàn*.

Syllables are written apart, so the letters do not say where a word begins. The syllables
around a match are cut into the fewest words that a list of compounds allows (the match
itself counts as one); of equal cuts, the one with the longer first word. A match that begins
or ends inside a word of that cut is none: *thi công* + *an toàn* are two words, *thi* +
*công an* + *toàn* three.
"""

from __future__ import annotations

import re

from termkit.lang.tables import load_words
from termkit.lang.vi.tones import tone_key
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
    start, end = len(left), len(left) + len(middle)
    run = [tone_key(syllable.lower()) for syllable in (*left, *middle, *right)]
    if not _is_crossed(run, start) and not _is_crossed(run, end):
        return False
    return not {start, end} <= _cuts(run, (start, end))


def _is_crossed(run: list[str], cut: int) -> bool:
    """Whether any compound covers the syllables on both sides of a cut: the cheap question."""
    compounds = load_words("vi", "compounds")
    return any(
        " ".join(run[first:last]) in compounds
        for first in range(max(0, cut - _LONGEST + 1), cut)
        for last in range(cut + 1, min(len(run), first + _LONGEST) + 1)
    )


def _cuts(run: list[str], match: tuple[int, int]) -> set[int]:
    """Where the words of the best cut begin and end."""
    compounds = load_words("vi", "compounds")
    length = len(run)
    # From the right: the fewest words from each syllable on, and the end of the first one.
    fewest = [0] * (length + 1)
    first_end = [length] * (length + 1)
    for start in range(length - 1, -1, -1):
        fewest[start] = length + 1
        ends = set(range(start + 1, min(length, start + _LONGEST) + 1))
        for end in sorted(ends | ({match[1]} if start == match[0] else set())):
            known = end == start + 1 or (start, end) == match
            if not known and " ".join(run[start:end]) not in compounds:
                continue
            if fewest[end] + 1 <= fewest[start]:  # of equal cuts the longer word, tried last
                fewest[start] = fewest[end] + 1
                first_end[start] = end
    cuts = {0}
    while length not in cuts:
        cuts.add(first_end[max(cuts)])
    return cuts
