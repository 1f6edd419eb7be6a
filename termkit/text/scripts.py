"""Which script a character is written in: Latin or Han.

Han covers every extension, for chữ Nôm lives beyond the Basic Multilingual Plane.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Unicode 16: URO, extensions A-H and I, compatibility ideographs, and the four characters of
# other blocks that stand in running text as ideographs (iteration mark, closing mark, zero).
HAN = (
    "\u3005\u3006\u3007"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002ee5d\U0002f800-\U0002fa1f\U00030000-\U000323af"
)
# Latin letters with what stands on them: ASCII, Latin-1 without × and ÷, the extensions,
# and the combining marks that belong to the letter before.
LATIN = (
    "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f"
    "\u1d00-\u1d25\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua787"
)
CJK_PUNCTUATION = (
    "\u2329\u232a\u3001-\u3004\u3008-\u3020\u3030"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)

# The code points of `LATIN` that have letters in two cases.
_CASED = (
    *range(0x41, 0x2B0),
    *range(0x1E00, 0x1F00),
    *range(0x2C60, 0x2C80),
    *range(0xA722, 0xA788),
)
CAPITALS = "".join(chr(code) for code in _CASED if chr(code).isupper())
"""Every capital of Latin script: most words of a text need no look where it is looked for these."""

_HAN = re.compile(f"[{HAN}]")


def is_han(character: str) -> bool:
    """Whether one character is a Han ideograph, chữ Nôm included.

    >>> is_han("国"), is_han("𡨸"), is_han("ệ"), is_han("，"), is_han("")
    (True, True, False, False, False)
    """
    # Nearly every ideograph is of the oldest block: no pattern is needed to tell.
    return "\u4e00" <= character <= "\u9fff" or _HAN.match(character) is not None


@lru_cache(maxsize=64)  # many rules ask of the same few texts
def count_han(text: str) -> int:
    """How many Han ideographs stand in the text.

    >>> count_han("中越 𡨸"), count_han("chữ Nôm")
    (3, 0)
    """
    return len(_HAN.findall(text))


def has_han(text: str) -> bool:
    """Whether any Han ideograph stands in the text.

    >>> has_han("chữ 𡨸"), has_han("chữ Nôm")
    (True, False)
    """
    return _HAN.search(text) is not None
