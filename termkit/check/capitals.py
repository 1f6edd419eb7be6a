"""Whether a phrase is written with capitals: its weighty words tell, the small ones never do."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WEIGHTY = 4  # letters of a word that has a capital in a title; shorter ones are of and the

_WORD = re.compile(r"[^\W\d_]+")


def weighty_capitals(words: Iterable[str]) -> list[bool]:
    """Whether each word that is long enough for it has a capital.

    >>> weighty_capitals(("Law", "of", "the", "Sea", "Convention", "text"))
    [True, False]
    """
    return [word[0].isupper() for word in words if len(word) >= _WEIGHTY]


def has_capitals(phrase: str) -> bool | None:
    """Whether a phrase has capitals; ``None`` if only some of its words have, or it is one word.

    >>> has_capitals("Global Security Initiative"), has_capitals("security of the world")
    (True, False)
    >>> has_capitals("Global security"), has_capitals("Security")
    (None, None)
    """
    capitals = weighty_capitals(_WORD.findall(phrase))
    if len(capitals) < 2 or any(capitals) != all(capitals):
        return None
    return all(capitals)
