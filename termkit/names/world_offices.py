"""Who is head of a state or government, and since when: President Macron, Prime Minister Modi.

Source: The World Factbook, table `names/data/world_offices.tsv`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from termkit.lang.tables import load_table
from termkit.names.stretches import PARTICLES
from termkit.text.fold import fold

_LONG = 3  # words of a name whose end is a name as well


@dataclass(frozen=True, slots=True)
class Tenure:
    """What somebody is, from one day to another.

    Attributes:
        name: As printed.
        offices: Kinds: *president*, *vice president*, *prime minister*, *deputy prime minister*,
            *monarch*.
        since: The first day on which all of them were held.
        until: The last day for which the source speaks.
    """

    name: str
    offices: tuple[str, ...]
    since: datetime.date
    until: datetime.date


@cache
def tenures() -> dict[tuple[str, ...], Tenure]:
    """Heads of state and government by the words of their names, folded.

    A name is there whole, without what stands between its first and last part, and without
    what follows the second.

    >>> tenures()["emmanuel", "macron"].offices, tenures()["anwar", "ibrahim"].since.year
    (('monarch', 'president'), 2022)
    """
    found: dict[tuple[str, ...], Tenure | None] = {}
    for name, offices, since, until in load_table("termkit.names", "world_offices"):
        tenure = Tenure(
            name,
            tuple(offices.split(", ")),
            datetime.date.fromisoformat(since),
            datetime.date.fromisoformat(until),
        )
        for words in _variants(name):
            known = found.setdefault(words, tenure)
            if known is not tenure:
                found[words] = None  # two people
    return {words: tenure for words, tenure in found.items() if tenure is not None}


def _variants(name: str) -> set[tuple[str, ...]]:
    """Luiz Inácio Lula da Silva, Luiz da Silva, Lula da Silva; Donald J. Trump, Donald Trump."""
    words = tuple(fold(name).replace(".", "").split())
    whole = tuple(word for word in words if len(word) > 1)
    last = len(whole) - 1
    while last > 1 and whole[last - 1] in PARTICLES:
        last -= 1
    found = {words, whole, whole[:2], (whole[0], *whole[last:])}
    return found | {whole[2:]} if len(whole) > _LONG else found
