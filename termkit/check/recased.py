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

from termkit.check.capitals import weighty_capitals
from termkit.check.described import is_described
from termkit.check.nearby import matches_near
from termkit.check.quotation import find_quotations
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_rows
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.cover import Cover

_WORD = re.compile(r"[^\W\d_]+(?:['’\N{HYPHEN}-][^\W\d_]+)*")
_LONGEST = 6  # words
_LONG = 3  # weighty words, without capitals, that describe no other thing
_LONG_VI = 4  # syllables, likewise
_SHORT = 3  # letters of words that are often no name though no list has them
_MORE = 2  # times as many places as the odd form has
_CAPITAL_BEHIND = re.compile(r" (?:(?:of|for|and|on|the|và|về|của) )*[A-ZĐ]")
_CAPITAL_BEFORE = re.compile(r"\b[A-ZĐ]\w* $")
_NEAR = 20  # code points before a stretch that are looked at
# Who heads a body: its small first word belongs to the title.
_HEAD_VI = re.compile(r"\b(?:trưởng|phó) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row, as they stand."""

    text: TextView
    span: Span

    @property
    def words(self) -> str:
        return self.span.slice(self.text.text)

    @property
    def surroundings(self) -> tuple[bool, bool]:
        """Whether a word with a capital stands before it, and behind it."""
        text, start = self.text.text, max(0, self.span.start - _NEAR)
        before = _CAPITAL_BEFORE.search(text[start : self.span.start])
        behind = _CAPITAL_BEHIND.match(text, self.span.end)
        named = before is not None and not self.text.starts_sentence(
            Span(start + before.start(), self.span.start)
        )
        return named, behind is not None


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
        for stretch in _stretches(words, _is_capital, varied)
        if _is_name(stretch.words, view.language)
    }
    heads = {words.split(" ", 1)[0] for words in named}
    places: dict[str, list[Stretch]] = defaultdict(list)
    for words in texts:
        for stretch in _stretches(words, lambda word: word.casefold() in heads, varied):
            if (key := stretch.words.casefold()) in named:
                places[key].append(stretch)
    found = [each for same in places.values() for each in _odd_ones(same, view.language)]
    taken: list[Stretch] = []
    for each in sorted(found, key=lambda each: (-each.number, -len(each.odd.words))):
        if not any(_overlap(each.odd, other) for other in taken):
            taken.append(each.odd)
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
    capitals = sum(_capitals(words))
    if lang == "vi":
        return capitals > 1 or len(words) >= _LONG_VI
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
    name = max(names, key=lambda words: (numbers[words], sum(_capitals(words.split(" ")))))
    if numbers[name] < max(numbers.values()):
        return
    usual = [place for place in free if place.words == name]
    for odd in free:
        if odd.words == name or _begins_sentence(odd):
            continue
        often = len(usual) >= _MORE * numbers[odd.words]
        alike = [place for place in usual if _is_alike(odd, place)]
        if alike and _is_same_name(odd, name, often=often):
            yield Recased(odd, alike[0], len(usual))


def _is_free(place: Stretch) -> bool:
    """Whether the capitals are the stretch's own: no quotation's or longer name's."""
    text, span = place.text, place.span
    if place.words.isupper() or find_quotations(text.text).holds(span):
        return False
    return not any(
        match.span.contains(span) and match.span != span and match.text == match.designation.text
        for match in matches_near(text, span)
    )


def _begins_sentence(place: Stretch) -> bool:
    return place.text.starts_sentence(place.span)


def _is_alike(odd: Stretch, usual: Stretch) -> bool:
    """Whether both stretches may be one name, by what stands around them.

    A capital that is one too many may be that of a longer name, as one that is missing where
    the name goes on is (*Internet job*, *Internet Job Index*), and small letters those of a title
    that no name follows; the first capital of a sentence is nobody's.
    """
    here, there = _capitals(odd.words.split(" ")), _capitals(usual.words.split(" "))
    lost = [n for n, (got, wanted) in enumerate(zip(here, there, strict=True)) if wanted > got]
    if lost == [0] and _begins_sentence(usual):
        return False
    (before, behind), (usually_before, usually_behind) = odd.surroundings, usual.surroundings
    if before != usually_before:
        return False
    ends_alike = not usually_behind or len(here) - 1 not in lost
    return behind == usually_behind or (bool(lost) and any(here) and ends_alike)


def _is_same_name(odd: Stretch, name: str, *, often: bool) -> bool:
    vietnamese = odd.text.lang.startswith("vi")
    words = name.split(" ")
    usual, found = _capitals(words), _capitals(odd.words.split(" "))
    lost = [n for n, capital in enumerate(usual) if capital and not found[n]]
    if not vietnamese and any(_is_no_word(words[n]) for n in lost):
        return True
    if vietnamese and lost == [0] and (_is_kind_of_place(words) or _is_headed(odd)):
        return False  # cảng Dung Quất, Cảng Dung Quất: houses differ; Trưởng ban Quản lý
    own = _own_capitals(odd)
    kept = [n for n, capital in enumerate(found) if capital and usual[n] and n in own]
    if not kept and any(found):
        return False
    if not kept:
        weighty = len(words) >= _LONG_VI if vietnamese else len(weighty_capitals(words)) >= _LONG
        return often and weighty and not is_described(odd.text, odd.span)
    if kept == [0] and not vietnamese and _is_no_word(words[0]):
        return False  # Antarctic ice, Chinese government: the capital of a name in it
    return often or (bool(lost) and all(weighty_capitals(words)))


def _is_no_word(word: str) -> bool:
    """Whether a word is nothing but a name: no other may do without its capital."""
    word = re.sub(r"['’]s?$", "", word)
    return len(word) > _SHORT and word.isalpha() and not is_ordinary_word(word.lower())


def _is_headed(odd: Stretch) -> bool:
    start = odd.span.start
    return _HEAD_VI.search(odd.text.text[max(0, start - _NEAR) : start]) is not None


def _is_kind_of_place(words: list[str]) -> bool:
    kinds = {row[0] for row in load_rows("vi", "place_kinds")}
    return any(" ".join(words[:size]).lower() in kinds for size in (1, 2, 3))


def _own_capitals(odd: Stretch) -> set[int]:
    """The words of a stretch whose capitals are no place's: not *Việt* in *dầu khí Việt Nam*."""
    places = Cover(
        match.span
        for match in matches_near(odd.text, odd.span)
        if match.concept.type is ConceptType.PLACE and match.text != odd.words
    )
    spans = (Span(*word.span()) for word in re.compile(r"\S+").finditer(odd.words))
    start = odd.span.start
    return {
        n
        for n, span in enumerate(spans)
        if not places.overlaps(Span(start + span.start, start + span.end))
    }


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _capitals(words: list[str]) -> list[bool]:
    return [_is_capital(word) for word in words]


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.text is other.text and one.span.overlaps(other.span)
