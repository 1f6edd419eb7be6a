"""Which of the three languages a text is in, or that this cannot be told.

Three kinds of evidence, the cheapest first: the share of Han characters; words that only
grammar needs (*the*, *của*), by which an English story full of Vietnamese names is English;
and, where there are too few of those (a headline), whether the other words are Vietnamese
syllables with their marks. A language outside the three has words of none.
"""

from __future__ import annotations

import re
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
_KANA_OR_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
_SAMPLE = 4000  # code points: more says nothing new
_ENOUGH = 0.12  # share of function words in running text; ours have 0.25 to 0.5
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
    sample = normalise_text(text[:_SAMPLE])
    han = count_han(sample)
    latin = [word for word in APART.findall(sample) if not word[0].isdigit()]
    if _KANA_OR_HANGUL.search(sample):
        return None
    # A Han character is about half a word.
    if han > len(latin):
        return "zh"
    return _detect_latin(latin) if latin else None


def _detect_latin(words: list[str]) -> DetectedLanguage | None:
    lower = list(map(str.lower, words))
    total = len(words)
    english = sum(map(load_words("en", "function_words").__contains__, lower))
    marked = sum(map(load_words("vi", "function_words").__contains__, lower))
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
