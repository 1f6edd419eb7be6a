"""T108: one office under two titles in one document."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.mixes import find_mixes
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.model.concept import ConceptType


@rule(
    "T108",
    "title-variant",
    scope="document",
    since="0.1",
    severity="hint",
    strict=True,
    yields_to=("T101", "T102"),
)
def RULE(document: DocumentView) -> Iterator[Mark]:
    """One kind of office stands under two different titles in one document.

    ## Why it matters
    *Foreign Minister* before a name and *minister of foreign affairs* after another are ordinary
    English. Of two ministers of two countries, a reader may still ask whether the offices
    differ, so ``--strict`` lists them.

    ## Use instead
    One title for one office, where nothing speaks against it.

    ## Source
    ISO 704:2022 on synonymy; the titles are the glossary's, each with its source.
    """
    for mix in find_mixes(document, (ConceptType.TITLE,)):
        text, match = mix.reference.places[0]
        for use in mix.odd:
            twin, other = use.places[0]
            yield twin.mark(
                other.span,
                f"{other.text!r} beside {match.text!r}",
                concept_id=mix.concept.id,
                related=(text.related(match.span, "the other title"),),
            )
