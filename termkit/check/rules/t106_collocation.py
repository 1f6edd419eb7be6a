"""T106: a set phrase with another modifier than it usually has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from termkit.check.collocations import known_modifiers
from termkit.check.phrases import FUNCTION_WORDS, word_key
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.model.concept import ConceptType
from termkit.model.span import Span

# A verb may stand before a phrase; an adjective has none of these endings.
_NO_ADJECTIVE = ("ing", "ed", "ly", "s")


@rule(
    "T106",
    "collocation",
    scope="unit",
    since="0.1",
    severity="hint",
    languages=("en",),
    strict=True,
    yields_to=("T104",),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A set phrase has a modifier that none of its known forms has.

    ## Why it matters
    *Rapid changes unseen in a century* is understood, and is not the formula, which is *profound*
    or *major changes*. Only phrases that are known with a modifier are held against the
    text, and only ``--strict`` asks, since prose may add any adjective.

    ## Use instead
    One of the modifiers of the glossary's designations, or none.

    ## Source
    The designations of the concept, each with its source.
    """
    text, document = view.target, view.document
    for match in text.matches(types=(ConceptType.SET_PHRASE, ConceptType.TERM)):
        known = known_modifiers(document.glossary, match.concept, document.lang)
        before = _word_before(text, match.span.start) if known else None
        if before is None or text.is_heading:
            continue
        if not match.designation.is_approved:
            continue
        if text.text[before.end : match.span.start] != " ":
            continue
        modifier = before.slice(text.text)
        key = word_key(modifier, "en")
        first = word_key(match.text.split()[0], "en")
        if key in known or first in known or key in FUNCTION_WORDS["en"]:
            continue
        if not modifier.islower() or modifier.endswith(_NO_ADJECTIVE) or len(modifier) < 4:
            continue
        yield text.mark(
            Span(before.start, match.span.end),
            f"{modifier!r} is no usual modifier of {match.text!r}; known:"
            f" {', '.join(sorted(known))}",
            concept_id=match.concept.id,
        )


def _word_before(text: TextView, start: int) -> Span | None:
    """The word that ends one character before a place."""
    found = bisect_left(text.bounds, (start, start)) - 1
    return Span(*text.bounds[found]) if found >= 0 and text.bounds[found][1] == start - 1 else None
