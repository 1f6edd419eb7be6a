"""Chinese renderings of foreign names, grown to the whole that always stands there.

A word list cuts *尤拉德雷迪亚* (Uradredia) somewhere, and the word alignment follows a piece
of it. What stands beside that piece wherever it renders the name belongs to the rendering:
a character, or one of the same reading (司 and 斯 in two spellings of one name), or what a
middle dot ties to it. Grammatical characters (里 in 撒米里, Samiri) and words of the list
belong to it only where the sound says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from termkit.align.phrase_pair import Place
from termkit.align.phrases import Words
from termkit.align.sounds import likeness
from termkit.align.tally import Tallies, Tally
from termkit.align.tokens import Side, function_words
from termkit.align.wanted import Key, Wanted
from termkit.lang.vi.syllables import is_syllable
from termkit.lang.zh.pinyin import find_readings
from termkit.text.scripts import is_han

_SHARE = 0.75  # of the places, where the neighbour must be the same
_HEARD_SHARE = 0.6  # where the sound speaks for it
_LOOSE_SHARE = 0.5  # where the name never stands without a loose character there
_ALIKE = 0.6  # likeness of a rendering by sound; one by meaning has its own words
_COMMON, _FEW = 0.01, 30  # share of a text's words; what is commoner is no part of a name
_LEAST = 2  # places
_NEVER = 2.0
_MANY = 3  # places of a neighbour that is no wonder elsewhere, or that the sound does not ask for
_ELSEWHERE = 4  # times as often as beside the name
_LONGEST_WORD, _LONGEST_NAME = 4, 10  # characters
_DOTS = "\N{MIDDLE DOT}\N{BULLET}\N{HYPHENATION POINT}"

PlaceOf = tuple[int, Words]
"""A unit and a stretch of its words."""


def grow_names(sides: Sequence[Side], wanted: Sequence[Wanted], tallies: Tallies) -> None:
    """Let Chinese pieces that render names in letters become their wholes, places and all."""
    for n in (0, 1):
        if sides[n].lang.split("-")[0].lower() == "zh":
            grower = NameGrower(sides[n])
            for keys, tally in list(tallies.items()):
                name = _name_in_letters(tally.places[0], 1 - n, sides[1 - n])
                if name is not None:
                    _grow(keys, tally, n, name, (grower, wanted[n], tallies))


def _grow(
    keys: tuple[Key, Key],
    tally: Tally,
    n: int,
    name: str,
    at: tuple[NameGrower, Wanted, Tallies],
) -> None:
    """Move the places of a pair that go on to the pair of the whole."""
    grower, wanted, tallies = at
    own = [(place.unit, place.words(n)) for place in tally.places]
    grown = zip(tally.places, grower.grow(name, own), strict=True)
    moved = {place: place.having(n, words) for place, words in grown if words != place.words(n)}
    if not moved:
        return
    weight = tally.weight / tally.count
    tally.leave(moved.keys())
    if not tally.places:
        del tallies[keys]
    met: dict[int, set[Place]] = {}
    for place in moved.values():
        whole = wanted.key(place.unit, place.words(n))
        other = tallies[(whole, keys[1]) if n == 0 else (keys[0], whole)]
        other.is_name = True
        here = met.setdefault(id(other), set(other.places))
        if place not in here:
            here.add(place)
            other.enter(place, weight)


def _name_in_letters(place: Place, n: int, side: Side) -> str | None:
    """What stands at a place, if it is a name in letters."""
    first, stop = place.words(n)
    words = [span.slice(side.texts[place.unit]) for span in side.spans[place.unit][first:stop]]
    capitals = [word for word in words if word[:1].isupper() and not is_han(word[0])]
    if words[0] not in capitals or not any(side.stem(word) in side.names for word in capitals):
        return None
    # What Vietnamese writes in its own syllables is read in Chinese, not imitated.
    own = side.lang.split("-")[0].lower() == "vi" and all(map(is_syllable, " ".join(words).split()))
    return None if own else " ".join(words)


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A word beside a stretch.

    Attributes:
        text: As written.
        dotted: A middle dot stands between.
    """

    text: str
    dotted: bool

    @property
    def sound(self) -> tuple[str, bool]:
        """What two spellings of one name share."""
        return " ".join((find_readings(c) or (c,))[0] for c in self.text), self.dotted


