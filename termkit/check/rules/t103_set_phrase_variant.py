"""T103: one concept under two wordings in one document."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.mixes import Use, WordingMix, find_mixes, house_wordings, share_a_sentence
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.check.wanted import fit
from termkit.model.concept import ConceptType

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
    more than one right form in a text and are left alone, as are quotations and headlines.

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
