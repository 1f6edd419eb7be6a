"""Days of lists and ranges in Vietnamese: *các ngày 3 và 4/2*, *từ 15/10 đến 4/11*.

What style such lists have is no matter of dates, so `check.dates` leaves them out; but their
numbers are days all the same, and no fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.dates import DateMention
from termkit.model.span import Span

_NO_SHARE = r"(?! (?:số|tổng|lượng|diện tích|dân số)\b)"  # *ngày 3 và 1/2 số ca*
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])"
_UNTIL = r"(?:/\d{4})? (?:đến|tới) (?:hết )?(?:ngày )?"
_FIRST_OF_RANGE = re.compile(
    rf"(?<![\w/.,]){_DAY}(?={_UNTIL}\d{{1,2}}/\d{{1,2}}(?:/(?:19|20)\d\d)?(?![\d/]*/?\d){_NO_SHARE})"
)
_LAST_OF_RANGE = re.compile(rf"\d{{1,2}}/\d{{1,2}}{_UNTIL}{_DAY}(?![\w/]|[.,]\d){_NO_SHARE}")
# từ 28 đến 30/10: a range whose first day has the month of its last, which is no share of ten.
_RANGE_OF_DAYS = re.compile(
    rf"\b[Tt]ừ (?:ngày )?(?P<first>[12]\d|3[01]|0?[1-9]) (?:đến|tới) (?:hết )?(?:ngày )?"
    rf"{_DAY}(?![\w/]|[.,]\d){_NO_SHARE}"
)
_LIST_OF_DAYS = re.compile(
    r"\bngày \d{1,2}(?:(?:, ?| ?[-–] ?| và | đến )\d{1,2})*?(?:, ?| ?[-–] ?| và | đến (?:ngày )?)"
    r"(?P<day>[12]\d|3[01]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])(?![\w/]|[.,]\d)" + _NO_SHARE,
    re.IGNORECASE,
)


def find_listed_days(text: str, known: tuple[DateMention, ...]) -> Iterator[DateMention]:
    """The last day of a list, and both of a range.

    Args:
        text: Normalised.
        known: Days that are found already.

    >>> [day.span.slice("các ngày 3 và 4/2") for day in find_listed_days("các ngày 3 và 4/2", ())]
    ['4/2']
    >>> text = "từ 15/10 đến 4/11"
    >>> [(day.day, day.month) for day in find_listed_days(text, ())]
    [(15, 10), (4, 11)]

    A share is no day.

    >>> list(find_listed_days("ngày 3 và 1/2 số ca", ()))
    []
    """
    for pattern in (_LIST_OF_DAYS, _FIRST_OF_RANGE, _LAST_OF_RANGE):
        for match in pattern.finditer(text):
            span = Span(match.start("day"), match.end("month"))
            if not any(date.span.start < span.end and span.start < date.span.end for date in known):
                day, month = int(match["day"]), int(match["month"])
                yield DateMention(span, span.slice(text), None, month, day, "numeric")
    for match in _RANGE_OF_DAYS.finditer(text):
        first, day, month = (int(match[part]) for part in ("first", "day", "month"))
        if first < day > month:
            for start, end, one in (
                (*match.span("first"), first),
                (match.start("day"), match.end("month"), day),
            ):
                span = Span(start, end)
                if not any(date.span.overlaps(span) for date in known):
                    yield DateMention(span, span.slice(text), None, month, one, "numeric")
