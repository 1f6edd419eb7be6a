"""A rule for tests: what it says stands in the text itself, so expectations stay true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span

_WORD = re.compile(r"(loud|slip|doubt|remark|whisper|shy|isle)\b")
_SEVERITY = {"loud": Severity.ERROR, "remark": Severity.INFO, "whisper": Severity.HINT}


@rule("O999", "planted-word", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:  # noqa: N802
    """A planted word.

    ## Why it matters
    Tests of the command line need findings that no better rule will ever change.

    ## Use instead
    Another word.

    ## Source
    This test.
    """
    first = None
    for text in view.texts:
        for match in _WORD.finditer(text.original):
            word, span = match[0], Span(*match.span())
            related = () if first is None or word != "slip" else (first,)
            yield text.mark_original(
                span,
                f"{word!r} is planted",
                severity=_SEVERITY.get(word),
                replacement={"slip": "right", "doubt": "sure", "isle": "rock"}.get(word),
                safety=Safety.UNSAFE if word == "doubt" else Safety.SAFE,
                concept_id="isle" if word == "isle" else None,
                strict=word == "shy",
                related=related,
            )
            if word == "slip" and first is None:
                first = text.related(span, "stood here first")
