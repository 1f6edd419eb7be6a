"""T204: an abbreviation that is explained and never used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termkit.check.abbreviations import (
    Definition,
    find_definitions,
    find_uses,
    known_abbreviations,
)
from termkit.check.rule import Mark, MarkRelated, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView
from termkit.lang.tables import load_words
from termkit.model.concept import ConceptType, Form
from termkit.model.span import Span

# What reports name by its letters as well; of bodies that is known of too many.
_NAMED = (ConceptType.TREATY, ConceptType.TERM, ConceptType.SET_PHRASE)
_LETTERS = re.compile(r"[A-Z]{3,}")
_BRACKET = re.compile(r" ?[(（]")
_GOES_ON = re.compile(r" (?=[A-Z]\w*[a-z])|[’']")
_OFFICE = re.compile(r"(?:(?:Deputy|Vice|Acting|Executive|First|Permanent)[ -])*(?P<rank>[A-Z]\w*)")


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
    that the glossary has, or everybody knows (WHO), is reported under ``--strict`` only, unless
    the whole name stands again below, or the sentence has another such name without its own.

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
            against = _stands_again(view, first) or _unlike(first)
            yield first.view.mark(
                first.short_span,
                f"{short!r} is explained and never used",
                strict=(short in known and against is None) or _is_inside(first),
                related=() if against is None else (against,),
            )


def _is_inside(definition: Definition) -> bool:
    """Whether the long form is the beginning of a longer name, whose short form it explains.

    *The Communist Party of China (CPC) Central Committee*; in Vietnamese a person follows, and
    in English one may, with an office: *Delta Water Board (DWB) Deputy Director Ann Lee*.
    """
    text = definition.view.text
    behind = _GOES_ON.match(text, definition.span.end)
    if behind is None or not definition.view.lang.startswith("en"):
        return False
    office = _OFFICE.match(text, behind.end())
    return office is None or office["rank"] not in load_words("en", "title_ends")


def _stands_again(view: DocumentView, definition: Definition) -> MarkRelated | None:
    """Where running text has the whole name below its explanation."""
    for text in view.texts[definition.view.index :]:
        start = definition.span.end if text is definition.view else 0
        start = -1 if text.is_heading else text.text.find(definition.long, start)
        if start >= 0:
            return text.related(Span(start, start + len(definition.long)), "the whole name again")
    return None


def _unlike(definition: Definition) -> MarkRelated | None:
    """Another name with a known short form, in the same sentence, that does without it."""
    text = definition.view
    here = next((span for span in text.sentences if span.contains(definition.short_span)), None)
    for match in text.matches(types=_NAMED):
        if (
            here is not None
            and here.contains(match.span)
            and not match.span.overlaps(definition.span)
            and match.designation.form in (None, Form.FULL)
            and not _BRACKET.match(text.text, match.span.end)
            and any(_LETTERS.fullmatch(name.text) for name in match.concept.designations)
        ):
            return text.related(match.span, "no short form behind this one")
    return None


def _short(view: DocumentView) -> frozenset[str]:
    """The short forms of the glossary, in every language."""
    return frozenset(
        designation.text
        for concept in view.glossary
        for designation in concept.designations
        if designation.form in (Form.ABBREVIATION, Form.ACRONYM, Form.SHORT)
    )
