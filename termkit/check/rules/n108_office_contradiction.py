"""N108: one person with two offices that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.stated_offices import find_contradictions
from termkit.check.view import DocumentView
from termkit.model.span import Span


@rule(
    "N108",
    "office-contradiction",
    scope="document",
    severity="info",
    since="0.1",
    yields_to=("N105",),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person has an office in one place, and in another one that excludes it.

    *Prime Minister* and *President* of one country, a minister and the deputy or the spokesperson,
    each before the same name. Silent where *former*, *then*, *acting* or another year stands
    beside it, in a sentence about a change of office, and of offices that the text joins.

    ## Why it matters
    One of them is wrong, and the reader cannot know which.

    ## Use instead
    The office the person has in the rest of the text, or *former* before the other.

    ## Source
    The document itself, and what the words mean: nobody is head and deputy of one body.
    """
    for odd, usual in find_contradictions(view):
        name = odd.name.slice(odd.text.text)
        start, end = sorted((odd.title_span, odd.name))
        yield odd.text.mark(
            Span(start.start, end.end),
            f"{name} is {odd.title!r} here, {usual.title!r} elsewhere",
            related=(usual.text.related(usual.title_span, "the other office"),),
        )
