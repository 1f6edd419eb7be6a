"""Vietnamese personal names: family name first, given name alone on second mention."""

from __future__ import annotations

from functools import cache, lru_cache

from termkit.lang.tables import load_words
from termkit.lang.words import find_words
from termkit.text.fold import fold


@lru_cache(maxsize=1 << 14)
def find_short_form(name: str) -> str | None:
    """The given name: the last syllable, with or without marks.

    >>> find_short_form("Lê Hoài Trung"), find_short_form("To Lam")
    ('Trung', 'Lam')
    >>> find_short_form("Trung") is None
    True
    """
    words = [span.slice(name) for span in find_words(name)]
    return words[-1] if len(words) > 1 else None


def family_names() -> frozenset[str]:
    """Vietnamese family names, with marks.

    >>> {"Nguyễn", "Tô", "Đặng"} <= family_names()
    True
    """
    return load_words("vi", "family_names")


@cache
def folded_family_names() -> frozenset[str]:
    """The same in lower case without marks.

    >>> "nguyen" in folded_family_names()
    True
    """
    return frozenset(map(fold, family_names()))
