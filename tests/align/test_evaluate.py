"""Strict and lax rates, as the published scorer defines them."""

from __future__ import annotations

import pytest

from termkit.align.evaluate import Indices, Rates, score_beads

# Each row worked out by hand after the definition: gold, found, strict, lax.
CASES: list[tuple[list[Indices], list[Indices], Rates, Rates]] = [
    ([], [], Rates(0, 0), Rates(0, 0)),
    # A deletion that is found counts for precision, and recall does not ask for it.
    ([((0,), ())], [((0,), ())], Rates(1, 0), Rates(1, 0)),
    # A deletion that is none: wrong strictly and laxly.
    ([((0,), (0,))], [((0,), ()), ((), (0,))], Rates(0, 0), Rates(0, 0)),
    # One bead for two: each overlaps on both sides.
    ([((0,), (0,)), ((1,), (1,))], [((0, 1), (0, 1))], Rates(0, 0), Rates(1, 1)),
    # Overlap on the source alone is nothing.
    ([((0,), (0,))], [((0,), (1,)), ((), (0,))], Rates(0, 0), Rates(0, 0)),
    # Said twice counts once; both sides empty counts never.
    ([((0,), (0,)), ((), ())], [((0,), (0,)), ((0,), (0,)), ((), ())], Rates(1, 1), Rates(1, 1)),
]


@pytest.mark.parametrize(("gold", "found", "strict", "lax"), CASES)
def test_rates(gold: list[Indices], found: list[Indices], strict: Rates, lax: Rates) -> None:
    score = score_beads([(gold, found)])
    assert (score.strict, score.lax) == (strict, lax)


def test_documents_are_counted_together() -> None:
    """Not the mean of the documents: a long one weighs more."""
    short: tuple[list[Indices], list[Indices]] = ([((0,), (0,))], [((0,), ()), ((), (0,))])
    long = [((n,), (n,)) for n in range(8)]
    score = score_beads([short, (long, long)])
    assert score.strict == Rates(8 / 10, 8 / 9)
