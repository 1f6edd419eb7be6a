"""Which word renders which: a hidden Markov alignment of both directions, learnt together.

A word of the target is thought to be written by a word of the source (or by none), and from
one target word to the next the source position makes a jump; most jumps are short. Both
directions are learnt on the same text, and each learns from what the two agree on: a rare
word then cannot collect whatever nothing else explains.

Sources: Brown et al. (1993), The Mathematics of Statistical Machine Translation (model 1);
Vogel, Ney and Tillmann (1996), HMM-Based Word Alignment in Statistical Translation;
Liang, Taskar and Klein (2006), Alignment by Agreement; Riley and Gildea (2012), Improving
the IBM Alignment Models Using Variational Bayes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.align.markov import first_jumps, jump_weights, posteriors
from termkit.align.watch import Watch, unwatched

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL_1_ROUNDS, HMM_ROUNDS = 5, 5
LONGEST = 120
"""Words of the longest side that is aligned; a longer one is no sentence."""
MOST_CELLS = 24_000_000
"""Word pairs that are learnt from; more text than that is aligned but teaches nothing."""
_BATCH_CELLS = 400_000
_DIRICHLET = 0.01  # fewer renderings of a word are likelier (Riley and Gildea)
_PRIOR_STRENGTH = 2.0  # sightings that what is known beforehand is worth
_UNSEEN = 1e-9  # P(word | word) of a pair that never met
_NULL = 0.1  # words that nothing on the other side stands for

Pair = tuple["NDArray[np.int32]", "NDArray[np.int32]"]


@dataclass(frozen=True, slots=True)
class Links:
    """The alignment of one unit, both directions.

    Attributes:
        forward: P(source word i wrote target word j), shape (source words, target words).
        backward: P(target word j wrote source word i), the same shape.
    """

    forward: NDArray[np.float32]
    backward: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Units of about one size, padded.

    Attributes:
        numbers: Which units.
        cells: Number of the word pair of each cell, shape (units, source, target); one past
            the last for a pair that was not learnt.
        source, target: Words of each side; -1 where there is none.
    """

    numbers: list[int]
    cells: NDArray[np.int32]
    source: NDArray[np.int32]
    target: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is learnt of one direction."""

    share: NDArray[np.float32]
    null: NDArray[np.float32]
    jumps: NDArray[np.float32]


def align_words(
    pairs: Sequence[Pair],
    sizes: tuple[int, int],
    prior: Mapping[tuple[int, int], float],
    *,
    rounds: tuple[int, int] = (MODEL_1_ROUNDS, HMM_ROUNDS),
    watch: Watch = unwatched,
) -> Iterator[tuple[int, Links]]:
    """Learn from all pairs, then yield the links of each, in no order.

    Args:
        pairs: Source and target word numbers of each unit. A side without words, or with
            more than `LONGEST`, is skipped.
        sizes: Number of source and of target words.
        prior: Probability of word pairs known beforehand.
        rounds: Of model 1 and of the hidden Markov model.
        watch: Told of each round.
    """
    usable = [n for n, (s, t) in enumerate(pairs) if _fits(s) and _fits(t)]
    if not usable:
        return
    lesson = _within(pairs, usable)
    keys = _known_pairs(pairs, lesson, sizes[1])
    tables = _learn(pairs, lesson, keys, sizes, prior, rounds, watch)
    for batch in _batches(pairs, usable, keys, sizes[1]):
        forward, backward = _expect(batch, tables, markov=rounds[1] > 0)
        for row, number in enumerate(batch.numbers):
            inside = slice(len(pairs[number][0])), slice(len(pairs[number][1]))
            yield number, Links(forward[0][row][inside], backward[0][row][inside])


def _learn(
    pairs: Sequence[Pair],
    lesson: Sequence[int],
    keys: NDArray[np.int64],
    sizes: tuple[int, int],
    prior: Mapping[tuple[int, int], float],
    rounds: tuple[int, int],
    watch: Watch,
) -> list[_Tables]:
    """Estimate both directions by expectation maximisation."""
    import numpy as np

    batches = list(_batches(pairs, lesson, keys, sizes[1]))
    givens = keys // sizes[1], keys % sizes[1]
    seeds = _seeds(keys, prior, sizes[1])
    totals = [
        np.bincount(np.concatenate([pairs[n][side] for n in lesson]), minlength=sizes[side])
        for side in (0, 1)
    ]
    tables = [_first_tables(seeds, sizes[1 - side], totals[1 - side]) for side in (0, 1)]
    for turn in watch(range(sum(rounds)), sum(rounds), "learning words"):
        markov = turn >= rounds[0]
        counts = [np.zeros(len(keys) + 1) for _ in tables]
        nulls = [np.zeros(size) for size in reversed(sizes)]
        jumps = [np.zeros(2 * LONGEST + 1) for _ in tables]
        for batch in batches:
            found = _expect(batch, tables, markov=markov)
            agreed = found[0][0] * found[1][0] if markov else None
            for side, (links, empty, jump) in enumerate(found):
                weight = links if agreed is None else agreed
                counts[side] += np.bincount(batch.cells.ravel(), weight.ravel(), len(keys) + 1)
                written = batch.target if side == 0 else batch.source
                known = written >= 0
                nulls[side] += np.bincount(written[known], empty[known], len(nulls[side]))
                jumps[side] += jump
        tables = [
            _Tables(
                _maximise(counts[side][:-1], seeds, givens[side], sizes[side]),
                _smooth(nulls[side], totals[1 - side]),
                jump_weights(jumps[side]) if markov else tables[side].jumps,
            )
            for side in (0, 1)
        ]
    return tables


def _first_tables(seeds: NDArray[np.float64], width: int, totals: NDArray[np.int64]) -> _Tables:
    """Any word renders any other alike, but for what is known beforehand."""
    import numpy as np

    share = (1.0 / max(1, width) + 5 * seeds).astype(np.float32)
    null = (totals / max(1, totals.sum())).astype(np.float32)
    return _Tables(np.append(share, _UNSEEN), null, first_jumps(LONGEST))


def _fits(words: NDArray[np.int32]) -> bool:
    return 0 < len(words) <= LONGEST


def _within(pairs: Sequence[Pair], usable: Sequence[int]) -> list[int]:
    """The first units, as many as are learnt from."""
    lesson, room = [], MOST_CELLS
    for number in usable:
        room -= len(pairs[number][0]) * len(pairs[number][1])
        if room < 0:
            break
        lesson.append(number)
    return lesson or list(usable[:1])


def _known_pairs(pairs: Sequence[Pair], usable: Sequence[int], width: int) -> NDArray[np.int64]:
    """Every pair of words that meet in a unit, as one number each, sorted."""
    import numpy as np

    found: list[NDArray[np.int64]] = []
    waiting: list[NDArray[np.int64]] = []
    size = 0
    for number in usable:
        source, target = pairs[number]
        waiting.append(np.unique((source.astype(np.int64)[:, None] * width + target).ravel()))
        size += len(waiting[-1])
        if size > 4_000_000:
            found = [np.unique(np.concatenate(found + waiting))]
            waiting, size = [], 0
    return np.unique(np.concatenate(found + waiting))


def _batches(
    pairs: Sequence[Pair], usable: Sequence[int], keys: NDArray[np.int64], width: int
) -> Iterator[_Batch]:
    """Units of about one size together, so that little is padded."""
    import numpy as np

    usable = sorted(usable, key=lambda n: (len(pairs[n][0]), len(pairs[n][1])))
    at = 0
    while at < len(usable):
        numbers: list[int] = []
        high = [0, 0]
        while at < len(usable):
            size = [max(high[side], len(pairs[usable[at]][side])) for side in (0, 1)]
            if numbers and size[0] * size[1] * (len(numbers) + 1) > _BATCH_CELLS:
                break
            high = size
            numbers.append(usable[at])
            at += 1
        sides = [np.full((len(numbers), high[side]), -1, np.int32) for side in (0, 1)]
        for row, number in enumerate(numbers):
            for side in (0, 1):
                words = pairs[number][side]
                sides[side][row, : len(words)] = words
        source, target = sides
        wanted = source.astype(np.int64)[:, :, None] * width + target[:, None, :]
        cells = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        cells = np.where(keys[cells] == wanted, cells, len(keys)).astype(np.int32)
        yield _Batch(numbers, cells, source, target)


def _seeds(
    keys: NDArray[np.int64], prior: Mapping[tuple[int, int], float], width: int
) -> NDArray[np.float64]:
    import numpy as np

    seeds = np.zeros(len(keys))
    known = np.array([s * width + t for s, t in prior], np.int64)
    values = np.array(list(prior.values()), np.float64)
    if len(known):
        at = np.minimum(np.searchsorted(keys, known), len(keys) - 1)
        there = keys[at] == known
        seeds[at[there]] = values[there]
    return seeds


def _expect(
    batch: _Batch, tables: Sequence[_Tables], *, markov: bool
) -> list[tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64]]]:
    """Per direction: the links as (units, source, target), the unlinked, the jumps."""
    import numpy as np

    inside = (batch.source >= 0)[:, :, None] & (batch.target >= 0)[:, None, :]
    found = []
    for side, table in enumerate(tables):
        writes, written = (
            (batch.source, batch.target) if side == 0 else (batch.target, batch.source)
        )
        emit = table.share[batch.cells] * inside
        if side == 0:
            emit = np.ascontiguousarray(emit.transpose(0, 2, 1))
        null = np.where(written >= 0, table.null[written], 1.0).astype(np.float32)
        if markov:
            links, empty, jump = posteriors(
                emit, null, table.jumps, writes >= 0, written >= 0, _NULL
            )
        else:
            lengths = np.maximum(1, (writes >= 0).sum(1))[:, None, None]
            links = emit * ((1 - _NULL) / lengths).astype(np.float32)
            empty = null * np.float32(_NULL)
            total = links.sum(2) + empty
            links /= total[:, :, None]
            empty = empty / total
            jump = np.zeros(2 * LONGEST + 1)
        found.append((links.transpose(0, 2, 1) if side == 0 else links, empty, jump))
    return found


def _maximise(
    counts: NDArray[np.float64], seeds: NDArray[np.float64], given: NDArray[np.int64], words: int
) -> NDArray[np.float32]:
    import numpy as np

    counts = counts + _PRIOR_STRENGTH * seeds + _DIRICHLET
    total = np.bincount(given, counts, words)
    share = np.exp(_digamma(counts) - _digamma(np.maximum(total, _DIRICHLET))[given])
    return np.append(np.maximum(share, _UNSEEN), _UNSEEN).astype(np.float32)


def _smooth(nulls: NDArray[np.float64], totals: NDArray[np.int64]) -> NDArray[np.float32]:
    """P(word | nothing), half of it by how frequent the word is."""
    import numpy as np

    share = 0.5 * nulls / max(1e-9, float(nulls.sum())) + 0.5 * totals / max(1, int(totals.sum()))
    return np.asarray(share, np.float32)


def _digamma(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The derivative of log gamma, by recurrence and the asymptotic series (error < 1e-8)."""
    import numpy as np

    shift = np.zeros_like(x)
    x = x.copy()
    for _ in range(6):
        small = x < 6
        shift[small] -= 1 / x[small]
        x[small] += 1
    square = 1 / (x * x)
    series = square * (1 / 12 - square * (1 / 120 - square / 252))
    return np.asarray(shift + np.log(x) - 0.5 / x - series)
