"""Word alignment: what a small text teaches, both directions, and odd input."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.align.markov import first_jumps, posteriors
from termkit.align.symmetrise import grow_diagonal
from termkit.align.words import LONGEST, Links, align_words

# "the house / das haus, the book / das buch, a book / ein buch" and the like, as numbers.
TEXT = [
    ([0, 1], [10, 11]),
    ([0, 2], [10, 12]),
    ([3, 2], [13, 12]),
    ([3, 1], [13, 11]),
    ([2], [12]),
    ([0, 1, 2], [11, 10, 12]),
]


def aligned(text: list[tuple[list[int], list[int]]], prior: dict[tuple[int, int], float]) -> dict:
    pairs = [(np.array(s, np.int32), np.array(t, np.int32)) for s, t in text]
    return {number: grow_diagonal(links) for number, links in align_words(pairs, (4, 14), prior)}


def test_words_are_told_apart_by_their_company() -> None:
    found = aligned(TEXT, {})
    for number, (source, target) in enumerate(TEXT):
        links = {(source[i], target[j]) for i, j in np.argwhere(found[number])}
        assert links == {(s, s + 10) for s in source}


def test_what_is_known_decides_where_the_text_does_not() -> None:
    once = [([0, 1], [10, 11])]
    crossed = aligned(once, {(0, 11): 0.9, (1, 10): 0.9})[0]
    assert crossed.tolist() == [[False, True], [True, False]]


def test_empty_and_endless_sides_are_passed_over() -> None:
    text = [([], [10]), ([0], []), ([0] * (LONGEST + 1), [10]), ([0], [10])]
    assert set(aligned(text, {})) == {3}
    assert aligned([], {}) == {}


@pytest.mark.parametrize("rounds", [(0, 0), (1, 0), (0, 1)])
def test_any_number_of_rounds(rounds: tuple[int, int]) -> None:
    pairs = [(np.array([0, 1], np.int32), np.array([0], np.int32))]
    ((_, links),) = align_words(pairs, (2, 1), {}, rounds=rounds)
    assert np.isfinite(links.forward).all()
    assert links.forward.shape == links.backward.shape == (2, 1)


def brute_force(emit: np.ndarray, null: np.ndarray, jumps: np.ndarray, empty: float) -> np.ndarray:
    """P(i wrote j) by adding up every path; states are (place, written or not)."""
    length, width = emit.shape
    middle = len(jumps) // 2
    anywhere = 0.1

    def move(before: int, after: int) -> float:
        total = sum(jumps[middle + i - before] for i in range(width))
        return (1 - anywhere) * jumps[middle + after - before] / total + anywhere / width

    paths = [((), -1, 1.0)]
    for j in range(length):
        longer = []
        for path, place, weight in paths:
            for i in range(width):
                step = weight * move(place, i)
                longer.append(((*path, i), i, step * (1 - empty) * emit[j, i]))
            if place < 0:  # a first word by nothing leaves every place open
                for i in range(width):
                    longer.append(((*path, None), i, weight * move(-1, i) * empty * null[j]))
            else:
                longer.append(((*path, None), place, weight * empty * null[j]))
        paths = longer
    total = sum(weight for *_, weight in paths)
    found = np.zeros((length, width))
    for path, _, weight in paths:
        for j, i in enumerate(path):
            if i is not None:
                found[j, i] += weight / total
    return found


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 1000))
def test_the_pass_adds_up_all_paths(length: int, width: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    emit = random.random((1, length, width)).astype(np.float32)
    null = random.random((1, length)).astype(np.float32)
    inside = np.ones((1, width), bool), np.ones((1, length), bool)
    jumps = first_jumps(4)
    links, unlinked, _ = posteriors(emit, null, jumps, *inside, 0.2)
    assert np.allclose(links[0], brute_force(emit[0], null[0], jumps, 0.2), atol=1e-4)
    assert np.allclose(links[0].sum(1) + unlinked[0], 1, atol=1e-4)


def test_padding_changes_nothing() -> None:
    random = np.random.default_rng(1)
    emit = random.random((1, 3, 2)).astype(np.float32)
    null = random.random((1, 3)).astype(np.float32)
    wide, long = np.zeros((1, 5, 4), np.float32), np.ones((1, 5), np.float32)
    wide[:, :3, :2], long[:, :3] = emit, null
    alone = posteriors(
        emit, null, first_jumps(9), np.ones((1, 2), bool), np.ones((1, 3), bool), 0.1
    )
    padded = posteriors(
        wide, long, first_jumps(9), np.arange(4)[None] < 2, np.arange(5)[None] < 3, 0.1
    )
    assert np.allclose(alone[0][0], padded[0][0, :3, :2], atol=1e-5)
    assert np.allclose(alone[2], padded[2], atol=1e-4)


def test_grow_diagonal_takes_neighbours_and_leaves_strangers() -> None:
    """(1, 1) is beside an agreed link and reaches a free word; (0, 3) reaches none."""
    forward = np.array([[0.9, 0.0, 0.0, 0.9], [0.0, 0.9, 0.0, 0.0], [0.0, 0.0, 0.0, 0.9]])
    backward = np.array([[0.9, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.9]])
    links = grow_diagonal(Links(forward.astype(np.float32), backward.astype(np.float32)))
    assert np.argwhere(links).tolist() == [[0, 0], [1, 1], [2, 3]]
