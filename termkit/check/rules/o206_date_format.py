"""O206: dates in a form that nobody uses, or in two forms in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from termkit.check.date_forms import SMALL_FORMS, named_sign, numerals_of, separator_of
from termkit.check.dates import DateMention, find_dates
from termkit.check.han_day_parts import find_odd_parts
from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.cover import Cover

# An event named after its day keeps the name's form: the Sept. 11 attacks, September 2 ...
_EVENT = re.compile(
    r"(?:['’]s)? (?:(?:[Tt]error(?:ist)? )?[Aa]ttacks?|Incident|Movement|Revolution|Uprising"
    r"|Victory|Agreement|Declaration|Decree|Railway|Airport|Army|Guideline|National|Independence)\b"
)
# Số 57-NQ/TW ngày 22-12-2024: a document is cited in its own form.
_CITATION = re.compile(r"\b[Ss]ố\s*:?\s*\S*\d[^.;]{0,60}$")
_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_PARTIAL = re.compile(r"(?<![\d.])(?:(?:19|20)\d\d年|1?\d月(?!\d)|[123]?\d日)")
_ARABIC_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_NAMED_DAYS = frozenset({(7, 4), (9, 11)})  # July 4th, September 11th: more than a day
_BRACKETED = 1000  # code points of a bracket before a date that are looked at
_SOME = 2  # dates in numbers that show a habit
_END = re.compile(
    r"(?<![\d/.,-])(?:\b(?:đến|tới|từ) (?:ngày )?|\d{1,2}-|\b[Tt]háng )"
    r"(?P<end>(?:3[01]|[12]?\d)(?P<sign>/)(?:1[0-2]|0?[1-9])(?![\d/]|[.,]\d)"
    r"|(?<=háng )(?:1[0-2]|0?[1-9])(?P<sign2>[/-])(?:19|20)\d\d\b)"
)
_WORDS = {
    "month-day": "month first",
    "day-month": "day first",
    "year-month-day": "year first, in numbers",
    "numeric": "in numbers",
    "characters": "in characters",
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A date and where it stands."""

    view: TextView
    date: DateMention


