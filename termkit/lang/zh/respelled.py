"""Chinese names in spellings that have no cut of their own: a syllable here, two in one word there.

A system is asked by what it can make of a character; the words of the name are then laid over
the characters in order. *Kachiu*, *Ka-chiu* and *Ka Chiu* all cover 家超.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

MOST_LETTERS = 24
"""A longer word is no Chinese name."""

Spellings = Callable[[str], Collection[str]]
"""The spellings of a character."""


def covers(han: str, words: Sequence[str], spellings: Spellings) -> bool:
    """Whether the words spell all the characters in order, each word one of them at least.

    >>> table = {"家": ("ka", "kar"), "超": ("chiu",)}.get
    >>> covers("家超", ("ka", "chiu"), table), covers("家超", ("karchiu",), table)
    (True, True)
    >>> covers("家超", ("ka",), table), covers("家超", ("chiu", "ka"), table)
    (False, False)
    """
    ends = {0}
    for word in words:
        if len(word) > MOST_LETTERS:
            return False
        ends = {end for start in ends for end in _covered(han, start, word, spellings)}
        if not ends:
            return False
    return len(han) in ends


def _covered(han: str, start: int, word: str, spellings: Spellings) -> Iterator[int]:
    """Where the characters end that a word spells."""
    if not word:
        if start:
            yield start
        return
    if start < len(han):
        for spelling in spellings(han[start]):
            if spelling and word.startswith(spelling):
                yield from _covered(han, start + 1, word[len(spelling) :], spellings)


def cut(word: str, syllables: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a word into one or two of the syllables.

    >>> cut("kachiu", {"ka", "chiu"}), cut("kajiu", {"ka", "chiu"})
    ((('ka', 'chiu'),), ())
    """
    ways: list[tuple[str, ...]] = [(word,)] if word in syllables else []
    if len(word) <= MOST_LETTERS:
        ways += [
            (word[:at], word[at:])
            for at in range(1, len(word))
            if word[:at] in syllables and word[at:] in syllables
        ]
    return tuple(ways)
