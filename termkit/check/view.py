"""What a rule sees: a text normalised and matched once, and the document around it.

Everything a rule reads from a view is in code points of the **normalised** text; `mark`
and `related` turn spans back into places of the original.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from termkit.check.rule import Mark, MarkRelated
from termkit.check.signal import Signal
from termkit.glossary.matcher import Match
from termkit.glossary.profile import Profile
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.lang.base import Language
from termkit.lang.pieces import places_of, signs_of
from termkit.lang.words import TOKEN
from termkit.model.concept import AdminStatus, ConceptType
from termkit.model.document import Document, Segment, SegmentKind
from termkit.model.finding import Safety, Severity, Side
from termkit.model.span import Span
from termkit.names.stretches import stretches
from termkit.names.written import has_marks
from termkit.text.normalise import NormalisedText, normalise, normalise_text

T = TypeVar("T")
_WORD = re.compile(r"\w+")


class TextView:
    """One segment: its original and normalised text, and what was found in it.

    Attributes:
        segment: Where the text comes from.
        index: Of the unit in its document, from 0.
        side: ``None`` unless the unit is a translation.
    """

    def __init__(
        self, segment: Segment, index: int, glossary: Glossary, side: Side | None = None
    ) -> None:
        self.segment = segment
        self.index = index
        self.side = side
        self._glossary = glossary

    @property
    def lang(self) -> str:
        return self.segment.lang

    @cached_property
    def language(self) -> Language:
        return get_language(self.segment.lang)

    @property
    def is_heading(self) -> bool:
        return self.segment.kind is SegmentKind.HEADING

    @property
    def original(self) -> str:
        """The text as found."""
        return self.segment.text

    @cached_property
    def normalised(self) -> NormalisedText:
        return normalise(self.segment.text)

    @cached_property
    def text(self) -> str:
        """The normalised text that spans count in."""
        return normalise_text(self.segment.text)

    @cached_property
    def signs(self) -> int:
        """The signs that stand in the text (`termkit.lang.pieces`)."""
        return signs_of(self.text)

    @cached_property
    def has_marks(self) -> bool:
        """Whether any Vietnamese mark is written."""
        return has_marks(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct words: longest runs of letters, digits and underscores."""
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The distinct characters, as found and normalised."""
        return frozenset(self.text).union(self.original if self.text != self.original else "")

    @cached_property
    def stretches(self) -> frozenset[str]:
        """The distinct stretches of words with a capital, where names stand."""
        return stretches(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return self.language.sentences(self.text)

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        return tuple(span.end for span in self.sentences)

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence at an offset, or of the next; of all of them behind the last."""
        return bisect_right(self._sentence_ends, offset)

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends, in order (`termkit.lang.words.TOKEN`)."""
        return tuple(zip(*places_of(self.text), strict=True))

    @cached_property
    def _sentence_starts(self) -> frozenset[int]:
        """Start of the first word of each sentence (opening quotes skipped)."""
        starts = set()
        for sentence in self.sentences:
            word = TOKEN.search(self.text, sentence.start, sentence.end)
            if word is not None:
                starts.add(word.start())
        return frozenset(starts)

    def starts_sentence(self, span: Span) -> bool:
        """Whether the span begins at the first word of a sentence."""
        return span.start in self._sentence_starts

    @cached_property
    def all_matches(self) -> tuple[Match, ...]:
        """Every designation of the glossary found here, nested ones included, in text order."""
        return self._glossary.matcher(self.lang).find(self.text)

    @cached_property
    def match_starts(self) -> tuple[int, ...]:
        """Where each of `all_matches` begins, for bisection."""
        return tuple(match.span.start for match in self.all_matches)

    def matches(
        self,
        *,
        status: AdminStatus | None = None,
        types: tuple[ConceptType, ...] = (),
        nested: bool = False,
        foreign: bool = False,
    ) -> Iterator[Match]:
        """Designations found in the text.

        Args:
            status: Only designations of this status.
            types: Only concepts of these types.
            nested: Also those inside a longer match of another concept.
            foreign: Also names in the form of another language (*Vương Nghị* in English).
        """
        for match in self.all_matches:
            if match.nested_in is not None and not nested:
                continue
            if match.is_foreign and not foreign:
                continue
            if status is not None and match.designation.status is not status:
                continue
            if types and match.concept.type not in types:
                continue
            yield match

    def mark(
        self,
        span: Span,
        message: str,
        *,
        replacement: str | None = None,
        safety: Safety = Safety.UNSAFE,
        concept_id: str | None = None,
        related: tuple[MarkRelated, ...] = (),
        severity: Severity | None = None,
        strict: bool = False,
    ) -> Mark:
        """A mark at a span of the normalised text."""
        return Mark(
            unit=self.index,
            span=self.normalised.to_original(span),
            message=message,
            side=self.side,
            replacement=replacement,
            safety=safety,
            concept_id=concept_id,
            related=related,
            severity=severity,
            strict=strict,
        )

    def mark_original(self, span: Span, message: str, **fields: object) -> Mark:
        """A mark at a span of the original text, for rules about the characters as found."""
        return Mark(unit=self.index, span=span, message=message, side=self.side).but(**fields)

    def related(self, span: Span, message: str) -> MarkRelated:
        """Another place that makes a finding one."""
        return MarkRelated(self.index, self.normalised.to_original(span), message, self.side)


class UnitView:
    """One unit of a check: a translation unit, or a segment on its own.

    A segment on its own is its own target: rules about the text readers get serve both.
    """

    def __init__(
        self, document: DocumentView, target: TextView, source: TextView | None = None
    ) -> None:
        self.document = document
        self.target = target
        self.source = source
        self._found: dict[Callable[[UnitView], Any], Any] = {}

    def signs(self) -> int:
        """The signs that stand on any side."""
        return self.target.signs if self.source is None else self.source.signs | self.target.signs

    def once(self, find: Callable[[UnitView], T]) -> T:
        """What a function finds in this unit, found once however many rules ask."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found


