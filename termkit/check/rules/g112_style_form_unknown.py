"""G112: style form unknown."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView


@rule("G112", "style-form-unknown", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A house style prefers a form that the concept does not have.

    ## Why it matters
    The form is matched nowhere, so the house is told to write what the glossary does not know.

    ## Use instead
    Add the form to the concept as an admitted designation, or correct the style.

    ## Source
    termkit: house forms are designations of the concept.
    """
    for file, profile in view.styles():
        for concept_id, lines in profile.preferred.items():
            concept = view.glossary.concepts[concept_id]
            known = {d.text for d in concept.in_language(profile.lang) if d.is_approved}
            for line in lines:
                if line.value not in known:
                    message = f"{profile.name}: {line.value!r} is no form of {concept_id}"
                    yield GlossaryMark(file, message, at=f"{concept_id} =")
