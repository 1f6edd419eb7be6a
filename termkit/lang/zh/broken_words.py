"""Chinese words of three characters with one of them written by its sound: *国物院*.

Only the character that holds a word together is looked at: 公司 is left of a slip in 子公司, and
whatever stands before it may be meant; of 国务院 nothing is left. Names of people sound alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import compress

from termkit.lang.zh.frequencies import word_counts
from termkit.lang.zh.names import family_names
from termkit.lang.zh.pinyin import sound_alike
from termkit.text.grams import Grams

_SIZE = 3
_Words = dict[str, tuple[str, ...]]


def find_broken_words(grams: Grams) -> Iterator[tuple[int, str, int]]:
    """Places that are one like-sounding character away from a word, and none.

    Yields:
        Where the three characters begin, the word, and which of the three differs.

    >>> list(find_broken_words(Grams("他向国物院报告")))
    [(2, '国务院', 1)]
    >>> list(find_broken_words(Grams("他向国务院报告，母公司也去了")))
    []
    """
    # What stands without the first character, the second and the third.
    rests = (grams.pairs[1:], grams.outer, grams.pairs)
    for at, (words, rest) in enumerate(zip(_words(), rests, strict=True)):
        for start, pair in compress(enumerate(rest), map(words.__contains__, rest)):
            written = grams.text[start : start + _SIZE]
            if len(written) < _SIZE or written in word_counts():
                continue
            if at == 0 and written[0] in family_names():
                continue
            for word in words[pair]:
                if sound_alike(written[at], word[at]):
                    yield start, word, at


@cache
def _words() -> tuple[_Words, _Words, _Words]:
    """Words by what is left of them without their first character, their second and third."""
    counts, families = word_counts(), family_names()
    found: tuple[defaultdict[str, list[str]], ...] = tuple(defaultdict(list) for _ in range(_SIZE))
    for word in sorted(counts):
        is_name = word[0] in families and word[:2] not in counts  # 国务 is a word, 张献 is none
        if len(word) == _SIZE and not is_name:
            for at, words in enumerate(found):
                left = word[:at] + word[at + 1 :]
                if at == 1 or left not in counts:
                    words[left].append(word)
    first, second, third = ({left: tuple(some) for left, some in each.items()} for each in found)
    return first, second, third
