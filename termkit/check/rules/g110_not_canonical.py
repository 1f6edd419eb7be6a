"""G110: not canonical."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.glossary.write import canonical_text


@rule("G110", "not-canonical", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A file is not in the one canonical text.

    ## Why it matters
    Two people who change the same entry get a conflict about nothing.

    ## Use instead
    ``termkit glossary fmt`` writes it: keys in order, designations by language, status and text,
    defaults left out, NFC, LF.

    ## Source
    docs: the form of a glossary; the practice of code formatters.
    """
    for file, data in view.files.items():
        if canonical_text(file, data, path=file).encode("utf-8") != data:
            yield GlossaryMark(file, "not in canonical form")
