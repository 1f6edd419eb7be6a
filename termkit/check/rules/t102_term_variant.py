"""T102: not the designation this house prefers."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.house_wordings import find_other_wordings, mark_other_wording
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView


@rule(
    "T102",
    "term-variant",
    scope="unit",
    since="0.1",
    severity="info",
    yields_to=("B103", "T101", "T103"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The text uses another designation than the one its house style prefers.

    ## Why it matters
    A publisher that always writes *that carries strategic significance* is taken to mean
    something else when it once writes *of strategic significance*. Only houses whose style
    names a preferred form for the concept, on evidence firm enough to fire, are told.
    Names of people and places are rule N101's, but for a sea or an island whose form states a
    claim of sovereignty: that another house's form stands there is told, and none is
    suggested. Capitals, number, marks and the spelling of
    one and the same wording are no finding here, nor are short forms, abbreviations,
    headlines and quotations.

    ## Use instead
    The designation the house style prefers for the concept.

    ## Source
    The line of the house style, which cites its own; ISO 704:2022 on preferred designations.
    """
    for found in view.once(find_other_wordings):
        yield mark_other_wording(view, found)
