"""Words that a Chinese document writes with a slip in one place, and right in another: 污水处里厂.

The document is its own dictionary: where a stretch of its characters comes back with one of them
replaced, or two neighbours swapped, one of the two is a slip. Which one, the words tell: the
right character makes a word inside the stretch, the odd one makes none with anything around it,
and stands there once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.gazetteer import is_in_han_name
from termkit.check.han_variants import joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.slips_zh import (
    is_enclosed,
    is_little_word,
    stands_alone,
)
from termkit.check.twin_stretches import SIZE, find_twin_stretches
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.compounds import cut_words
from termkit.lang.zh.hanzi import is_traditional
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.span import Span
from termkit.text.scripts import is_han

# Characters of a stretch where the odd one is a common word by itself (信息话部), or like no other.
_LONG = 5
_OFTEN = 3  # times that the document has the right one so often
_REACH = 5  # characters around a word that tell where it begins
# A text about spelling quotes the slip.
_REPORT = 8_000  # characters; in a longer text much is said nearly twice
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
    if is_traditional(text):
        return  # the words that tell are in simplified characters
    for odd, right, width in find_twin_stretches(whole.grams):
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
        (index, start), (other, _) = whole.place(odd), whole.place(right)
        yield HanTwin(
            view.texts[index],
            Span(start - left, start - left + size),
            Span(start, start + width),
            known.slice(text),
            view.texts[other],
            Span(known.start - whole.starts[other], known.end - whole.starts[other]),
            is_sure,
        )


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
    size, before = known.end - known.start, right - known.start
    is_alike, is_long = sound_alike(text[odd], text[right]), size >= _LONG
    if not (is_alike or is_long or is_mistaken(text[odd], text[right])):
        return None  # the usual case
    word = _word_inside(text, right, known)
    if word is None:
        return None
    if is_alike:
        if stands_alone(text[odd]):  # it may be a word here: 年代初起 beside 年代初期
            is_sure = size > SIZE and 1 < before < size - 1
            return is_sure if is_sure or len(text) <= _REPORT else None
        if is_little_word(text[right]):
            return False  # 柱间走钢丝 beside 之间走钢丝
        return size > SIZE or text.count(known.slice(text)) > 1
    if not word.start < right < word.end - 1:
        return None  # 中雪 beside 中雨: only in the midst of a word nothing else fits
    if is_mistaken(text[odd], text[right]):
        return not stands_alone(text[odd])
    return False if is_long and text.count(known.slice(text)) >= _OFTEN else None


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
