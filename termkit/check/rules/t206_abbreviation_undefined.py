"""T206: an abbreviation that is never explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.abbreviations import find_capitals, find_definitions, known_abbreviations
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView

_ROMAN = re.compile(r"[IVXLCDM]+")


@rule("T206", "abbreviation-undefined", scope="document", severity="info", since="0.1", strict=True)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An abbreviation is never explained in the document.

    Those everybody knows, news agencies, units and Roman numerals are left out.

    ## Why it matters
    A reader from another field cannot guess it.

    ## Use instead
    Write it out at the first mention, with the short form in brackets.

    ## Source
    The Associated Press Stylebook, abbreviations and acronyms.
    """
    known = known_abbreviations(view.language)
    defined = {definition.short for definition in find_definitions(view)}
    seen: set[str] = set()
    for use in find_capitals(view):
        if use.short in seen or use.short in known or use.short in defined:
            continue
        if _ROMAN.fullmatch(use.short):
            continue
        seen.add(use.short)
        yield use.view.mark(use.span, f"{use.short!r} is never explained")
