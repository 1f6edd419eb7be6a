"""G111: style without source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView


@rule("G111", "style-without-source", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A line of a house style that may fire cites no source.

    ## Why it matters
    A house is scolded for a habit that nobody has shown it to have.

    ## Use instead
    Cite a text or a published rule, or make the line a tendency, which never fires.

    ## Source
    termkit: a style line carries its evidence and its source.
    """
    for file, profile in view.styles():
        for key, line in chain(
            profile.settings.items(),
            ((key, line) for key, lines in profile.preferred.items() for line in lines),
        ):
            if line.fires and not line.sources:
                message = f"{profile.name}: {key} = {line.value!r} has no source"
                yield GlossaryMark(file, message, at=f"{key} =")
