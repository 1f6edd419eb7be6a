"""Chinese names known abroad in a spelling that no romanisation gives: *Peking*, *Sun Yat-sen*.

Source: `data/conventional_names.tsv`, a short list of cited spellings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify

_GAP = re.compile(r"[\s\-\u2010\u2011]+")


def find_conventional(spelling: str) -> str | None:
    """The simplified Han name that a spelling stands for, or ``None``.

    >>> [find_conventional(name) for name in ("Peking", "CHIANG KAI SHEK", "Beijing")]
    ['北京', '蒋介石', None]
    """
    return find_closed(_key(spelling)) if len(spelling) < 80 else None


def find_closed(letters: str) -> str | None:
    """The same for a spelling in lower case, closed up: *chiangkaishek*."""
    return _by_spelling().get(letters)


def spelled_letters() -> Set[str]:
    """All the spellings in lower case, closed up."""
    return _by_spelling().keys()


def conventional_spellings(han: str) -> tuple[str, ...]:
    """The spellings by which a Han name is known, in either script; empty for most.

    >>> conventional_spellings("澳門"), conventional_spellings("习近平")
    (('Macao', 'Macau'), ())
    """
    return _by_han().get(simplify(han), ())


def _key(spelling: str) -> str:
    return _GAP.sub("", spelling).lower()


@cache
def _by_spelling() -> Mapping[str, str]:
    return {_key(row[0]): row[1] for row in load_rows("zh", "conventional_names")}


@cache
def _by_han() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for spelling, han, *_ in load_rows("zh", "conventional_names"):
        found[han] = (*found.get(han, ()), spelling)
    return found
