"""What a function says of short pieces of text, asked once for each: words and names come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Protocol, TypeVar, cast

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_MOST = 1 << 16  # pieces that are remembered
_LONGEST = 200  # code points of one that is: a longer one does not come back
_FEW = 256  # texts that are remembered: those of some documents, asked by many
_LONG = 1 << 13  # code points from which on a text is remembered by itself


def has_room(
    kept: dict[str, T] | set[str], piece: str, *, most: int = _MOST, longest: int = _LONGEST
) -> bool:
    """Whether a piece is to be kept with the others; a full memory is emptied for it.

    >>> kept = {"Hanoi", "Beijing"}
    >>> has_room(kept, "x" * 1000, most=2), has_room(kept, "ASEAN", most=2), kept
    (False, True, set())
    """
    if len(piece) > longest:
        return False
    if len(kept) >= most:
        kept.clear()
    return True


class Memory(dict[str, T]):
    """Answers by piece; a look-up is the question.

    Args:
        find: What is asked of a piece.
        longest: Code points of a piece that is remembered.

    >>> capitals = Memory(lambda word: sum(map(str.isupper, word)))
    >>> capitals["ASEAN"], capitals["Hanoi"], sorted(capitals)
    (5, 1, ['ASEAN', 'Hanoi'])
    """

    def __init__(self, find: Callable[[str], T], *, longest: int = _LONGEST) -> None:
        super().__init__()
        self._find = find
        self._longest = longest

    def __missing__(self, piece: str) -> T:
        found = self._find(piece)
        if has_room(self, piece, longest=self._longest):
            self[piece] = found
        return found


class Remembering(Protocol[T_co]):
    """A function of a text that can be told to forget what it found."""

    def __call__(self, text: str, /) -> T_co:
        """What the function finds."""

    def forget(self) -> None:
        """Find everything anew."""


def of_few_texts(find: Callable[[str], T]) -> Remembering[T]:
    """A function of a text that remembers the last texts, and of long ones the last alone.

    >>> sizes = of_few_texts(len)
    >>> sizes("a text"), sizes("x" * 10_000)
    (6, 10000)
    """
    short, long = lru_cache(maxsize=_FEW)(find), lru_cache(maxsize=1)(find)

    @wraps(find)
    def ask(text: str) -> T:
        return short(text) if len(text) < _LONG else long(text)

    def forget() -> None:
        short.cache_clear()
        long.cache_clear()

    vars(ask)["forget"] = forget
    return cast(Remembering[T], ask)
