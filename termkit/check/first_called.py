"""Who is called by one word behind a title before the whole name has been given.

Vietnamese and Chinese names are known by their shape (`check.mentions`). Of all others the
document itself tells: *New Zealand Prime Minister Ardern* above, *Jacinda Ardern* below.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.asides import find_turns
from termkit.check.mentions import DocumentNames, names_of
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.locale import territory_names
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.parse import capital_runs
from termkit.names.world import leaders_called
from termkit.text.fold import fold

_LONGEST = 4  # words of a name
_SHORTEST = 3  # letters of a name that stands alone
_WORD_BEFORE = re.compile(r"[\w,] $")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands, without the title before it.

    Attributes:
        text: Where.
        words: Of the name.
        addressed: Whether a title, or a title and a country, stands before it.
    """

    text: TextView
    words: tuple[Span, ...]
    addressed: bool

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(fold(word.slice(self.text.text)) for word in self.words)

    @property
    def order(self) -> tuple[int, int]:
        return self.text.index, self.span.start


def find_first_called(view: DocumentView) -> Iterator[tuple[Named, Named]]:
    """Each short name with the whole one that comes too late."""
    if any(find_turns(view.document)):
        return  # who asks may call a guest as everybody does
    names = names_of(view)
    by_part: dict[str, list[Named]] = defaultdict(list)
    called: list[Named] = []
    for named in view.once(find_named):
        if len(named.words) == 1:
            called.append(named)
        else:
            for part in set(named.parts):
                by_part[part].append(named)
    for short in called:
        (part,) = short.parts
        bearers = by_part.get(part, ())
        if not bearers or bearers[0].order < short.order or not _is_lone_name(short, names):
            continue
        if _is_syllable(part) and not _is_called(short, names):
            continue  # the first half of a word: Bộ trưởng Xây dựng
        if len({bearer.parts for bearer in bearers}) == 1 and _is_whole(bearers[0], part):
            yield short, bearers[0]


def _is_called(short: Named, names: DocumentNames) -> bool:
    """Whether a word behind a title stands there as a name does."""
    word = short.span.slice(short.text.text)
    return any(
        lone.order == short.order and lone.addressed
        for lone in names.lone(lambda other: other == word)
    )


def _is_syllable(word: str) -> bool:
    """Whether a word may be one of Vietnamese, where half of a word looks like a name."""
    return is_unmarked_syllable(fold(word))


def find_named(view: DocumentView) -> tuple[Named, ...]:
    """Every name in running text, in order: words with capitals, without titles and countries."""
    return tuple(_find_named(view, names_of(view)))


def _find_named(view: DocumentView, names: DocumentNames) -> Iterator[Named]:
    for text in view.texts:
        if text.is_heading:
            continue
        found = text.matches(types=(ConceptType.PLACE,), nested=True, foreign=True)
        places = {match.span.end: match.span for match in found}
        for run in capital_runs(text.text, without=places.values()):
            for first in range(len(run) - 1, -1, -1):
                if _is_addressed(text, run[first], places, names):
                    words = _without_country(text, run[first:])
                    yield Named(text, tuple(words), addressed=True)
                    break
            else:
                words = _without_opening(text, run)
                if len(words) > 1:
                    yield Named(text, tuple(words), addressed=False)


def _without_opening(text: TextView, words: list[Span]) -> list[Span]:
    """The words behind those that open a sentence: *On Monday Espen Eide*."""
    for place, word in enumerate(words):
        opening = word.slice(text.text).lower()
        if place == 0 and len(words) > 1 and _is_said_first(text, word):
            continue
        if not is_function_word(opening) and not opening.endswith("day"):
            return words[place:]
    return []


def _is_said_first(text: TextView, word: Span) -> bool:
    """Whether an English word has its capital from the sentence: *Now Tallin*, *I'm Haldric*."""
    opening = re.split("['’]", word.slice(text.text).lower())[0]
    begins = text.starts_sentence(word) or not _WORD_BEFORE.search(
        text.text[max(0, word.start - 2) : word.start]
    )
    return text.lang.startswith("en") and begins and (opening == "i" or is_ordinary_word(opening))


def _without_country(text: TextView, words: list[Span]) -> list[Span]:
    """The words behind the country that stands between a title and a name."""
    countries = territory_names(text.language.tag).values()
    for size in range(len(words) - 1, 0, -1):
        if text.text[words[0].start : words[size - 1].end] in countries:
            return words[size:]
    return words


def _is_addressed(
    text: TextView, word: Span, places: dict[int, Span], names: DocumentNames
) -> bool:
    """Whether a title stands right before a word, or before the country before it."""
    start = places.get(word.start - 1, word).start
    begins = text.text[start - 1 : start].isspace()
    return begins and names.is_addressed(text, Span(start, word.end))


def _is_lone_name(short: Named, names: DocumentNames) -> bool:
    word = short.span.slice(short.text.text)
    return (
        len(word) >= _SHORTEST
        and not word.isupper()
        and not is_ordinary_word(word.lower())
        and word not in territory_names(short.text.language.tag).values()
        and not names.bearers(word)  # those are judged by the custom of their names
        and not in_quotation(short.text.text, short.span)
    )


def _is_whole(bearer: Named, part: str) -> bool:
    """Whether a longer name is that of who was called by a part: its last, or its first.

    *Jill Biden* is not President Biden.
    """
    if len(bearer.words) > _LONGEST or any(map(is_function_word, bearer.parts)):
        return False
    if bearer.parts[-1] != part:
        return bearer.addressed and bearer.parts[0] == part
    if _is_syllable(part) and not bearer.addressed:
        return False
    leaders = leaders_called(part)
    return not leaders or bool(set(bearer.parts[:-1]) & leaders)
