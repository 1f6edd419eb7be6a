"""Words of running text: Latin tokens, numbers, and Han characters one by one.

Every room cuts the same way, because every report mixes scripts: a Vietnamese syllable is a
Latin token, and a Han character is a word wherever it stands.
"""

from __future__ import annotations

import re

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


def find_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of a normalised text, in order; punctuation is none.

    >>> text = "Trung’s 1.200,5 ha, 国会 𡨸"
    >>> [span.slice(text) for span in find_words(text)]
    ['Trung’s', '1.200,5', 'ha', '国', '会', '𡨸']
    """
    return tuple(Span(*match.span()) for match in TOKEN.finditer(text))