class NameGrower:
    """Grows renderings of names on one side of a bitext."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._grammatical = function_words(side.lang)
        self._counts: Counter[str] = Counter()
        for numbers in side.numbers:
            self._counts.update(side.words[number] for number in numbers.tolist())

    def grow(self, name: str, places: Sequence[PlaceOf]) -> list[Words]:
        """The stretches, as far as they go on; one a place, in the same order.

        Args:
            name: In the letters of the other side.
            places: Where one rendering of it stands.
        """
        found = [words for _, words in places]
        active = set(range(len(places)))
        while True:
            steps = [self._step(name, places, found, active, end) for end in (0, 1)]
            step = max(steps, key=len)
            if not step:
                return found
            for at, words in step.items():
                found[at] = words
            active = set(step)

    def _step(
        self,
        name: str,
        places: Sequence[PlaceOf],
        found: Sequence[Words],
        active: Set[int],
        end: int,
    ) -> dict[int, Words]:
        """The places that go on by one word at one end, with their new stretches."""
        by_sound: dict[tuple[str, bool], list[int]] = defaultdict(list)
        loose = 0
        for at in sorted(active):
            neighbour = self._beside(places[at][0], found[at], end)
            if neighbour is not None:
                by_sound[neighbour.sound].append(at)
                loose += self._is_loose(neighbour.text)
        if not by_sound:
            return {}
        same = max(by_sound.values(), key=len)
        unit, words = places[same[0]][0], found[same[0]]
        neighbour = self._beside(unit, words, end)
        assert neighbour is not None
        never_free = loose == len(active)
        share = self._least_share(
            name, self._text(unit, words), neighbour, len(same), end, never_free=never_free
        )
        if len(same) < max(_LEAST, share * len(active)):
            return {}
        return {at: _longer(found[at], end) for at in (active if never_free else same)}

    def _least_share(
        self,
        name: str,
        text: str,
        neighbour: _Neighbour,
        count: int,
        end: int,
        *,
        never_free: bool,
    ) -> float:
        """In which share of the places a neighbour must stand to be a part of the name."""
        grown = text + neighbour.text if end else neighbour.text + text
        seen = self._counts[neighbour.text]
        if len(grown) > _LONGEST_NAME or seen > max(_FEW, _COMMON * self._counts.total()):
            return _NEVER
        before, after = likeness(name, text), likeness(name, grown)
        if after < _ALIKE:
            return _NEVER
        if neighbour.dotted:
            return _SHARE
        listed = len(neighbour.text) > 1 or neighbour.text in self._grammatical
        if listed and (after <= before or (count < _MANY and after < 1)):
            return _NEVER
        if never_free and count >= _MANY:
            return _LOOSE_SHARE
        if after > before:
            return _HEARD_SHARE
        alone = count >= _MANY and seen <= _ELSEWHERE * count
        return _SHARE if after == before or alone else _NEVER

    def _is_loose(self, word: str) -> bool:
        """A lone character that is no grammatical word, as the rest of a name is cut."""
        return len(word) == 1 and word not in self._grammatical

    def _beside(self, unit: int, words: Words, end: int) -> _Neighbour | None:
        """The word of Han characters that a stretch touches at one end."""
        text, spans = self._side.texts[unit], self._side.spans[unit]
        at = words[1] if end else words[0] - 1
        if not 0 <= at < len(spans):
            return None
        word = spans[at].slice(text)
        left, right = (spans[at - 1], spans[at]) if end else (spans[at], spans[at + 1])
        gap = text[left.end : right.start]
        dotted = gap != "" and gap in _DOTS
        if (gap and not dotted) or not all(map(is_han, word)):
            return None
        return _Neighbour(word, dotted) if len(word) <= _LONGEST_WORD else None

    def _text(self, unit: int, words: Words) -> str:
        return "".join(
            s.slice(self._side.texts[unit]) for s in self._side.spans[unit][slice(*words)]
        )


def _longer(words: Words, end: int) -> Words:
    return (words[0], words[1] + 1) if end else (words[0] - 1, words[1])
