"""Stretches of words that a document writes with other capitals in another place.

What has its capitals twice as often as not, or all of them once, is a name; the same words
without some of these capitals, or with more, are that name as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from termkit.check.nearby import matches_near
from termkit.check.quotation import find_quotations
from termkit.check.same_name import (
    LONG_VI,
    Stretch,
    begins_sentence,
    capitals_of,
    is_alike,
    is_capital,
    is_same_name,
)
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word
from termkit.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’\N{HYPHEN}-][^\W\d_]+)*")
_LONGEST = 6  # words
_MORE = 2  # times as many places as the odd form has
_LOOKED_AT = 100  # places of a name, the first ones


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text."""

    text: TextView
    found: list[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Recased:
    """A stretch with other capitals than it has elsewhere.

    Attributes:
        odd: The stretch.
        usual: One with the other capitals.
        number: How often they stand.
    """

    odd: Stretch
    usual: Stretch
    number: int


def find_recased(view: DocumentView) -> Iterator[Recased]:
    """Every stretch with other capitals than it has elsewhere, each place once."""
    texts = [
        Words(text, list(_WORD.finditer(text.text))) for text in view.texts if not text.is_heading
    ]
    varied = _varied(texts)
    named = {
        stretch.words.casefold()
        for words in texts
        for stretch in _stretches(words, is_capital, varied)
        if _is_name(stretch.words, view.language)
    }
    heads = {words.split(" ", 1)[0] for words in named}
    places: dict[str, list[Stretch]] = defaultdict(list)
    for words in texts:
        for stretch in _stretches(words, lambda word: word.casefold() in heads, varied):
            if (key := stretch.words.casefold()) in named:
                places[key].append(stretch)
    found = [each for same in places.values() for each in _odd_ones(same, view.language)]
    taken: dict[int, set[int]] = defaultdict(set)
    for each in sorted(found, key=lambda each: (-each.number, -len(each.odd.words))):
        covered = taken[each.odd.text.index]
        points = range(each.odd.span.start, each.odd.span.end)
        if covered.isdisjoint(points):
            covered.update(points)
            yield each


def _varied(texts: Iterable[Words]) -> set[str]:
    """Pairs of neighbours, in small letters, that have other capitals in another place.

    A stretch that has other capitals elsewhere holds such a pair.
    """
    forms: dict[str, str] = {}
    found = set()
    for words in texts:
        for one, other in pairwise(words.found):
            form = f"{one[0]} {other[0]}"
            key = form.casefold()
            if forms.setdefault(key, form) != form:
                found.add(key)
    return found


def _stretches(
    words: Words, begins: Callable[[str], bool], varied: Container[str]
) -> Iterator[Stretch]:
    """Two words and more with single spaces between them, from each word that may begin one."""
    text = words.text.text
    for first, head in enumerate(words.found):
        if not begins(head[0]):
            continue
        last, differs = head, False
        for word in words.found[first + 1 : first + _LONGEST]:
            if text[last.end() : word.start()] != " ":
                break
            differs = differs or f"{last[0]} {word[0]}".casefold() in varied
            last = word
            if differs:
                yield Stretch(words.text, Span(head.start(), last.end()))


def _is_name(stretch: str, lang: str) -> bool:
    words = stretch.split(" ")
    capitals = sum(capitals_of(words))
    if lang == "vi":
        return capitals > 1 or len(words) >= LONG_VI
    return capitals > 1 and words[-1][0].isupper() and not is_function_word(words[0].lower())


def _odd_ones(places: list[Stretch], lang: str) -> Iterator[Recased]:
    """Stretches of the same words: those whose capitals are the odd ones."""
    if len({place.words for place in places}) < 2:
        return
    free = [place for place in places if _is_free(place)]
    numbers = Counter(place.words for place in free)
    names = [words for words in numbers if words[0].isupper() and _is_name(words, lang)]
    if not names:
        return
    name = max(names, key=lambda words: (numbers[words], sum(capitals_of(words.split(" ")))))
    if numbers[name] < max(numbers.values()):
        return
    usual = [place for place in free if place.words == name]
    for odd in free:
        if odd.words == name or begins_sentence(odd):
            continue
        often = len(usual) >= _MORE * numbers[odd.words]
        alike = next(
            (
                place
                for place in usual[:_LOOKED_AT]
                if is_alike(odd, place) and not _differs_at_line(odd, place)
            ),
            None,
        )
        if alike is not None and is_same_name(odd, name, often=often):
            yield Recased(odd, alike, len(usual))


def _differs_at_line(one: Stretch, other: Stretch) -> bool:
    """Whether a capital that only one of them has begins a line: entries of a list may touch."""
    pairs = zip(one.words.split(" "), other.words.split(" "), strict=True)
    differing = {n for n, (a, b) in enumerate(pairs) if is_capital(a) != is_capital(b)}
    return not differing.isdisjoint({*one.line_starts, *other.line_starts})


def _is_free(place: Stretch) -> bool:
    """Whether the capitals are the stretch's own: no quotation's or longer name's."""
    text, span = place.text, place.span
    if place.words.isupper() or find_quotations(text.text).holds(span):
        return False
    return not any(
        match.span.contains(span) and match.span != span and match.text == match.designation.text
        for match in matches_near(text, span)
    )
