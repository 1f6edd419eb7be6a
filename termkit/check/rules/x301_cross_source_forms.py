"""X301: one concept under different designations in different sources."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.comparison import is_kind_of, surely_given
from termkit.check.offices import find_offices
from termkit.check.phrases import (
    is_abbreviated,
    is_ordinary,
    named_in,
    optional_words,
    wording,
)
from termkit.check.quoted import is_quoted
from termkit.check.rule import Judgement, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.model.concept import AdminStatus, ConceptType
from termkit.model.finding import Fact, Place, Tally

_NAMES = (ConceptType.PERSON, ConceptType.PLACE)
_HOLDER = "|"


def judge(key: str, tally: Tally, glossary: Glossary) -> Iterator[Judgement]:
    """One judgement per concept that sources name with nothing in common."""
    concept_id, lang, *holder = key.split(_HOLDER)
    concept = glossary.concepts[concept_id]
    sources: dict[str, list[str]] = {}
    for form, source in sorted(tally.counts):
        sources.setdefault(source, []).append(form)
    if len(sources) < 2:
        return
    optional = optional_words(glossary, concept, lang)
    reference, *others = sorted(
        sources, key=lambda source: tally.counts[sources[source][0], source].first.order
    )
    for other in others:
        alike = any(
            is_ordinary(wording(glossary, lang, one), wording(glossary, lang, two), optional)
            for one in sources[reference]
            for two in sources[other]
        )
        if alike:
            continue
        shown = [reference, other, *(s for s in sources if s not in (reference, other))]
        places = [(form, source) for source in shown for form in sources[source]]
        person = f"{_name(glossary, holder[0], lang)}: " if holder else ""
        yield Judgement(
            value=places[0],
            message=person
            + "; ".join(_written(tally, source, sources[source]) for source in shown),
            related=tuple(places[1:]),
            concept_id=concept_id,
        )
        return


def _written(tally: Tally, source: str, forms: list[str]) -> str:
    listed = ", ".join(
        f"{tally.counts[form, source].first.text!r} ({tally.counts[form, source].number})"
        for form in forms
    )
    return f"{source} writes {listed}"


@rule(
    "X301",
    "cross-source-forms",
    scope="collection",
    since="0.1",
    severity="info",
    judge=judge,
)
def RULE(document: DocumentView) -> Iterator[Fact]:
    """Sources name one concept with different designations.

    ## Why it matters
    Two agencies report one agreement as *important consensus* and as *common perceptions*. Both
    are right in their house, and a translator who reads both must know that it is one thing.
    It is information and never an error. A source that uses the other's wording as well is not
    listed, nor is what house style explains: marks, *Việt Nam* and *Vietnam*, capitals,
    British and American spelling, short forms. People and places are compared by
    `termkit compare` alone. An office is compared where both sources give it to one person.

    ## Use instead
    One preferred designation in the glossary, with the others admitted.

    ## Source
    ISO 704:2022 on synonymy and harmonisation of designations.
    """
    source = document.document.source or document.document.id
    for text in document.texts:
        if text.is_heading:
            continue
        for match in text.matches(nested=True):
            if match.concept.type in (*_NAMES, ConceptType.TITLE) or is_kind_of(text, match):
                continue
            if not _counts(text, match):
                continue
            yield _fact(document, text, match, source, ())
    for office in surely_given(find_offices(document)):
        if not office.text.is_heading and _counts(office.text, office.title):
            yield _fact(document, office.text, office.title, source, (office.person.id,))


def _counts(text: TextView, match: Match) -> bool:
    if not match.designation.is_approved:
        return False
    if match.homographs or is_abbreviated(match.designation):
        return False
    return not is_quoted(text.text, match.span)


def _fact(
    document: DocumentView, text: TextView, match: Match, source: str, holder: tuple[str, ...]
) -> Fact:
    span = text.normalised.to_original(match.span)
    number = int(text.segment.id.rpartition("#")[2])
    return Fact(
        key=_HOLDER.join((match.concept.id, document.language, *holder)),
        value=match.designation.text,
        source=source,
        place=Place(
            text.segment.id,
            (document.document.id, number, span.start),
            span,
            span.slice(text.original),
        ),
    )


def _name(glossary: Glossary, concept: str, lang: str) -> str:
    for designation in named_in(glossary.concepts[concept], lang):
        if designation.status is AdminStatus.PREFERRED:
            return designation.text
    return concept
