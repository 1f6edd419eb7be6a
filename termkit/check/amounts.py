"""What numbers the two sides of a unit have in common, and what either has alone.

A number is *claimed* where it is written in digits and is no part of a code. The other side
answers with everything it may mean by anything it says: digits in either custom, words,
Roman numerals, months, halves and dozens, the hours of the afternoon. So a claim without an
answer is surely lost, and nothing is said of a number that may be there in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from operator import or_

from termkit.check.dates import DateMention, find_dates
from termkit.check.placeholders import MAY_BE_PLACEHOLDER, PLACEHOLDER
from termkit.check.view import TextView, UnitView
from termkit.lang.en import quantities as en_quantities
from termkit.lang.pieces import sign_of_pieces
from termkit.lang.quantity import PERCENT, Number, Quantity, exact
from termkit.lang.vi import quantities as vi_quantities
from termkit.lang.zh import quantities as zh_quantities
from termkit.model.span import Span
from termkit.text.urls import url_spans

_MAY_BE_ADDRESS = re.compile(r"[.@]\w*[A-Za-z]|//")
_NO_SHARE = r"(?! (?:số|tổng|lượng|diện tích|dân số)\b)"  # *ngày 3 và 1/2 số ca*
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])"
_UNTIL = r"(?:/\d{4})? (?:đến|tới) (?:hết )?(?:ngày )?"
_FIRST_OF_RANGE = re.compile(
    rf"(?<![\w/.,]){_DAY}(?={_UNTIL}\d{{1,2}}/\d{{1,2}}(?![\d/]*/\d){_NO_SHARE})"
)
_LAST_OF_RANGE = re.compile(rf"\d{{1,2}}/\d{{1,2}}{_UNTIL}{_DAY}(?![\w/]|[.,]\d){_NO_SHARE}")
_HOUR = re.compile(r"\bhours?\b|giờ|tiếng|小时|钟头")
_LONGEST_TRIP = 10  # hours that are told in minutes
_SECONDS = re.compile(r"(\d+) ?(?:giây|秒) ?(\d{1,2})(?!\d)")  # 51秒83
_YEARS = re.compile(r"(\d{2})(\d{2})\s?[-–—/]\s?(\d{2})(?!\d)")
_CLOCK = re.compile(
    r"\d ?(?:[ap]\.?m\b|h\b|:)|o'clock|giờ|chiều|tối|đêm|trưa|下午|晚|[时時点點]|上午|凌晨",
    re.IGNORECASE,
)
_LIST_OF_DAYS = re.compile(
    r"\bngày \d{1,2}(?:(?:, ?| ?[-–] ?| và | đến )\d{1,2})*?(?:, ?| ?[-–] ?| và | đến (?:ngày )?)"
    r"(?P<day>[12]\d|3[01]|0?[1-9])/(?P<month>1[0-2]|0?[1-9])(?![\w/]|[.,]\d)" + _NO_SHARE,
    re.IGNORECASE,
)
NUMBERS = reduce(
    or_, (room.FIGURES | room.NUMERALS for room in (en_quantities, vi_quantities, zh_quantities))
)
_DAY_AND_MONTH = sign_of_pieces(re.compile(r"\d/\d").search)
_ALWAYS = re.compile(r"\b24/(?:7|24)\b")
_SHARES = {Fraction(1, 2): (50,), Fraction(1, 4): (25, 75), 2: (100, 200), 3: (200, 300)}
# A word of one syllable that is a numeral among other things: năm is a year, 百 a hundred.
_DOUBTFUL = vi_quantities.DOUBTFUL | frozenset("一百千万亿")
_MEASURED = re.compile(r"[个個名位项項家次国國天年月日人座条條份艘架颗大点點度届屆种種岁歲]")


@dataclass(frozen=True)
class SideNumbers:
    """The numbers of one side.

    Attributes:
        view: The text.
        quantities: Every number, in order.
        dates: Days of the calendar.
    """

    view: TextView
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]

    @property
    def text(self) -> str:
        return self.view.text

    def claims_without(self, other: SideNumbers) -> tuple[Quantity, ...]:
        """Numbers in digits that the other side does not answer.

        What is a part of a date, of a code or of an address is no claim.
        """
        free = [
            one
            for one in self.quantities
            if one.is_sure and other.written.isdisjoint(one.values) and not self._is_in_date(one)
        ]
        if not free:
            return ()
        taken = self._other_spans
        return tuple(one for one in free if not _inside(one, taken) and not other.answers(one))

    def words_without(self, other: SideNumbers) -> tuple[Quantity, ...]:
        """Numbers in words that can hardly be anything else, and that the other side does not
        answer."""
        return tuple(
            one
            for one in self.quantities
            if not one.is_sure
            and one.kind in ("word", "ordinal")
            and one.values[0] not in (0, 1)
            and other.written.isdisjoint(one.values)
            and not self._is_in_date(one)
            and self._is_surely_numeral(one)
            and not other.answers(one)
        )

    @cached_property
    def written(self) -> frozenset[Number]:
        """What numbers mean where they stand: the evidence that is at hand."""
        return frozenset(value for quantity in self.quantities for value in quantity.values)

    @cached_property
    def evidence(self) -> frozenset[Number]:
        """Every value that anything on this side may mean."""
        text, half = self.text, Fraction(1, 2)
        found: set[Number] = {*self.written, *self.view.language.number_hints(text)}
        found.update(int(run) for run in re.findall(r"\d{1,18}", text))
        found.update(value for date in self.dates for value in (date.day, date.month))
        found.update(date.year for date in self.dates if date.year)
        found.update(int(century + year) for century, _, year in _YEARS.findall(text))
        found.update(exact(Fraction(f"{one}.{part}")) for one, part in _SECONDS.findall(text))
        for share, percents in _SHARES.items():
            if share in found:
                found.update(percents)
        if half in found and _HOUR.search(text):  # an hour and a half is 90 minutes
            found.update(
                (30, *(60 * hour + 30 for hour in range(1, _LONGEST_TRIP) if hour in found))
            )
        if _CLOCK.search(text):
            hours = [value for value in found if 0 <= value <= 24]
            found.update(hour + 12 for hour in hours if hour <= 12)
            found.update(hour - 12 for hour in hours if hour >= 12)
        return frozenset(found)

    def answers(self, quantity: Quantity) -> bool:
        """Whether this side may mean the number too."""
        if not self.written.isdisjoint(quantity.values):
            return True
        if not self.evidence.isdisjoint(quantity.values):
            return True
        value = Fraction(quantity.values[0])
        if quantity.unit == PERCENT and 100 % value == 0 and 100 / value in self.evidence:
            return True  # a fifth is 20%
        if 0 < value < 1 < value.denominator <= 10:  # 3/4, three quarters
            part = {Fraction(1, value.denominator), value.denominator} & self.evidence
            return bool(part) and value.numerator in self.evidence
        whole = int(value)
        return value - whole == Fraction(1, 2) and {whole, Fraction(1, 2)} <= self.evidence

    @cached_property
    def _other_spans(self) -> tuple[Span, ...]:
        text = self.text
        spans = [Span(*match.span()) for match in _ALWAYS.finditer(text)]
        if _MAY_BE_ADDRESS.search(text):
            spans += url_spans(text)
        if self.view.signs & MAY_BE_PLACEHOLDER:
            spans += (Span(*match.span()) for match in PLACEHOLDER.finditer(text))
        return tuple(spans)

    def _is_in_date(self, quantity: Quantity) -> bool:
        return any(
            date.span.start < quantity.end and quantity.start < date.span.end for date in self.dates
        )

    def _is_surely_numeral(self, quantity: Quantity) -> bool:
        written = self.text[quantity.start : quantity.end]
        if written.lower() in _DOUBTFUL:
            return False
        if self.view.lang.startswith("zh") and len(written) == 1:
            return _MEASURED.match(self.text, quantity.end) is not None
        if written.isupper() and written.isascii():
            return len(written) > 1  # Roman
        return not written[:1].isupper() or quantity.start == 0


@dataclass(frozen=True)
class Amounts:
    """The numbers of both sides."""

    source: SideNumbers
    target: SideNumbers

    @cached_property
    def lost(self) -> tuple[Quantity, ...]:
        """Claims of the source that the target does not answer."""
        return self.source.claims_without(self.target)

    @cached_property
    def added(self) -> tuple[Quantity, ...]:
        """Claims of the target that the source does not answer."""
        return self.target.claims_without(self.source)


def find_amounts(view: UnitView) -> Amounts | None:
    """The numbers of a unit; ``None`` when none can be lost or added, the usual case."""
    source, target = view.source, view.target
    if source is None:
        return None
    one, other = source.language, target.language
    has_figure = source.signs & one.figure_signs or target.signs & other.figure_signs
    # A numeral in words is told only against another.
    if not has_figure and not (
        source.signs & one.numeral_signs and target.signs & other.numeral_signs
    ):
        return None
    here, there = one.quantities(source.text), other.quantities(target.text)
    if not here and not there:
        return None
    return Amounts(_numbers(source, here), _numbers(target, there))


def _numbers(view: TextView, quantities: tuple[Quantity, ...]) -> SideNumbers:
    lang = view.lang.split("-")[0]
    may_be_dated = any(one.is_sure or one.kind == "month" for one in quantities)
    may_be_dated = may_be_dated or (lang == "zh" and "月" in view.text)
    dates = find_dates(view.text, lang) if may_be_dated else ()
    if lang == "vi" and view.signs & _DAY_AND_MONTH:
        dates = (*dates, *_days_of_lists(view.text, dates))
    return SideNumbers(view, quantities, dates)


def _days_of_lists(text: str, known: tuple[DateMention, ...]) -> Iterator[DateMention]:
    """The last day of a list, and both of a range: *các ngày 3 và 4/2*, *từ 15/10 đến 4/11*.

    What style such lists have is no matter of dates, so `find_dates` leaves them out.
    """
    for pattern in (_LIST_OF_DAYS, _FIRST_OF_RANGE, _LAST_OF_RANGE):
        for match in pattern.finditer(text):
            span = Span(match.start("day"), match.end("month"))
            if not any(date.span.start < span.end and span.start < date.span.end for date in known):
                day, month = int(match["day"]), int(match["month"])
                yield DateMention(span, span.slice(text), None, month, day, "numeric")


def _inside(quantity: Quantity, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= quantity.start and quantity.end <= span.end for span in spans)
