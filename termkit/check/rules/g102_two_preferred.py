"""G102: two preferred."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.concept import AdminStatus, Designation


@rule("G102", "two-preferred", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A concept has two preferred designations in one language at one time.

    ## Why it matters
    Two writers who both follow the glossary write two names for one thing.

    ## Use instead
    Make one of them ``admitted``; or, when the name changed by decree, date both with
    ``valid_from`` and ``valid_until``.

    ## Source
    ISO 704:2022: one preferred designation per concept and language.
    """
    for concept in view.glossary:
        preferred: dict[str, Designation] = {}
        for designation in concept.designations:
            if designation.status is not AdminStatus.PREFERRED or designation.valid_until:
                continue
            first = preferred.setdefault(designation.lang, designation)
            if first is not designation:
                message = f"{first.text!r} and {designation.text!r} are both preferred"
                yield view.mark(concept.id, message, at=designation.text)
