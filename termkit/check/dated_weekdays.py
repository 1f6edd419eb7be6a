"""Dates that say which day of the week they are: *Tuesday, February 4, 2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.dates import DateMention, find_dates
from termkit.model.span import Span

WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "vi": ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
    "zh": list("一二三四五六日"),
}


@dataclass(frozen=True, slots=True)
class WeekdayMention:
    """A weekday beside a date, as one statement: *Tuesday, February 4, 2026*.

    Attributes:
        span: Both together.
        weekday_span: The word that names the day.
        weekday: 0 is Monday.
    """

    date: DateMention
    span: Span
    weekday_span: Span
    weekday: int


_EN_DAYS = "|".join(
    rf"{day}\b|{day[:3]}\b\.?" + {"Tue": r"|Tues\b\.?", "Thu": r"|Thurs?\b\.?"}.get(day[:3], "")
    for day in WEEKDAYS["en"]
)
_VI_DAY, _VI_DAY_ANY = (
    rf"(?:[Tt]hứ (?P<name>{names}|[2-7])|(?P<sunday>[Cc]hủ [Nn]hật|CN))"
    for names in ("Hai|Ba|Tư|Năm|Sáu|Bảy", "[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy")
)
_ZH_DAY = "(?:星期|周|週|礼拜|禮拜)(?P<name>[一二三四五六日天])"
# What may stand before a date; the date begins where the pattern ends.
_BEFORE = {
    "en": re.compile(rf"(?P<day>{_EN_DAYS})(?:,? (?:the )?| \()$"),
    "vi": re.compile(rf"(?P<day>{_VI_DAY})(?:, ?| \(| )(?:ngày )?$"),
    "zh": re.compile(rf"(?P<day>{_ZH_DAY})[（(]? ?$"),
}
# An ordinal looks the same (lần thứ hai, ngày ...), so in lower case it wants a time of day.
_BEFORE_VI = re.compile(
    r"(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Vv]ào|[Nn]gày|[Hh]ôm|\(|^)\s?(?P<day>"
    + _VI_DAY_ANY
    + r")(?:, ?| \(| )(?:ngày )?$"
)
_AFTER = {
    "en": re.compile(rf"(?: ?\(|, ?)(?P<day>{_EN_DAYS})(?=[,.;)])"),
    "vi": re.compile(rf" ?\((?P<day>{_VI_DAY_ANY})\)"),
    "zh": re.compile(rf" ?[（(]?(?P<day>{_ZH_DAY})"),
}
_SEVERAL_BEFORE = re.compile(
    r"(?:\b(?:and|or|to|till|until|through|from|between|và|hoặc|đến|tới|từ)|[-–—/至到和及、])\s*$"
)
_SEVERAL_AFTER = re.compile(
    r"\s?[-–—~～至到和及、/]\s?\d"
    r"|,? (?:and|or|to|till|until|through|và|đến|tới) \d|, \d{1,2}\b(?!:)"
)


def find_weekdays(text: str, lang: str) -> Iterator[WeekdayMention]:
    """Dates that say which day of the week they are. Ranges and pairs of days are left out.

    >>> [m.weekday for m in find_weekdays("on Tuesday, February 4, 2026", "en")]
    [1]
    >>> list(find_weekdays("on Monday and Tuesday, Feb. 2-3", "en"))
    []
    """
    for date in find_dates(text, lang):
        if _SEVERAL_AFTER.match(text, date.span.end):
            continue
        before = text[max(0, date.span.start - 30) : date.span.start]
        match = _BEFORE[lang].search(before)
        if match is None and lang == "vi":
            match = _BEFORE_VI.search(before)
        if match is not None:
            shift = date.span.start - len(before)
            day = Span(match.start("day") + shift, match.end("day") + shift)
            if not _SEVERAL_BEFORE.search(text[max(0, day.start - 12) : day.start]):
                yield WeekdayMention(
                    date, Span(day.start, date.span.end), day, _weekday(match, lang)
                )
            continue
        match = _AFTER[lang].match(text, date.span.end)
        if match is not None:
            day = Span(match.start("day"), match.end("day"))
            yield WeekdayMention(date, Span(date.span.start, day.end), day, _weekday(match, lang))


def _weekday(match: re.Match[str], lang: str) -> int:
    if lang == "en":
        return [day[:3] for day in WEEKDAYS["en"]].index(match["day"][:3])
    if lang == "zh":
        return "一二三四五六日".index(match["name"].replace("天", "日"))
    if match["sunday"]:
        return 6
    name = match["name"].casefold()
    return int(name) - 2 if name.isdigit() else ["hai", "ba", "tư", "năm", "sáu", "bảy"].index(name)
