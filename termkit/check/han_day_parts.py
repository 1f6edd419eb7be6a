"""Days and years by themselves in Chinese text: 25日上午, 30号起, 二十七日, 二〇二四年.

What is no whole date has a form all the same: a document that writes 25日 has no 26号 in its
next paragraph, and one that writes 2025年 no 二〇二四年.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark
from termkit.check.usage import Use
from termkit.check.view import DocumentView
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.scripts import HAN

_DIGITS = "〇○零一二三四五六七八九"
_DAY = re.compile(r"(?<!\d)[123]?\d日")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d年")
# Not the tenth of a lunar month, not for how many days, and not part of a whole date.
_HAN_DAY = re.compile(
    "(?<![月年十二三初〇])(?:二?十[一二三四五六七八九]|二十|三十一?)日(?![内游间谈报])"
)
_HAN_YEAR = re.compile(f"(?<![{_DIGITS}])(?:一[八九]|二[〇○零])[{_DIGITS}]{{2}}年")
_CLOCK = "上午|下午|中午|凌晨|清晨|傍晚|晚间|晚(?![于年期了])|当天|当晚"
_ACTS = "在|就|对|同|与|会见|举行|抵达|出席|宣布|表示|发布|签署|召开"
_BEARERS = "楼线馆门厅院台站桥井机组床房决令文公高国舰艇轮船车厢弹星舱火卫仓库店路煤界码泊种球选病"
# A number with 号 may count things (3号楼, 神舟20号在轨): a day stands at the beginning of a
# clause, behind a preposition or before a time of day, or somebody acts on it.
_SIGNED_DAY = re.compile(
    rf"(?<![\d.年月第十])(?:[123]?\d号(?={_CLOCK})"
    rf"|(?:(?<=[在于至到从自和、，。！？）])|^)[123]?\d号(?![{_BEARERS}\d])"
    rf"|(?<=[{HAN}])[123]?\d号(?={_ACTS}))"
)
_SIGNED_DATE = re.compile(r"(?<![\d年])1?\d月[123]?\d号")
_NEAR = 3  # days from one that the document names with 日


def find_odd_parts(view: DocumentView) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """Marks, and their places, at days and years unlike most of those of a Chinese document."""
    days = _uses(view, _DAY, "日")
    in_datelines = _DAY.findall("".join(view.document.datelines))
    named = {int(day[:-1]) for day in (*in_datelines, *(use.text for use in days))}
    signed = _uses(view, _SIGNED_DATE, "号") + [
        use
        for use in _uses(view, _SIGNED_DAY, "号")
        if any(abs(int(use.text[:-1]) - day) <= _NEAR for day in named)
    ]
    usual = [*(use.text for use in days), *in_datelines]
    yield from _odd(signed, usual)
    yield from _odd(_uses(view, _HAN_DAY, "Han numerals"), usual)
    years = [use.text for use in _uses(view, _YEAR, "Arabic numerals")]
    yield from _odd(_uses(view, _HAN_YEAR, "Han numerals"), years)


def _uses(view: DocumentView, pattern: re.Pattern[str], form: str) -> list[Use]:
    return [
        Use(text, span, form)
        for text in view.texts
        if not text.is_heading
        for match in pattern.finditer(text.text)
        if not _is_cited(text.text, span := Span(*match.span()))
    ]


def _is_cited(text: str, span: Span) -> bool:
    """Whether others chose the form: in a quotation or a title."""
    in_title = text.rfind("《", 0, span.start) > text.rfind("》", 0, span.start)
    return in_title or find_quotations(text).holds(span)


def _odd(odd: list[Use], usual: list[str]) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    if len(usual) < len(odd) or not usual:
        return
    for use in odd:
        mark = use.view.mark(
            use.span,
            f"{use.text!r} has {use.form}, the document's others are like {usual[0]!r}",
            severity=Severity.INFO,
        )
        yield mark, (use.view.index, use.span)
