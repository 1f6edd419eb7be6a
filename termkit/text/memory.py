"""What a function says of short pieces of text, asked once for each: words and names come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 16  # pieces that are remembered
_LONGEST = 200  # code points of one that is: a longer one does not come back


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
        if len(piece) <= self._longest:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found
