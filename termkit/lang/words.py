"""Words of running text: Latin tokens, numbers, and Han characters one by one.

Every room cuts the same way, because every report mixes scripts: a Vietnamese syllable is a
Latin token, and a Han character is a word wherever it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.model.span import Span
from termkit.text.scripts import HAN

# A token is letters and digits with their marks, apostrophes inside (people's, d'affaires),
# and the points and commas inside a number (1.200,5). Hyphens end a token, so that
# "Việt Nam-China" has three.
_LETTERS = rf"[^\W_{HAN}]+(?:[\u0300-\u036f]+[^\W_{HAN}]*)*"
_APART = rf"\d+(?:[.,]\d+)+(?:{_LETTERS})?|{_LETTERS}(?:['\u2019]{_LETTERS})*"
TOKEN = re.compile(rf"[{HAN}]|{_APART}")
APART = re.compile(_APART)
"""Those that stand apart: all but Han characters."""
_JOINED = re.compile("[\\d'\u2019]")
_PART = re.compile(r"[^\W\d_]+")
_FEW = 64  # texts whose words are remembered: both sides of a unit, asked by many


@lru_cache(maxsize=_FEW)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a normalised text as found, without their places.

    >>> tokens_of("Trung’s 1.200,5 ha, 国会")
    ('Trung’s', '1.200,5', 'ha', '国', '会')
    """
    return tuple(TOKEN.findall(text))


@lru_cache(maxsize=_FEW)
def word_set(text: str) -> frozenset[str]:
    """The words of a normalised text in small letters, for membership.

    Of a word with an apostrophe or with figures its parts as well.

    >>> sorted(word_set("One’s 5km"))
    ['5km', 'km', 'one', 'one’s', 's']
    """
    words = frozenset(map(str.lower, tokens_of(text)))
    if _JOINED.search(text) is None:
        return words
    return words.union(*(_PART.findall(word) for word in words if not word.isalpha()))


def find_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of a normalised text, in order; punctuation is none.

    >>> text = "Trung’s 1.200,5 ha, 国会 𡨸"
    >>> [span.slice(text) for span in find_words(text)]
    ['Trung’s', '1.200,5', 'ha', '国', '会', '𡨸']
    """
    return tuple(Span(*match.span()) for match in TOKEN.finditer(text))
