"""G104: no replacement."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView


@rule("G104", "no-replacement", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A designation is deprecated and nothing stands to replace it.

    ## Why it matters
    A rule that reports it can say only that it is wrong.

    ## Use instead
    Add a preferred or admitted designation in the same language.

    ## Source
    ISO 30042:2019 (TBX): a deprecated term is used with the one that replaces it.
    """
    for concept in view.glossary:
        for designation in concept.designations:
            if not designation.is_approved and not any(
                other.is_approved for other in concept.named(designation.lang)
            ):
                message = f"{designation.text!r} is {designation.status} and nothing replaces it"
                yield view.mark(concept.id, message, at=designation.text)
