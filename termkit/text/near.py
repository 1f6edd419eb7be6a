"""Near misses: how many slips of the finger lie between two keys.

A slip is one character inserted, left out, replaced, or swapped with its neighbour
(optimal string alignment; Damerau 1964, A Technique for Computer Detection and Correction of
Spelling Errors). Damerau found that such single slips are four in five of all.

This is the home of rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Collection


def one_edit_apart(first: str, second: str) -> bool:
    """Whether exactly one slip lies between the two.

    >>> [one_edit_apart("haixing", other) for other in ("haiting", "haxiing", "haixin", "haixing")]
    [True, True, True, False]
    >>> one_edit_apart("haixing", "haiyang")
    False
    """
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    one, other = first[start:], second[start:]
    if len(one) != len(other):
        longer, rest = (one, other) if len(one) > len(other) else (other, one)
        return longer[1:] == rest
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


def rests(key: str) -> frozenset[str]:
    """A key and what is left of it without any one character.

    Two keys that are one slip apart share one of these, so that they are found and not sought.
    The key is short: the rests of a long one are many and long.

    >>> sorted(rests("hai"))
    ['ai', 'ha', 'hai', 'hi']
    """
    return frozenset((key, *(key[:at] + key[at + 1 :] for at in range(len(key)))))


def edits(first: str, second: str, *, most: int | None = None) -> int:
    """The least number of slips between the two; ``most + 1`` when there are more than that.

    >>> edits("hoai trung", "hoai trang"), edits("xi", "jinping", most=2)
    (1, 3)
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(first, second, score_cutoff=most)


def most_similar(
    query: str, keys: Collection[str], *, limit: int = 5, min_score: float = 70.0
) -> tuple[tuple[str, float], ...]:
    """Keys that look like the query, best first, each with a score in [0, 100].

    For people who look something up and half remember it; a check asks `one_edit_apart`.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(query, keys, scorer=fuzz.ratio, limit=limit, score_cutoff=min_score)
    return tuple((key, score) for key, score, _ in found)
