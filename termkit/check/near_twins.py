"""Names of any language that one document writes in two ways: *Balakrishman*, *Balakrishnan*.

What the glossary knows is held against it elsewhere; here a capitalised name is held against
the document's own others: all words but one the same, that one a letter or a mark away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from termkit.check.gazetteer import is_another_place, is_world_place
from termkit.check.listed import is_introduced_in_list, is_listed_beside
from termkit.check.mentions import names_of
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.supports import is_introduced_as_another
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.cover import Cover
from termkit.text.fold import fold
from termkit.text.memory import Memory
from termkit.text.near import one_edit_apart, rests
from termkit.text.scripts import CAPITALS, LATIN

# A word with a capital, with what is tied to it; no possessive ending.
_CAPITALISED = re.compile(
    rf"[{CAPITALS}](?<![{LATIN}].)(?:(?<![{LATIN}]['’-].)|(?<=S)(?!\w))"
    rf"[{LATIN}]*(?:['’-](?![sS]\b)[{LATIN}]+)*"
)
_SIZES = (2, 3)
_LONGEST = 40  # letters of a name in one word
_LEAST = 5  # letters of a word that another letter makes no other name of
# Endings that make an adjective, a plural, a woman's or a man's name: Korean, Ivanova, Mario;
# and those that stand for each other: Maria, Mario; Afghans, Afghani.
_ENDINGS = frozenset(("s", "n", "i", "a"))
_EXCHANGED = frozenset("aeoins")
# Kinds of place in front of a name of one syllable: sông Hương.
_KINDS = frozenset(
    ("sông", "núi", "hồ", "đèo", "cầu", "cảng", "đảo", "vịnh", "tỉnh", "huyện", "xã", "phường",
     "quận", "biển", "suối", "phố", "đường", "làng", "thôn", "chùa", "đền", "ga")
)  # fmt: skip
_KIND = re.compile(rf"(?<![{LATIN}])(?<![{LATIN}]['’-])(?<!hành )(?:{'|'.join(sorted(_KINDS))}) $")
_LONGEST_KIND = max(map(len, _KINDS)) + 1


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a name, and where it stands."""

    text: TextView
    span: Span
    name: Span

    @property
    def order(self) -> tuple[int, int]:
        return self.text.index, self.span.start


def find_near_twins(view: DocumentView) -> Iterator[Mark]:
    """Marks at a name used once that is a letter or a mark away from another of the document."""
    told: set[tuple[int, int]] = set()
    for (_, index, rest), words in _groups(view).items():
        for odd, usual in _pairs(words):
            if not _is_slip(odd, usual, index, rest, view.language):
                continue
            place, other = words[odd][0], words[usual][0]
            if is_listed_beside(place.text, place.name, other.name.slice(other.text.text)):
                continue
            if place.order in told or _is_another(place, view.language):
                continue
            told.add(place.order)
            yield _mark(place, other)


def near_words(words: Iterable[str]) -> set[str]:
    """Words with another of them beside that differs in marks alone or may be a slip of it.

    Two words that are one slip apart share what is left of them without one letter; a short
    word and one in a dictionary are slips of none.

    >>> sorted(near_words(("Batbayar", "Batbayer", "Dorj", "Hưng", "Hùng")))
    ['Batbayar', 'Batbayer', 'Hùng', 'Hưng']
    """
    words = set(words)
    rests = [rest for word in words for rest in _rests[word]]
    if len(rests) == len(set(rests)):
        return set()  # the usual case
    by_rest: dict[str, list[str]] = {}
    for word in words:
        for rest in _rests[word]:
            by_rest.setdefault(rest, []).append(word)
    return {word for group in by_rest.values() if len(group) > 1 for word in group}


def _find_rests(word: str) -> frozenset[str]:
    """A word without its marks and, where it may be a slip, that without any one letter."""
    key = fold(word).lower()
    if not _LEAST - 1 <= len(key) <= _LONGEST or _is_ordinary(key):
        return frozenset((key,))
    return rests(key)


_rests = Memory(_find_rests)


def _mark(place: _Place, other: _Place) -> Mark:
    right = other.name.slice(other.text.text)
    return place.text.mark(
        place.name,
        f"{place.name.slice(place.text.text)!r} here, {right!r} elsewhere in this document",
        replacement=right,
        related=(other.text.related(other.name, "the other"),),
    )


