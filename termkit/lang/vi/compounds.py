"""Vietnamese words around a match: *công an* is a word, but not in *thi công an toàn*.

Syllables are written apart, so the letters do not say where a word begins. The syllables
around a match are cut into the fewest words that a list of compounds allows (the match
itself counts as one); of equal cuts, the one with the longer first word. A match that begins
or ends inside a word of that cut is none: *thi công* + *an toàn* are two words, *thi* +
*công an* + *toàn* three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from termkit.lang.tables import load_words
from termkit.lang.vi.tones import tone_key
from termkit.model.span import Span
from termkit.text.scripts import LATIN

_REACH = 4  # syllables of context on each side
_TABLES = ("compounds", "territories", "added_compounds")
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
    run = [_key(syllable) for syllable in (*left, *middle, *right)]
    if not _is_crossed(run, start) and not _is_crossed(run, end):
        return False
    return any(_spoils(run, word, (start, end)) for word in cut_words(run, (start, end)))


def cuts_a_word(text: str, span: Span) -> bool:
    """Whether the first syllable of a stretch makes a compound with what stands before it, or
    the last one with what stands behind.

    >>> cuts_a_word("Thành công đổi mới tư duy", Span(6, 18))
    True
    >>> cuts_a_word("Nhờ công đổi mới tư duy", Span(4, 16))
    False
    """
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    after = _AFTER.match(text, span.end)
    middle = _SYLLABLE.findall(span.slice(text))
    left, right = (found[0].split() if found else [] for found in (before, after))
    pairs = [(*left[-1:], middle[0]), (middle[-1], *right[:1])]
    return any(len(pair) == 2 and _is_compound([*map(_key, pair)], 0, 2) for pair in pairs)


def is_word_around(text: str, span: Span) -> bool:
    """Whether syllables are an ordinary word, or begin or end one with their neighbours.

    It asks whether small letters may be right: *Hòa bình* is a word, and so is *hóa ra* in
    *Thanh hóa ra là bạn*, but nothing makes a word of *Hà nội*.

    >>> text = "Sáng nay Thanh hóa ra về Hà nội"
    >>> is_word_around(text, Span(9, 18)), is_word_around(text, Span(25, 31))
    (True, False)
    """
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    after = _AFTER.match(text, span.end)
    left = before[0].split() if before else []
    right = after[0].split() if after else []
    middle = _SYLLABLE.findall(span.slice(text))
    run = [_key(syllable) for syllable in (*left, *middle, *right)]
    end = len(left) + len(middle)
    return " ".join(run[len(left) : end]) in load_words("vi", "compounds") or _is_crossed(run, end)


def _is_crossed(run: list[str], cut: int) -> bool:
    """Whether any compound covers the syllables on both sides of a cut: the cheap question."""
    pair = tuple(run[cut - 1 : cut + 1])
    if cut == 0 or not (pair in neighbours() or pair in _other_neighbours()):
        return False  # the usual case
    return any(
        _is_compound(run, first, last)
        for first in range(max(0, cut - _LONGEST + 1), cut)
        for last in range(cut + 1, min(len(run), first + _LONGEST) + 1)
    )


def _is_compound(run: list[str], start: int, end: int) -> bool:
    return " ".join(run[start:end]) in _all_compounds()


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Neighbouring syllables of all compounds.

    >>> ("đất", "nước") in neighbours(), ("nước", "đất") in neighbours()
    (True, False)
    """
    return frozenset(_pairs_in(load_words("vi", "compounds")))


@cache
def _other_neighbours() -> frozenset[tuple[str, str]]:
    """Those of the other tables."""
    return frozenset(_pairs_in(_all_compounds() - load_words("vi", "compounds")))


def _pairs_in(compounds: Iterable[str]) -> Iterator[tuple[str, str]]:
    for compound in compounds:
        yield from pairwise(compound.split())


@cache
def _all_compounds() -> frozenset[str]:
    return frozenset().union(*(load_words("vi", table) for table in _TABLES))


@lru_cache(maxsize=1 << 14)
def _key(syllable: str) -> str:
    return tone_key(syllable.lower())


def _spoils(run: list[str], word: tuple[int, int], match: tuple[int, int]) -> bool:
    """Whether a word of the best cut leaves no match.

    It overlaps one end of the match, or it is the match and a syllable that makes another
    thing of it: *đại sứ quán* is an embassy and no ambassador, but *thông cáo chung* is a
    *thông cáo*.
    """
    start, end = word
    if end <= match[0] or match[1] <= start:
        return False
    if start <= match[0] and match[1] <= end:
        if start < match[0] and match[1] < end:
            return True
        return " ".join(run[match[1] : end]) in load_words("vi", "category_suffixes")
    return start < match[0] or match[1] < end


def cut_words(run: list[str], match: tuple[int, int] = (-1, -1)) -> list[tuple[int, int]]:
    """The words of the best cut: fewest, and of equal cuts the longer first word.

    Args:
        run: Syllables in small letters, by `tone_key`.
        match: Ends of what counts as a word, whatever the tables say.
    """
    length = len(run)
    fewest = [0] * (length + 1)  # from each syllable on
    first_end = [length] * (length + 1)
    for start in range(length - 1, -1, -1):
        fewest[start] = length + 1
        ends = set(range(start + 1, min(length, start + _LONGEST) + 1))
        for end in sorted(ends | ({match[1]} if start == match[0] else set())):
            known = end == start + 1 or (start, end) == match
            if not known and not _is_compound(run, start, end):
                continue
            if fewest[end] + 1 <= fewest[start]:  # of equal cuts the longer word, tried last
                fewest[start] = fewest[end] + 1
                first_end[start] = end
    words = []
    start = 0
    while start < length:
        words.append((start, first_end[start]))
        start = first_end[start]
    return words
