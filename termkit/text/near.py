"""Near misses: keys that one slip of the finger makes of a known key.

A slip is one character inserted, left out, replaced, or swapped with its neighbour
(optimal string alignment; Damerau 1964, A Technique for Computer Detection and Correction of
Spelling Errors). Damerau found that such single slips are four in five of all.

This is the home of rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence


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

    For people who look something up and half remember it; a check needs `NearIndex`.
    """
    from rapidfuzz import fuzz, process

    found = process.extract(query, keys, scorer=fuzz.ratio, limit=limit, score_cutoff=min_score)
    return tuple((key, score) for key, score, _ in found)


class NearIndex:
    """Known keys, ready to be asked which of them lie near another.

    Every key is filed under itself and under each of its forms with one character left
    out: two keys one slip apart meet under one of them (Garbe 2012, symmetric deletion).

    >>> names = NearIndex(["liu haixing", "le hoai trung", "luong cuong"])
    >>> names.find("liu haiting"), names.find("le haoi trung"), names.find("le hoai trung")
    (('liu haixing',), ('le hoai trung',), ())
    >>> names.find("liu haitng", max_edits=2)
    ('liu haixing',)
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = tuple(dict.fromkeys(keys))
        self._shortened: dict[str, list[str]] | None = None

    def find(self, key: str, *, max_edits: int = 1) -> tuple[str, ...]:
        """Keys at least one and at most ``max_edits`` slips away, in the order given.

        The key itself is never among them.
        """
        if max_edits == 1:
            near = {known for known in self._candidates(key) if one_edit_apart(key, known)}
            return tuple(known for known in self.keys if known in near) if near else ()
        near_length = [
            known for known in self.keys if abs(len(known) - len(key)) <= max_edits and known != key
        ]
        return tuple(
            known for known in near_length if edits(key, known, most=max_edits) <= max_edits
        )

    def _candidates(self, key: str) -> Iterator[str]:
        if self._shortened is None:
            self._shortened = {}
            for known in self.keys:
                for form in _shortened(known):
                    self._shortened.setdefault(form, []).append(known)
        for form in _shortened(key):
            yield from self._shortened.get(form, ())


def _shortened(key: str) -> set[str]:
    return {key, *(key[:index] + key[index + 1 :] for index in range(len(key)))}
