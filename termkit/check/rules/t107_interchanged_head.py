"""T107: a term and its twin with another head word in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.collocations import interchangeable_heads
from termkit.check.phrases import word_key
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.model.concept import AdminStatus, ConceptType
from termkit.model.span import Span


@rule(
    "T107",
    "interchanged-head",
    scope="document",
    since="0.1",
    severity="hint",
    languages=("en",),
    strict=True,
    yields_to=("T101", "T103", "T104"),
)
def RULE(document: DocumentView) -> Iterator[Mark]:
    """A term stands in the document beside the same words with another head.

    ## Why it matters
    *Maritime matters* after *maritime issues* may be the same or may be more. Which heads can
    stand for one another is learnt from designations that the glossary gives to one concept
    (*sea-related issues*, *sea-related matters*). Prose varies like this, so only
    ``--strict`` asks.

    ## Use instead
    The term of the glossary in both places.

    ## Source
    ISO 704:2022 on synonymy: one designation for one concept within a text.
    """
    heads = interchangeable_heads(document.glossary, document.lang)
    terms: dict[tuple[str, ...], tuple[TextView, Match]] = {}
    for text in document.texts:
        for match in text.matches(types=(ConceptType.TERM, ConceptType.SET_PHRASE), nested=True):
            words = tuple(word_key(word, "en") for word in re.findall(r"[\w’']+", match.text))
            approved = match.designation.status in (AdminStatus.PREFERRED, AdminStatus.ADMITTED)
            if approved and len(words) > 1 and words[-1] in heads:
                terms.setdefault(words, (text, match))
    for words, (text, match) in terms.items():
        for other in sorted(heads[words[-1]]):
            for twin, span in _find(document, (*words[:-1], other)):
                yield twin.mark(
                    span,
                    f"{span.slice(twin.text)!r} beside {match.text!r}",
                    concept_id=match.concept.id,
                    related=(text.related(match.span, "the term of the glossary"),),
                )


def _find(document: DocumentView, keys: tuple[str, ...]) -> Iterator[tuple[TextView, Span]]:
    """Places of a sequence of words that no designation covers."""
    for text in document.texts:
        words = text.words
        for start in range(len(words) - len(keys) + 1):
            found = words[start : start + len(keys)]
            if all(
                word_key(word.slice(text.text), "en") == key
                for word, key in zip(found, keys, strict=True)
            ):
                span = Span(found[0].start, found[-1].end)
                if not any(match.span.contains(span) for match in text.all_matches):
                    yield text, span
