"""Dates in running text: what is one, what it means, and what only looks like one."""

from __future__ import annotations

import pytest

from termkit.check.dated_weekdays import find_weekdays
from termkit.check.dates import find_dates

READ = [
    # label, language, text, (order, year, month, day) of each date
    ("AP", "en", "on Feb. 3, 2026, he", [("month-day", 2026, 2, 3)]),
    ("British", "en", "the 3rd of February 2026", [("day-month", 2026, 2, 3)]),
    ("ordinal", "en", "on July 4th", [("month-day", None, 7, 4)]),
    ("month and year are no day", "en", "in February 2026 and in May", []),
    ("a verb is no month", "en", "They may 3 times march 5 miles.", []),
    ("share", "en", "Feb. 3.5 percent, March 20,000 people", []),
    ("numbers", "en", "of 03/02/2026", [("numeric", 2026, 2, 3)]),
    ("no address", "en", "10.1.2.2026 or v3.2.2026.1", []),
    ("words", "vi", "ngày 3 tháng 2 năm 2026", [("words", 2026, 2, 3)]),
    ("time of day", "vi", "Sáng 3/2 hoặc", [("numeric", None, 2, 3)]),
    ("range", "vi", "từ ngày 3-5/2", []),
    ("fraction", "vi", "hơn 2/3 dân số", []),
    ("Arabic", "zh", "2026年2月3日", [("characters", 2026, 2, 3)]),
    ("Han", "zh", "二〇二六年十二月廿三日", [("characters", 2026, 12, 23)]),
    ("no year", "zh", "2月3号", [("characters", None, 2, 3)]),
    ("month alone", "zh", "2026年2月", []),
]  # fmt: skip

DAY = [("numeric", None, 5, 13)]
READ += [
    ("clause ends", "en", "The panel met on 13/5. Nobody spoke.", DAY),
    ("goes on", "en", "The panel met on 13/5 at 9 a.m. in Oslo.", DAY),
    ("subject", "en", "On 13/5 Laos opened the road.", DAY),
    ("month first", "en", "The panel met on 11/23, then left.", [("numeric", None, 23, 11)]),
    ("hours", "en", "The port is open on 24/7 basis, on 24/7.", []),
    ("share of", "en", "They agreed on 1/2 of the land, then on 2/3.", []),
    ("terms", "en", "A firm on 50/50 terms, a vote on 11/12 majority, based on 7/9.", []),
    ("ratio", "en", "A film on 16/9 screens, on 4/3 and 16/9 ones, on 5/7, 8/9 and 9/11.", []),
    ("attacks", "en", "He spoke of those who died on 9/11.", []),
    ("event", "zh", "论坛于13/5举行。", DAY),
    ("place", "zh", "论坛于13/5在仰光举行。", DAY),
    ("end", "zh", "签字仪式定于13/5。", DAY),
    ("small day", "zh", "双方在3/4会晤。", [("numeric", None, 4, 3)]),
    ("span", "zh", "他从13/5至15/5对老挝进行访问。", [*DAY, ("numeric", None, 5, 15)]),
    ("share of people", "zh", "双方在3/4人口中调查，2/3国家参加。", []),
    ("share of places", "zh", "病例在2/3的省份，分布于1/2。", []),
    ("with a share's consent", "zh", "决议在2/3出席的会员国同意后生效，集中在11/12，", []),
    ("falls to", "zh", "比例从3/4降至1/2，低于13/5。", []),
    ("hours", "zh", "热线从24/7服务，在24/7开始。", []),
    ("ratio", "zh", "画面在16/9与4/3之间，于12/6工作制。", []),
    ("point", "zh", "论坛将在5.13召开。", DAY),
    ("hyphen and clock", "zh", "论坛5-13上午闭幕。", DAY),
    ("month first", "zh", "国会定于5/13和14日开会。", DAY),
    ("first words", "zh", "会谈结束。5.13，代表团离开。", DAY),
    ("amounts", "zh", "同比增长5.13，12日公布；约5.13亿人，比分3-1。", []),
    ("version", "zh", "系统5.1在北京发布，以2-1战胜对手。", []),
    ("after a comma", "zh", "代表团到访，13/5国参加。", []),
]  # fmt: skip


@pytest.mark.parametrize(("label", "lang", "text", "expect"), READ, ids=[row[0] for row in READ])
def test_dates(label: str, lang: str, text: str, expect: list[tuple[object, ...]]) -> None:
    found = [(d.order, d.year, d.month, d.day) for d in find_dates(text, lang)]
    assert found == expect


WEEKDAYS = [
    ("before", "en", "on Tues., Feb. 3", [1]),
    ("behind", "en", "on Feb. 3, 2026 (Tuesday),", [1]),
    ("possessive", "en", "Since Feb. 3, Tuesday's talks", []),
    ("pair", "en", "on Monday or Tuesday, Feb. 3", []),
    ("number", "vi", "sáng thứ 3 (3/2)", [1]),
    ("ordinal", "vi", "lần thứ ba ngày 3/2/2026", []),
    ("Sunday", "vi", "Chủ nhật, ngày 8/2/2026", [6]),
    ("bracket", "zh", "2月3日（星期二）", [1]),
    ("short", "zh", "2月8日周日", [6]),
    ("a name", "zh", "2月8日周总理", []),
]


@pytest.mark.parametrize(
    ("label", "lang", "text", "expect"), WEEKDAYS, ids=[row[0] for row in WEEKDAYS]
)
def test_weekdays(label: str, lang: str, text: str, expect: list[int]) -> None:
    assert [mention.weekday for mention in find_weekdays(text, lang)] == expect