class DocumentView:
    """A document with all its units, its house style and the glossary.

    Attributes:
        document: The values.
        glossary: What is known about naming.
        profile: The house style; ``None`` when unknown: then only what is wrong in every
            house is reported.
    """

    def __init__(
        self,
        document: Document,
        glossary: Glossary,
        profile: Profile | None = None,
    ) -> None:
        self.document = document
        self.glossary = glossary
        self.profile = profile
        self._found: dict[Callable[[DocumentView], Any], Any] = {}
        self.texts = tuple(
            TextView(segment, index, glossary) for index, segment in enumerate(document.segments)
        )

    @property
    def lang(self) -> str:
        return self.document.lang

    @cached_property
    def language(self) -> str:
        """Primary language subtag: what a rule's ``languages`` name."""
        return self.document.lang.split("-")[0].lower()

    @property
    def date(self) -> datetime.date | None:
        return self.document.date

    def once(self, find: Callable[[DocumentView], T]) -> T:
        """What a function finds in this document, found once however many rules ask."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct words of all texts."""
        return frozenset(_WORD.findall("\n".join([text.text for text in self.texts])))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The distinct characters of all texts, as found and normalised."""
        pieces = [piece for text in self.texts for piece in {text.text, text.original}]
        return frozenset("".join(pieces))

    @cached_property
    def stretches(self) -> frozenset[str]:
        """The distinct stretches of words with a capital, of all texts."""
        return frozenset().union(*[text.stretches for text in self.texts])

    def texts_with(self, signal: Signal) -> Sequence[TextView]:
        """The texts in which a signal stands: nearly always none."""
        return [text for text in self.texts if signal(text)] if signal(self) else ()

    @cached_property
    def units(self) -> tuple[UnitView, ...]:
        return tuple(UnitView(self, text) for text in self.texts)
