"""T107: a term and its twin with another head word in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.collocations import interchangeable_heads
from termkit.check.nearby import matches_near
from termkit.check.phrases import word_key
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.lang.words import TOKEN
from termkit.model.concept import ConceptType
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
            approved = match.designation.is_approved
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
        found = _keys(text.text)
        at = -1
        for _ in range(found.count(keys[0])):
            at = found.index(keys[0], at + 1)
            if found[at : at + len(keys)] == keys:
                span = Span(text.bounds[at][0], text.bounds[at + len(keys) - 1][1])
                if not any(match.span.contains(span) for match in matches_near(text, span)):
                    yield text, span


@lru_cache(maxsize=256)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(word_key(word, "en") for word in TOKEN.findall(text))
