"""T204: an abbreviation that is explained and never used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termkit.check.abbreviations import find_definitions, find_uses, known_abbreviations
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView
from termkit.model.concept import Form


@rule(
    "T204",
    "abbreviation-never-used",
    scope="document",
    severity="info",
    since="0.1",
    signal=some_character("(（".__contains__),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An abbreviation is explained and never used.

    ## Why it matters
    It burdens the reader for nothing. A known abbreviation may help to recognise the name: one
    that the glossary has, or everybody knows (WHO), is reported under ``--strict`` only.

    ## Use instead
    Leave the brackets out.

    ## Source
    The Chicago Manual of Style, 10.3.
    """
    definitions = find_definitions(view)
    if not definitions:
        return
    known = known_abbreviations(view.language) | view.glossary.once("t204", lambda: _short(view))
    defined = {(d.view.index, d.short_span) for d in definitions}
    shorts = Counter(definition.short for definition in definitions)
    longs = Counter(definition.key for definition in definitions)
    for short, number in shorts.items():
        uses = [
            use
            for use in find_uses(view, short)
            if (use.view.index, use.span) not in defined and not use.view.is_heading
        ]
        first = next(d for d in definitions if d.short == short)
        # What is explained twice, or has two short forms, is rule T203's.
        if not uses and number == 1 and longs[first.key] == 1:
            yield first.view.mark(
                first.short_span,
                f"{short!r} is explained and never used",
                strict=short in known,
            )


def _short(view: DocumentView) -> frozenset[str]:
    """The short forms of the glossary, in every language."""
    return frozenset(
        designation.text
        for concept in view.glossary
        for designation in concept.designations
        if designation.form in (Form.ABBREVIATION, Form.ACRONYM, Form.SHORT)
    )
