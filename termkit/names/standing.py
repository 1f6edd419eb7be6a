"""Where in a text a short name can stand: alone, or behind a title, and not inside another name.

*Trung* is a name in *said Trung* and in *Minister Trung*, and none in *Trung Le*, *Xi-Biden*,
*đường Trung* or half a word. Whose name it is, and whether the word may be an ordinary one,
others say.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Protocol

from termkit.lang.tables import load_words
from termkit.names.address import is_addressed
from termkit.names.text_words import TextWords


class Standing(Enum):
    """How a word or two with capitals stand in their text."""

    PART = "part"  # of a longer name, a compound, an address
    ALONE = "alone"
    ADDRESSED = "addressed"  # a title stands before it


class Borders(Protocol):
    """Where the names that a reader knows begin and end, by token."""

    def begins_known(self, place: int) -> bool:
        """Whether a known name begins with the token."""

    def ends_known(self, place: int) -> bool:
        """Whether a known name ends with the token."""


def standing_of(words: TextWords, place: int, size: int, known: Borders) -> Standing:
    """How some tokens with capitals stand: a short name never stands as a part."""
    span = words.span(place, size)
    if words.in_address(span) or words.is_joined(span):
        return Standing.PART
    addressed = is_addressed(words, place)
    before, after = words.neighbour(place, -1), words.neighbour(place + size - 1, 1)
    if before is not None and before.capital and not (addressed or words.is_aside(place - 1)):
        return Standing.PART
    if after is not None and after.capital and not known.begins_known(place + size):
        return Standing.PART
    if names_a_thing(words, place, known) or words.is_half_a_word(span):
        return Standing.PART
    return Standing.ADDRESSED if addressed else Standing.ALONE


def names_a_thing(words: TextWords, place: int, known: Borders) -> bool:
    """Whether the word before a name makes a place or thing of it: *đường Lê Lợi*."""
    before = words.neighbour(place, -1)
    if words.lang != "vi" or before is None or before.word not in _before_things():
        return False
    return not known.ends_known(place - 1)  # Việt Nam is no south


@cache
def _before_things() -> frozenset[str]:
    """*đường Lê Lợi*, *miền Trung* are no people."""
    return load_words("vi", "things_named_after_people")
