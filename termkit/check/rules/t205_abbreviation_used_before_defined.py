"""T205: an abbreviation used before it is explained."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.abbreviations import (
    Definition,
    ShortUse,
    find_definitions,
    find_uses,
    known_abbreviations,
)
from termkit.check.asides import STANDFIRST_REACH, find_asides, find_standfirst
from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView
from termkit.model.finding import Severity


@rule(
    "T205",
    "abbreviation-used-before-defined",
    scope="document",
    severity="warning",
    since="0.1",
    signal=some_character("(（".__contains__),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An abbreviation is used, and explained only later.

    Quotations are no fault of the writer's. Headlines and captions are reported under
    ``--strict`` only, and of one that everybody knows (UN, ASEAN) it is a note: who explains it
    does so too late.

    ## Why it matters
    The reader meets it where it means nothing yet.

    ## Use instead
    Move the explanation to the first mention.

    ## Source
    The Chicago Manual of Style, 10.3; The Associated Press Stylebook, abbreviations.
    """
    asides, lead = find_asides(view.document), find_standfirst(view.document)
    definitions = find_definitions(view)
    for short in dict.fromkeys(definition.short for definition in definitions):
        first = next(d for d in definitions if d.short == short)
        if not short.isascii() and len(short) < 3:
            continue  # two characters are found inside other words
        if not short.isascii() and first.long.endswith(short):
            continue  # the end of a name is that of other names, too
        early = [use for use in find_uses(view, short) if use.place < first.place]
        near = first.view.index - STANDFIRST_REACH
        aside = [
            use
            for use in early
            if use.view.is_heading
            or use.view.index in asides
            or (use.view.index in lead and use.view.index >= near)
        ]
        running = [use for use in early if use not in aside and _is_plain(use, first)]
        uses = running or aside
        if not uses:
            continue
        use = uses[0]
        yield use.view.mark(
            use.span,
            f"{short!r} is used here and explained later",
            related=(first.view.related(first.short_span, "explained here"),),
            severity=Severity.INFO if short in known_abbreviations(view.language) else None,
            strict=not running,
        )


def _is_plain(use: ShortUse, first: Definition) -> bool:
    """Neither quoted nor in brackets, nor inside the long form itself."""
    text = use.view.text
    if find_quotations(text).holds(use.span):
        return False
    if text[: use.span.start].rstrip()[-1:] in ("(", "（"):
        return False
    return not (use.view is first.view and first.span.contains(use.span))
