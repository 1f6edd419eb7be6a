"""Whether a name that is written the same in every language stands in a text, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from termkit.text.scripts import LATIN

_WORD = rf"{LATIN}\d_"


def stands_as_is(names: Iterable[str], text: str, lang: str) -> bool:
    """Whether one of the names stands whole in a normalised text, in its own capitals.

    Capitals are free in a text that has no small letter; an English text may add a plural or
    a possessive.

    >>> stands_as_is(["OpenTM2"], "用OpenTM2翻译", "zh"), stands_as_is(["OpenTM2"], "opentm2", "en")
    (True, False)
    >>> stands_as_is(["Raspberry Pi"], "two Raspberry Pis", "en")
    True
    >>> stands_as_is(["Raspberry Pi"], "MUA RASPBERRY PI", "vi")
    True
    """
    is_shouted = text.isupper()
    return any(
        _pattern(name.upper() if is_shouted else name, lang.startswith("en")).search(text)
        for name in names
    )


@lru_cache(maxsize=1024)
def _pattern(name: str, is_english: bool) -> re.Pattern[str]:
    written = r"[\s-]?".join(map(re.escape, name.split()))
    before = rf"(?<![{_WORD}])" if re.match(rf"[{_WORD}]", name) else ""
    after = rf"(?![{_WORD}])" if re.search(rf"[{_WORD}]$", name) else ""
    ending = "(?:e?s|E?S)?" if is_english else ""
    return re.compile(before + written + ending + after)
