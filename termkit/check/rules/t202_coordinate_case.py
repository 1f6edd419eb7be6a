"""T202: coordinate terms, offices and institutions with unequal capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from termkit.check.capitals import has_capitals
from termkit.check.coordinates import find_uneven_coordinates
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.model.concept import ConceptType

_TYPES = (ConceptType.TERM, ConceptType.SET_PHRASE, ConceptType.SLOGAN)
_AND = re.compile(r",? (?:and|or|&)(?: (?:the|a|an))? |, (?:the )?")


@rule(
    "T202",
    "coordinate-case",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en", "vi"),
    yields_to=("T201", "T207"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """What *and* joins stands side by side, one with capitals and one without.

    Offices and institutions: *Prime Minister and state president*, *Đảng, nhà nước và Chính
    phủ*. Of terms, *the Comprehensive Strategic Cooperative Partnership and community with a
    shared future*, some houses do this on purpose, so those are reported under ``--strict``
    only.

    ## Why it matters
    The capitals rank what the sentence joins as equals.

    ## Use instead
    Capitals for both, or for neither.

    ## Source
    The Chicago Manual of Style, 8.1 (a down style, applied evenly); for Vietnamese, Nghị
    định 30/2020/NĐ-CP, Phụ lục II.
    """
    for text, lower, upper in find_uneven_coordinates(view):
        yield text.mark(
            lower,
            f"{lower.slice(text.text)!r} has no capitals, {upper.slice(text.text)!r} beside it has",
            related=(text.related(upper, "capitals"),),
        )
    if view.language == "en":
        yield from _terms(view)


def _terms(view: DocumentView) -> Iterator[Mark]:
    for text in view.texts:
        if text.is_heading:
            continue
        for one, other in pairwise(text.matches(types=_TYPES)):
            if not _AND.fullmatch(text.text[one.span.end : other.span.start]):
                continue
            cases = has_capitals(one.text), has_capitals(other.text)
            if cases not in ((True, False), (False, True)):
                continue
            has, lacks = (one, other) if cases[0] else (other, one)
            yield text.mark(
                has.span,
                f"{has.text!r} has capitals, {lacks.text!r} beside it none",
                concept_id=has.concept.id,
                related=(text.related(lacks.span, "no capitals"),),
                strict=True,
            )