@rule("O206", "date-format", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A date has a form no style uses, does not exist, or differs in form from the others.

    Compared are the order of day and month, short and full names of months beside a day,
    ordinal endings, commas, the signs between numbers, zeros before them, and Han with
    Arabic numerals. A month
    alone, or with a year, mixes with nothing, and so do names of events, quotations and
    ISO dates in brackets. *March* beside *Feb. 3* is AP style, no mix.

    ## Why it matters
    03/04 is a day in March to one reader and in April to the next; only a consistent text
    tells which. A date that does not exist is a wrong date.

    ## Use instead
    The form most of the document has, or the house's.

    ## Source
    The Associated Press Stylebook, months and dates; The Chicago Manual of Style, 9.31, on
    ordinals; GB/T 15835-2011 on numerals in
    Chinese; ISO 8601-1:2019 for dates in numbers.
    """
    seen = [
        _Seen(text, date) for text in view.texts for date in find_dates(text.text, view.language)
    ]
    marked: set[tuple[int, Span]] = set()
    for each in seen:
        for mark in _wrong_in_every_style(each):
            marked.add(_place(each))
            yield mark
    padded = [each for each in seen if _is_padded(each.date)]
    for each in padded if len(padded) == 1 else ():
        if _place(each) not in marked:
            marked.add(_place(each))
            yield each.view.mark(
                each.date.span,
                f"{each.date.text!r} has a zero that Chinese dates do without",
                replacement=re.sub(r"(?<!\d)0(?=\d)", "", each.date.text),
                severity=Severity.INFO,
            )
    house = view.profile.setting("date-order") if view.profile else None
    running = [each for each in seen if _is_compared(each) and _place(each) not in marked]
    mixed = (
        *_orders(running, house),
        *_unlike_parts(view, running),
        *_small_forms(view, running),
        *_spelled_out(view, running),
        *_unlike_dateline(view, running),
        *_lone_ordinal(running),
        *_lone_comma(running),
        *(_lone_gap(running) if view.profile else ()),
        *_lone_stop(running),
        *(find_odd_parts(view) if view.language == "zh" else ()),
    )
    for mark, place in mixed:
        if place not in marked:  # one date, one finding: the weightiest difference
            marked.add(place)
            yield mark


def _place(each: _Seen | Use) -> tuple[int, Span]:
    return each.view.index, each.date.span if isinstance(each, _Seen) else each.span


def _wrong_in_every_style(each: _Seen) -> Iterator[Mark]:
    date = each.date
    before = each.view.text[: date.span.start]
    # Sáng nay 20/25 đại biểu dự: without a year, only "ngày" makes it a date for sure.
    sure = date.order != "numeric" or date.year is not None or before.lower().endswith("ngày ")
    if sure and not date.is_possible:
        yield each.view.mark(date.span, f"there is no {date.text!r} in the calendar")
    elif date.order == "month-day" and date.day_text.startswith("0") and not _in_brackets(each):
        yield each.view.mark(
            date.span,
            f"{date.text!r}: no zero stands before the day beside a month's name",
            replacement=date.text.replace(date.day_text, str(date.day), 1),
        )
    elif date.order == "characters" and date.number_text.isdigit() != date.day_text.isdigit():
        yield each.view.mark(date.span, f"{date.text!r} mixes Han and Arabic numerals")
    elif _is_half_padded(date):
        yield each.view.mark(
            date.span,
            f"{date.text!r} has a zero before one number and none before the other",
            replacement=re.sub(r"(?<!\d)0(?=\d)", "", date.text),
            severity=Severity.INFO,
        )


def _is_padded(date: DateMention) -> bool:
    """07月12日 without a year: a zero that running Chinese has no use for."""
    padded = date.number_text.startswith("0") or date.day_text.startswith("0")
    return date.order == "characters" and padded and date.year is None


def _is_half_padded(date: DateMention) -> bool:
    """2026年02月3日: a zero before one number of a Chinese date, none before the other."""
    numbers = (date.number_text, date.day_text)
    if date.order != "characters" or max(date.month, date.day) > 9:
        return False
    if not all(number.isascii() for number in numbers):
        return False
    return numbers[0].startswith("0") != numbers[1].startswith("0")


def _is_compared(each: _Seen) -> bool:
    """Leave out what keeps a form of its own."""
    text, span = each.view.text, each.date.span
    if find_quotations(text).holds(span) or _in_brackets(each, "《》〈〉"):
        return False
    if each.date.order == "year-month-day" and _in_brackets(each):
        return False
    if each.date.order in ("month-day", "day-month"):
        return _EVENT.match(text, span.end) is None
    return _CITATION.search(text[max(0, span.start - 90) : span.start]) is None


def _in_brackets(each: _Seen, brackets: str = "()[]（）") -> bool:
    text, span = each.view.text, each.date.span
    start = max(0, span.start - _BRACKETED)
    return any(
        text.rfind(left, start, span.start) > text.rfind(right, start, span.start)
        for left, right in zip(brackets[::2], brackets[1::2], strict=True)
    )


def _orders(running: list[_Seen], house: str | None) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """The order of day, month and year, where the words or the numbers tell it."""
    uses = {
        Use(each.view, each.date.span, _WORDS[each.date.order]): each.date
        for each in running
        if each.date.order in _WORDS
    }
    for use, other in odd_ones(uses, ties=(_WORDS.get(house or "", ""),)):
        mark = use.view.mark(
            use.span,
            f"{use.text!r} is written {use.form}, {other.text!r} {other.form}",
            replacement=_reordered(uses[use], uses[other]),
            related=(other.related(f"{other.form} here"),),
            severity=Severity.INFO if use.view.is_heading else None,
        )
        yield mark, _place(use)


def _unlike_parts(
    view: DocumentView, running: list[_Seen]
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """Chinese days in numbers, where the others are a bare 3日 or 5月: 将在6.24召开.

    A single one without a year is worth a note by itself.
    """
    if view.language != "zh" or any(each.date.order == "characters" for each in running):
        return
    odd = [each for each in running if each.date.order in ("numeric", "year-month-day")]
    parts = [use for use in _partial(view, running) if use.text[-1] in "月日"] if odd else []
    lone = len(odd) == 1 and odd[0].date.year is None
    if len(parts) < len(odd) and not lone:
        return
    for each in odd:
        other = parts[0] if parts else None
        mark = each.view.mark(
            each.date.span,
            f"{each.date.text!r} is written in numbers"
            + (f", {other.text!r} in characters" if other else "; Chinese has 月 and 日"),
            related=(other.related("in characters here"),) if other else (),
            severity=Severity.INFO if len(parts) < _SOME * len(odd) else None,
        )
        yield mark, _place(each)


def _small_forms(
    view: DocumentView, running: list[_Seen]
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """Differences within one order; headlines shorten months as they need."""
    for (order, _), (severity, form) in SMALL_FORMS.items():
        uses = [
            Use(each.view, each.date.span, value)
            for each in running
            if each.date.order == order
            and not each.view.is_heading
            and (value := form(each.date)) is not None
        ]
        partial = list(_PARTS[form](view, running)) if form in _PARTS and uses else []
        places = sorted((*uses, *partial), key=lambda use: use.place)
        # Parts are not marked: where both forms are as common, the whole date is.
        for use, other in odd_ones(places, ties=[use.form for use in partial]):
            if use in partial:
                continue
            mark = use.view.mark(
                use.span,
                f"{use.text!r} has {use.form}, {other.text!r} {other.form}",
                related=(other.related(f"{other.form} here"),),
                severity=severity,
            )
            yield mark, _place(use)


def _spelled_out(
    view: DocumentView, running: list[_Seen]
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """One *ngày 12 tháng 3 năm 2026* among dates of that year in numbers; history has names.

    A month by its name needs one date in numbers of a month beside it: *24 Tháng Sáu*, *20/6*.
    """
    if view.language != "vi":
        return
    numbers = [each for each in running if each.date.order == "numeric"]
    words = [each for each in running if each.date.order == "words"]
    named = [each for each in words if not each.date.number_text.isdigit()]
    years = {each.date.year or (view.date.year if view.date else None) for each in numbers}
    if len(named) == 1:
        odd = named[0]
        fits = any(abs(odd.date.month - each.date.month) < _SOME for each in numbers)
    elif len(words) == 1 and len(numbers) >= _SOME:
        odd = words[0]
        fits = odd.date.year in years
    else:
        return
    if fits and not odd.view.is_heading:
        other = numbers[0]
        mark = odd.view.mark(
            odd.date.span,
            f"{odd.date.text!r} is written in words, {other.date.text!r} in numbers",
            related=(other.view.related(other.date.span, "in numbers here"),),
            severity=Severity.INFO,
        )
        yield mark, _place(odd)


def _unlike_dateline(
    view: DocumentView, running: list[_Seen]
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """Numerals or an order unlike those before the text: 新华社河内4月14日电; BEIJING, Oct. 31."""
    if view.language == "en":
        yield from _order_unlike_dateline(view, running)
        return
    days = [day for line in view.document.datelines for day in _ARABIC_DAY.findall(line)]
    for each in running if days and view.language == "zh" else ():
        if numerals_of(each.date) == "Han numerals":
            mark = each.view.mark(
                each.date.span,
                f"{each.date.text!r} has Han numerals, the dateline's {days[0]!r} Arabic numerals",
                severity=Severity.INFO,
            )
            yield mark, _place(each)


def _order_unlike_dateline(
    view: DocumentView, running: list[_Seen]
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    named = [day for line in view.document.datelines for day in find_dates(line, "en")]
    orders = {day.order for day in named} & {"month-day", "day-month"}
    for each in running if len(orders) == 1 else ():
        if each.date.order in {"month-day", "day-month"} - orders:
            mark = each.view.mark(
                each.date.span,
                f"{each.date.text!r} is written {_WORDS[each.date.order]}, the dateline's"
                f" {named[0].text!r} {_WORDS[named[0].order]}",
                replacement=_reordered(each.date, named[0]),
                severity=Severity.INFO,
            )
            yield mark, _place(each)


def _lone_ordinal(running: list[_Seen]) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """One *May 9th* or *9th May, 2024* in a text: two are a habit, *the 9th of May* is speech."""
    found = [each for each in running if _ENDING.search(each.date.text)]
    for each in found if len(found) == 1 else ():
        date, before = each.date, each.view.text[: each.date.span.start]
        named = date.year is None and (date.month, date.day) in _NAMED_DAYS
        if not named and " of " not in date.text and not before.endswith("the "):
            mark = each.view.mark(
                date.span,
                f"{date.text!r} has an ordinal ending, which dates are written without",
                replacement=_ENDING.sub("", date.text),
                severity=Severity.INFO,
            )
            yield mark, _place(each)


def _lone_comma(running: list[_Seen]) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """One *3 March, 2026* in a text: the comma is that of *March 3, 2026*. Two are a habit."""
    found = [each for each in running if each.date.order == "day-month" and "," in each.date.text]
    for each in found if len(found) == 1 else ():
        mark = each.view.mark(
            each.date.span,
            f"{each.date.text!r} has a comma, which dates with the day first are written without",
            replacement=each.date.text.replace(",", ""),
            severity=Severity.INFO,
        )
        yield mark, _place(each)


def _lone_gap(running: list[_Seen]) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """One *March 3 2026* in the text of a known house: all of these write the comma."""
    found = [
        each
        for each in running
        if each.date.order == "month-day" and each.date.year and "," not in each.date.text
    ]
    for each in found if len(found) == 1 else ():
        text = each.date.text
        mark = each.view.mark(
            each.date.span,
            f"{text!r} has no comma before the year, as dates with the month first are written",
            replacement=re.sub(r" (?=\d{4}$)", ", ", text),
            severity=Severity.INFO,
        )
        yield mark, _place(each)


def _lone_stop(running: list[_Seen]) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """One *3 Feb.* in a text: who shortens months with a full stop writes *Feb. 3*."""
    found = [
        each
        for each in running
        if each.date.order == "day-month" and each.date.month_text.endswith(".")
    ]
    for each in found if len(found) == 1 else ():
        mark = each.view.mark(
            each.date.span,
            f"{each.date.text!r} has the day before a short month with a full stop",
            replacement=f"{each.date.month_text} {each.date.day}"
            + (f", {each.date.year}" if each.date.year else ""),
            severity=Severity.INFO,
        )
        yield mark, _place(each)


def _partial(view: DocumentView, running: list[_Seen]) -> Iterator[Use]:
    """Years, months and days by themselves in Arabic numerals: 2025年, 14日."""
    dates = _dates_of(running)
    for text in view.texts:
        for match in _PARTIAL.finditer(text.text) if not text.is_heading else ():
            span = Span(*match.span())
            if not dates[text.index].overlaps(span):
                yield Use(text, span, "Arabic numerals")


def _ends(view: DocumentView, running: list[_Seen]) -> Iterator[Use]:
    """The second day of a range, and months with a year: từ 10 đến 13/8, 27-30/11, tháng 9/2023."""
    dates = _dates_of(running)
    for text in view.texts if view.language == "vi" else ():
        for match in _END.finditer(text.text) if not text.is_heading else ():
            span = Span(*match.span("end"))
            if not dates[text.index].overlaps(span):
                yield Use(text, span, named_sign(match["sign"] or match["sign2"]))


def _dates_of(running: list[_Seen]) -> Mapping[int, Cover]:
    """Where whole dates stand, by the index of the text."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for each in running:
        spans[each.view.index].append(each.date.span)
    return defaultdict(lambda: Cover(()), {index: Cover(found) for index, found in spans.items()})


def _reordered(date: DateMention, like: DateMention) -> str | None:
    """An English date in the order of another; ``None`` where a month's name would be needed."""
    if not date.month_text:
        return None
    year = f" {date.year}" if date.year else ""
    if like.order == "month-day":
        return f"{date.month_text} {date.day}" + (f",{year}" if year else "")
    if like.order == "day-month":
        return f"{date.day} {date.month_text}{year}"
    return None


# What is no whole date but has a form all the same.
_PARTS = {numerals_of: _partial, separator_of: _ends}
