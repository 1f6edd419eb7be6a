"""The script that a language tag means."""

from __future__ import annotations

import re
from functools import lru_cache

_CHINESE = ("zh", "cmn")
_SCRIPT_OF_REGION = {
    "CN": "Hans",
    "SG": "Hans",
    "HK": "Hant",
    "MO": "Hant",
    "TW": "Hant",
    "CHS": "Hans",
    "CHT": "Hant",
}
"""Likely subtags of CLDR, and the two that Windows had before it knew scripts."""


@lru_cache(maxsize=256)
def script_of(tag: str) -> str:
    """The script that a tag names, for Chinese also by its region; empty where it names none.

    >>> script_of("zh-hant"), script_of("zh_TW"), script_of("zh-Hans-HK"), script_of("vi-Hani")
    ('Hant', 'Hant', 'Hans', 'Hani')
    >>> script_of("zh"), script_of("en-HK")
    ('', '')
    """
    primary, *rest = re.split("[-_]", tag)
    named = (part.title() for part in rest if len(part) == 4 and part.isalpha())
    meant = (_SCRIPT_OF_REGION.get(part.upper(), "") for part in rest)
    by_region = next(filter(None, meant), "") if primary.lower() in _CHINESE else ""
    return next(named, by_region)
