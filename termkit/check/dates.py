"""Dates in running text: what day each means, and in what form it is written.

Only forms with a day are dates here: a month alone, or a month with a year, mixes with
nothing. What is ambiguous (*3-5* in Vietnamese: a day or a range) is left out.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termkit.check import short_days
from termkit.lang.pieces import sign_of_characters, sign_of_pieces, sign_of_words, signs_of
from termkit.model.span import Span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# AP shortens these and never the five others, so only here a full name and a short one mix.
SHORTENED = frozenset(("January", "February", "August", "September", "October", "November",
                       "December"))  # fmt: skip
_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, start=1)} | {"Sept": 9}
_NUMBER = {month: number for number, month in enumerate(MONTHS, start=1)} | _SHORT
_MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(sorted(_SHORT, reverse=True))})\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?"
_NUMERIC = (
    r"(?P<day>\d{1,2})(?P<separator>[/.-])(?P<number>\d{1,2})(?P=separator)(?P<year>(?:19|20)\d\d)"
)
_YEAR_FIRST = (
    r"(?P<year>(?:19|20)\d\d)(?P<separator>[/.-])(?P<number>\d{1,2})(?P=separator)(?P<day>\d{1,2})"
)
_WITH_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
_NOT_IN_NUMBER = r"(?<![\w/.:-])"
_END = r"(?![\w/:-]|\.\d)"
_HAN_DIGITS = "〇零○一二三四五六七八九"
_HAN_NUMBER = rf"(?:\d{{1,2}}|[{_HAN_DIGITS}十廿]{{1,3}})"


# Streets, parks and works are named after days: phố, công viên, cầu, rạp, nhà máy 30 Tháng Tư.
_NO_PLACE_VI = "".join(
    f"(?<!{kind} )"
    for kind in (
        "đường",
        "phố",
        "rường",
        "viên",
        "cầu",
        "rạp",
        "máy",
        "phường",
        "chợ",
        "viện",
        "ty",
    )
)
# Names of months, with a capital or in a whole date: 24 Tháng Sáu, ngày 2 tháng chín. Giêng and
# chạp are those of the moon.
_VI_MONTHS = dict(
    zip(
        ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một",
         "mười hai"),
        range(1, 13),
        strict=True,
    )
)  # fmt: skip
_VI_MONTH = "|".join(
    f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in sorted(_VI_MONTHS, key=len, reverse=True)
)
# Not *May*, which is a verb, a company and a month.
_FOREIGN_MONTH = rf"(?P<month>(?:{'|'.join(name for name in MONTHS if name != 'May')})\b)"
_MONTH_NAME = sign_of_words({name.lower() for name in _NUMBER}.__contains__)
_THANG = sign_of_words("tháng".__eq__)
_YUE = sign_of_characters("月")
_THREE = sign_of_pieces(re.compile(r"\d[/.-]\d{1,2}[/.-]\d").search)
_SLASH, _HYPHEN, _POINT = (
    sign_of_pieces(re.compile(rf"\d{sign}\d").search) for sign in ("/", "-", r"\.")
)
_RANGE_BEFORE = "|".join(
    rf"(?<=ngày {first} {to} {then})"
    for first in (r"\d[/-]\d", r"\d[/-]\d\d", r"\d\d[/-]\d", r"\d\d[/-]\d\d")
    for to in ("đến", "tới")
    for then in ("", "ngày ")
)
# The order, the pattern, and the sign without which it is not tried.
_FORMS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "en": (
        ("month-day", rf"\b{_MONTH} {_DAY}(?![\w:%]|\.\d|,\d){_WITH_YEAR}", _MONTH_NAME),
        ("day-month", rf"{_NOT_IN_NUMBER}{_DAY}(?: of)? {_MONTH}(?!\w){_WITH_YEAR}", _MONTH_NAME),
        ("year-month-day", rf"{_NOT_IN_NUMBER}{_YEAR_FIRST}{_END}", _THREE),
        ("numeric", rf"{_NOT_IN_NUMBER}{_NUMERIC}{_END}", _THREE),
        ("numeric", short_days.ENGLISH, _SLASH),
    ),
    "vi": (
        (
            "words",
            r"\b[Nn]gày (?P<day>\d{1,2}) tháng (?P<number>\d{1,2})\b"
            r"(?:,? năm (?P<year>(?:19|20)\d\d)\b)?",
            _THANG,
        ),
        (
            "words",
            r"(?:(?<=\b[Nn]gày )(?P<day>\d{1,2}) [tT]"
            rf"|{_NO_PLACE_VI}{_NOT_IN_NUMBER}(?P<sure>\d{{1,2}}) T)"
            rf"háng (?P<number>{_VI_MONTH})(?! âm lịch|\w)(?:,? năm (?P<year>(?:19|20)\d\d)\b)?",
            _THANG,
        ),
        ("month-day", rf"\b{_FOREIGN_MONTH} {_DAY}(?![\w:%]|\.\d|,\d){_WITH_YEAR}", _MONTH_NAME),
        ("day-month", rf"{_NOT_IN_NUMBER}{_DAY} {_FOREIGN_MONTH}(?!\w){_WITH_YEAR}", _MONTH_NAME),
        ("year-month-day", rf"{_NOT_IN_NUMBER}{_YEAR_FIRST}{_END}", _THREE),
        ("numeric", rf"{_NOT_IN_NUMBER}{_NUMERIC}{_END}", _THREE),
        (
            "numeric",
            r"(?=\d)"
            r"(?:(?<=[Nn]gày )|(?<=[Ss]áng )|(?<=[Tt]rưa )|(?<=[Cc]hiều )|(?<=[Tt]ối )|(?<=[Đđ]êm )"
            r"|(?<=[Hh]ôm )|(?<=[Nn]ay )|(?<=[Mm]ùng )|(?<=[(])"
            # thứ Năm, 19/12
            r"|(?<=hứ Hai, )|(?<=hứ Ba, )|(?<=hứ Tư, )|(?<=hứ Năm, )|(?<=hứ Sáu, )"
            r"|(?<=hứ Bảy, )|(?<=hủ nhật, )|(?<=hủ Nhật, ))"
            rf"(?P<day>\d{{1,2}})(?P<separator>/)(?P<number>\d{{1,2}}){_END}",
            _SLASH,
        ),
        (
            # sáng 1-11: a day, as SGGP and Người Lao Động write it; "từ ngày 3-5" and
            # "hai ngày 3-5 tháng 2" are ranges, and so is what no month can be
            "numeric",
            r"(?=\d)"
            r"(?<![Tt]ừ ngày )(?<!ác ngày )(?<!ai ngày )(?<!ba ngày )(?<!bốn ngày )(?<!năm ngày )"
            r"(?<!rong ngày )(?<!hững ngày )"
            r"(?:(?<=\b[Nn]gày )|(?<=\b[Ss]áng )|(?<=\b[Cc]hiều )|(?<=\b[Tt]ối )|(?<=\b[Đđ]êm ))"
            r"(?P<day>\d{1,2})(?P<separator>-)(?P<number>1[0-2]|0?[1-9])(?=[,.;)]| \(|$)(?!\.\d)",
            _HYPHEN,
        ),
        (
            # ngày 26.11: a day, as Thanh Niên writes it, and no amount
            "numeric",
            r"(?:(?<=\b[Nn]gày )|(?<=\b[Ss]áng )|(?<=\b[Cc]hiều )|(?<=\b[Tt]ối ))"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<separator>\.)(?P<number>1[0-2]|0?[1-9])"
            r"(?!\d|[.,]\d| ?(?:%|triệu|tỷ|nghìn|ngàn|lít|kg|km|lần|giờ|tấn|ha\b|USD))",
            _POINT,
        ),
        (
            # các ngày 14-16.9: a range of days, its end with the month behind a point
            "numeric",
            r"(?=\d)(?<!ỗi ngày )(?<=\b[Nn]gày )"
            r"(?:3[01]|[12]\d|0?[1-9])-"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<separator>\.)(?P<number>1[0-2]|0?[1-9])"
            r"(?!\d|[.,]\d| ?(?:%|triệu|tỷ|nghìn|ngàn|lít|kg|km|lần|giờ|tấn|ha\b|USD))",
            _POINT,
        ),
        (
            # từ ngày 25/2 đến 2.3: the end of a range that begins with a day and a month
            "numeric",
            rf"(?=\d)(?:{_RANGE_BEFORE})"
            r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<separator>[.-])(?P<number>1[0-2]|0?[1-9])"
            r"(?!\d|[/.,-]\d| ?(?:%|triệu|tỷ|nghìn|ngàn|lít|kg|km|lần|giờ|tấn|ha\b|USD|người))",
            _POINT | _HYPHEN,
        ),
        (
            # sáng 2-8 cầu được sửa, ngày 02-8 huyện, ngày 15-3 cả nước: a time of day, a zero
            # or a number that no month has says that no range is meant; "sáng 3-5 giờ" is one
            "numeric",
            r"(?:(?:(?<=\b[Ss]áng )|(?<=\b[Tt]rưa )|(?<=\b[Cc]hiều )|(?<=\b[Tt]ối )|(?<=\b[Đđ]êm ))"
            r"(?P<day>\d{1,2})|(?<!ai ngày )(?<!ác ngày )"
            r"(?<=\b[Nn]gày )(?P<sure>0[1-9]|1[3-9]|2\d|3[01]))"
            r"(?P<separator>-)(?P<number>1[0-2]|0?[1-9])"
            r"(?= (?!tháng|giờ|phút|người|lần|ngày|h\b|độ|km|ca\b|món|chén|ly\b|viên)\w)",
            _HYPHEN,
        ),
    ),
    "zh": (
        (
            "characters",
            rf"(?:(?P<year>\d{{4}}|[{_HAN_DIGITS}]{{4}}) ?年 ?)?(?<![\d{_HAN_DIGITS}])"
            rf"(?P<number>{_HAN_NUMBER}) ?月 ?(?P<day>{_HAN_NUMBER}) ?[日号號]",
            _YUE,
        ),
        ("year-month-day", rf"(?<![\d/.:A-Za-z-]){_YEAR_FIRST}(?![\dA-Za-z/:-]|\.\d)", _THREE),
        ("numeric", rf"(?<![\d/.:A-Za-z-]){_NUMERIC}(?![\dA-Za-z/:-]|\.\d)", _THREE),
        ("numeric", short_days.CHINESE_SLASH, _SLASH),
        ("numeric", short_days.CHINESE_DAY_FIRST, _SLASH),
        ("numeric", short_days.CHINESE_MONTH_FIRST, _SLASH | _HYPHEN | _POINT),
    ),
}  # fmt: skip
_COMPILED = {
    lang: tuple((order, re.compile(pattern), sign) for order, pattern, sign in forms)
    for lang, forms in _FORMS.items()
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date with a day, as written.

    Attributes:
        span: Code points of the text, without weekday.
        text: What stands there.
        year: ``None`` when not written.
        month, day: As numbers; they may be impossible.
        order: ``month-day``, ``day-month``, ``year-month-day``, ``numeric`` (day and month in
            an order that only the reader's country tells), ``words`` (Vietnamese *ngày 3
            tháng 2*) or ``characters`` (Chinese 2月3日).
        month_text: The English month as written, with its full stop; empty elsewhere.
        separator: Between numbers; empty elsewhere.
        day_text, number_text: Day and month number as written, zeros included.
    """

    span: Span
    text: str
    year: int | None
    month: int
    day: int
    order: str
    month_text: str = ""
    separator: str = ""
    day_text: str = ""
    number_text: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day; without a year, 29 February is possible."""
        if self.order == "numeric" and self.month > 12 >= self.day:
            return self._exists(self.day, self.month)  # an American 2/13/2026
        return self._exists(self.month, self.day)

    def on(self, year: int) -> datetime.date | None:
        """The date in a year, or ``None`` when there is no such day."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None

    def _exists(self, month: int, day: int) -> bool:
        if not 1 <= month <= 12:
            return False
        return 1 <= day <= calendar.monthrange(self.year or 2024, month)[1]


