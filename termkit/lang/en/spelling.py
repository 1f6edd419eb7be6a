"""British and American spellings of one word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from termkit.lang.tables import load_rows

BRITISH, AMERICAN = "British", "American"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a word that has two.

    Attributes:
        word: Lower case.
        side: `BRITISH` or `AMERICAN`.
        other: The other side's spelling.
        kind: ``clear``, ``double``, ``american``, ``british``, ``ize`` or ``variant``: see the
            table's head.
    """

    word: str
    side: str
    other: str
    kind: str

    @property
    def tells(self) -> bool:
        """Whether the word alone shows the spelling of its text.

        >>> find_spelling("neighbourhood").tells, find_spelling("program").tells
        (True, False)
        >>> find_spelling("organization").tells  # American, and Oxford
        False
        """
        if self.kind in ("clear", "variant"):
            return self.kind == "clear"
        return self.side == (AMERICAN if self.kind in ("double", "american") else BRITISH)


def find_spelling(word: str) -> Spelling | None:
    """What is known of a word's spelling; ``None`` when it has only one.

    >>> find_spelling("Defence").other
    'defense'
    """
    return _spellings().get(word.casefold())


@cache
def _spellings() -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}
    for british, american, kind in load_rows("en", "spelling"):
        found[american] = Spelling(american, AMERICAN, british, kind)
        found[british] = Spelling(british, BRITISH, american, kind)
    return found
