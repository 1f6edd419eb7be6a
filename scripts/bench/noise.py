"""Noise for alignment benches: sentences in step become two texts as translators leave them.

Neighbours are merged, sentences split at a comma, left out or put in on one side, whole
stretches dropped; all with a fixed seed, so that a bench is the same whenever it is made.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

Bead = tuple[tuple[int, ...], tuple[int, ...]]
_SHORTEST = 6  # characters of a sentence that is exchanged
_COMMA = re.compile(r"[,;，；、]\s*")


@dataclass(frozen=True)
class Noise:
    """How often each thing happens, as a share of the sentences."""

    merge: float = 0.04
    split: float = 0.03
    delete: float = 0.015
    insert: float = 0.015
    drop: float = 0.002
    gather: float = 0.0  # three to five at once


NEWS = Noise()
BOOK = Noise(merge=0.12, split=0.10, delete=0.03, insert=0.02, drop=0.003, gather=0.04)


@dataclass(frozen=True)
class Bench:
    """Two texts, one segment a line, and which belong together.

    Attributes:
        exchanged: Source segments whose translation is another sentence of the same length.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Bead, ...]
    exchanged: frozenset[int] = frozenset()


def make_bench(
    pairs: Sequence[tuple[str, str]],
    noise: Noise,
    joiners: tuple[str, str],
    seed: int,
    strangers: Sequence[tuple[str, str]] = (),
) -> Bench:
    """Put noise into sentences that are in step.

    Args:
        pairs: Source and target sentences.
        noise: How much of it.
        joiners: What stands between merged sentences.
        seed: Of the random numbers.
        strangers: Pairs to take inserted sentences from; `pairs` when empty.
    """
    chance = random.Random(seed)
    sides: tuple[list[str], list[str]] = ([], [])
    gold: list[Bead] = []

    def enter(*texts: Sequence[str]) -> None:
        starts = len(sides[0]), len(sides[1])
        for side, text in zip(sides, texts, strict=True):
            side.extend(text)
        gold.append(
            (tuple(range(starts[0], len(sides[0]))), tuple(range(starts[1], len(sides[1]))))
        )

    def enter_alone(pair: tuple[str, str]) -> None:
        side = chance.randrange(2)
        enter(*([pair[0]], []) if not side else ([], [pair[1]]))

    at = 0
    while at < len(pairs):
        if chance.random() < noise.drop:
            side, stop = chance.randrange(2), at + chance.randint(4, 12)
            for pair in pairs[at:stop]:
                enter(*([pair[0]], []) if not side else ([], [pair[1]]))
            at = stop
            continue
        if chance.random() < noise.insert:
            enter_alone(chance.choice(strangers or pairs))
        if chance.random() < noise.delete:
            enter_alone(pairs[at])
            at += 1
            continue
        dice, size = chance.random(), 1
        if dice < noise.gather:
            size = chance.choice((3, 3, 3, 4, 5))
        elif dice < noise.gather + noise.merge:
            size = 2
        group = pairs[at : at + size]
        at += size
        texts = [[pair[0] for pair in group], [pair[1] for pair in group]]
        side = chance.randrange(2)
        if len(group) > 1:
            texts[side] = [joiners[side].join(texts[side])]
        elif chance.random() < noise.split:
            texts[side] = _split(texts[side][0])
        enter(*texts)
    return Bench(tuple(sides[0]), tuple(sides[1]), tuple(gold))


def exchange_targets(bench: Bench, share: float, seed: int) -> Bench:
    """Put another sentence of the same length for the translation of some sentences.

    Args:
        bench: Whose 1-1 beads are taken from.
        share: Of them.
        seed: Of the random numbers.
    """
    chance = random.Random(seed)
    target = list(bench.target)
    gold: list[Bead] = []
    exchanged = set()
    by_length = sorted((len(text), number) for number, text in enumerate(target))
    for bead in bench.gold:
        gold.append(bead)
        if len(bead[0]) != 1 or len(bead[1]) != 1 or chance.random() >= share:
            continue
        number, size = bead[1][0], len(bench.target[bead[1][0]])
        at = bisect(by_length, (size, 0))
        others = [
            bench.target[other]
            for length, other in by_length[max(0, at - 15) : at + 15]
            if abs(length - size) <= 0.15 * size and abs(other - number) > 5
        ]
        others = [text for text in others if text != bench.target[number]]
        if size >= _SHORTEST and others:
            target[number] = chance.choice(others)
            exchanged.add(bead[0][0])
            gold[-1:] = [(bead[0], ()), ((), bead[1])]
    return Bench(bench.source, tuple(target), tuple(gold), frozenset(exchanged))


def _split(text: str) -> list[str]:
    """Cut a sentence at a comma near its middle; one without stays whole."""
    places = [match.end() for match in _COMMA.finditer(text)]
    places = [place for place in places if len(text) / 4 < place < len(text) * 3 / 4]
    if not places:
        return [text]
    place = places[len(places) // 2]
    return [text[:place].strip(), text[place:].strip()]
