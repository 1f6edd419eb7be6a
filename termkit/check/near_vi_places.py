"""Provinces and cities with Vietnamese names, one mark away from the known one: *ở Bạc Liệu*.

Letters alone do not tell such a slip, and many a village is called nearly as a province is. So
the name must be no known place itself, and a kind of place, a preposition or another place must
stand beside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from termkit.check.gazetteer import is_another_place
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.signal import some_stretch
from termkit.check.surroundings import in_address, in_title_of_work
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_rows
from termkit.lang.vi.marks import mark_distance, without_marks
from termkit.lang.vi.syllables import is_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.span import Span
from termkit.names.forms import with_capitals_of
from termkit.names.parse import capital_runs
from termkit.names.written import has_marks

_PLACED = re.compile(
    r"(?:\b(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hủ phủ|[Tt]ại|[Ởở]|[Đđ]ến|[Tt]ới|[Tt]ừ|[Tt]hăm|[Rr]ời)"
    r"|(?P<peer>[A-ZĐ][\w ]{2,20})(?:,| và| -)) $"
)
_OPENERS = frozenset(("tỉnh", "tại", "ở", "đến", "tới", "từ", "và"))


def find_near_vi_places(view: DocumentView) -> Iterator[Mark]:
    """Marks at names that differ in one mark from a region's, and are no place's themselves."""
    if view.language != "vi":
        return
    found = [
        (text, span, name)
        for text in view.texts_with(_SIGNAL)
        for span, name in _near(text.text)
        if _is_placed(text, span) and not _is_known(text, span)
    ]
    uses = Counter(span.slice(text.text) for text, span, _ in found)
    for text, span, name in found:
        written = span.slice(text.text)
        if uses[written] == 1:  # what a document says twice is meant
            yield text.mark(
                span,
                f"{written!r} is another mark away from {name!r}",
                replacement=with_capitals_of(written, name),
            )


def _near(text: str) -> Iterator[tuple[Span, str]]:
    """Runs of capitals that are one mark away from one region."""
    for run in capital_runs(text):
        own = run[1:] if run[0].slice(text).lower() in _OPENERS else run
        if len(own) < 2:
            continue
        span = Span(own[0].start, own[-1].end)
        written = tone_key(span.slice(text))
        regions = _regions().get(without_marks(written).lower(), ())
        near = [name for name in regions if mark_distance(written, tone_key(name)) == 1]
        exact = any(mark_distance(written, tone_key(name)) == 0 for name in regions)
        if len(near) == 1 and not exact and has_marks(written):
            yield span, near[0]


_SIGNAL = some_stretch(lambda stretch: any(_near(stretch)))


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Cities and regions of Vietnamese syllables, by their letters."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, kind in load_rows("vi", "world_places"):
        if kind != "other" and has_marks(name) and all(map(is_syllable, name.split())):
            found[without_marks(name).lower()] += (name,)
    return found


def _is_placed(text: TextView, span: Span) -> bool:
    match = _PLACED.search(before(text.text, span))
    if match is None or match["peer"] is None:
        return match is not None
    peers = _regions().get(without_marks(match["peer"]).lower(), ())
    return match["peer"] in peers or is_another_place(match["peer"], "vi")


def _is_known(text: TextView, span: Span) -> bool:
    written = span.slice(text.text)
    if is_another_place(written, "vi") or in_address(text.text, span):
        return True
    return in_title_of_work(text.text, span) or any(
        match.span.overlaps(span) for match in matches_near(text, span)
    )
