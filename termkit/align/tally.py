"""A pair of phrases while it is counted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from termkit.align.phrase_pair import Place
from termkit.align.wanted import Key

PLACES = 20
"""Remembered of a pair; of a name, all are."""


@dataclass(slots=True)
class Tally:
    """What was seen of a pair, as `PhrasePair`; the weight is the sum over its places."""

    count: int = 0
    units: int = 0
    weight: float = 0.0
    pieces: int = 0
    is_name: bool = False
    places: list[Place] = field(default_factory=list)
    last_unit: int = -1

    def enter(self, place: Place, weight: float) -> None:
        """One more place; those of a unit come one after the other."""
        self.count += 1
        self.units += self.last_unit != place.unit
        self.last_unit = place.unit
        self.weight += weight
        if self.is_name or len(self.places) < PLACES:
            self.places.append(place)

    def leave(self, gone: Collection[Place]) -> None:
        """Take some places away."""
        kept = [place for place in self.places if place not in gone]
        share = len(kept) / len(self.places)
        self.weight *= share
        self.count, self.units = round(self.count * share), round(self.units * share)
        self.places = kept


Tallies = dict[tuple[Key, Key], Tally]
"""By the words of both sides."""
