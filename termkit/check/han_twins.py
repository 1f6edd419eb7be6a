"""Words that a Chinese document writes with a slip in one place, and right in another: 污水处里厂.

The document is its own dictionary: where a stretch of its characters comes back with one of them
replaced, or two neighbours swapped, one of the two is a slip. Which one, the words tell: the
right character makes a word inside the stretch, the odd one makes none with anything around it,
and stands there once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, islice
from operator import add, ne

from termkit.check.gazetteer import is_in_han_name
from termkit.check.han_variants import joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.slips_zh import (
    is_enclosed,
    is_free,
    is_little_word,
    is_simplified,
    makes_a_word,
    stands_alone,
)
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.compounds import cut_words
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.span import Span
from termkit.text.scripts import is_han

_SIZE = 4  # characters of the shortest stretch, the odd one among them
_LONG = 5  # of one where it is a common word by itself (信息话部), or like no other,
_OFTEN = 3  # if the document has the right one so often
_REACH = 5  # characters around a word that tell where it begins
_FORMS = 8  # of one stretch: more are names of one family, or a table, and no slip
# A text about spelling quotes the slip.
_ABOUT_SPELLING = re.compile("错别字|错字|误写|写成|应为|正确")


@dataclass(frozen=True, slots=True)
class HanTwin:
    """A stretch of characters that the document has in another form.

    Attributes:
        text, span: Where the odd form stands.
        slip: What is wrong in it.
        right: The stretch as the document has it elsewhere.
        other, place: Where that is first.
        is_sure: Whether it can be nothing else; else it is worth a note.
    """

    text: TextView
    span: Span
    slip: Span
    right: str
    other: TextView
    place: Span
    is_sure: bool


def find_han_twins(view: DocumentView) -> Iterator[HanTwin]:
    """Slips that the document itself shows, in text order."""
    whole = joined(view)
    text = whole.text
    pairs = list(map(add, text, text[1:]))
    grams = list(map(add, pairs, pairs[2:]))
    for odd, right, width in sorted(
        {*_replaced(text, pairs, grams), *_swapped(text, pairs, grams)}
    ):
        left = _shared(text, odd, right, -1)
        size = left + width + _shared(text, odd + width - 1, right + width - 1, 1)
        wrong, known = Span(odd - left, odd - left + size), Span(right - left, right - left + size)
        if is_enclosed(text, wrong) and _ABOUT_SPELLING.search(text):
            continue
        if is_in_han_name(text, odd):
            continue  # 总统马科斯 beside 总统马克龙
        judge = _judge_swap if width > 1 else _judge
        is_sure = judge(text, odd, right, known)
        if is_sure is None:
            continue
        index, other = (bisect_right(whole.starts, place) - 1 for place in (odd, right))
        start = odd - whole.starts[index]
        yield HanTwin(
            view.texts[index],
            Span(start - left, start - left + size),
            Span(start, start + width),
            known.slice(text),
            view.texts[other],
            Span(known.start - whole.starts[other], known.end - whole.starts[other]),
            is_sure,
        )


def _replaced(text: str, pairs: list[str], grams: list[str]) -> Iterator[tuple[int, int, int]]:
    """Places of a character that stands once between its neighbours, makes no word and has the
    place of another there; the first place of that one; and 1."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for at in range(_SIZE):
        for one, other in _differing(grams, _without(text, pairs, at)):
            counts = counts or Counter(grams)
            first = first or dict(zip(reversed(grams), reversed(range(len(grams))), strict=True))
            for odd, right in ((one, other), (other, one)):
                if counts[odd] == 1 and _may_be_slip(odd, right, at):
                    place = first[odd] + at
                    if not makes_a_word(text, place):
                        yield place, first[right] + at, 1


def _swapped(text: str, pairs: list[str], grams: list[str]) -> Iterator[tuple[int, int, int]]:
    """Places of two neighbours that stand once in that order between theirs and make no words;
    the first place of those in the other order, which come twice at least; and 2."""
    distinct = set(pairs)
    mirrored = {pair for pair in distinct if pair[0] != pair[1] and pair[::-1] in distinct}
    for place in compress(range(len(pairs)), map(mirrored.__contains__, pairs)):
        if makes_a_word(text, place) or makes_a_word(text, place + 1):
            continue
        for start in range(max(0, place - 2), place + 1):
            odd, at = text[start : start + _SIZE], place - start
            right = odd[:at] + odd[at : at + 2][::-1] + odd[at + 2 :]
            often = len(odd) == _SIZE and text.count(right) > 1 and text.count(odd) == 1
            if often and _may_be_slip(odd, right, at):
                yield place, grams.index(right) + at, 2