@lru_cache(maxsize=1024)
def find_dates(text: str, lang: str) -> tuple[DateMention, ...]:
    """Every date with a day in a normalised text, in order.

    Args:
        text: Normalised.
        lang: Primary language: ``en``, ``vi`` or ``zh``.

    >>> [(d.order, d.month, d.day) for d in find_dates("on Feb. 3 and 5 March 2026", "en")]
    [('month-day', 2, 3), ('day-month', 3, 5)]
    >>> [d.text for d in find_dates("sáng 3/2, từ 3-5/2, tỷ lệ 2/3", "vi")]
    ['3/2']
    >>> [(d.year, d.month, d.day) for d in find_dates("二〇二六年二月十三日", "zh")]
    [(2026, 2, 13)]
    """
    found = [mention for mention in _find_all(text, lang) if mention is not None]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _find_all(text: str, lang: str) -> Iterator[DateMention | None]:
    signs = signs_of(text)
    for order, pattern, sign in _COMPILED.get(lang, ()):
        if not signs & sign:
            continue
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month_text = parts.get("month") or ""
            number = parts.get("number") or ""
            month = _NUMBER[month_text.rstrip(".")] if month_text else han_number(number)
            year = parts.get("year")
            day = parts["day"] or parts["sure"]
            yield DateMention(
                Span(match.start(), match.end()),
                match[0],
                han_number(year) if year else None,
                month,
                han_number(day),
                order,
                month_text,
                parts.get("separator") or "",
                day,
                number,
            )


def han_number(text: str) -> int:
    """A number below 100, or a year digit by digit, in Arabic or Han digits.

    >>> han_number("二十三"), han_number("十"), han_number("二〇二六"), han_number("07")
    (23, 10, 2026, 7)
    """
    if text.lower() in _VI_MONTHS:
        return _VI_MONTHS[text.lower()]
    if text.isascii():
        return int(text)
    text = text.replace("廿", "二十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_digits(tens) if tens else 1) * 10 + (_digits(ones) if ones else 0)
    return _digits(text)


def _digits(text: str) -> int:
    values = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
    return int("".join(str(values.get(char, char)) for char in text))
