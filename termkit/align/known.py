"""Pairs of names and terms known beforehand: the glossary's, and the territories of CLDR."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from termkit.align.phrases import Phrase, Words
from termkit.lang import ROOMS
from termkit.lang.locale import territory_names
from termkit.model.concept import AdminStatus, Concept

KnownPair = tuple[str, str]
WORD_BYTES = 4
"""Of a word number."""
SURE = 0.95
"""How sure a known pair is, seen in one unit."""


class KnownPhrases:
    """Finds known pairs in a unit, words given as bytes of their numbers."""

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        # Of several targets the first that was given comes first: a preferred designation.
        self._targets: dict[bytes, dict[bytes, None]] = defaultdict(dict)
        for source, target in pairs:
            if source and target:
                self._targets[source][target] = None
        self._lengths = sorted({len(key) for key in self._targets}, reverse=True)

    def find(self, source: bytes, target: bytes) -> list[Phrase]:
        """Where both sides of a known pair stand; the first beside the first, and so on."""
        found = []
        used: set[Words] = set()
        for length in self._lengths:
            for start in range(0, len(source) - length + 1, WORD_BYTES):
                for other in self._targets.get(source[start : start + length], ()):
                    place = _next_free(target, other, used)
                    if place is not None:
                        used.add(place)
                        words = start // WORD_BYTES, (start + length) // WORD_BYTES
                        found.append(Phrase(words, place, SURE))
                        break
        return found


def _next_free(text: bytes, phrase: bytes, used: Set[Words]) -> Words | None:
    """The first place of a phrase in a text that is not taken."""
    for start in range(0, len(text) - len(phrase) + 1, WORD_BYTES):
        place = start // WORD_BYTES, (start + len(phrase)) // WORD_BYTES
        if text[start : start + len(phrase)] == phrase and place not in used:
            return place
    return None


def known_pairs(concepts: Iterable[Concept], langs: tuple[str, str]) -> Iterator[KnownPair]:
    """What names the same thing in two languages.

    Args:
        concepts: Of a glossary.
        langs: BCP 47 tags.

    >>> ("Lào", "老挝") in set(known_pairs((), ("vi", "zh-Hans")))
    True
    """
    for concept in concepts:
        for source in concept.in_language(langs[0]):
            for target in concept.in_language(langs[1]):
                if AdminStatus.PREFERRED in (source.status, target.status):
                    yield source.text, target.text
    rooms = [lang.split("-")[0].lower() for lang in langs]
    if all(room in ROOMS for room in rooms):
        source_names, target_names = (territory_names(room) for room in rooms)
        for code in sorted(source_names.keys() & target_names.keys()):
            yield source_names[code], target_names[code]