def _without(text: str, pairs: list[str], at: int) -> Iterator[str]:
    """Every stretch of four characters without the one at a place.

    >>> list(_without("abcde", ["ab", "bc", "cd", "de"], 1))
    ['acd', 'bde']
    """
    if at < _SIZE // 2:
        return map(add, text[1 - at :], pairs[2:])
    return map(add, pairs, text[_SIZE + 1 - at :])


def _differing(grams: list[str], keys: Iterator[str]) -> set[tuple[str, str]]:
    """Stretches that have a key in common, which few have.

    >>> sorted(_differing(["污水处理", "污水处里"], iter(["污水处", "污水处"])))
    [('污水处理', '污水处里')]
    """
    listed = list(islice(keys, len(grams)))
    last = dict(zip(listed, grams, strict=True))
    latest = list(map(last.__getitem__, listed))
    unlike: dict[str, set[str]] = defaultdict(set)
    for key, gram in compress(zip(listed, grams, strict=True), map(ne, grams, latest)):
        unlike[key].add(gram)
    return {
        (gram, other)
        for key, some in unlike.items()
        if len(some) < _FORMS
        for gram in some
        for other in (*some, last[key])
        if gram != other
    }


def _may_be_slip(odd: str, right: str, at: int) -> bool:
    """Whether all characters are Han, and the odd one is none that comes and goes."""
    one, other = odd[at], right[at]
    if not (all(map(is_han, odd)) and is_simplified(one + other)) or is_little_word(one):
        return False
    return not (is_free(one, one) and is_free(other, other))  # 中俄, 中英


def _shared(text: str, one: int, other: int, step: int) -> int:
    """How many Han characters are the same before or behind two places."""
    size = 0
    while True:
        one, other = one + step, other + step
        if min(one, other) < 0 or max(one, other) >= len(text):
            return size
        if text[one] != text[other] or not is_han(text[one]):
            return size
        size += 1


def _judge(text: str, odd: int, right: int, known: Span) -> bool | None:
    """Whether a character is surely a slip, or perhaps; ``None`` when it may be meant.

    Args:
        text: The whole document.
        odd, right: The character, and the one that stands elsewhere in its place.
        known: The stretch around the right one.
    """
    word = _word_inside(text, right, known)
    if word is None:
        return None
    size, before = known.end - known.start, right - known.start
    if sound_alike(text[odd], text[right]):
        if stands_alone(text[odd]):  # it may be a word here: 年代初起 beside 年代初期
            return size > _SIZE and 1 < before < size - 1
        if is_little_word(text[right]):
            return False  # 柱间走钢丝 beside 之间走钢丝
        return size > _SIZE or text.count(known.slice(text)) > 1
    if not word.start < right < word.end - 1:
        return None  # 中雪 beside 中雨: only in the midst of a word nothing else fits
    if is_mistaken(text[odd], text[right]):
        return not stands_alone(text[odd])
    often = size >= _LONG and text.count(known.slice(text)) >= _OFTEN
    return False if often else None


def _judge_swap(text: str, odd: int, right: int, known: Span) -> bool | None:
    """As `_judge`, of two characters in another order: the usual one is right."""
    if stands_alone(text[odd]) or stands_alone(text[odd + 1]):
        return None  # 最喜爱的书送下乡
    return text.count(known.slice(text)) >= _OFTEN


def _word_inside(text: str, at: int, stretch: Span) -> Span | None:
    """The word of the best cut that has a character and lies inside a stretch."""
    start, end = at, at + 1
    while start > max(0, stretch.start - _REACH) and is_han(text[start - 1]):
        start -= 1
    while end < min(len(text), stretch.end + _REACH) and is_han(text[end]):
        end += 1
    for begin, last in cut_words(text[start:end]):
        word = Span(start + begin, start + last)
        if word.start <= at < word.end:
            return word if len(word) > 1 and stretch.contains(word) else None
    return None
