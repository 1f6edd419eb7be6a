"""G108: unused source."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView


@rule("G108", "unused-source", scope="glossary", severity="info", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A source stands in sources.toml and nothing cites it.

    ## Why it matters
    A reader takes it for evidence of something.

    ## Use instead
    Cite it, or delete it. (A citation of a source that does not exist is an error: the glossary
    does not load.)

    ## Source
    The practice of bibliographies: what is listed is cited.
    """
    cited: set[str] = set()
    for concept in view.glossary:
        cited.update(concept.sources)
        cited.update(*(designation.sources for designation in concept.designations))
        cited.update(*(relation.sources for relation in concept.relations))
    for profile in view.glossary.profiles.values():
        for line in profile.lines():
            cited.update(line.sources)
    for id_ in sorted(view.glossary.sources.keys() - cited):
        yield GlossaryMark("sources.toml", f"nothing cites {id_!r}", at=f'"{id_}"')
