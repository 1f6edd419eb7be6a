"""The phrases of a glossary cut into words, and where in a text each of them may stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import itemgetter

from termkit.check.phrases import is_abbreviated, word_key
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.lang.pieces import places_of, tokens_of
from termkit.lang.tables import load_rows, load_words
from termkit.lang.words import APART
from termkit.model.concept import (
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
    Form,
)
from termkit.model.span import Span
from termkit.text.fold import fold
from termkit.text.memory import Memory
from termkit.text.normalise import normalise
from termkit.text.scripts import is_han

NAMES = (ConceptType.PERSON, ConceptType.PLACE)
# An abbreviation in brackets: Party of China (CPC) Central Committee.
_ASIDE = re.compile(rf"\(({APART.pattern})\)|（({APART.pattern})）")
_MIN_WORDS = {"en": 2, "vi": 3, "zh": 3}
_LONG_ABBREVIATION = 6  # characters; a shorter one is made of parts of words
_LONG_PLACE = 5  # 中华人民共和国, Cộng hòa nhân dân Trung Hoa


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, or a name of several words that counts as one.

    Attributes:
        span: In the text it came from.
        key: What is compared: see `word_key`; a name is ``@`` and its concept's id.
        text: As written.
    """

    span: Span
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A designation, ready to be aligned; small, for a large glossary has one for each.

    Attributes:
        keys: Of its words, as `Token.key`.
        text: Normalised.
        bounds: Start and end of the first word in the text, of the second, and so on.
    """

    concept: Concept
    designation: Designation
    keys: tuple[str, ...]
    text: str
    bounds: Sequence[int]

    @classmethod
    def of(
        cls, concept: Concept, designation: Designation, text: str, tokens: Sequence[Token]
    ) -> Phrase:
        """The phrase of these words of a text."""
        bounds = tuple(chain(*((token.span.start, token.span.end) for token in tokens)))
        keys = tuple(token.key for token in tokens)
        small = bytes(bounds) if bounds[-1] < 256 else bounds
        return cls(concept, designation, keys, text, small)

    def word(self, at: int) -> str:
        """One of its words as written."""
        return self.text[self.bounds[2 * at] : self.bounds[2 * at + 1]]

    @property
    def words(self) -> tuple[str, ...]:
        """As written."""
        return tuple(map(self.word, range(len(self.keys))))


LETTERS = Memory(lambda word: fold(word.replace("-", ""))[:1])
"""The first letter of a word, without marks."""

Ranked = list[tuple[int, Phrase]]
"""Phrases with their places in the glossary."""


class _Node:
    """The phrases that begin with the same words, by what may follow where the next is wrong.

    It holds what is asked of it alone: a text goes a few words along few of many phrases.

    Attributes:
        whole: Those that have no more words.
        last: Those that have one more: whatever stands there.
        next: The others by their next word: it may stand one further on.
    """

    __slots__ = ("_after", "_at", "_children", "_pairs", "_skip", "last", "next", "whole")

    def __init__(self, phrases: Ranked, at: int) -> None:
        self._at = at
        self._children: dict[str, _Node] = {}
        self._after: dict[str, Ranked] | None = None
        self._skip: dict[str, Ranked] | None = None
        self._pairs: dict[str, Ranked] | None = None
        self.whole = [entry for entry in phrases if len(entry[1].keys) == at]
        self.last = [entry for entry in phrases if len(entry[1].keys) == at + 1]
        self.next: dict[str, Ranked] = {}
        for entry in phrases:
            if len(entry[1].keys) > at + 1:
                self.next.setdefault(entry[1].keys[at], []).append(entry)

    def child(self, word: str) -> _Node | None:
        """Those that go on with a word."""
        node = self._children.get(word)
        if node is None:
            ending = [entry for entry in self.last if entry[1].keys[self._at] == word]
            if phrases := [*self.next.get(word, ()), *ending]:
                node = self._children[word] = _Node(phrases, self._at + 1)
        return node

    @property
    def after(self) -> dict[str, Ranked]:
        """By the word behind the next one."""
        if self._after is None:
            self._after = self._by_word(1)
        return self._after

    @property
    def skip(self) -> dict[str, Ranked]:
        """By the word two behind the next one: two characters of a Chinese phrase may be
        missing, or stand behind the next two."""
        if self._skip is None:
            self._skip = self._by_word(2)
        return self._skip

    def pairs(self, letter: str, at: int) -> Ranked:
        """The phrases of two words, by the first letter of one of them."""
        if self._pairs is None:
            self._pairs = {}
            for entry in self.whole if at == 0 else self.last:
                self._pairs.setdefault(LETTERS[entry[1].word(at)], []).append(entry)
        return self._pairs.get(letter, [])

    def _by_word(self, ahead: int) -> dict[str, Ranked]:
        found: dict[str, Ranked] = {}
        at = self._at + ahead
        for word, phrases in self.next.items():
            if ahead == 1 or is_han(word[:1]):
                for entry in phrases:
                    if at < len(entry[1].keys):
                        found.setdefault(entry[1].keys[at], []).append(entry)
        return found


class _ByWord:
    """Phrases by their word at one place, laid out from there when a text has that word.

    A document has few of the words of a large glossary.

    Attributes:
        ranks: Places in the glossary of the phrases with a word.
    """

    def __init__(self, phrases: Sequence[Phrase], at: int) -> None:
        self._phrases = phrases
        self._at = at
        self._nodes: dict[str, _Node] = {}
        self._clues: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self.ranks: dict[str, list[int]] = {}
        for rank, phrase in enumerate(phrases):
            self.ranks.setdefault(phrase.keys[at], []).append(rank)

    def node(self, key: str) -> _Node | None:
        """The phrases with that word, as far as they are behind it."""
        node = self._nodes.get(key)
        if node is None and key in self.ranks:
            phrases = [(rank, self._phrases[rank]) for rank in self.ranks[key]]
            node = self._nodes[key] = _Node(phrases, self._at + 1)
        return node

    def clues(self, key: str, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words that follow that word within so many, one more in Chinese, of which two
        characters are a word; and, of phrases in which nothing need follow but what is wrong,
        the first letter of their other word: they are of two."""
        if key not in self._clues:
            phrases = [self._phrases[rank] for rank in self.ranks[key]]
            behind = self._at + 1
            self._clues[key] = (
                frozenset(
                    word
                    for phrase in phrases
                    if len(keys := phrase.keys[behind:]) >= number
                    for word in keys[: number + is_han(keys[0][:1])]
                ),
                frozenset(
                    LETTERS[phrase.word(1 - self._at)]
                    for phrase in phrases
                    if len(phrase.keys) < behind + number
                ),
            )
        return self._clues[key]

    def places(
        self, keys: Sequence[str], number: int, letters: Sequence[str] | None, beside: int
    ) -> Iterator[int]:
        """Where phrases may stand with that word, by what is around it."""
        for place, key in enumerate(keys):
            if key in self.ranks:
                clues, first = self.clues(key, number)
                fits = first if letters is None else _at(letters, place + beside) in first
                if fits or not clues.isdisjoint(keys[place + 1 : place + 2 * number]):
                    yield place


