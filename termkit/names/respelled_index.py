"""Known Chinese names under their spellings in Hong Kong, Macao and Taiwan.

A name is filed by what its first character can be spelled; the few that a mention may begin
with are then read whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from termkit.lang.zh.cantonese import cantonese_spellings
from termkit.lang.zh.taiwan import taiwan_spellings
from termkit.names.read import NameText
from termkit.names.respelled import read_respelled

_LONGEST = 6
"""No spelling of a character has more letters."""


class RespelledNames:
    """Entries with a name in Han characters, found by a spelling of it.

    Args:
        names: Number of the entry, and the characters.

    >>> from termkit.names.read import read_name
    >>> names = RespelledNames([(0, "李家超"), (1, "李家诚")])
    >>> [names.find(read_name(text)) for text in ("John Lee Ka-chiu", "Lee Ka-fai")]
    [{0}, set()]
    """

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._by_first: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for entry, han in names:
            for spelling in {*cantonese_spellings(han[0]), *taiwan_spellings(han[0])}:
                self._by_first[spelling].append((entry, han))

    def find(self, name: NameText, *, foreign: bool = True) -> set[int]:
        """Entries of which a name of two words and more spells the characters.

        Args:
            name: The name.
            foreign: Whether it may have a foreign given name before it.
        """
        if len(name.words) < 2 or name.initials:
            return set()
        # As written, with the family name last, and behind a foreign given name.
        begins = {name.words[0], name.words[-1], name.words[1]}
        near = {
            known
            for word in begins
            for size in range(1, min(len(word), _LONGEST) + 1)
            for known in self._by_first.get(word[:size], ())
        }
        return {entry for entry, han in near if read_respelled(han, name, foreign=foreign)}
