"""Lines that are a date and nothing else: when a page was published, not what it says.

Each pattern has an example of what it takes; `date_line` also wants a day that exists.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from termkit.formats.agencies import agency_pattern
from termkit.text.normalise import normalise_text

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}
MONTH = "(?:" + "|".join(sorted((rf"{name}\.?" for name in _NUMBER), key=len, reverse=True)) + ")"
"""An English month, full or short, any case."""

WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
    r"|(?:星期|周|週|礼拜)[一二三四五六日天])"
)
_DATES = (
    rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})",  # Feb. 3, 2026
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}),?\s+(?P<y2>\d{{4}})",  # 3 February 2026
    r"(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})",  # 2026-02-03
    r"(?:ngày\s+)?(?P<d4>\d{1,2})[-/.](?P<m4>\d{1,2})[-/.](?P<y4>\d{4})",  # 03/02/2026
    r"(?:ngày\s+)?(?P<d5>\d{1,2})\s+tháng\s+(?P<m5>\d{1,2}),?(?:\s+năm)?\s+(?P<y5>\d{4})",
    r"(?P<y6>\d{4})\s*年\s*(?P<m6>\d{1,2})\s*月\s*(?P<d6>\d{1,2})\s*[日号號]",  # 2026年2月3日
)
_ZONE = (
    r"\(?(?:gmt|utc|ict|est|edt|et|bst|bjt|北京时间)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?\)?"
    r"|[+-]\d{2}:?\d{2}"
)
_TIME = (
    r"(?:lúc\s+|at\s+)?\d{1,2}[:h：]\d{2}(?:[:：]\d{2})?(?:\s*[ap]\.?m\.?)?"
    rf"(?:\s*(?:{_ZONE}))?"
)
_LABEL = (
    r"(?:last\s+)?(?:update(?:d|\s*time)?|published|posted|modified|created|date|released?)"
    r"(?:\s+(?:on|at))?"
    r"|cập nhật(?:\s+lúc)?|ngày đăng|đăng ngày|xuất bản"
    r"|(?:发布|發佈|發布|更新|发表)?(?:时间|日期|時間|于)"
)
_DIGIT = re.compile(r"\d")
_GAP = r"[\s,|–—\-·•/()，、：:]*"
_CREDIT = r"(?:source|nguồn|来源|來源|编辑|editor)\s*[:：].{0,40}|(?:views?|hits)\s*[:：]\s*\d+"


def date_line(line: str) -> datetime.date | None:
    """The date, when a line is a date and nothing else; ``None`` when it is text.

    The time, the time zone, the weekday and the name of an agency may stand with it. A
    number above 12 settles which is the day; else the day comes first, as in Vietnam.

    >>> date_line("Thứ Ba, 03/02/2026 - 10:00"), date_line("February 04, 2026")
    (datetime.date(2026, 2, 3), datetime.date(2026, 2, 4))
    >>> date_line("2026年2月3日 星期二"), date_line("On Feb. 3, 2026 they met.")
    (datetime.date(2026, 2, 3), None)
    """
    if len(line) > 240 or _DIGIT.search(line) is None:
        return None
    match = _line_pattern().fullmatch(normalise_text(line))
    if match is None:
        return None
    for n in range(1, len(_DATES) + 1):
        if match[f"y{n}"]:
            return _day(match[f"y{n}"], match[f"m{n}"], match[f"d{n}"])
    return None


@cache
def _line_pattern() -> re.Pattern[str]:
    # (People's Daily App) 10:15, December 03, 2021: whoever is named alone published it.
    publisher = rf"[(（]?{agency_pattern('before')}\)?|[(（][^()（）]{{2,40}}[)）]"
    before = rf"(?:(?:{publisher}){_GAP})?"
    after = rf"(?:{_GAP}[(（]?{agency_pattern('after')}\)?)?"
    return re.compile(
        rf"{before}(?:(?:{_LABEL}){_GAP})?(?:{_TIME}{_GAP})?(?:{WEEKDAY}{_GAP})?"
        rf"(?:{'|'.join(_DATES)})"
        rf"(?:{_GAP}{WEEKDAY})?(?:{_GAP}{_TIME})?(?:{_GAP}(?:{_ZONE}))?{after}"
        rf"(?:{_GAP}(?:{_CREDIT}))*[\s|)]*",
        re.IGNORECASE,
    )


def month_number(name: str) -> int | None:
    """1 to 12 of an English month's name, full or short.

    >>> month_number("Sept."), month_number("Mayor")
    (9, None)
    """
    return _NUMBER.get(name.lower().rstrip("."))


def _day(year: str, month: str, day: str) -> datetime.date | None:
    first = int(month) if month.isdecimal() else month_number(month) or 0
    second = int(day)
    if month.isdecimal() and first > 12 >= second:
        first, second = second, first
    try:
        return datetime.date(int(year), first, second)
    except ValueError:
        return None


def read_stamp(stamp: str | None) -> datetime.date | None:
    """The day of an ISO 8601 time such as ``20260203T080000Z``; ``None`` for anything else.

    >>> read_stamp("20260203T080000Z"), read_stamp("2026-02-03"), read_stamp("2026-02-30")
    (datetime.date(2026, 2, 3), datetime.date(2026, 2, 3), None)
    """
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", stamp or "")
    try:
        return None if found is None else datetime.date(*map(int, found.groups()))
    except ValueError:
        return None