def _at(letters: Sequence[str], place: int) -> str:
    return letters[place] if 0 <= place < len(letters) else " "


class PhraseIndex:
    """The phrases of a glossary in one language, found where at most one word is wrong."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._by_first = _ByWord(self.phrases, 0)
        self._by_second = _ByWord(self.phrases, 1)

    def places(
        self, keys: Sequence[str], letters: Sequence[str] | None = None
    ) -> tuple[list[int], list[int]]:
        """Where phrases may begin, and where the second word of one may stand: a quick look.

        Behind the first word one of three must be a word of a phrase that begins so.

        Args:
            keys: Of the words of a text.
            letters: The first letter of each (`LETTERS`), where a wrong word of a phrase of two
                has that of the right one; ``None`` where any other word may be wrong.
        """
        begins = self._by_first.places(keys, 2, letters, 1)
        goes_on = self._by_second.places(keys, 1, letters, -1)
        return list(begins), list(goes_on)

    def from_first(
        self, keys: Sequence[str], place: int, letters: Sequence[str] | None = None
    ) -> list[tuple[Phrase, int]]:
        """Phrases that begin at a place, and how many of their words stand there.

        Behind one slip one of three words must be the phrase's: a wrong word, a missing one, one
        too many, one in two parts and two in the wrong order each leave one.
        """
        node, same = self._by_first.node(keys[place]), 1
        found: dict[int, tuple[Phrase, int]] = {}
        while node is not None:
            for rank, phrase in node.whole:
                found[rank] = phrase, same
            following = keys[place + same : place + same + 3]
            here = following[0] if following else None
            last = node.last
            if letters is not None and same == 1:
                last = node.pairs(_at(letters, place + 1), 1)
            groups = [last, *(node.after[key] for key in following if key in node.after)]
            if len(following) > 1:
                groups.append(node.next.get(following[1], []))
            if following and node.skip:
                groups.append(node.skip.get(following[0], []))
            for rank, phrase in chain(*groups):
                if phrase.keys[same] != here:  # else it goes on
                    found[rank] = phrase, same
            node, same = node.child(here) if here is not None else None, same + 1
        return [found[rank] for rank in sorted(found)] if len(found) > 1 else list(found.values())

    def from_second(
        self, keys: Sequence[str], place: int, letters: Sequence[str] | None = None
    ) -> list[Phrase]:
        """Phrases of which all words but the first stand at a place."""
        node, at = self._by_second.node(keys[place]), place + 1
        found: Ranked = []
        while node is not None:
            if letters is not None and at == place + 1:
                found += node.pairs(_at(letters, place - 1), 0)
            else:
                found += node.whole
            node = node.child(keys[at]) if at < len(keys) else None
            at += 1
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return [phrase for _, phrase in found]


def phrase_index(glossary: Glossary, lang: str) -> PhraseIndex:
    """The index of a glossary in one language, built once."""
    primary = lang.split("-")[0].lower()
    return glossary.once(("phrase_index", lang), lambda: _build(glossary, lang, primary))


def _build(glossary: Glossary, lang: str, primary: str) -> PhraseIndex:
    least = _MIN_WORDS.get(primary, 4)
    phrases = []
    for concept in (*glossary, *_well_known(glossary, primary)):
        if concept.type is ConceptType.PERSON:
            continue
        for designation in concept.designations:
            if designation.lang.split("-")[0].lower() != primary:
                continue
            if is_abbreviated(designation) and not _is_long_short_form(designation, primary):
                continue
            if not designation.is_approved:
                continue
            text = normalise(designation.text).text
            place = concept.type is ConceptType.PLACE
            names = [
                match
                for match in glossary.matcher(lang).find(text)
                if match.concept.type in NAMES and not (place and match.concept is concept)
            ]
            tokens = cut(text, names, primary).tokens(0, len(text))
            if place and len(tokens) < _LONG_PLACE:
                continue  # a near miss of a short one is rule N103's
            while tokens and tokens[0].key in ("the", "a", "an"):
                del tokens[0]
            if len(tokens) >= least:
                phrases.append(Phrase.of(concept, designation, text, tokens))
                if primary == "vi" and any(token.key.startswith("@") for token in tokens):
                    # Beside a slip a place is not always seen: Đảng Cộng Việt Nam.
                    spelt = cut(text, (), primary).tokens(0, len(text))
                    phrases.append(Phrase.of(concept, designation, text, spelt))
    return PhraseIndex(phrases)


def _well_known(glossary: Glossary, primary: str) -> Iterator[Concept]:
    """Bodies, treaties and expressions of the language's tables that the glossary lacks.

    Their concepts are in no glossary and have no id.
    """
    if primary not in ("en", "vi", "zh"):
        return
    entered = {
        designation.text.lower()
        for concept in glossary
        for designation in concept.designations
        if designation.lang.split("-")[0].lower() == primary and not is_abbreviated(designation)
    }
    for text, abbreviation, kind in sorted(_tabled(primary)):
        if text.lower() not in entered:
            name = (
                DesignationKind.TERM
                if kind is ConceptType.SET_PHRASE
                else DesignationKind.PROPER_NAME
            )
            designations = [Designation(primary, text, name)]
            if abbreviation:
                designations.append(Designation(primary, abbreviation, name, form=Form.ACRONYM))
            yield Concept("", kind, "", tuple(designations))


def _tabled(primary: str) -> Iterator[tuple[str, str, ConceptType]]:
    """What the tables have: text, abbreviation, and what it is taken for."""
    if primary == "zh":  # other rows are terms, which rule N103 holds against a text
        rows = load_rows("zh", "bodies")
        yield from ((row[0], "", ConceptType.ORGANISATION) for row in rows if row[1] == "body")
        return
    names = {row[0]: "".join(row[1:]) for row in load_rows(primary, "bodies")}
    if primary == "en":
        for text, kind in load_rows("en", "wordnet_names"):
            if kind == "body":
                names.setdefault(text, "")
        for text in load_words("en", "set_phrases"):
            yield text, "", ConceptType.SET_PHRASE
    for text, abbreviation in names.items():
        yield text, abbreviation, ConceptType.TREATY  # fixed to its last word


def _is_long_short_form(designation: Designation, primary: str) -> bool:
    """Whether a short form is a phrase as well: *Vành đai và Con đường*, 一带一路.

    Chinese leaves words out and calls it an abbreviation: 具有战略意义的命运共同体; in English
    some of the words may be letters: *UN Security Council*.
    """
    if primary == "en":
        return designation.text.count(" ") > 1 and not designation.text.isupper()
    words = {"vi": designation.text.split(), "zh": designation.text}.get(primary, "")
    if primary == "zh" and designation.form is Form.ABBREVIATION:
        return len(words) >= _LONG_ABBREVIATION
    return designation.form is Form.SHORT and len(words) > 3


class CutText:
    """A text cut into words, each name of a person or place as one.

    Attributes:
        keys: Of its words, as `Token.key`.
        words: As written.
    """

    def __init__(
        self,
        text: str,
        keys: Sequence[str],
        words: Sequence[str],
        bounds: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self.keys = keys
        self.words = words
        self._text = text
        self._bounds = bounds

    def tokens(self, start: int, stop: int) -> list[Token]:
        """Some of the words; a stop behind the last is the last."""
        return [
            Token(Span(*bounds), key, self._text[slice(*bounds)])
            for key, bounds in zip(self.keys[start:stop], self._places[start:stop], strict=True)
        ]

    @cached_property
    def _places(self) -> Sequence[tuple[int, int]]:
        """Where each word begins and ends: few texts are ever asked."""
        return _bounds(self._text) if self._bounds is None else self._bounds


def cut(text: str, names: Iterable[Match], primary: str) -> CutText:
    """The words of a text in order, with each name of a person or place as one.

    An abbreviation alone in brackets is left out: nobody counts it as a word of the name
    before or around it.
    """
    words = tokens_of(text)
    words_keys = tuple(map(_keys(primary).__getitem__, words))
    wholes: dict[int, tuple[int, str]] = {}  # by first place: end and key of what counts as one
    for match in () if primary == "zh" else names:  # a Chinese name has one form
        start, end = match.span.start, match.span.end
        if not match.is_foreign and end > wholes.get(start, (0, ""))[0]:
            wholes[start] = end, f"@{match.concept.id}"
    if "(" in text or "\N{FULLWIDTH LEFT PARENTHESIS}" in text:
        for aside in _ASIDE.finditer(text):
            start, end = aside.start() + 1, aside.end() - 1
            if text[start:end].isupper():
                wholes[start] = end, ""
    if not wholes:
        return CutText(text, words_keys, words)
    starts, ends = places_of(text)
    keys: list[str] = []
    written: list[str] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for start, (end, key) in sorted(wholes.items()):
        first = bisect_left(starts, start, at)
        if first == len(starts) or starts[first] != start:
            continue  # inside a word or another name
        keys += words_keys[at:first]
        written += words[at:first]
        bounds += zip(starts[at:first], ends[at:first], strict=True)
        if key:
            keys.append(key)
            written.append(text[start:end])
            bounds.append((start, end))
        at = bisect_left(starts, end, first)
    bounds += zip(starts[at:], ends[at:], strict=True)
    return CutText(text, (*keys, *words_keys[at:]), (*written, *words[at:]), bounds)


def _bounds(text: str) -> Sequence[tuple[int, int]]:
    return tuple(zip(*places_of(text), strict=True))


@cache
def _keys(primary: str) -> Memory[str]:
    return Memory(lambda word: word_key(word, primary))
