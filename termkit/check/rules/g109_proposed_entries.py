"""G109: proposed entries."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.concept import Review


@rule("G109", "proposed-entries", scope="glossary", severity="hint", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """Entries that nobody has reviewed yet, counted.

    ## Why it matters
    Nothing proposed is reported above a hint nor suggested, so a slip in it is not seen.

    ## Use instead
    Read the entry against its sources, then take ``review = "proposed"`` out.

    ## Source
    ISO 30042:2019 (TBX), process status.
    """
    proposed = [concept for concept in view.glossary if concept.review is Review.PROPOSED]
    if proposed:
        ids = ", ".join(concept.id for concept in proposed[:3])
        more = ", ..." if len(proposed) > 3 else ""
        message = f"{len(proposed)} of {len(view.glossary)} concepts are proposed: {ids}{more}"
        yield GlossaryMark("glossary.toml", message)
