"""Noise for alignment benches: sentences in step become two texts as translators leave them.

Neighbours are merged, sentences split at a comma, left out or put in on one side, whole
stretches dropped; all with a fixed seed, so that a bench is the same whenever it is made.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

Bead = tuple[tuple[int, ...], tuple[int, ...]]
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
    """Two texts, one segment a line, and which belong together."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Bead, ...]


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


def _split(text: str) -> list[str]:
    """Cut a sentence at a comma near its middle; one without stays whole."""
    places = [match.end() for match in _COMMA.finditer(text)]
    places = [place for place in places if len(text) / 4 < place < len(text) * 3 / 4]
    if not places:
        return [text]
    place = places[len(places) // 2]
    return [text[:place].strip(), text[place:].strip()]
