"""T203: one abbreviation explained twice, or in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.abbreviations import Definition, find_definitions
from termkit.check.asides import STANDFIRST_REACH, find_standfirst, find_turns
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView


@rule(
    "T203",
    "abbreviation-defined-twice",
    scope="document",
    severity="warning",
    since="0.1",
    signal=some_character("(（".__contains__),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An abbreviation is explained again, stands for two things, or is one of two for one thing.

    Headlines, tables, captions and the summary on top of a Vietnamese report do not count:
    they are read on their own.

    ## Why it matters
    A second explanation makes the reader look for a second thing; two meanings mislead.

    ## Use instead
    Explain it once, at the first mention in running text; then use the short form.

    ## Source
    The Chicago Manual of Style, 10.3; pairing after Schwartz and Hearst (2003).
    """
    by_short: dict[str, Definition] = {}
    by_long: dict[str, Definition] = {}
    lead = find_standfirst(view.document)
    turns = find_turns(view.document)
    for definition in find_definitions(view):
        short = by_short.setdefault(definition.short, definition)
        long = by_long.setdefault(definition.key, definition)
        first, message = None, ""
        if short is not definition and short.view.index in lead and _is_near(short, definition):
            by_short[definition.short] = definition  # the story explains what its summary did
        elif short is not definition and _same(short, definition):
            if turns[short.view.index] != turns[definition.view.index]:
                by_short[definition.short] = definition
                continue  # another speaker
            first = short
            message = f"{definition.short!r} is explained again"
        elif short is not definition:
            first = short
            message = (
                f"{definition.short!r} stands for {definition.long!r} here, "
                f"for {short.long!r} before"
            )
        elif long is not definition and long.short != definition.short:
            first = long
            message = f"{definition.long!r} is {definition.short!r} here, {long.short!r} before"
        if first is not None:
            yield view.texts[definition.view.index].mark(
                definition.short_span,
                message,
                related=(first.view.related(first.short_span, "explained here"),),
            )


def _is_near(one: Definition, other: Definition) -> bool:
    return _same(one, other) and other.view.index - one.view.index <= STANDFIRST_REACH


def _same(one: Definition, other: Definition) -> bool:
    """Equal long forms, or one that only adds words in front (*the 1982 ...*)."""
    return one.key.endswith(other.key) or other.key.endswith(one.key)
