"""Names in Han characters in running text, which has no spaces between its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from termkit.lang.tables import load_rows
from termkit.lang.vi.han_viet import han_viet_readings
from termkit.lang.vi.marks import without_marks
from termkit.lang.zh.compounds import straddles
from termkit.lang.zh.frequencies import word_counts
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.names import family_names as han_family_names
from termkit.model.span import Span
from termkit.names.cities import find_city
from termkit.names.custom import leads_vietnamese
from termkit.names.link import Way
from termkit.names.met import Met

if TYPE_CHECKING:
    from termkit.names.index import NameIndex

_LONGEST = 16
_LONGEST_TITLE = 6
_UNITS = frozenset("省市县")


def find_han(
    index: NameIndex, text: str, run: Span, met: Met
) -> Iterator[tuple[Span, set[int], Way]]:
    """The mentions in a run of Han characters, in order: their entries, by number, and how."""
    start = run.start
    while start < run.end:
        found = (
            _whole(index, text, start, run.end)
            or _short(index, text, start, run.end, met)
            or _read(index, text, start, run.end, met)
        )
        if found is None:
            start += 1
            continue
        span, entries, way = found
        if way is not Way.SHORT:
            met.seen |= entries
        yield found
        start = span.end


def _whole(
    index: NameIndex, text: str, start: int, limit: int
) -> tuple[Span, set[int], Way] | None:
    longest = min(limit, start + index.table.longest_han, start + _LONGEST)
    for end in range(longest, start + 1, -1):
        entries = index.table.han_in_text(text[start:end])
        if entries and not straddles(text, Span(start, end)):
            return Span(start, end), entries, Way.WHOLE
    return None


def _short(
    index: NameIndex, text: str, start: int, limit: int, met: Met
) -> tuple[Span, set[int], Way] | None:
    """A family name of somebody named before, with a title behind it: 王外长, 习主席."""
    for end in (start + 2, start + 1):
        if end > limit:
            continue
        found = index.table.find_short_han(text[start:end])
        entries = found[min(found)] & met.seen if found else set()
        if entries:
            span = Span(start, end)
            if _precedes_title(text, span) and not straddles(text, span):
                return span, entries, Way.SHORT
    return None


def _read(
    index: NameIndex, text: str, start: int, limit: int, met: Met
) -> tuple[Span, set[int], Way] | None:
    """Characters whose reading is the name of an entry that has none in Han."""
    if not index.lacks_han:
        return None
    personal, local = can_lead_han(text[start]), index.can_lead_place(text[start])
    for end in (start + 4, start + 3, start + 2) if personal or local else ():
        if end > limit:
            continue
        han, span = text[start:end], Span(start, end)
        if han not in met.readings:
            met.readings[han] = index.read_han(han)
        found = met.readings[han]
        if not found or straddles(text, span):
            continue
        if found.isdisjoint(index.people):
            if local and _is_place(text, span) and (places := index.read_place(han)):
                return span, places, Way.READING
        # Two characters are as often a word: 苏林 is To Lam in 苏林总书记, and from then on.
        elif personal and (end > start + 2 or found <= met.seen or _is_addressed(text, span)):
            return span, found, Way.READING
    return None


def _is_place(text: str, name: Span) -> bool:
    """Whether characters are no word of the language, or a kind of place stands behind them.

    和平 is peace, and 和平省 is Hòa Bình; 太平洋 is one word, and has no 平洋 in it.
    """
    han = simplify(name.slice(text))
    return not _in_longer_word(text, name) and (
        simplify(text[name.end : name.end + 1]) in _UNITS
        or han not in word_counts()
        or find_city(han) is not None
    )


def _in_longer_word(text: str, name: Span) -> bool:
    begin, size = max(0, name.start - 2), name.end - name.start
    around = simplify(text[begin : name.end + 2])
    inside = name.start - begin
    return any(
        around[start : start + length] in word_counts()
        for length in range(size + 1, 5)
        for start in range(max(0, inside + size - length), inside + 1)
        if start + length <= len(around)
    )


@lru_cache(maxsize=4096)
def can_lead_han(character: str) -> bool:
    """Whether a Han character is a family name in China or Viet Nam.

    >>> can_lead_han("黎"), can_lead_han("习"), can_lead_han("说")
    (True, True, False)
    """
    return simplify(character) in han_family_names() or any(
        leads_vietnamese(without_marks(reading)) for reading in han_viet_readings(character)
    )


def _is_addressed(text: str, name: Span) -> bool:
    """Whether a title stands before the name or behind it."""
    before = simplify(text[max(0, name.start - _LONGEST_TITLE) : name.start])
    return before.endswith(_titles("before")) or _precedes_title(text, name)


def _precedes_title(text: str, name: Span) -> bool:
    return simplify(text[name.end : name.end + _LONGEST_TITLE]).startswith(_titles("after"))


@cache
def _titles(place: str) -> tuple[str, ...]:
    return tuple(row[0] for row in load_rows("zh", "name_titles") if row[1] == place)
