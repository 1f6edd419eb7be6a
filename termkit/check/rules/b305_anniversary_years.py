"""B305: the years of an anniversary that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.pieces import sign_of_characters
from termkit.model.span import Span

_SPAN = r"[^.。;；\d]{0,90}?[(（] ?(?:\d{1,2}[/.月]\d{1,2}日?[/.]?)?(?P<from>1[6-9]\d\d|20\d\d)年?"
_TO = r" ?[-–—~至] ?(?:\d{1,2}[/.]\d{1,2}[/.])?(?P<to>1[89]\d\d|20\d\d)年? ?[)）]"
_PATTERNS = {
    "en": re.compile(rf"\b(?P<number>\d{{1,3}})(?:st|nd|rd|th)? (?:anniversary|years){_SPAN}{_TO}"),
    "vi": re.compile(rf"(?:kỷ niệm|lần thứ) (?P<number>\d{{1,3}})(?: năm)?{_SPAN}{_TO}",
                     re.IGNORECASE),
    "zh": re.compile(rf"(?P<number>\d{{1,3}}) ?(?:周年|週年){_SPAN}{_TO}"),
}  # fmt: skip

_ROUND = sign_of_characters("(（")


@rule(
    "B305", "anniversary-years", scope="translation", severity="warning", since="0.1", signs=_ROUND
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The number of an anniversary is not the difference of the years beside it.

    ## Why it matters
    *The 75th anniversary (1950-2024)*: one of the three numbers is wrong on the side where they
    do not fit, and a reader of one language cannot tell which.

    ## Use instead
    The number and the years of the founding document.

    ## Source
    The Gregorian calendar (ISO 8601-1:2019).
    """
    for text in (view.source, view.target):
        if text is not None and text.signs & _ROUND:
            yield from _unfit(text)


def _unfit(text: TextView) -> Iterator[Mark]:
    for match in _PATTERNS[text.lang.split("-")[0]].finditer(text.text):
        years = int(match["to"]) - int(match["from"])
        if years != int(match["number"]):
            yield text.mark(
                Span(*match.span("number")),
                f"from {match['from']} to {match['to']} it is {years} years, not {match['number']}",
            )
