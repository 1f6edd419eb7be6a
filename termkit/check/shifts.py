"""Where one form of a concept overtakes another in the course of months.

The months of a source are split where the forms before and after differ most, each side again,
as long as the difference is beyond chance; a shift is a split whose sides have another leader.
Documents are counted and not mentions, for one document repeats its form.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from termkit.model.usage import FormCount, Shift

# Log-likelihood ratio with one degree of freedom: p < 0.00001. Many splits are looked at.
_LEAST = 19.51
_FEWEST = 5  # documents with either form on each side

Months = Sequence[tuple[str, Counter[str]]]
"""Months in order, with the documents of each form."""


def find_shifts(counts: Iterable[FormCount]) -> tuple[Shift, ...]:
    """Shifts among the forms of one concept, by source and for all sources together.

    A shift of all sources together is told only when a source of its own shows it too, or none
    is large enough to: else it may be that other sources are read than before.

    Args:
        counts: By month. Those without a month, or of another role than ``form``, say nothing.

    Source:
        Scott and Knott (1974) for splitting again and again; Dunning (1993), Accurate Methods
        for the Statistics of Surprise and Coincidence, for the ratio.
    """
    tables: dict[tuple[str, str], dict[str, Counter[str]]] = {}
    for count in counts:
        if count.role != "form" or not count.month:
            continue
        for source in dict.fromkeys((count.source, "")):
            months = tables.setdefault((count.lang, source), {})
            months.setdefault(count.month, Counter())[count.form] += count.documents
    found: list[Shift] = []
    for (lang, source), months in tables.items():
        found += _shifts(sorted(months.items()), source, lang)
    own = {(s.lang, s.old, s.new) for s in found if s.source}
    return tuple(
        sorted(
            (s for s in found if s.source or _is_of_all(s, own, tables)),
            key=lambda s: (s.month, s.lang, s.source, s.old, s.new),
        )
    )


def _is_of_all(
    shift: Shift,
    own: set[tuple[str, str, str]],
    tables: dict[tuple[str, str], dict[str, Counter[str]]],
) -> bool:
    sources = [months for (lang, source), months in tables.items() if lang == shift.lang and source]
    if len(sources) < 2:
        return False  # it is that source's own shift, told already
    if (shift.lang, shift.old, shift.new) in own:
        return True
    return not any(_could_show(shift, months) for months in sources)


def _could_show(shift: Shift, months: dict[str, Counter[str]]) -> bool:
    """Whether a source has enough documents with these forms on both sides of the month."""
    sides = [0, 0]
    for month, forms in months.items():
        sides[month >= shift.month] += forms[shift.old] + forms[shift.new]
    return min(sides) >= _FEWEST


def _shifts(months: Months, source: str, lang: str) -> Iterator[Shift]:
    segments = [(part[0][0], _sum(part)) for part in _segments(months)]
    for (_, before), (month, after) in pairwise(segments):
        old, new = _leader(before), _leader(after)
        sides = (before[old], before[new]), (after[old], after[new])
        enough = min(map(sum, sides)) >= _FEWEST
        if old != new and enough and ratio(*sides) >= _LEAST:
            yield Shift(source, lang, month, old, new, *sides)


def _segments(months: Months) -> Iterator[Months]:
    """Parts of the months within which the forms do not change beyond chance."""
    waiting = [months]
    while waiting:
        part = waiting.pop()
        index = _split(part)
        if index:
            waiting += [part[index:], part[:index]]
        else:
            yield part


def _split(months: Months) -> int:
    """Where the sides differ most; 0 when they do not beyond chance."""
    whole = _sum(months)
    size = whole.total()
    seen: Counter[str] = Counter()
    best, place = _LEAST, 0
    for index, (_, forms) in enumerate(months[:-1], start=1):
        seen.update(forms)
        total = seen.total()
        for form, number in whole.items():
            if number < _FEWEST:
                continue
            left, right = seen[form], number - seen[form]
            value = ratio((left, total - left), (right, size - total - right))
            if value > best:
                best, place = value, index
    return place


def ratio(before: tuple[int, int], after: tuple[int, int]) -> float:
    """The log-likelihood ratio of two pairs of counts: 0 for the same proportion.

    >>> ratio((10, 10), (20, 20)), round(ratio((9, 1), (1, 9)), 2)
    (0.0, 14.72)
    """
    whole = sum(before) + sum(after)
    total = 0.0
    for side in (before, after):
        for column in (0, 1):
            if side[column]:
                expected = sum(side) * (before[column] + after[column]) / whole
                total += side[column] * math.log(side[column] / expected)
    return max(0.0, 2 * total)


def _sum(months: Months) -> Counter[str]:
    whole: Counter[str] = Counter()
    for _, forms in months:
        whole.update(forms)
    return whole


def _leader(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
