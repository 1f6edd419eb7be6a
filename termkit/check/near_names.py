"""Names one mark or one letter away from a name that is known, and what speaks for a slip.

Only shape is judged here. Whether a near name is a slip or another person is judged by what
stands around it (`termkit.check.rules.n103_near_miss_name`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from termkit.check.signal import some_stretch
from termkit.glossary.store import Glossary
from termkit.lang.vi.sounds import sound_alike
from termkit.model.concept import Concept, ConceptType, Form
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.written import (
    Syllable,
    compare_syllables,
    has_marks,
    lacks_marks,
    read_syllable,
    syllables,
)
from termkit.text.cover import Cover
from termkit.text.near import one_edit_apart

_SMALL = frozenset(
    ("in", "the", "from", "to", "at", "but", "and", "for", "of", "as", "with", "near", "both",
     "while", "when", "after", "since", "between", "like", "if", "unlike", "yet")
)  # fmt: skip
_SHORTENED = (Form.ABBREVIATION, Form.ACRONYM)
_LONGEST = 5  # words in a name that is searched for
_MOST = 1 << 16  # words of which it is remembered what they are near


class Difference(StrEnum):
    """In what a near name differs."""

    FEWER_MARKS = "fewer marks"  # Tô Lam: some written, one left out
    NO_MARKS = "no marks"  # To Lam in a Vietnamese text
    OTHER_MARK = "another mark"  # Lê Hoài Trúng
    LETTER = "one letter"  # Liu Haiting
    SOUND = "a letter of the same sound"  # Nguyễn Chí Thanh as Trí Thanh: tr, ch


@dataclass(frozen=True, slots=True)
class Known:
    """A known name, word by word; ``whole`` when it carries all its Vietnamese marks."""

    concept: Concept
    text: str
    words: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class NearName:
    """A name in a text that is nearly a known one.

    Attributes:
        span: Code points of the text.
        text: What stands there.
        known: The name it nearly is.
        difference: In what it differs.
        index: Of the first word that differs.
    """

    span: Span
    text: str
    known: Known
    difference: Difference
    index: int

    @property
    def word(self) -> str:
        """The word as written that differs."""
        return syllables(self.text)[self.index]


class NearNames:
    """The people and places of a glossary, found by all words of a name but one.

    Attributes:
        signal: Whether a text has a near name anywhere.
    """

    def __init__(self, glossary: Glossary, lang: str) -> None:
        self._by_rest: dict[tuple[int, int, tuple[str, ...]], list[Known]] = defaultdict(list)
        self._bases: set[str] = set()  # of the words of names of several words
        self._single: dict[tuple[str, int], list[Known]] = defaultdict(list)
        self._near_single: dict[str, Known | None] = {}
        self._written: set[tuple[Syllable, ...]] = set()
        self.signal = some_stretch(lambda stretch: any(self.find(stretch)))
        for known in _known_names(glossary, lang):
            self._written.add(tuple(map(read_syllable, known.words)))
            bases = tuple(read_syllable(word).base for word in known.words)
            if len(bases) == 1:
                letters = known.words[0].lower()
                for size in range(len(letters) - 1, len(letters) + 2):
                    self._single[letters[0], size].append(known)
            for index in range(len(bases) if 1 < len(bases) <= _LONGEST else 0):
                rest = bases[:index] + bases[index + 1 :]
                self._by_rest[len(bases), index, rest].append(known)
                self._bases.update(bases)

    def find(self, text: str, *, without: Iterable[Span] = ()) -> Iterator[NearName]:
        """Near names among the capitalised words, in order; one per place and known name."""
        barred = Cover(without)
        for run in capital_runs(text):
            written = [span.slice(text) for span in run]
            known = [read_syllable(word).base in self._bases for word in written]
            for start in range(len(run) if any(known) else 0):
                for size in range(2, min(_LONGEST, len(run) - start) + 1):
                    if sum(known[start : start + size]) < size - 1:
                        break  # two words that no name has: the usual case
                    span = Span(run[start].start, run[start + size - 1].end)
                    if not barred.contains(span):
                        yield from self._compare(text, span, written[start : start + size])
            # "In Bejing": a small word has its capital from the beginning of the sentence.
            small = all(span.slice(text).lower() in _SMALL for span in run[:-1])
            if small and not barred.overlaps(run[-1]):
                yield from self._compare_single(text, run[-1])

    def _compare(self, text: str, span: Span, words: list[str]) -> Iterator[NearName]:
        written = tuple(map(read_syllable, words))
        if written in self._written:
            return
        bases = tuple(syllable.base for syllable in written)
        seen = set()
        for index in range(len(bases)):
            rest = bases[:index] + bases[index + 1 :]
            for known in self._by_rest.get((len(bases), index, rest), ()):
                difference = _difference(words, known, index)
                if difference is not None and known.concept.id not in seen:
                    seen.add(known.concept.id)
                    first = _first_difference(words, known.words)
                    yield NearName(span, span.slice(text), known, difference, first)

    def _compare_single(self, text: str, span: Span) -> Iterator[NearName]:
        word = span.slice(text)
        if word not in self._near_single:
            if len(self._near_single) > _MOST:
                self._near_single.clear()
            self._near_single[word] = self._find_single(word)
        known = self._near_single[word]
        if known is not None:
            yield NearName(span, word, known, Difference.LETTER, 0)

    def _find_single(self, word: str) -> Known | None:
        """The name of one word that a word is one letter away from."""
        letters = word.lower()
        if (read_syllable(word),) in self._written:
            return None
        for known in self._single.get((letters[0], len(letters)), ()):
            other = known.words[0].lower()
            adjective = letters in (other + "s", other + "n") or letters + "s" == other
            # Malaysian, the Philippine government
            if not adjective and len(other) > 4 and one_edit_apart(letters, other):
                return known
        return None


def near_names(glossary: Glossary, lang: str) -> NearNames:
    """The near names of a glossary in one language, made once."""
    return glossary.once(("near_names", lang), lambda: NearNames(glossary, lang))


def _known_names(glossary: Glossary, lang: str) -> Iterator[Known]:
    for concept in glossary:
        if concept.type not in (ConceptType.PERSON, ConceptType.PLACE):
            continue
        english = {
            name_key(designation.text)
            for designation in concept.named("en")
            if designation.is_approved
        }
        for designation in concept.designations:
            written_here = designation.lang == lang
            # A Vietnamese name keeps its letters abroad: its marked form is known there, too.
            native = designation.lang == "vi" and name_key(designation.text) in english
            if not designation.is_approved or designation.form in _SHORTENED:
                continue
            if concept.type is ConceptType.PERSON and designation.form is Form.SHORT:
                continue  # President Ho is no full name; Quảng Trị is one of the province
            words = tuple(syllables(designation.text))
            if (written_here or native) and words and all(w[0].isupper() for w in words):
                yield Known(concept, designation.text, words, native or has_marks(designation.text))


def _difference(words: list[str], known: Known, index: int) -> Difference | None:
    verdicts = [compare_syllables(a, b) for a, b in zip(words, known.words, strict=True)]
    if all(verdict is Verdict.SAME for verdict in verdicts):
        return None
    text = " ".join(words)
    mine, theirs = read_syllable(words[index]).base, read_syllable(known.words[index]).base
    if mine == theirs:
        if not known.whole:
            return None
        if not has_marks(text):
            return Difference.NO_MARKS if has_marks(known.text) else None
        if lacks_marks(text, " ".join(known.words)):
            return Difference.FEWER_MARKS
        return Difference.OTHER_MARK if sum(v is not Verdict.SAME for v in verdicts) == 1 else None
    if mine[:-1] == theirs[:-1] and {mine[-1:], theirs[-1:]} == {"i", "y"}:
        return None  # Sỹ and Sĩ: spellings of one name, which never rewrite each other
    others = verdicts[:index] + verdicts[index + 1 :]
    if any(verdict is not Verdict.SAME for verdict in others):
        return None
    if has_marks(text) and not known.whole:
        return None  # the marked form of the same name is compared as well
    if one_edit_apart(words[index].lower(), known.words[index].lower()):
        return Difference.LETTER  # a mark is part of its letter: Hải is not one away from Nai
    alike = has_marks(text) and sound_alike(words[index], known.words[index])
    return Difference.SOUND if alike else None


def _first_difference(words: list[str], known: tuple[str, ...]) -> int:
    for index, (a, b) in enumerate(zip(words, known, strict=True)):
        if compare_syllables(a, b) is not Verdict.SAME:
            return index
    return 0
