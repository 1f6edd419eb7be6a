"""How long a text is in a measure that a translation keeps.

A Han character says about what 3.8 letters of English say, and Vietnamese is a little longer than
English: between the joint statement of `seeds/` (4.5) and the Universal Declaration of Human
Rights (3.4).
"""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.lang.pieces import HAN, signs_of
from termkit.text.scripts import count_han

_SPACE = re.compile(r"\s+")
_LETTERS = {"en": 1.0, "vi": 0.97, "zh": 1.0}
_PER_HAN = 3.8


@lru_cache(maxsize=64)
def _weight(lang: str) -> float:
    return _LETTERS[lang.split("-")[0]]


def measure(text: str, lang: str) -> float:
    """The length of a text in letters of English."""
    han = count_han(text) if signs_of(text) & HAN else 0
    return (len(text) - han) * _weight(lang) + han * _PER_HAN


def ratio(source: str, source_lang: str, target: str, target_lang: str) -> float:
    """Length of the target over that of the source; 1 is usual, 0 without a target.

    >>> round(ratio("中国人民", "zh", "the Chinese people", "en"), 1)
    1.2
    """
    length = measure(source, source_lang)
    return measure(target, target_lang) / length if length else 0.0
