"""B302: a date of one side that the other does not have."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from termkit.check.amounts import NUMBERS, find_amounts
from termkit.check.dates import DateMention
from termkit.check.rule import Mark, rule
from termkit.check.side_numbers import SideNumbers
from termkit.check.view import UnitView
from termkit.lang.quantity import Number, Quantity
from termkit.model.finding import Severity
from termkit.model.span import Span

# A day that is told by another: yesterday, the same day, Tuesday.
_RELATIVE = re.compile(
    r"\b(?:to|yester)day\b|\btomorrow\b|\btonight\b|\bsame day\b|\b(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day\b|\b(?:hôm (?:nay|qua|trước|sau)|ngày mai|cùng ngày|nay)\b|\bthứ (?:hai|ba|tư"
    r"|năm|sáu|bảy)\b|chủ nhật|[今昨明当同][天日]|星期|周[一二三四五六日]",
    re.IGNORECASE,
)
# A day whose month only the dateline tells: 14日, on the 14th, chiều 14.
_BARE_DAY = {
    "en": re.compile(r"\b(?:the|on) (\d{1,2})(?:st|nd|rd|th)\b(?! of\b| [A-Z])"),
    "vi": re.compile(
        r"\b(?:ngày|hôm|sáng|trưa|chiều|tối|đêm) (\d{1,2})"
        r"(?![\d/.,:-]|[hg]\b| (?:giờ|tháng|người))",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?<![\d月年.])(\d{1,2})[日号](?!线|楼|院)"),
}
# The last day of a month or a year, told as its end.
_END = re.compile(
    r"\bend\b|\byear[ -]end\b|\bEve\b|\b(?:cuối|hết|giao thừa)\b|[年月]底|[年月]末|岁末|除夕",
    re.IGNORECASE,
)
# What makes a name of the date between them.
_EVENT = {
    "en": (
        re.compile(r"\b[Tt]he $|[’']s $"),
        re.compile(
            r" [A-Z][a-z]|,? (?:attacks?|coup|incident|massacre|movement|revolution|uprising"
            r"|victory)\b"
        ),
    ),
    "vi": (
        re.compile(
            r"\b(?:[bB]iến cố|[cC]hiến thắng|[đĐ]ại thắng|[pP]hong trào|[sS]ự kiện|[đĐ]ường|[pP]hố"
            r"|[qQ]uảng trường) $|\b(?:Biến cố|Chiến thắng|Đại thắng) ngày $"
        ),
        re.compile(""),
    ),
    "zh": (
        re.compile(""),
        re.compile(
            "[”」]?(?:事变|事件|运动(?![会员场服])|起义|革命(?![老烈先英])|政变|大捷|惨案|恐袭)"
        ),
    ),
}
_NAME_ROOM = 24  # code points in front of a date that tell an event
_MIDDLE = re.compile(r"\bmid\b|\bmiddle\b|\bgiữa tháng\b|月中", re.IGNORECASE)
_ROOM = 12  # code points beside a date in which a range or a list goes on
_START = re.compile(
    r"\b(?:start|beginning|early|New Year(?:'s|’s)? Day|đầu|Tết Dương lịch)\b|[年月]初|元旦",
    re.IGNORECASE,
)


@rule("B302", "date-differs", scope="translation", severity="warning", since="0.1", signs=NUMBERS)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A date is lost or changed in the translation.

    *ngày 3/2*, Feb. 3 and 2月3日 are one. A year counts where both sides write it. Of months
    without a day only one against another is reported. A date that is added is a hint where the
    source names no other day, and so is one that is lost where the translation names its month.

    ## Why it matters
    Day and month change places between English and Vietnamese, and the reader of a wrong date
    has no means to see it.

    ## Use instead
    The date of the source.

    ## Source
    Unicode CLDR 46 (date formats of vi, en and zh); ISO 8601-1:2019.
    """
    amounts = view.once(find_amounts)
    if amounts is None or view.source is None or not view.target.text:
        return
    source, target = amounts.source, amounts.target
    lost = [date for date in source.dates if not _is_told(date, source, target)]
    added = [date for date in target.dates if not _is_told(date, target, source)]
    # Told in pieces only: as good as lost where the other side has a date more.
    if added and not lost:
        lost = [date for date in source.dates if not _is_there(date, source, target)]
    elif lost and not added:
        added = [date for date in target.dates if not _is_there(date, target, source)]
    for one, other in zip(lost, added, strict=False):
        yield view.target.mark(
            other.span,
            f"{other.text!r} stands for {one.text!r} of the source",
            related=(view.source.related(one.span, "here"),),
        )
    if len(lost) > len(added) and not _RELATIVE.search(target.text):
        for one in lost[len(added) :]:
            yield view.source.mark(
                one.span,
                f"{one.text!r} is missing in the translation",
                severity=Severity.HINT
                if _is_told_in_part(one, target) or _is_of_an_event(one, source)
                else None,
            )
    if len(added) > len(lost) and not _RELATIVE.search(source.text):
        severity = None if _lone_days(source) - target.evidence else Severity.HINT
        for other in added[len(lost) :]:
            yield view.target.mark(
                other.span, f"{other.text!r} is not in the source", severity=severity
            )
    if not source.dates and not target.dates:
        yield from _months(view, source, target)


