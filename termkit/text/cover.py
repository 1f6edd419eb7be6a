"""Whether a span meets any of many spans: asked often, answered by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from termkit.model.span import Span


class Cover:
    """A set of spans, in any order, overlapping or not.

    >>> cover = Cover([Span(8, 10), Span(2, 5)])
    >>> cover.overlaps(Span(4, 6)), cover.overlaps(Span(5, 8)), cover.overlaps(Span(0, 20))
    (True, False, True)
    >>> cover.contains(Span(2, 4)), cover.contains(Span(4, 9))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # The furthest end among the spans up to each one.
        self._reach = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Whether one of the spans shares a code point with this one."""
        count = bisect_left(self._starts, span.end)
        return count > 0 and self._reach[count - 1] > span.start

    def contains(self, span: Span) -> bool:
        """Whether this one lies inside one of the spans."""
        count = bisect_right(self._starts, span.start)
        return count > 0 and self._reach[count - 1] >= span.end
