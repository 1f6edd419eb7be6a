"""How sure a known name is the one that is written: by the relation of their marks.

A grade of 0 agrees in every mark, 1 contradicts none, and a higher one is less sure.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from termkit.names.codes import code_name, mask_of, relate_codes, relate_words
from termkit.names.known import Known, cuts_of
from termkit.names.words import Kind, relate_initial


def grade_marks(kind: Kind, marked: int | bool, full: bool) -> int | None:
    """How sure a relation of marks is; ``None`` when it contradicts.

    Args:
        kind: How the written name stands to the known one.
        marked: Whether marks are written where the name stands.
        full: Whether the known name is known with all its marks.

    >>> grade_marks(Kind.FEWER, True, True), grade_marks(Kind.MORE, True, True)
    (1, None)
    """
    if kind is Kind.SAME:
        return 0 if marked else 1
    if kind is Kind.FEWER:
        return 1
    if kind is Kind.MORE and not full:
        return 1
    return None


def grade_part(
    words: Sequence[str], initials: frozenset[int], known: Known, marked: bool
) -> int | None:
    """The same for a name that lacks words of the known one, or has them as initials."""
    others = known.words
    n, m = len(words), len(others)
    if n > m or (n == m and not initials):
        return None
    grade = place = 0
    for j, other in enumerate(others):
        is_last = j == m - 1
        if place >= n or (place == n - 1 and not is_last):
            continue
        one = _grade_word(words[place], other, place in initials, known.full)
        # Who writes marks and leaves words out writes the marks of the others.
        if one is None or (one == 1 and marked):
            if j == 0 or is_last:
                return None
            continue
        grade = max(grade, one)
        place += 1
    if place < n:
        return None
    return grade if marked else max(grade, 1)


def _grade_word(word: str, other: str, is_initial: bool, full: bool) -> int | None:
    kind = relate_words(word, other)
    if kind is Kind.SPELLING:
        return 2
    if kind is Kind.CONFLICT and is_initial:
        return 0 if relate_initial(word, other, first=True).kind is Kind.INITIAL else None
    return grade_marks(kind, True, full)


def relate_all(words: Sequence[str], others: Sequence[str]) -> Kind:
    """How two names of the same letters stand to each other, all words together."""
    if len(words) != len(others):
        return relate_recut(words, others)
    kinds = {relate_words(one, other) for one, other in zip(words, others, strict=True)}
    if len(kinds) == 1:
        return kinds.pop()
    kinds.discard(Kind.SAME)
    return kinds.pop() if len(kinds) == 1 else Kind.CONFLICT


def relate_recut(words: Sequence[str], others: Sequence[str]) -> Kind:
    """Two names of the same letters, cut into words at other places, one finer than the other."""
    one, other = _gaps(words), _gaps(others)
    if not (one <= other or other <= one):
        return Kind.CONFLICT
    code, against = code_name(words), code_name(others)
    if not code:
        return Kind.FEWER if against else Kind.SAME
    if not against:
        return Kind.MORE
    first, second = "".join(words).replace("'", ""), "".join(others).replace("'", "")
    places = sorted({0, *one, *other})
    if len(first) != places[-1] or len(second) != places[-1]:
        return Kind.CONFLICT
    pairs = list(itertools.pairwise(places))
    code = code_name([first[i:j] for i, j in pairs])
    return relate_codes(code, mask_of(code), code_name([second[i:j] for i, j in pairs]))


def _gaps(words: Sequence[str]) -> set[int]:
    return set(itertools.accumulate(cuts_of(words)))
