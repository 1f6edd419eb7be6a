"""Both sides of a bitext as arrays: the word tokens of every segment, each word a number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Vocabulary:
    """Words of one language and their numbers, in the order in which they were met.

    >>> words = Vocabulary()
    >>> words.number("rice"), words.number("tea"), words.number("rice"), words.words
    (0, 1, 0, ['rice', 'tea'])
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a word; a new one gets the next."""
        return self._numbers.setdefault(word, len(self._numbers))

    def find(self, word: str) -> int | None:
        """The number of a word, ``None`` for one that was never met."""
        return self._numbers.get(word)

    @property
    def words(self) -> list[str]:
        """Words by number."""
        return list(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """The tokens of one document, segment after segment.

    Attributes:
        tokens: Word numbers, shape (tokens,).
        offsets: Where the tokens of each segment start, shape (segments + 1,).
        lengths: Letters and digits of each segment, shape (segments,).
        headings: Which segments end as no sentence does, shape (segments,).
    """

    tokens: NDArray[np.int32]
    offsets: NDArray[np.int64]
    lengths: NDArray[np.float64]
    headings: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.lengths)

    def between(self, start: int, stop: int) -> NDArray[np.int32]:
        """Tokens of the segments of a half-open range."""
        return self.tokens[self.offsets[start] : self.offsets[stop]]


def tokenized(
    segments: Iterable[Sequence[str]],
    lengths: Iterable[float],
    headings: Iterable[bool],
    vocabulary: Vocabulary,
) -> TokenizedText:
    """Number the words of each segment."""
    import numpy as np

    numbers: list[int] = []
    offsets = [0]
    for words in segments:
        numbers.extend(map(vocabulary.number, words))
        offsets.append(len(numbers))
    return TokenizedText(
        np.array(numbers, np.int32),
        np.array(offsets, np.int64),
        np.fromiter(lengths, np.float64),
        np.fromiter(headings, np.bool_),
    )
