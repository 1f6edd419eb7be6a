"""G101: no preferred."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.concept import AdminStatus


@rule("G101", "no-preferred", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A concept has designations in a language and none of them is preferred.

    ## Why it matters
    Whoever looks the concept up is told what not to write, or what may be written, and not
    what to write.

    ## Use instead
    Give one designation of the language the status ``preferred`` (the default: leave the status
    out), or take the language out.

    ## Source
    ISO 704:2022 on preferred, admitted and deprecated designations.
    """
    for concept in view.glossary:
        for lang in sorted({designation.lang for designation in concept.designations}):
            named = concept.named(lang)
            if all(d.status is not AdminStatus.PREFERRED for d in named):
                message = f"{concept.id} has no preferred designation in {lang}"
                yield view.mark(concept.id, message, at=named[0].text)