def _groups(view: DocumentView) -> dict[tuple[int, int, tuple[str, ...]], dict[str, list[_Place]]]:
    """Words by the place they have in a name and by the name's other words."""
    found: dict[tuple[int, int, tuple[str, ...]], dict[str, list[_Place]]] = defaultdict(dict)
    runs = [(text, run) for text in view.texts for run in _runs(text.text)]
    near = near_words(span.slice(text.text) for text, run in runs for span in run)
    if not near:
        return {}  # the usual case
    strangers: dict[int, list[Span]] = defaultdict(list)
    for mention in names_of(view).strangers:  # people by the shape of their names: rule N103
        strangers[mention.unit].append(mention.span)
    for text, group in groupby(runs, key=itemgetter(0)):
        people = Cover(
            (
                *(match.span for match in text.matches(types=(ConceptType.PERSON,), foreign=True)),
                *strangers.get(text.index, ()),
            )
        )
        for _, run in group:
            for size in _SIZES:
                for start in range(len(run) - size + 1):
                    spans = run[start : start + size]
                    name = Span(spans[0].start, spans[-1].end)
                    if people.overlaps(name):
                        continue
                    words = [span.slice(text.text) for span in spans]
                    for index, word in enumerate(words):
                        if word not in near:
                            continue
                        rest = (*words[:index], *words[index + 1 :])
                        places = found[size, index, rest].setdefault(word, [])
                        places.append(_Place(text, spans[index], name))
    return {key: words for key, words in found.items() if len(words) > 1}


def _runs(text: str) -> Iterator[list[Span]]:
    """Capitalised words with single spaces between them, and the kind of place before them."""
    run: list[Span] = []
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        if run and text[run[-1].end : start] != " ":
            if len(run) > 1:
                yield run
            run = []
        kind = _KIND.search(text, max(0, start - _LONGEST_KIND), start) if not run else None
        if kind is not None:
            run.append(Span(kind.start(), start - 1))
        run.append(Span(start, end))
    if len(run) > 1:
        yield run


def _is_ordinary(word: str) -> bool:
    return is_ordinary_word(word) or is_unmarked_syllable(word)


def _pairs(words: dict[str, list[_Place]]) -> Iterator[tuple[str, str]]:
    """A word used once, and one used more often or before it that shares a rest with it."""
    order = {word: number for number, word in enumerate(words)}
    by_rest: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for rest in _rests[word]:
            by_rest[rest].append(word)
    for odd, places in words.items():
        if len(places) == 1:
            near = {word for rest in _rests[odd] for word in by_rest[rest]} - {odd}
            for usual in sorted(near, key=order.__getitem__):
                others = words[usual]
                if len(others) > 1 or others[0].order < places[0].order:
                    yield odd, usual


def _is_another(place: _Place, lang: str) -> bool:
    """Whether the odd name is one in its own right: known, in a gazetteer, or introduced."""
    name = place.name.slice(place.text.text)
    known = any(
        match.concept.type is ConceptType.PLACE and match.span.overlaps(place.span)
        for match in matches_near(place.text, place.name)
    )
    if known or is_another_place(name, lang) or is_world_place(name, lang):
        return True
    return is_introduced_as_another(place.text, place.name) or is_introduced_in_list(
        place.text, place.name
    )


def _is_slip(odd: str, usual: str, index: int, rest: tuple[str, ...], lang: str) -> bool:
    if tone_key(odd.lower()) == tone_key(usual.lower()):
        return False  # Hoà, Hòa: rule O104
    if index and all(is_function_word(word.lower()) for word in rest):
        return False  # In Bali, In Mali
    one, other = fold(odd).lower(), fold(usual).lower()
    if one == other:
        return True
    swapped = len(one) == len(other) and sorted(one) == sorted(other)
    least = _LEAST - 1 if swapped and max(map(len, rest), default=0) >= _LEAST else _LEAST
    if min(len(one), len(other)) < least or not one_edit_apart(one, other):
        return False
    if _is_ordinary(one) or _is_ordinary(other):
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if longer[:-1] == shorter and longer[-1] in _ENDINGS:
        return False
    return not (one[:-1] == other[:-1] and {one[-1], other[-1]} <= _EXCHANGED)
