"""Days of the week that a text names."""

from __future__ import annotations

import re

from termkit.lang.pieces import sign_of_characters, sign_of_words, signs_of
from termkit.model.span import Span

_EN = re.compile(
    r"(?<!Black )(?<!Good )(?<!Super )(?<!Ash )(?<!Easter )(?<!Palm )(?<!Cyber )(?<!Bloody )"
    r"\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"
    r"(?! (?:Times|Telegraph|Mirror|Mail|Herald|Night))"
)
_VI = re.compile(
    r"(?:(?P<sure>\b(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Vv]ào|[Nn]gày|[Hh]ôm|[Tt]ừ|[Đđ]ến)"
    r" )|(?<!lần )(?<!\w ))?\b[Tt]hứ (?P<day>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])\b"
    r"|\b(?P<sunday>[Cc]hủ [Nn]hật)\b"
)
_VI_ANY = re.compile(r"\bthứ (?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])\b|\b(?P<sunday>chủ nhật)\b")
_ZH = re.compile(
    r"(?:星期|礼拜|禮拜|(?<![一两三四五六几数\d])[周週])(?P<day>[一二三四五六日天])"
    r"(?![次天个個年回场場期班趟节節课課小一二三四五六七八九十百千万])"  # 每周三次, 每周五十小时
)
_HAN_DAYS = "一二三四五六日"
_ZH_ANY = re.compile("(?:星期|礼拜|禮拜|[周週])([一二三四五六日])")
# Of each language: a word or a character that the name of a day has.
_SIGNS = {
    "en": sign_of_words(re.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)days?").fullmatch),
    "vi": sign_of_words(("thứ", "nhật").__contains__),
    "zh": sign_of_characters("期拜周週"),
}
WEEKDAY = _SIGNS["en"] | _SIGNS["vi"] | _SIGNS["zh"]
_EN_NUMBER = {"M": 0, "Tu": 1, "W": 2, "Th": 3, "F": 4, "Sa": 5, "Su": 6}
_VI_NUMBER = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}


def find_weekdays_named(text: str, lang: str) -> list[tuple[int, Span]]:
    """Days of the week that are surely meant, Monday as 0, with their places.

    >>> [day for day, _ in find_weekdays_named("sáng thứ Ba, lần thứ ba, Chủ nhật", "vi")]
    [1, 6]
    >>> [day for day, _ in find_weekdays_named("每周三次，周三上午", "zh")]
    [2]
    >>> [day for day, _ in find_weekdays_named("Black Friday and Tuesday", "en")]
    [1]
    """
    if not signs_of(text) & _SIGNS[lang]:
        return []
    if lang == "en":
        return [(_english(match["day"]), Span(*match.span("day"))) for match in _EN.finditer(text)]
    if lang == "zh":
        found = _ZH.finditer(text)
        return [(_HAN_DAYS.index(m["day"].replace("天", "日")), Span(*m.span())) for m in found]
    return [(day, span) for day, span, is_sure in _vietnamese(text) if is_sure]


def possible_weekdays(text: str, lang: str) -> frozenset[int]:
    """Every day of the week that the text may mean, ordinals in Vietnamese included."""
    if lang == "zh":  # 每周一 is every Monday, or once a week
        return frozenset(_HAN_DAYS.index(day) for day in _ZH_ANY.findall(text.replace("天", "日")))
    if lang != "vi":
        return frozenset(day for day, _ in find_weekdays_named(text, lang))
    if not signs_of(text) & _SIGNS["vi"]:
        return frozenset()
    return frozenset(
        6 if match["sunday"] else _vi_number(match["day"])
        for match in _VI_ANY.finditer(text.lower())
    )


def _vietnamese(text: str) -> list[tuple[int, Span, bool]]:
    found = []
    for match in _VI.finditer(text):
        if match["sunday"]:
            found.append((6, Span(*match.span("sunday")), True))
            continue
        day = match["day"]
        start = match.start("day") - 4
        # In lower case an ordinal looks the same, so a time of day must lead to it.
        is_sure = bool(match["sure"]) or day[0].isupper()
        is_sure = is_sure and not text[max(0, start - 4) : start].lower().endswith("lần ")
        found.append((_vi_number(day.lower()), Span(start, match.end("day")), is_sure))
    return found


def _english(day: str) -> int:
    return next(number for start, number in _EN_NUMBER.items() if day.startswith(start))


def _vi_number(day: str) -> int:
    return int(day) - 2 if day.isdigit() else _VI_NUMBER[day]
