"""The designations around a place of a text, without walking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from termkit.check.view import TextView
from termkit.glossary.matcher import Match
from termkit.model.span import Span

# Code points; a longer designation is a sentence, and none is known.
LONGEST = 300
REACH = 90
"""How far before a name the words stand that say something about it."""


def matches_near(text: TextView, span: Span, reach: int = 0) -> Iterator[Match]:
    """Designations that touch a span or stand within ``reach`` code points of it, in order."""
    first = bisect_left(text.match_starts, span.start - reach - LONGEST)
    last = bisect_right(text.match_starts, span.end + reach)
    for match in text.all_matches[first:last]:
        if match.span.end >= span.start - reach:
            yield match


def before(text: str, span: Span) -> str:
    """The words right before a span, as far as rules look."""
    return text[max(0, span.start - REACH) : span.start]
