"""The phrases of a glossary cut into words, and where in a text each of them may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from termkit.check.phrases import is_abbreviated, word_key
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.lang.words import TOKEN
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Form
from termkit.model.span import Span
from termkit.text.normalise import normalise

NAMES = (ConceptType.PERSON, ConceptType.PLACE)
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


@dataclass(frozen=True)
class Phrase:
    """A designation, ready to be aligned."""

    concept: Concept
    designation: Designation
    tokens: tuple[Token, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens)


Ranked = list[tuple[int, Phrase]]
"""Phrases with their places in the glossary."""


@dataclass(slots=True)
class _Openings:
    """The phrases that have one first word, by the words that can follow it.

    Attributes:
        short: Of two words: whatever follows.
        next: By a word that may stand right behind the first: the second, or the third where
            the second is missing or mistyped.
        behind: By a word that may stand one further: the second, where there is one too many,
            or the third, where the second is mistyped.
        beyond: By the word that may stand two further: the third, where the second is in two
            parts.
    """

    short: Ranked = field(default_factory=list)
    next: dict[str, Ranked] = field(default_factory=dict)
    behind: dict[str, Ranked] = field(default_factory=dict)
    beyond: dict[str, Ranked] = field(default_factory=dict)


class PhraseIndex:
    """The phrases of a glossary in one language, found where at most one word is wrong."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first: dict[str, _Openings] = {}
        self._by_second: dict[str, _Openings] = {}
        for entry in enumerate(phrases):
            keys = entry[1].keys
            opening = self._by_first.setdefault(keys[0], _Openings())
            second = self._by_second.setdefault(keys[1], _Openings())
            if len(keys) == 2:
                opening.short.append(entry)
                second.short.append(entry)
                continue
            for key in {keys[1], keys[2]}:
                opening.next.setdefault(key, []).append(entry)
                opening.behind.setdefault(key, []).append(entry)
            opening.beyond.setdefault(keys[2], []).append(entry)
            second.next.setdefault(keys[2], []).append(entry)
        self.words = frozenset((*self._by_first, *self._by_second))

    def from_first(self, keys: Sequence[str], place: int) -> Iterator[Phrase]:
        """Phrases whose first word stands at a place, and whose others may follow."""
        opening = self._by_first.get(keys[place])
        if opening is None:
            return
        found = list(opening.short)
        if place + 1 < len(keys):
            found += opening.next.get(keys[place + 1], ())
        if place + 2 < len(keys):
            found += opening.behind.get(keys[place + 2], ())
        if place + 3 < len(keys):
            found += opening.beyond.get(keys[place + 3], ())
        for _, phrase in sorted(dict(found).items()) if len(found) > 1 else found:
            yield phrase

    def from_second(self, keys: Sequence[str], place: int) -> Iterator[Phrase]:
        """Phrases whose second word stands at a place, and their third behind it."""
        second = self._by_second.get(keys[place])
        if second is None:
            return
        found = list(second.short)
        if place + 1 < len(keys):
            found += second.next.get(keys[place + 1], ())
        for _, phrase in sorted(found, key=lambda entry: entry[0]) if len(found) > 1 else found:
            yield phrase


def phrase_index(glossary: Glossary, lang: str) -> PhraseIndex:
    """The index of a glossary in one language, built once."""
    primary = lang.split("-")[0].lower()
    return glossary.once(("phrase_index", lang), lambda: _build(glossary, lang, primary))


def _build(glossary: Glossary, lang: str, primary: str) -> PhraseIndex:
    least = _MIN_WORDS.get(primary, 4)
    phrases = []
    for concept in glossary:
        if concept.type is ConceptType.PERSON:
            continue
        for designation in concept.designations:
            if designation.lang.split("-")[0].lower() != primary:
                continue
            if is_abbreviated(designation) and not _is_long_short_form(designation, primary):
                continue
            if designation.status in (AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED):
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
                phrases.append(Phrase(concept, designation, tuple(tokens)))
                if primary == "vi" and any(token.key.startswith("@") for token in tokens):
                    # Beside a slip a place is not always seen: Đảng Cộng Việt Nam.
                    spelt = cut(text, (), primary).tokens(0, len(text))
                    phrases.append(Phrase(concept, designation, tuple(spelt)))
    return PhraseIndex(phrases)


def _is_long_short_form(designation: Designation, primary: str) -> bool:
    """Whether a short form is a phrase as well: *Vành đai và Con đường*, 一带一路.

    Chinese leaves words out and calls it an abbreviation: 具有战略意义的命运共同体.
    """
    words = {"vi": designation.text.split(), "zh": designation.text}.get(primary, "")
    if primary == "zh" and designation.form is Form.ABBREVIATION:
        return len(words) >= _LONG_ABBREVIATION
    return designation.form is Form.SHORT and len(words) > 3


@dataclass(frozen=True, slots=True)
class CutText:
    """A text cut into words, each name of a person or place as one.

    Attributes:
        text: The text.
        keys: Of its words, as `Token.key`.
        bounds: Where each begins and ends.
    """

    text: str
    keys: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]

    def tokens(self, start: int, stop: int) -> list[Token]:
        """Some of the words; a stop behind the last is the last."""
        return [
            Token(Span(*bounds), key, self.text[slice(*bounds)])
            for key, bounds in zip(self.keys[start:stop], self.bounds[start:stop], strict=True)
        ]


def cut(text: str, names: Iterable[Match], primary: str) -> CutText:
    """The words of a text in order, with each name of a person or place as one.

    An abbreviation alone in brackets is left out: nobody counts it as a word of the name
    before or around it.
    """
    longest: dict[int, Match] = {}
    for match in () if primary == "zh" else names:  # a Chinese name has one form
        other = longest.get(match.span.start)
        if not match.is_foreign and (other is None or len(match.span) > len(other.span)):
            longest[match.span.start] = match
    keys: list[str] = []
    bounds: list[tuple[int, int]] = []
    end = 0
    has_asides = "(" in text or "\N{FULLWIDTH LEFT PARENTHESIS}" in text
    for word in TOKEN.finditer(text):
        start, stop = word.span()
        if start < end or (has_asides and _is_aside(text, start, stop)):
            continue
        name = longest.get(start) if longest else None
        if name is None:
            keys.append(word_key(word[0], primary))
            bounds.append((start, stop))
        else:
            end = name.span.end
            keys.append(f"@{name.concept.id}")
            bounds.append((start, end))
    return CutText(text, tuple(keys), tuple(bounds))


def _is_aside(text: str, start: int, stop: int) -> bool:
    """Whether a word is an abbreviation in brackets: *Party of China (CPC) Central Committee*."""
    around = text[start - 1 : start] + text[stop : stop + 1]
    return around in ("()", "（）") and text[start:stop].isupper()
