"""Characters that a word list leaves apart and the text never does: unknown names.

A word list cuts *易卜拉欣* (Ibrahim) into characters. Where a character that is no
grammatical word comes again and again, and nearly always beside the same neighbour, the two
are put together; a name of four characters grows in three rounds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from termkit.model.span import Span
from termkit.text.scripts import is_han

_ROUNDS = 4
_LEAST = 3  # places
_SHARE = 0.6  # of the places of the rarer one
_LONGEST = 6  # characters

Cut = tuple[Span, ...]


def join_characters(texts: Sequence[str], cuts: Sequence[Cut], grammatical: Set[str]) -> list[Cut]:
    """Cut the texts of one language again, characters of unknown names together.

    Args:
        texts: Normalised.
        cuts: Words of each, from the language's own list.
        grammatical: Words that join nothing.

    >>> text = "易卜拉欣说，"
    >>> cut = tuple(Span(n, n + 1) for n in range(5))
    >>> [span.slice(text) for span in join_characters([text] * 3, [cut] * 3, {"说"})[0]]
    ['易卜拉欣', '说']
    """
    found = list(cuts)
    made: set[str] = set()
    for _ in range(_ROUNDS):
        singles: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for text, cut in zip(texts, found, strict=True):
            words = [span.slice(text) for span in cut]
            singles.update(words)
            pairs.update(
                pair
                for pair, (a, b) in zip(pairwise(words), pairwise(cut), strict=True)
                if a.end == b.start and _may_join(*pair, grammatical, made)
            )
        together = {
            pair
            for pair, count in pairs.items()
            if count >= _LEAST and count >= _SHARE * min(singles[pair[0]], singles[pair[1]])
        }
        if not together:
            break
        made.update(left + right for left, right in together)
        found = [_join(text, cut, together) for text, cut in zip(texts, found, strict=True)]
    return found


def _may_join(left: str, right: str, grammatical: Set[str], made: Set[str]) -> bool:
    """One of them a character, or both put together before: words of the list stay apart."""
    if len(left) + len(right) > _LONGEST:
        return False
    if min(len(left), len(right)) > 1 and not {left, right} <= made:
        return False
    if left in grammatical or right in grammatical:
        return False
    return is_han(left[-1]) and is_han(right[0])


def _join(text: str, cut: Cut, together: Set[tuple[str, str]]) -> Cut:
    words: list[Span] = []
    for span in cut:
        if (
            words
            and words[-1].end == span.start
            and (words[-1].slice(text), span.slice(text)) in together
        ):
            words[-1] = Span(words[-1].start, span.end)
        else:
            words.append(span)
    return tuple(words)
