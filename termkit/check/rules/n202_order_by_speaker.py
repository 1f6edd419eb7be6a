"""A pair of countries in an order that is not the speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.model.concept import ConceptType
from termkit.model.span import Span

_SPEAKS = re.compile(
    r"\s+(?:is (?:also )?(?:ready|willing|prepared)|stands ready|attaches|has always|will "
    r"continue|highly values|hopes|sẵn sàng|coi trọng|luôn|愿|願|高度重视|始终)\b",
)


@rule("N202", "order-by-speaker", scope="document", severity="info", since="0.1", strict=True)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """The other country stands first although one country's representative is speaking.

    ## Why it matters
    By courtesy and habit each side names itself first: *China-Việt Nam* in the mouth of a
    Chinese ambassador. Protocol officers look at it; most readers do not.

    ## Use instead
    The speaker's country first, or whatever the house has settled.

    ## Source
    Chinese releases write 中越 for a Chinese and 越中 for a Vietnamese speaker; VNS wrote
    China-Việt Nam for Chinese speakers on 2025-04-18 and 2026-02-04.
    """
    for text in view.texts:
        named = (ConceptType.EVENT, ConceptType.ORGANISATION, ConceptType.TREATY)
        fixed = [match.span for match in text.matches(types=named)]
        countries = [
            match
            for match in text.matches(types=(ConceptType.PLACE,), nested=True)
            if match.concept.subject_field == "countries"
            and not any(span.contains(match.span) for span in fixed)  # a name of its own
        ]
        speaker = next((m for m in countries if _SPEAKS.match(text.text, m.span.end)), None)
        if speaker is None:
            continue
        for first, second in _pairs(text, countries):
            if second.concept.id == speaker.concept.id != first.concept.id:
                span = Span(first.span.start, second.span.end)
                yield text.mark(
                    span,
                    f"{speaker.text} is speaking, and {first.text} stands first",
                    related=(text.related(speaker.span, "the speaker's side"),),
                )


def _pairs(text: TextView, countries: list[Match]) -> Iterator[tuple[Match, Match]]:
    for first, second in pairwise(countries):
        between = text.text[first.span.end : second.span.start]
        if re.fullmatch(r"\s?[-\u2010\u2011\u2013]\s?", between):
            yield first, second
