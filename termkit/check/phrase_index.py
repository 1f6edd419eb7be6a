"""The phrases of a glossary cut into words, ready to be found by their first or second one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from termkit.check.phrases import is_abbreviated, word_key
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Form
from termkit.model.span import Span
from termkit.text.normalise import normalise

NAMES = (ConceptType.PERSON, ConceptType.PLACE)
_MIN_WORDS = {"en": 2, "vi": 3, "zh": 4}
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


class PhraseIndex:
    """The phrases of a glossary in one language by their first and second word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.first: dict[str, list[Phrase]] = {}
        self.second: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            self.first.setdefault(phrase.keys[0], []).append(phrase)
            self.second.setdefault(phrase.keys[1], []).append(phrase)


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
            tokens = cut(text, get_language(lang).words(text), names, primary)
            if place and len(tokens) < _LONG_PLACE:
                continue  # a near miss of a short one is rule N103's
            while tokens and tokens[0].key in ("the", "a", "an"):
                del tokens[0]
            if len(tokens) >= least:
                phrases.append(Phrase(concept, designation, tuple(tokens)))
                if primary == "vi" and any(token.key.startswith("@") for token in tokens):
                    # Beside a slip a place is not always seen: Đảng Cộng Việt Nam.
                    spelt = cut(text, get_language(lang).words(text), (), primary)
                    phrases.append(Phrase(concept, designation, tuple(spelt)))
    return PhraseIndex(phrases)


def _is_long_short_form(designation: Designation, primary: str) -> bool:
    """Whether a short form is a phrase as well: *Vành đai và Con đường*, 农业与环境部."""
    words = {"vi": designation.text.split(), "zh": designation.text}.get(primary, "")
    return designation.form is Form.SHORT and len(words) > _MIN_WORDS.get(primary, 0)


def cut(text: str, words: Iterable[Span], names: Iterable[Match], primary: str) -> list[Token]:
    """The words of a text in order, with each name of a person or place as one.

    An abbreviation alone in brackets is left out: nobody counts it as a word of the name
    before or around it.
    """
    longest: dict[int, Match] = {}
    for match in () if primary == "zh" else names:  # a Chinese name has one form
        other = longest.get(match.span.start)
        if not match.is_foreign and (other is None or len(match.span) > len(other.span)):
            longest[match.span.start] = match
    tokens: list[Token] = []
    end = 0
    for word in words:
        if word.start < end or _is_aside(text, word):
            continue
        name = longest.get(word.start)
        if name is None:
            tokens.append(Token(word, word_key(word.slice(text), primary), word.slice(text)))
        else:
            end = name.span.end
            tokens.append(Token(name.span, f"@{name.concept.id}", name.span.slice(text)))
    return tokens


def _is_aside(text: str, word: Span) -> bool:
    """Whether a word is an abbreviation in brackets: *Party of China (CPC) Central Committee*."""
    around = text[word.start - 1 : word.start] + text[word.end : word.end + 1]
    return around in ("()", "（）") and word.slice(text).isupper()
