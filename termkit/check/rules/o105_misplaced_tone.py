"""O105: a tone mark on a vowel where neither style puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.signal import some_word
from termkit.check.view import UnitView
from termkit.lang.vi.company import is_in_vietnamese_name
from termkit.lang.vi.marks import without_tones
from termkit.lang.vi.tones import place_tone
from termkit.model.finding import Safety
from termkit.model.span import Span

# Two vowels or more, or one after q or gi: where a tone can be in the wrong place at all.
_VOWEL = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"
_WORD = re.compile(
    rf"(?<![\w\u0300-\u036f-])[^\W\d_]{{0,3}}?{_VOWEL}{{2,3}}[^\W\d_]{{0,2}}(?![\w\u0300-\u036f])",
    re.IGNORECASE,
)
# Letters of tone-marked pinyin that Vietnamese has not: in their company the word is Chinese.
_PINYIN = re.compile("[āēīōūǖǎěǐǒǔǚ]", re.IGNORECASE)


def _mended(word: str) -> str | None:
    """A syllable with its tone where it belongs; ``None`` when it is there, or no syllable."""
    if not _WORD.fullmatch(word):
        return None
    right = place_tone(word, "old")
    # oo is in loans only (soóc, Nóoc-ma), and writers differ.
    if right is None or "oo" in without_tones(word).lower():
        return None
    return None if word in (right, place_tone(word, "new")) else right


@rule(
    "O105",
    "misplaced-tone",
    scope="unit",
    severity="warning",
    since="0.1",
    signal=some_word(lambda word: _mended(word) is not None),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A syllable carries its tone on a vowel where no style puts it: *tòan*, *qúy*, *cuả*.

    The two ways to write open *oa*, *oe*, *uy* are both right and another rule's affair.
    Words that are no Vietnamese syllable, such as foreign names, are left alone; in other
    languages only Vietnamese names are looked at.

    ## Why it matters
    It is a slip of the keyboard, and a search for the word does not find it.

    ## Use instead
    The same syllable with the mark on its main vowel: *toàn*, *quý*, *của*.

    ## Source
    Quyết định 1989/QĐ-BGDĐT of 25 May 2018, Article 8: the mark stands on the letter of
    the main vowel; in ia, ua, ưa on the first letter, in iê, yê, uô, ươ on the second.
    """
    text = view.target.text
    if text.isascii() or _PINYIN.search(text):
        return
    in_vietnamese = view.target.lang.startswith("vi")
    for found in _WORD.finditer(text):
        word = found[0]
        right = _mended(word)
        if right is None:
            continue
        span = Span(*found.span())
        if not (in_vietnamese or is_in_vietnamese_name(text, span, marked=True)):
            continue
        yield view.target.mark(
            span,
            f"{word!r} has its tone on the wrong vowel",
            replacement=right,
            safety=Safety.SAFE,
        )
