"""Whether a term is quoted: somebody else's words, named as such."""

from __future__ import annotations

from termkit.check.quotation import find_quotations
from termkit.model.span import Span

_SHORT = 60  # code points, marks included: a term or title that is quoted, not a speech


def is_quoted(text: str, span: Span) -> bool:
    """Whether a span stands in a short quotation.

    A long quotation is a speech in translation, and its wording is the writer's.

    >>> is_quoted("the “One Belt One Road” of 2013", Span(5, 22)), is_quoted("a plan", Span(2, 6))
    (True, False)
    """
    return any(
        pair.span.contains(span) and len(pair.span) <= _SHORT
        for pair in find_quotations(text).pairs
    )
