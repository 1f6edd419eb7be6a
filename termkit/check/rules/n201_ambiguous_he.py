"""*He* that may be the pronoun or the surname of somebody in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.mentions import names_of
from termkit.check.nearby import before
from termkit.check.rule import Mark, rule
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.model.span import Span

_HE = re.compile(r"\bHe\b(?= (?:[a-z]|[,]))")
_OPENS = re.compile(r"(?:^|[.!?:][\"”’')]*\s+|[\"“‘(—–-]\s*)$")


@rule(
    "N201",
    "ambiguous-he",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en",),
    strict=True,
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """*He* may be the pronoun or the surname of a person in the text.

    ## Why it matters
    After *Ambassador He Wei*, the sentence *He said China is ready* has two readings, and
    machine translation takes the wrong one.

    ## Use instead
    *The ambassador*, or *Ambassador He*.

    ## Source
    Chinese news style gives the family name alone on second mention; *He* (何, 贺) is one.
    """
    bearers = [m for m in names_of(view).everyone if m.lang == "zh" and m.short == "He"]
    if not bearers:
        return
    full = bearers[0]
    for text in view.texts:
        for match in _HE.finditer(text.text):
            span = Span(*match.span())
            if (text.index, span.start) < full.order or in_quotation(text.text, span):
                continue
            if _is_open(text, span):
                yield text.mark(
                    span,
                    f"'He' may be the pronoun or the surname of {full.text}",
                    related=(view.texts[full.unit].related(full.span, "the full name"),),
                )


def _is_open(text: TextView, span: Span) -> bool:
    """Capital inside a sentence, or first in a paragraph, where no subject stands before it.

    Later in a paragraph the pronoun takes up the person of the sentence before.
    """
    return span.start == 0 or not _OPENS.search(before(text.text, span))
