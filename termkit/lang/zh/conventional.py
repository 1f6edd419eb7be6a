"""Chinese names known abroad in a spelling that no romanisation gives: *Peking*, *Sun Yat-sen*.

Source: `data/conventional_names.tsv`, a short list of cited spellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify

_GAP = re.compile(r"[\s.\-\u2010\u2011]+")


def find_conventional(spelling: str) -> tuple[str, ...]:
    """The simplified Han names that a spelling stands for; empty for most.

    >>> [find_conventional(name) for name in ("Peking", "SUN YAT SEN", "Beijing")]
    [('北京',), ('孙中山', '孙逸仙'), ()]
    """
    return han_by_letters().get(_key(spelling), ()) if len(spelling) < 80 else ()


def conventional_spellings(han: str) -> tuple[str, ...]:
    """The spellings by which a Han name is known, in either script; empty for most.

    >>> conventional_spellings("澳門"), conventional_spellings("习近平")
    (('Macao', 'Macau'), ())
    """
    return _by_han().get(simplify(han), ())


@cache
def han_by_letters() -> Mapping[str, tuple[str, ...]]:
    """The Han names of each spelling, in lower case, closed up, without marks: *sunyatsen*."""
    found: dict[str, tuple[str, ...]] = {}
    for spelling, han, *_ in load_rows("zh", "conventional_names"):
        found[_key(spelling)] = (*found.get(_key(spelling), ()), han)
    return found


def _key(spelling: str) -> str:
    letters = unicodedata.normalize("NFD", _GAP.sub("", spelling).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _by_han() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for spelling, han, *_ in load_rows("zh", "conventional_names"):
        found[han] = (*found.get(han, ()), spelling)
    return found
