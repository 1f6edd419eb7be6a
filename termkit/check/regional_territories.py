"""Countries in Simplified Chinese by the names of Taiwan: *纽西兰* beside *新西兰*; rule N102.

Source: `lang/zh/data/taiwan_territories.tsv`, from Unicode CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.han_variants import joined
from termkit.check.rule import Mark
from termkit.check.surroundings import in_gloss, in_quotation, in_title_of_work
from termkit.check.view import DocumentView
from termkit.lang.tables import load_rows
from termkit.model.finding import Severity
from termkit.model.span import Span

_LEAST = 3  # characters of a name that is surely a country's where the usual one is not near
# A shorter one may begin another name (东加 in 东加勒比): one of these stands behind it.
_ENDS = "(?=[、，。；：！？）和与及的等国政人总首外代方在是将]|$)"


def find_regional_territories(view: DocumentView) -> Iterator[Mark]:
    """A warning beside the usual name of the country, and a note in a text without it."""
    if view.language != "zh" or (view.document.lang or "").startswith("zh-Hant"):
        return
    pattern, usual = _names()
    everything = joined(view).text
    for text in view.texts:
        for match in pattern.finditer(text.text):
            span, right = Span(*match.span()), usual[match[0]]
            beside = right in everything
            if in_gloss(text.text, span) or in_quotation(text.text, span):
                continue
            if in_title_of_work(text.text, span) or text.language.straddles(text.text, span):
                continue
            if beside or len(match[0]) >= _LEAST:
                yield text.mark(
                    span,
                    f"{match[0]!r} here, {right!r} elsewhere in this document"
                    if beside
                    else f"{match[0]!r} is the name in Taiwan of {right!r}",
                    replacement=right,
                    severity=None if beside else Severity.INFO,
                )


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the names that are Taiwan's alone, and the usual one of each."""
    usual = {row[0]: row[1] for row in load_rows("zh", "taiwan_territories")}
    longest = sorted(usual, key=len, reverse=True)
    forms = (re.escape(name) + (_ENDS if len(name) < _LEAST else "") for name in longest)
    return re.compile("|".join(forms), re.MULTILINE), usual
