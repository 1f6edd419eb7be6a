"""An office without a name that the text has given to somebody else before."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.mentions import names_of
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.model.concept import ConceptType
from termkit.model.span import Span


@rule(
    "N203",
    "ambiguous-envoy",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en",),
    strict=True,
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """*A special envoy* may be the named one of a paragraph before, or another.

    ## Why it matters
    In a report about the special envoy Le Hoai Trung, *for sending a special envoy to
    Vietnam* is about another man. Readers and entity linkers take the two for one.

    ## Use instead
    The name, or *another*, *the Chinese*, *his own* envoy.

    ## Source
    Xinhua, 2026-02-03: two special envoys in one report, one of them unnamed.
    """
    named: dict[str, tuple[int, Span]] = {}
    people = names_of(view).everyone
    for text in view.texts:
        for match in text.matches(types=(ConceptType.TITLE,)):
            if "envoy" not in match.text.lower():
                continue
            before = text.text[: match.span.start]
            if before.endswith(("a ", "A ")):
                earlier = named.get(match.concept.id)
                if earlier is not None:
                    unit, span = earlier
                    yield text.mark(
                        Span(match.span.start - 2, match.span.end),
                        f"{match.text!r} was a named person before; say whether this is another",
                        related=(view.texts[unit].related(span, "the named one"),),
                    )
                continue
            beside = any(
                mention.unit == text.index
                and (
                    0 <= match.span.start - mention.span.end <= 3
                    or 0 <= mention.span.start - match.span.end <= 3
                )
                for mention in people
            )
            if beside:
                named.setdefault(match.concept.id, (text.index, match.span))
