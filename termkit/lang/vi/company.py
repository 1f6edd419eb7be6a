"""Vietnamese names in texts of other languages, told by the words beside them.

*Hòa* alone could be anything; in *Khánh Hòa* or *Hòa Phát* it is Vietnamese, and *Noé* in
*Noé Ramírez* is not.
"""

from __future__ import annotations

import re

from termkit.lang.vi.marks import looks_vietnamese
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.model.span import Span

_BEFORE = re.compile(r"([^\W\d_]+)[ -]\Z")
_AFTER = re.compile(r"[ -]([^\W\d_]+)")
_LONGEST = 8  # letters of a syllable, and what joins it


def is_in_vietnamese_name(text: str, span: Span, *, marked: bool = False) -> bool:
    """Whether a capitalised word stands in a Vietnamese name.

    Either it has a letter that Vietnamese alone writes, or the capitalised word before or
    after it is a possible syllable.

    Args:
        text: Normalised text.
        span: Of the word.
        marked: The company must have marks: *Lê* will do, *Ho* will not.

    >>> text = "Noé met Noé Ramírez in Khánh Hòa with Ho Toà, Thuỷ"
    >>> [is_in_vietnamese_name(text, Span(start, end))
    ...  for start, end in ((0, 3), (8, 11), (29, 32), (41, 44), (46, 50))]
    [False, False, True, True, True]
    >>> is_in_vietnamese_name(text, Span(41, 44), marked=True)
    False
    """
    word = span.slice(text)
    if not word[:1].isupper():
        return False
    if looks_vietnamese(word):
        return True
    before = _BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    after = _AFTER.match(text, span.end)
    company = [found[1] for found in (before, after) if found is not None]
    return any(
        other[0].isupper()
        and (is_syllable(other) if not other.isascii() else is_unmarked_syllable(other))
        and not (marked and other.isascii())
        for other in company
    )
