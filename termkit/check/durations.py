"""How long something lasts, in whatever unit: 18 months are a year and a half.

A duration is a number with a unit of time behind it, or a part of one (*nửa giờ*, 一刻钟). Two are
one where their lengths are; a month is taken for thirty days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from termkit.lang.quantity import Quantity

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_HALF_YEAR = Fraction(6)  # months
# Seconds of each unit. A year is twelve months, so 365 days are none.
_SECOND, _MINUTE, _HOUR, _DAY = 1, 60, 3600, 86400
_WEEK, _MONTH = 7 * _DAY, 30 * _DAY
_YEAR = 12 * _MONTH
_UNITS = {
    "en": {
        "second": _SECOND, "minute": _MINUTE, "hour": _HOUR, "day": _DAY, "week": _WEEK,
        "fortnight": 2 * _WEEK, "month": _MONTH, "quarter": 3 * _MONTH, "year": _YEAR,
        "decade": 10 * _YEAR, "century": 100 * _YEAR, "centurie": 100 * _YEAR,
    },
    "vi": {
        "giây": _SECOND, "phút": _MINUTE, "giờ": _HOUR, "tiếng": _HOUR, "ngày": _DAY,
        "tuần": _WEEK, "tháng": _MONTH, "quý": 3 * _MONTH, "năm": _YEAR,
        "thập kỷ": 10 * _YEAR, "thập niên": 10 * _YEAR, "thế kỷ": 100 * _YEAR,
    },
    "zh": {
        "秒": _SECOND, "分钟": _MINUTE, "刻钟": 15 * _MINUTE, "小时": _HOUR, "钟头": _HOUR,
        "天": _DAY, "昼夜": _DAY, "周": _WEEK, "星期": _WEEK, "个月": _MONTH, "个半月": _MONTH,
        "季度": 3 * _MONTH, "年": _YEAR, "世纪": 100 * _YEAR,
    },
}  # fmt: skip
_ALL = {lang: "|".join(sorted(units, key=len, reverse=True)) for lang, units in _UNITS.items()}
# Behind a number: the unit, with a half before or behind it.
_BEHIND = {
    "en": re.compile(
        rf"(?P<half>[ -]and[ -]a[ -]half)?[ -](?:full |long )?(?P<unit>{_ALL['en']})s?\b"
        r"(?P<later> and a half)?"
    ),
    "vi": re.compile(
        rf"(?P<half> rưỡi)? (?P<unit>{_ALL['vi']})(?: đồng hồ)?(?P<later> rưỡi)?(?!\w)"
    ),
    "zh": re.compile(
        rf"(?P<half>个半(?!月)|半|(?=个半月))?[余多]?(?:个(?!月|半月))?(?P<unit>{_ALL['zh']})(?P<later>半)?"
    ),
}
# Without a number: half of one, a quarter of one, one.
_ALONE = {
    "en": re.compile(
        r"\b(?P<halves>(?:first|second|latter) half of (?:the|this|last|next) year)\b"
        r"|\b(?:(?P<half>half)(?: of)?|(?P<quarter>quarter)(?: of)?)?[ -]?"
        rf"\ban? (?P<unit>{_ALL['en']})s?\b(?! of an? )"
        r"(?P<later> and a half)?"
        rf"|\b(?<!and a )(?P<halved>half)[ -](?P<other>{_ALL['en']})s?\b"
    ),
    "vi": re.compile(
        r"\b(?P<halves>nửa (?:đầu|cuối) năm)\b"
        rf"|(?:(?P<half>\bnửa)|(?P<quarter>\bphần tư)) (?P<unit>{_ALL['vi']})(?!\w)"
    ),
    "zh": re.compile(rf"(?<!个)(?P<half>半)个?(?P<unit>月|{_ALL['zh']})"),
}


def find_durations(
    text: str, lang: str, quantities: Iterable[Quantity]
) -> Iterator[tuple[int, Fraction]]:
    """Where every duration begins, and its length in seconds, for each value it may have.

    Args:
        text: Normalised.
        lang: ``en``, ``vi`` or ``zh``.
        quantities: Numbers of the text.

    >>> [length / _MONTH for _, length in find_durations("a year and a half", "en", ())]
    [Fraction(18, 1)]
    >>> [length / 60 for _, length in find_durations("nửa giờ", "vi", ())]
    [Fraction(30, 1)]
    """
    units = _UNITS[lang]
    for quantity in quantities:
        if quantity.unit:
            continue  # 58% năm 1993
        match = _BEHIND[lang].match(text, quantity.end)
        if match is not None:
            more = _HALF if match["half"] or match["later"] or "半月" in match["unit"] else 0
            for value in quantity.values:
                yield quantity.start, (value + Fraction(more)) * units[match["unit"]]
    for match in _ALONE[lang].finditer(text):
        parts = match.groupdict()
        unit = match["unit"] or parts.get("other")
        share = _HALF if match["half"] or parts.get("halved") else Fraction(1)
        share = _QUARTER if parts.get("quarter") else share
        share += _HALF if parts.get("later") else 0
        share = _HALF_YEAR if parts.get("halves") else share
        yield match.start(), share * units.get(unit or "", _MONTH)
