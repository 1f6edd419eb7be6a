"""Counts by month put together for people: forms of one language, in even spans of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from termkit.model.usage import ConceptUse, FormCount

OTHERS = "other forms"
_STRAY = 1 / 500  # of all documents
_YEARS_AWAY = 24  # months without any


@dataclass(frozen=True, slots=True)
class Series:
    """One form of a concept in documents of one language.

    Attributes:
        form: As written.
        number, documents: Of all mentions, and documents.
        first: Of the months that were counted, the earliest; its date and place are those of
            the first use.
        values: Documents in each span of time.
        sources: Who writes it, the most frequent first, with the number of documents.
    """

    form: str
    number: int
    documents: int
    first: FormCount
    values: tuple[int, ...]
    sources: tuple[tuple[str, int], ...]


def spans_of(months: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
    """The months from the first to the last, each alone or so many together that they fit.

    >>> spans_of(["2024-11", "2025-02"], 9)
    (('2024-11',), ('2024-12',), ('2025-01',), ('2025-02',))
    >>> spans_of(["2024-11", "2025-02"], 2)
    (('2024-11', '2024-12'), ('2025-01', '2025-02'))
    """
    if not months:
        return ()
    first, last = _number(min(months)), _number(max(months))
    every = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
    size = -(-len(every) // most)
    return tuple(tuple(every[n : n + size]) for n in range(0, len(every), size))


def without_strays(months: Mapping[str, int]) -> tuple[str, ...]:
    """The months to draw, in order: not those years away from all others with hardly a document.

    An archive has its 1970-01 and its 9999-12, which would leave the rest one column.

    Args:
        months: Documents of each month; an empty month is none.

    >>> without_strays({"": 9, "1970-01": 1, "2024-11": 400, "2025-02": 600})
    ('2024-11', '2025-02')
    >>> without_strays({"1970-01": 30, "2024-11": 400})
    ('1970-01', '2024-11')
    """
    known = sorted(month for month in months if month)
    few = sum(months[month] for month in known) * _STRAY
    start = _strays(known, months, few)
    end = _strays(known[::-1], months, few)
    return tuple(known[start : len(known) - end])


def _strays(known: Sequence[str], months: Mapping[str, int], few: float) -> int:
    found = documents = 0
    for index, (month, following) in enumerate(pairwise(known), start=1):
        documents += months[month]
        if documents > few:
            break
        if abs(_number(following) - _number(month)) > _YEARS_AWAY:
            found = index
    return found


def series_of(
    use: ConceptUse, spans: Sequence[Sequence[str]], *, role: str = "form"
) -> dict[str, list[Series]]:
    """By language, the forms of a concept with all sources together, the most frequent first."""
    place = {month: n for n, span in enumerate(spans) for month in span}
    groups: dict[str, dict[str, list[FormCount]]] = {}
    for count in use.counts:
        if count.role == role:
            groups.setdefault(count.lang, {}).setdefault(count.form, []).append(count)
    found = {}
    for lang, forms in sorted(groups.items()):
        made = (_series(form, counts, place, len(spans)) for form, counts in forms.items())
        found[lang] = sorted(made, key=lambda s: (-s.documents, s.form))
    return found


def _series(form: str, counts: list[FormCount], place: dict[str, int], size: int) -> Series:
    values = [0] * size
    sources: Counter[str] = Counter()
    for count in counts:
        sources[count.source] += count.documents
        if count.month in place:
            values[place[count.month]] += count.documents
    return Series(
        form,
        sum(count.number for count in counts),
        sum(count.documents for count in counts),
        min(counts, key=lambda c: (c.first_date or "~", c.source)),
        tuple(values),
        tuple(sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def label(span: Sequence[str]) -> str:
    """A span of time in words: ``2025-01``, or ``2025-01 to 2025-03``."""
    return span[0] if len(span) == 1 else f"{span[0]} to {span[-1]}"


def _number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1
