"""B303: another day of the week in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.check.weekdays import WEEKDAY, find_weekdays_named, possible_weekdays
from termkit.model.finding import Severity
from termkit.model.span import Span

# Words and figures that may tell the day in another way.
_TOLD = re.compile(
    r"\d[/月日号]|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:hôm nay|hôm qua|ngày mai|cùng ngày"
    r"|cuối tuần|today|yesterday|tomorrow|tonight|weekend|the day)\b|[今昨明当同][天日]|周末"
    r"|ngày \d|\d{1,2} tháng|[A-Z][a-z]{2,8}\.? \d{1,2}\b",
    re.IGNORECASE,
)


@rule(
    "B303", "weekday-differs", scope="translation", severity="warning", since="0.1", signs=WEEKDAY
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The translation names another day of the week, or none.

    *thứ Ba*, Tuesday and 星期二 are one: Vietnamese counts from Sunday as the first day. A day
    that the translation tells by its date, or as *yesterday*, is not missing; that it tells none
    is a hint, for editors leave it out. *lần thứ ba* is
    no Tuesday, 每周三次 no Wednesday.

    ## Why it matters
    *Thứ Ba* taken for the third day is Wednesday, and the meeting is missed.

    ## Use instead
    The day of the source.

    ## Source
    Unicode CLDR 46 (names of days of vi, en and zh); ISO 8601-1:2019.
    """
    source, target = view.source, view.target
    if source is None or not target.text:
        return
    langs = [text.lang.split("-")[0] for text in (source, target)]
    here = find_weekdays_named(source.text, langs[0])
    there = find_weekdays_named(target.text, langs[1])
    if not here and not there:
        return
    possible_here = possible_weekdays(source.text, langs[0])
    possible_there = possible_weekdays(target.text, langs[1])
    lost = [
        (day, span)
        for day, span in here
        if day not in possible_there and not _may_be_ordinal(day, span, source, target)
    ]
    added = [
        (day, span)
        for day, span in there
        if day not in possible_here and not _may_be_ordinal(day, span, target, source)
    ]
    for (_, one), (_, other) in zip(lost, added, strict=False):
        yield target.mark(
            other,
            f"{other.slice(target.text)!r} stands for {one.slice(source.text)!r} of the source",
            related=(source.related(one, "here"),),
        )
    if not added and lost and not _TOLD.search(target.text) and not possible_there:
        for _, one in lost:
            yield source.mark(
                one,
                f"{one.slice(source.text)!r} is missing in the translation",
                severity=Severity.HINT,
            )


def _may_be_ordinal(day: int, span: Span, side: TextView, other: TextView) -> bool:
    """Whether a day in small letters is a number of the other side: *ngày thứ tư*, a fourth day."""
    is_counted = side.lang.startswith("vi") and span.slice(side.text).islower()
    return is_counted and any(
        one.kind == "ordinal" and one.values[0] == day + 2
        for one in other.language.quantities(other.text)
    )
