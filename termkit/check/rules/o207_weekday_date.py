"""O207: a weekday that the date beside it did not have."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from termkit.check.dated_weekdays import WEEKDAYS, WeekdayMention, find_weekdays
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView

_NEAR = 100  # days between a report and a date without a year that it surely means
_NAMES = {
    "en": WEEKDAYS["en"],
    "vi": WEEKDAYS["vi"],
    "zh": [f"星期{day}" for day in WEEKDAYS["zh"]],
}


@rule("O207", "weekday-date", scope="unit", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A date is written with a weekday it does not have.

    A date without a year is judged only when the document's own date is known and close to
    it. Ranges and lists of days are left alone.

    ## Why it matters
    One of the two is wrong, and the reader cannot know which.

    ## Use instead
    The right weekday or the right date: look it up.

    ## Source
    The Gregorian calendar (ISO 8601-1:2019).
    """
    text, language = view.target, view.document.language
    for mention in find_weekdays(text.text, language):
        day = _day(mention, view.document.date)
        if day is None or day.weekday() == mention.weekday:
            continue
        right = _NAMES[language][day.weekday()]
        written = mention.weekday_span.slice(text.text)
        year = "" if mention.date.year else f" in {day.year}"
        yield text.mark(mention.span, f"{mention.date.text!r}{year} is a {right}, not a {written}")


def _day(mention: WeekdayMention, published: datetime.date | None) -> datetime.date | None:
    date = mention.date
    if date.order == "numeric" and date.month_text == "" and not date.is_possible:
        return None
    if date.year is not None:
        return date.on(date.year)
    if published is None:
        return None
    days = [date.on(published.year + shift) for shift in (-1, 0, 1)]
    near = [day for day in days if day is not None and abs((day - published).days) <= _NEAR]
    return near[0] if near else None