def _days(date: DateMention, side: SideNumbers) -> set[tuple[int, int]]:
    """Month and day that a date may mean: in English figures the order is the country's."""
    days = {(date.month, date.day)}
    if date.order == "numeric" and side.view.lang.startswith("en"):
        days.add((date.day, date.month))
    return days


def _is_there(date: DateMention, side: SideNumbers, other: SideNumbers) -> bool:
    """Whether the other side has the same day as a date; a year counts where both write it."""
    days = _days(date, side)
    return any(
        days & _days(mention, other) and (date.year is None or mention.year in (None, date.year))
        for mention in other.dates
    )


def _is_told(date: DateMention, side: SideNumbers, other: SideNumbers) -> bool:
    """Whether the other side tells the same day, as a date or in pieces (*Feb. 2-3*)."""
    if _is_there(date, side, other):
        return True
    days = _days(date, side)
    if (
        date.day in _bare_days(other)
        or _is_at_an_end(date, other)
        or _is_in_the_middle(date, other)
    ):
        return True
    if any(days & {(one.month, one.day)} for one in other.dates):
        return date.year in other.evidence  # the year stands elsewhere
    if len(other.dates) == 1 and not _several(other):
        return False
    evidence = other.evidence
    year = date.year is None or date.year in evidence or not _years(other)
    named = _named_months(other) if other.dates else evidence  # any number may be one
    month = date.month in (named or evidence)
    return date.day in evidence and month and year


def _is_told_in_part(date: DateMention, other: SideNumbers) -> bool:
    """Whether the other side names the month, or the year of its first or last day."""
    if date.month in _named_months(other):
        return True
    return (date.month, date.day) in ((1, 1), (12, 31)) and date.year in other.evidence


def _is_of_an_event(date: DateMention, side: SideNumbers) -> bool:
    """Whether a date is a part of a name, which has another in the other language: *the
    September 18 Incident*."""
    text, (before, behind) = side.text, _EVENT[side.lang]
    return bool(
        before.search(text, max(0, date.span.start - _NAME_ROOM), date.span.start)
        and behind.match(text, date.span.end)
    )


def _lone_days(side: SideNumbers) -> set[int]:
    """Days that a side names without a month of their own: 14日, *25 và 26/7*."""
    days = set(_bare_days(side))
    for date in side.dates:
        around = side.text[max(0, date.span.start - _ROOM) : date.span.end + _ROOM]
        days.update(int(run) for run in re.findall(r"\d{1,2}", around.replace(date.text, " ")))
    return days


def _bare_days(side: SideNumbers) -> frozenset[int]:
    """Days that a side names without their month."""
    return frozenset(int(day) for day in _BARE_DAY[side.lang].findall(side.text))


def _is_at_an_end(date: DateMention, other: SideNumbers) -> bool:
    """Whether a date is the first or the last day of what the other side names: *the end of
    2025*, 6月底."""
    if not 1 <= date.month <= 12:
        return False
    last = calendar.monthrange(date.year or 2024, date.month)[1]
    if date.day not in (1, last) or (date.year and date.year not in other.evidence):
        return False
    word, month = (_START, 1) if date.day == 1 else (_END, 12)
    is_named = date.month == month or date.month in _named_months(other)
    return is_named and word.search(other.text) is not None


def _is_in_the_middle(date: DateMention, other: SideNumbers) -> bool:
    """Whether the other side has the middle of the month: *mid-January*, 1月中旬."""
    is_named = date.month in _named_months(other)
    return is_named and date.day in (14, 15, 16) and _MIDDLE.search(other.text) is not None


def _named_months(side: SideNumbers) -> set[Number]:
    """The months that a side writes as such."""
    months = {one.values[0] for one in side.quantities if one.kind == "month"}
    return months.union(*({month for month, _ in _days(date, side)} for date in side.dates))


def _several(side: SideNumbers) -> bool:
    """Whether the one date is the end of a range or a list: *2-3 tháng 2*."""
    (date,) = side.dates
    around = side.text[max(0, date.span.start - _ROOM) : date.span.end + _ROOM]
    return len(re.findall(r"\d+", around)) > len(re.findall(r"\d+", date.text))


def _years(side: SideNumbers) -> bool:
    return any(1000 < value < 2200 for value in side.evidence)


def _months(view: UnitView, source: SideNumbers, target: SideNumbers) -> Iterator[Mark]:
    """One month against another."""
    lost, added = _alone(source, target), _alone(target, source)
    if len(lost) == len(added) == 1 and view.source is not None:
        one, other = lost[0], added[0]
        written = source.text[one.start : one.end]
        yield view.target.mark(
            Span(other.start, other.end),
            f"{target.text[other.start : other.end]!r} stands for {written!r} of the source",
            related=(view.source.related(Span(one.start, one.end), "here"),),
        )


def _alone(side: SideNumbers, other: SideNumbers) -> list[Quantity]:
    return [
        one
        for one in side.quantities
        if one.kind == "month" and one.values[0] not in other.evidence
    ]
