"""B202: a name of the source that the target writes as another."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.names_lost import find_lost_names
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView


@rule("B202", "name-distorted", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A name of the source is another in the target: one word or character of it differs.

    Missing marks are no distortion, wrong ones are: *Le Hoai Trung* is Lê Hoài Trung,
    *Lê Hoài Trúng* is not. A name that the glossary does not know is compared where both
    sides write it in Latin letters.

    ## Why it matters
    A wrong letter is another person.

    ## Use instead
    The name as the source has it, in the form of the house.

    ## Source
    Nghị định 30/2020/NĐ-CP, annex II; GB/T 28039-2011 (names in pinyin).
    """
    for lost in view.once(find_lost_names):
        if lost.wrong is None:
            continue
        span, form = lost.wrong
        shown = lost.name if form == lost.name else f"{lost.name} ({form})"
        yield view.target.mark(
            span,
            f"{span.slice(view.target.text)!r} stands for {shown!r} of the source",
            replacement=form,
            concept_id=lost.concept.id if lost.concept else None,
            related=(lost.text.related(lost.span, "here"),),
        )
