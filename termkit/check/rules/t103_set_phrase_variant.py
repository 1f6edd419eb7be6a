"""T103: one concept under two wordings in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.mixes import Use, WordingMix, find_mixes, house_wordings, share_a_sentence
from termkit.check.quoted import is_quoted
from termkit.check.rivals import find_rivals
from termkit.check.rule import Mark, rule
from termkit.check.twin_names import find_twin_names
from termkit.check.usage import Use as Place
from termkit.check.usage import odd_ones
from termkit.check.view import DocumentView
from termkit.check.wanted import fit
from termkit.lang.tables import load_rows
from termkit.model.concept import ConceptType
from termkit.model.span import Span

_TWINS = ("en", "vi")  # languages with a table of them
_WORDED = (ConceptType.SET_PHRASE, ConceptType.SLOGAN, ConceptType.TERM, ConceptType.TREATY)


@rule(
    "T103",
    "set-phrase-variant",
    scope="document",
    since="0.1",
    severity="info",
    yields_to=("T101", "T104"),
)
def RULE(document: DocumentView) -> Iterator[Mark]:
    """One term or set phrase stands in two different wordings in one document.

    ## Why it matters
    *The two Parties and the two nations* after *the two Parties and the two countries* makes a
    reader ask whether nations are something else. The wording with a content word that the
    others do not have is the outlier: the rarer one, or the one the house does not prefer.

    ## Use instead
    The wording of the other places. A shorter form after the full one, an expansion, an
    abbreviation, and the same content words with another article are ordinary prose (under
    ``--strict`` the last kind is listed). Titles, people, places and organisations have
    more than one right form in a text and are left alone, as are quotations and headlines;
    but a body or an office that has two names of one weight, neither of them the shorter
    (*State Councilor* and *State Councillor*, *Liên hợp quốc* and *Liên hiệp quốc*), has one of
    them in one text, and so has a sea whose name states a claim; there nothing is suggested.
    In English any name of three words and more has one form of each word but the last.

    ## Source
    ISO 704:2022 on synonymy: one designation for one concept within a text. The set phrases'
    wordings are in the glossary, each with its source.
    """
    for mix in find_mixes(document, _WORDED):
        for use in mix.odd:
            if use.wording.words in house_wordings(mix.concept, document):
                continue
            if not share_a_sentence(use, mix.family):
                yield _mark(use, mix, mix.number)
        for use in mix.family:
            same_content = use.wording.content == mix.reference.wording.content
            if same_content and use.wording.words != mix.reference.wording.words:
                yield _mark(use, mix, len(mix.reference.places)).but(strict=True)
    yield from find_rivals(document)
    if document.language in _TWINS:
        for row in load_rows(document.language, "twin_words"):
            yield from _twins(document, (row[0], row[1]))
    for odd, usual in find_twin_names(document) if document.language == "en" else ():
        found, right = (name.span.slice(name.text.text) for name in (odd, usual))
        yield odd.text.mark(
            odd.span,
            f"{found!r} beside {right!r}: one name in two wordings",
            replacement=right,
            related=(usual.text.related(usual.span, "the other wording"),),
        )


def _twins(document: DocumentView, names: tuple[str, str]) -> Iterator[Mark]:
    """Two names of one weight for one thing: the rarer one, or not the house's."""
    pattern = re.compile(rf"(?<!\w)(?i:{names[0]}|{names[1]})(?!\w)")
    places = [
        Place(text, span, next(name for name in names if name.lower() == match[0].lower()))
        for text in document.texts
        if not text.is_heading
        for match in pattern.finditer(text.text)
        if match[0][0].isupper()
        and not is_quoted(text.text, span := Span(match.start(), match.end()))
    ]
    for place, other in odd_ones(places, house=_of_house(document, names), ties=names):
        yield place.view.mark(
            place.span,
            f"{place.text!r} beside {other.text!r}: one thing under two names",
            replacement=other.form.upper() if place.text.isupper() else other.form,
            related=(other.related("the other name"),),
        )


def _of_house(document: DocumentView, names: tuple[str, str]) -> str | None:
    """The name that the house's own forms have, if they have only one."""
    lines = document.profile.preferred.values() if document.profile else ()
    said = [line.value for values in lines for line in values if line.fires]
    found = [name for name in names if any(name in value for value in said)]
    return found[0] if len(found) == 1 else None


def _mark(use: Use, mix: WordingMix, number: int) -> Mark:
    text, match = use.places[0]
    other_text, other = mix.reference.places[0]
    times = "once" if number == 1 else f"{number} times"
    return text.mark(
        match.span,
        f"{match.text!r} beside {other.text!r} ({times}): one concept in two wordings",
        replacement=fit(
            other.designation.text, match.text, text.language, base=match.designation.text
        ),
        concept_id=mix.concept.id,
        related=(other_text.related(other.span, "the other wording"),),
    )
