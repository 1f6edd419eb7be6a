"""What must stand in a text for a rule to have anything to say: looked for before the rule runs.

Most rules are silent on most texts. A rule that declares a signal is called only where it is,
first in the whole document and then in a unit. Words come back, and so do names: a question about
a single word, character or stretch of capitalised words is asked once, and after that a text
costs one subtraction of sets.

A signal may be wrong in one way only: it may stand where the rule says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from termkit.text.memory import has_room

_MOST = 1 << 18  # words that are remembered
_MOST_STRETCHES = 1 << 16  # there are more of them, and fewer come back


class Seen(Protocol):
    """What stands in a text, or in all texts of a document.

    Attributes:
        vocabulary: Its words: longest runs of letters, digits and underscores.
        characters: Of the text as found, and normalised.
        stretches: Words with a capital that run on, and what clings to them.
    """

    @property
    def vocabulary(self) -> frozenset[str]: ...

    @property
    def characters(self) -> frozenset[str]: ...

    @property
    def stretches(self) -> frozenset[str]: ...


Signal = Callable[[Seen], bool]
"""Whether the rule may say anything of a text."""


class Sieve:
    """Holds back the pieces that a question is answered no for; each is asked about once.

    >>> sieve = Sieve(str.isupper)
    >>> sieve.first(frozenset(("ASEAN", "met"))), sieve.first(frozenset(("met", "in")))
    ('ASEAN', None)
    """

    def __init__(self, ask: Callable[[str], bool], most: int = _MOST) -> None:
        self._ask = ask
        self._most = most
        self._refused: set[str] = set()

    def first(self, pieces: frozenset[str]) -> str | None:
        """A piece that passes, or ``None``."""
        for piece in pieces - self._refused:
            if self._ask(piece):
                return piece
            if has_room(self._refused, piece, most=self._most):
                self._refused.add(piece)
        return None

    def all(self, pieces: frozenset[str]) -> set[str]:
        """Every piece that passes."""
        found: set[str] = set()
        while (piece := self.first(pieces - found)) is not None:
            found.add(piece)
        return found


def some_word(ask: Callable[[str], bool]) -> Signal:
    """A word of the text that a question is answered yes for."""
    sieve = Sieve(ask)
    return lambda seen: sieve.first(seen.vocabulary) is not None


def some_character(ask: Callable[[str], bool]) -> Signal:
    """A character of the text that a question is answered yes for."""
    sieve = Sieve(ask)
    return lambda seen: sieve.first(seen.characters) is not None


def some_stretch(ask: Callable[[str], bool]) -> Signal:
    """A stretch of the text (`termkit.names.stretches`) that a question is answered yes for."""
    sieve = Sieve(ask, _MOST_STRETCHES)
    return lambda seen: sieve.first(seen.stretches) is not None


def both(one: Signal, other: Signal) -> Signal:
    """Two signals together, as a mix needs them."""
    return lambda seen: one(seen) and other(seen)


def either(one: Signal, other: Signal) -> Signal:
    """One signal or the other."""
    return lambda seen: one(seen) or other(seen)
