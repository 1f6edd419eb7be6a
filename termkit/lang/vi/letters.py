"""Eth and African D where a Vietnamese đ belongs.

*Ð* (U+00D0, eth) and *Ɖ* (U+0189, African D) look like *Đ* (U+0110), and old keyboards and
converters wrote them. Eth is right in Icelandic and Faroese, but begins no word there;
Vietnamese *đ* begins every syllable that has it. African D is right in Ewe.
"""

from __future__ import annotations

import re

from termkit.lang.vi.marks import ETH, looks_vietnamese, without_marks
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable

WORD = re.compile(r"[^\W\d_]*[ÐðƉɖ][^\W\d_]*")
"""A word with one of the look-alikes in it."""

_POSING = re.compile("[ÐðƉɖ]")
_TO_D = str.maketrans(ETH)
_VOWELS = frozenset("AEIOUY")


def repair_letters(text: str, *, in_vietnamese: bool | None = None) -> str:
    """A text with đ for its look-alikes wherever the word is Vietnamese; the length stays.

    Args:
        text: Composed text.
        in_vietnamese: Whether the text is Vietnamese; ``None`` looks for letters that
            Vietnamese alone writes.

    >>> repair_letters("Ðà Nẵng, Ɖinh Tiên Hoàng, HÐND; Guðni Sigurðsson")
    'Đà Nẵng, Đinh Tiên Hoàng, HĐND; Guðni Sigurðsson'
    """
    if not _POSING.search(text):
        return text
    if in_vietnamese is None:
        in_vietnamese = looks_vietnamese(text)

    def repair(found: re.Match[str]) -> str:
        return repaired_word(found[0], in_vietnamese=in_vietnamese) or found[0]

    return WORD.sub(repair, text)


def repaired_word(word: str, *, in_vietnamese: bool) -> str | None:
    """The Vietnamese word with đ that was meant, or ``None`` when the look-alike is right.

    In a text of another language the word must show that it is Vietnamese: a possible
    syllable with a further mark.

    >>> repaired_word("Ðặng", in_vietnamese=False), repaired_word("ÐẢNG", in_vietnamese=True)
    ('Đặng', 'ĐẢNG')
    >>> repaired_word("ðe", in_vietnamese=False), repaired_word("Guðni", in_vietnamese=True)
    (None, None)

    Abbreviations of capital consonants (*HĐND*, *QĐ*, *NĐ*) are Vietnamese in Vietnamese.

    >>> repaired_word("QÐ", in_vietnamese=True), repaired_word("GUÐNI", in_vietnamese=True)
    ('QĐ', None)
    """
    meant = word.translate(_TO_D)
    if meant == word:
        return None
    if word[0] in ETH and not any(letter in ETH for letter in word[1:]):
        if is_syllable(meant) and not meant[1:].isascii():
            return meant
        if looks_vietnamese(meant):  # names of other peoples of Vietnam: Đắk Lắk
            return meant
        if in_vietnamese and (is_syllable(meant) or is_unmarked_syllable(without_marks(meant))):
            return meant
    capitals = without_marks(meant)
    is_abbreviation = len(word) > 1 and word.isupper() and not _VOWELS.intersection(capitals)
    return meant if in_vietnamese and is_abbreviation else None
