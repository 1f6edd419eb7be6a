"""Both sides of a bitext as words: numbered for the aligner, placed for the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from termkit.align.cohesion import join_characters
from termkit.lang import ROOMS, get_language
from termkit.lang.tables import load_words
from termkit.lang.vi.tones import tone_key
from termkit.lang.words import find_words
from termkit.model.span import Span
from termkit.text.normalise import normalise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# What may stand between two words of one term; any other mark ends it.
_JOINT = re.compile("[-\u2010-\u2013 /+&'\u2019\u201c\u201d\u00b7\u2027.\u300c\u300d]*")
_MARKS = (("\u201c", "\u201d"), ("\u300c", "\u300d"), ("\u300a", "\u300b"))


_STEM = 5  # letters: *agreement* and *agreed* differ, *agreements* and *agreement* do not


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bitext.

    Attributes:
        lang: BCP 47 tag.
        texts: Normalised text of each unit.
        spans: Words of each unit, as places in its text.
        numbers: Word numbers of each unit; case and tone placement make no difference.
        words: Keys by number.
        stems: What the aligner sees of each word, by word number: endings make no difference.
        stem_words: Stems by number.
        names: Stems that somewhere stand with a capital inside a sentence.
    """

    lang: str
    texts: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...]
    numbers: tuple[NDArray[np.int32], ...]
    words: tuple[str, ...]
    stems: NDArray[np.int32]
    stem_words: tuple[str, ...]
    names: frozenset[str]

    def place(self, unit: int, start: int, stop: int) -> Span:
        """The text of a unit from one word to just before another, its marks in pairs."""
        spans = self.spans[unit]
        return with_marks(self.texts[unit], Span(spans[start].start, spans[stop - 1].end))

    def surface(self, unit: int, start: int, stop: int) -> str:
        """What stands there."""
        return self.place(unit, start, stop).slice(self.texts[unit])

    def stem(self, word: str) -> str:
        """What the aligner sees of a written word."""
        return _stem(word_key(word), self.lang)

    def keys(self, unit: int, start: int, stop: int) -> tuple[str, ...]:
        """The same stretch as keys of its words."""
        return tuple(self.words[number] for number in self.numbers[unit][start:stop])

    def breaks(self, unit: int) -> list[bool]:
        """Before each word of a unit, whether a mark stands that no term goes across."""
        text, spans = self.texts[unit], self.spans[unit]
        gaps = (text[left.end : right.start] for left, right in pairwise(spans))
        return [True, *(_JOINT.fullmatch(gap) is None for gap in gaps)]


def with_marks(text: str, span: Span) -> Span:
    """A span, with a quotation mark beside it whose partner is inside, and with 《》 around it.

    >>> text = "对接“一带一路”倡议和《宪章》"
    >>> with_marks(text, Span(3, 10)).slice(text), with_marks(text, Span(12, 14)).slice(text)
    ('“一带一路”倡议', '《宪章》')
    """
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    inside = span.slice(text)
    for opening, closing in _MARKS:
        opens, closes = inside.count(opening), inside.count(closing)
        if before == opening and closes > opens:
            return Span(span.start - 1, span.end)
        if after == closing and opens > closes:
            return Span(span.start, span.end + 1)
        if opening == "《" and (before, after) == (opening, closing):
            return Span(span.start - 1, span.end + 1)
    return span


def has_marks_in_pairs(text: str) -> bool:
    """Whether every quotation mark and title mark has its partner.

    >>> has_marks_in_pairs("“一带一路”倡议"), has_marks_in_pairs("一路”倡议")
    (True, False)
    """
    return all(text.count(opening) == text.count(closing) for opening, closing in _MARKS)


def word_key(word: str) -> str:
    """What makes two written words one word.

    >>> word_key("Hoà") == word_key("hòa")
    True
    """
    return tone_key(word.lower())


def _stem(word: str, lang: str) -> str:
    """The first letters of a long word, where the language inflects."""
    if lang.split("-")[0].lower() in ("vi", "zh") or not word.isalpha():
        return word
    return word[:_STEM]


def word_finder(lang: str) -> Callable[[str], tuple[Span, ...]]:
    """How a language cuts a text into words; plain tokens where it has no room."""
    if lang.split("-")[0].lower() in ROOMS:
        return get_language(lang).lexical_words
    return find_words


def read_side(texts: Sequence[str], lang: str) -> Side:
    """Cut one side of a bitext into words."""
    import numpy as np

    find = word_finder(lang)
    plain = [normalise(text).text for text in texts]
    cuts = [find(text) for text in plain]
    if lang.split("-")[0].lower() == "zh":
        cuts = join_characters(plain, cuts, function_words(lang))
    numbers: dict[str, int] = {}
    sequences = []
    for text, spans in zip(plain, cuts, strict=True):
        keys = [word_key(span.slice(text)) for span in spans]
        sequences.append(np.array([numbers.setdefault(k, len(numbers)) for k in keys], np.int32))
    stems: dict[str, int] = {}
    stem_of = np.array(
        [stems.setdefault(_stem(word, lang), len(stems)) for word in numbers], np.int32
    )
    names = frozenset(
        _stem(word_key(span.slice(text)), lang)
        for text, spans in zip(plain, cuts, strict=True)
        for span in spans[1:]
        if text[span.start].isupper()
    )
    return Side(
        lang,
        tuple(plain),
        tuple(cuts),
        tuple(sequences),
        tuple(numbers),
        stem_of,
        tuple(stems),
        names,
    )


def function_words(lang: str) -> frozenset[str]:
    """Grammatical words of a language, as keys; none where it has no room."""
    room = lang.split("-")[0].lower()
    return load_words(room, "function_words") if room in ROOMS else frozenset()
