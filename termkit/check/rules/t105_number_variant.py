"""T105: the singular of a term whose usual form is the plural."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.phrases import is_abbreviated
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.check.wanted import fit, is_plural, wanted_designation
from termkit.model.concept import ConceptType

# What makes a singular countable, and so no variant of the plural: an exchange, each exchange.
_ONE = re.compile(
    r"\b(?:an?|one|each|every|this|that|another|any|first|next|last)\s(?:\S+\s)?$", re.I
)


@rule(
    "T105",
    "number-variant",
    scope="unit",
    since="0.1",
    severity="hint",
    languages=("en",),
    strict=True,
    yields_to=("T101", "T102", "T103"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A term stands in the singular that is usual in the plural.

    ## Why it matters
    *High-level exchange* and *high-level exchanges* are both grammatical, and readers of
    several reports wonder whether one of them is a single event. Only ``--strict`` asks.

    ## Use instead
    The preferred form of the house style or of the glossary, when that is a plural.

    ## Source
    Quirk et al. (1985), A Comprehensive Grammar of the English Language, 5.2-5.9, on nouns that
    are both countable and not; the preferred forms are the glossary's.
    """
    text = view.target
    for match in text.matches(types=(ConceptType.TERM, ConceptType.SET_PHRASE)):
        if is_abbreviated(match.designation) or text.is_heading or is_plural(match.text):
            continue
        if not match.designation.is_approved:
            continue
        usual = wanted_designation(match.concept, view.document)
        if usual is None or not is_plural(usual) or _ONE.search(text.text[: match.span.start]):
            continue
        if usual.split()[0].lower() != match.text.split()[0].lower():
            continue  # another wording, which rules T102 and T103 know about
        yield text.mark(
            match.span,
            f"{match.text!r} is usual in the plural",
            replacement=fit(usual, match.text + "s", text.language),
            concept_id=match.concept.id,
        )
