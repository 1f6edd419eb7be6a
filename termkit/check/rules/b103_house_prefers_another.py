"""B103: an approved rendering where the house prefers another."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.house_wordings import find_other_wordings, mark_other_wording
from termkit.check.houses import free_mentions, house_name, other_house_form
from termkit.check.renderings import find_renderings
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.names.forms import with_capitals_of


@rule(
    "B103",
    "house-prefers-another",
    scope="translation",
    severity="info",
    since="0.1",
    yields_to=("B102", "T101", "T103"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """An approved designation renders a concept of the source, and the house prefers another.

    Terms in another wording, people and places in another form (*Vietnam* where the house
    writes *Việt Nam*). Only houses whose style names a form for the concept, on evidence firm
    enough to fire, are told. Capitals, number and the spelling of one wording are no finding,
    nor are short forms, abbreviations and quotations, nor a name inside a name that others
    have given themselves (*Vietnam Airlines*).

    ## Why it matters
    Both are right; two of them side by side are read as two things.

    ## Use instead
    The designation that the house style prefers for the concept.

    ## Source
    The line of the house style, which cites its own; ISO 704:2022 on preferred and admitted
    designations.
    """
    if view.source is None or view.document.profile is None or not view.source.all_matches:
        return
    named = {ident for found in view.once(find_renderings) for ident in found.candidates}
    for found in view.once(find_other_wordings):
        if found.match.concept.id in named:
            yield mark_other_wording(view, found)
    yield from _names(view, named)


def _names(view: UnitView, named: set[str]) -> Iterator[Mark]:
    document, target = view.document, view.target
    for match in free_mentions(document, target):
        form = other_house_form(document, match) if match.concept.id in named else None
        if form is not None:
            yield target.mark(
                match.span,
                f"{match.text!r} is not this house's form; {house_name(document)} writes {form!r}",
                replacement=with_capitals_of(match.text, form),
                concept_id=match.concept.id,
            )
