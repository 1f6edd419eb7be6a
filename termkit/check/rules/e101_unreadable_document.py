"""E101: a document that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.errors import TermkitError
from termkit.model.span import Span


@rule("E101", "unreadable-document", scope="run", severity="error", since="0.1")
def RULE(error: TermkitError) -> Iterator[Mark]:
    """A document could not be read, so nothing in it was checked.

    ## Why it matters
    A check that skips a damaged file in silence looks like a clean one. The other
    documents are still checked, and the run ends with exit code 2.

    ## Use instead
    Save the document as UTF-8 text, Markdown, HTML or DOCX; or leave it out of the run.
    The message names the byte that could not be read and its offset.

    ## Source
    The Unicode Standard, chapter 3.9, on ill-formed byte sequences: a reader that goes on
    as if nothing had happened loses text.
    """
    hint = "" if error.hint is None else f" ({error.hint})"
    yield Mark(unit=0, span=Span(0, 0), message=f"{error.problem}{hint}")
