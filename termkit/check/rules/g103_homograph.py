"""G103: homograph."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView


@rule("G103", "homograph", scope="glossary", severity="hint", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """One text names several concepts of one language.

    ## Why it matters
    Homographs are legal (东海 is the East China Sea in one press and the South China Sea in
    another), but a text that has one cannot be rewritten without knowing which is meant. This is
    the list of them.

    ## Use instead
    Nothing, when both are right. Else merge the concepts, or use a form that tells them apart.

    ## Source
    ISO 1087:2019, homonymy.
    """
    owners: dict[tuple[str, str], list[str]] = {}
    for concept in view.glossary:
        for designation in concept.designations:
            owners.setdefault((designation.lang, designation.text), []).append(concept.id)
    for (lang, text), ids in sorted(owners.items()):
        if len(ids) > 1:
            yield view.mark(ids[0], f"{text!r} ({lang}) names {', '.join(ids)}", at=text)
