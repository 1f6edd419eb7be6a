"""Which of the three languages a text is in, or that this cannot be told.

Three kinds of evidence, the cheapest first: the share of Han characters; words that only
grammar needs (*the*, *của*), by which an English story full of Vietnamese names is English;
and, where there are too few of those (a headline), whether the other words are Vietnamese
syllables with their marks. A language outside the three has words of none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.marks import looks_vietnamese
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.words import APART
from termkit.text.fold import fold
from termkit.text.normalise import normalise_text
from termkit.text.scripts import count_han

DetectedLanguage = Literal["vi", "en", "zh"]
_KANA_OR_HANGUL = re.compile("[\u1100-\u11ff\u3041-\u30ff\uac00-\ud7a3]")
_STACKED = re.compile("[ấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE)
_SAMPLE = 4000  # code points: more says nothing new
_STRETCH = 300  # code points: some sixty words
_LONG = 3 * _STRETCH
_ENOUGH = 0.12  # share of function words in running text; ours have 0.25 to 0.5
_PLENTY = 0.15
_STACKS = 0.1  # letters of two marks for each word: no other language writes them
_MARKED = 0.2  # share of marked Vietnamese syllables in a Vietnamese headline


def detect_language(text: str) -> DetectedLanguage | None:
    """The language of a text; ``None`` when unsure.

    >>> detect_language("Phó Thủ tướng tiếp Đại sứ Trung Quốc")
    'vi'
    >>> detect_language("HÀ NỘI — Party General Secretary Tô Lâm received the ambassador")
    'en'
    >>> detect_language("越南外交部长黎怀忠访华"), detect_language("Le ministre des affaires")
    ('zh', None)
    """
    sample = text[:_SAMPLE]
    if _KANA_OR_HANGUL.search(sample):
        return None
    seen = _at_sight(sample)
    if seen is not None:
        return seen
    sample = normalise_text(sample)
    latin = _words(sample)
    # A Han character is about half a word.
    if count_han(sample) > len(latin):
        return "zh"
    return _detect_latin(latin) if latin else None


def _at_sight(sample: str) -> DetectedLanguage | None:
    """What three stretches of a long text agree on, with little against it; else ``None``."""
    if len(sample) < _LONG:
        return None
    middle = len(sample) // 2
    stretches = (sample[:_STRETCH], sample[middle : middle + _STRETCH], sample[-_STRETCH:])
    han = [count_han(stretch) for stretch in stretches]
    if min(han) > _STRETCH // 2:
        return "zh"
    if max(han) > _STRETCH // 10:
        return None
    composed = list(map(normalise_text, stretches))
    words = [list(map(str.lower, _words(text))) for text in composed]
    english, vietnamese = zip(*map(_grammar, words), strict=True)
    sizes = list(map(len, words))
    if _prevails(english, vietnamese, sizes, _ENOUGH) and sum(english) > _PLENTY * sum(sizes):
        return "en"
    stacked = [len(_STACKED.findall(text)) for text in composed]
    is_marked = all(n > _STACKS * size for n, size in zip(stacked, sizes, strict=True))
    return "vi" if is_marked and _prevails(vietnamese, english, sizes, _ENOUGH / 2) else None


def _prevails(
    own: Sequence[int], other: Sequence[int], sizes: Sequence[int], enough: float
) -> bool:
    """Whether a language has a share of function words in each stretch, and the other hardly."""
    return all(
        mine > enough * size and mine > 3 * theirs
        for mine, theirs, size in zip(own, other, sizes, strict=True)
    )


def _words(sample: str) -> list[str]:
    return [word for word in APART.findall(sample) if not word[0].isdigit()]


def _grammar(lower: list[str]) -> tuple[int, int]:
    """How many words are English function words, and how many Vietnamese ones."""
    english = sum(map(load_words("en", "function_words").__contains__, lower))
    return english, sum(map(load_words("vi", "function_words").__contains__, lower))


def _detect_latin(words: list[str]) -> DetectedLanguage | None:
    lower = list(map(str.lower, words))
    total = len(words)
    english, marked = _grammar(lower)
    if english >= max(1, _ENOUGH * total) and english > marked:
        is_sure = total >= 8 or english >= 2
        return "en" if is_sure or _is_mostly_english(words) else None
    if marked >= max(2, _ENOUGH * total):
        return "vi"
    telling = [word for word in lower if not word.isascii() and is_syllable(word)]
    syllables = sum(is_syllable(word) for word in lower)
    if (
        len(telling) >= max(2, _MARKED * total)
        and syllables >= 0.6 * total
        and (total > 3 or any(word[0].islower() for word in words))
        and any(map(looks_vietnamese, telling))
        and not _is_mostly_english(words)
    ):
        return "vi"
    unmarked = sum(word in _unmarked_function_words() for word in lower)
    plain = sum(is_unmarked_syllable(word) for word in lower)
    if total >= 5 and plain >= 0.9 * total and unmarked >= max(2, _ENOUGH * total):
        return "vi"
    return "en" if _is_mostly_english(words) else None


def _is_mostly_english(words: list[str]) -> bool:
    """Whether a headline without function words consists of English words.

    Names in it are of no language: *Tô Lâm, Xi Jinping hold phone talks* is three English
    words. So a capitalised word counts when it is English, and never against it.
    """
    known = unknown = 0
    for word in words:
        capital = word[0].isupper()
        if capital and (is_syllable(word) or is_unmarked_syllable(word)):
            continue
        if is_ordinary_word(word.lower()):
            known += 1
        elif not capital:
            unknown += 1
    return known >= max(2, 1.5 * unknown)


@cache
def _unmarked_function_words() -> frozenset[str]:
    """Those of Vietnamese without marks, as in old mail: *cua*, *khong*."""
    return frozenset(map(fold, load_words("vi", "function_words")))
