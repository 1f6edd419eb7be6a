"""The numbers of one side of a unit, and what of the other side answers them.

A number is *claimed* where it is written in digits and is no part of a code. The other side
answers with everything it may mean by anything it says: digits in either custom, words,
Roman numerals, months, halves and dozens, the hours of the afternoon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from termkit.check.dates import DateMention
from termkit.check.durations import find_durations
from termkit.check.measured import may_be_one
from termkit.check.placeholders import MAY_BE_PLACEHOLDER, PLACEHOLDER
from termkit.check.shares import comes_to, find_shares
from termkit.check.view import TextView
from termkit.lang.digits import RANGE
from termkit.lang.quantity import PERCENT, Number, Quantity, exact, measure_at, measures
from termkit.lang.sexagenary import find_cyclic_years
from termkit.lang.vi import quantities as vi_quantities
from termkit.model.span import Span
from termkit.text.urls import url_spans

_MAY_BE_ADDRESS = re.compile(r"[.@]\w*[A-Za-z]|//")
# The unit for the decimal point: 51秒83, 2米35, 1m72.
_UNIT_AS_POINT = re.compile(r"(\d+) ?(?:giây|秒|m|米|元|块) ?(\d{1,3})(?!\d)")
_DIGITAL = re.compile(r"([01]\d|2[0-4])([0-5]\d)(?= ?(?:GMT|UTC|BST|EST|hours|hrs|giờ|时))")
_PERCENT_BEHIND = re.compile(r"[ -]?(?:per ?cent|phần trăm)\b")  # of a number in words
# Of one letter a numeral is only read where another side has the figure: Region I.
_ROMAN_LETTER = re.compile(r"\b[A-ZĐ]?[^\W\d_A-Z]+ ([IVX])\b")
_LETTERS = {"I": 1, "V": 5, "X": 10}
_TIMES_MORE = re.compile("倍")
_YEAR = range(1900, 2100)
_THOUSAND = 1000
_THOUSANDS = (10**3, 10**6, 10**9, 10**12)
_SCALES = {"zh": (10**4, 10**6, 10**8)}
_RELATIVE_YEAR = re.compile(
    r"\b(?:this|last|next|that|the (?:same|previous|following|preceding|current)) year\b"
    r"|\bthe year before\b|\ba year (?:earlier|ago|before)\b|\bnăm (?:nay|ngoái|trước|sau|tới|qua"
    r"|đó|ấy)\b|\bcùng năm\b|[今去明前当當同翌次上本]年",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(\d{2})(\d{2})\s?[-–—/]\s?(\d{2})(?!\d)")
_CLOCK = re.compile(
    r"\d ?(?:[ap]\.?m\b|h(?![^\W\d])|:)|o'clock|midnight|noon|giờ|chiều|tối|đêm|trưa|下午|晚"
    r"|[时時点點]|上午|凌晨|午夜",
    re.IGNORECASE,
)
_FULL_HOUR = re.compile(r"(?<=\d[:：])00(?!\d)")  # 17:00 is 5 p.m.
_ALWAYS = re.compile(r"\b24/(?:7|24)\b")
_SHARES = {Fraction(1, 2): (50,), Fraction(1, 4): (25, 75), 2: (100, 200), 3: (200, 300)}
# A word of one syllable that is a numeral among other things: năm is a year, 百 a hundred.
_DOUBTFUL = vi_quantities.DOUBTFUL | frozenset("一百千万亿")
_ORDINAL_BEFORE = re.compile(r"lần thứ $", re.IGNORECASE)  # and thứ ba alone is Tuesday
_MEASURED = re.compile(r"[个個名位项項家次国國天年月日人座条條份艘架颗大点點度届屆种種岁歲]")


_AS_READ = str.maketrans("\u2010\u2011ðÐ", "--đĐ")


def as_read(view: TextView) -> str:
    """A text with the plain hyphen and *đ* for the signs that stand for them.

    Eth is no letter of the three languages, and each sign is as long as the other.
    """
    text = view.text
    return text if text.isascii() else text.translate(_AS_READ)


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

    @cached_property
    def text(self) -> str:
        """What is read: spans count in it as in the text of the view."""
        return as_read(self.view)

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
        return tuple(
            one
            for one in free
            if not _inside(one, taken)
            and not other.answers(one)
            and not self._is_told_by(other, one)
        )

    def words_without(self, other: SideNumbers) -> tuple[Quantity, ...]:
        """Numbers in words that can hardly be anything else, and that the other side does not
        answer; a part of a whole by another part alone."""
        return tuple(
            one
            for one in self.quantities
            if not one.is_sure
            and one.kind in ("word", "ordinal", "decade")
            and one.values[0] not in (0, 1)
            and not self._is_in_date(one)
            and self.is_surely_numeral(one)
            and (
                self._is_another_share(other, one)
                or (
                    other.written.isdisjoint(one.values)
                    and not other.answers(one)
                    and not self._is_told_by(other, one)
                )
            )
        )

    @cached_property
    def written(self) -> frozenset[Number]:
        """What numbers mean where they stand: the evidence that is at hand."""
        return frozenset(value for quantity in self.quantities for value in quantity.values)

    @cached_property
    def evidence(self) -> frozenset[Number]:
        """Every value that anything on this side may mean."""
        text = self.text
        found: set[Number] = {*self.written, *self.view.language.number_hints(text)}
        found.update(int(run) for run in re.findall(r"\d{1,18}", text))
        found.update(value for date in self.dates for value in (date.day, date.month))
        found.update(date.year for date in self.dates if date.year)
        found.update(int(century + year) for century, _, year in _YEARS.findall(text))
        found.update(exact(Fraction(f"{one}.{part}")) for one, part in _UNIT_AS_POINT.findall(text))
        found.update(self.cyclic_years)
        found.update(self._shared_scales())
        found.update(_LETTERS[letter] for letter in _ROMAN_LETTER.findall(text))
        if _CLOCK.search(text):
            hours = [value for value in found if 0 <= value <= 24]
            found.update(hour + 12 for hour in hours if hour <= 12)
            found.update(hour - 12 for hour in hours if hour >= 12)
            if not {0, 24}.isdisjoint(hours):
                found.update((0, 24))
        return frozenset(found)

    def answers(self, quantity: Quantity) -> bool:
        """Whether this side may mean the number too."""
        if not self.written.isdisjoint(quantity.values):
            return True
        if not self.evidence.isdisjoint(quantity.values):
            return True
        value = Fraction(quantity.values[0])
        if quantity.unit == PERCENT and self._has_percentage(value):
            return True
        if 0 < value < 1 < value.denominator <= 10:  # 3/4, three quarters
            part = {Fraction(1, value.denominator), value.denominator} & self.evidence
            return bool(part) and value.numerator in self.evidence
        whole = int(value)
        return value - whole == Fraction(1, 2) and {whole, Fraction(1, 2)} <= self.evidence

    def is_share(self, quantity: Quantity) -> bool:
        """Whether a number is a part of a whole, or one of the two that tell it."""
        return any(
            start <= quantity.start and quantity.end <= end for start, end, _ in self._shares
        )

    def has_plain_share(self) -> bool:
        """Whether one part of a whole is told in two numbers, and nothing else is: 7 in 10."""
        return len(self._shares) == 1 and self._shares[0][2] != Fraction(1, 2)

    def is_percentage(self, quantity: Quantity) -> bool:
        """Whether a number in words has its percent sign in words: *seventy percent*."""
        return _PERCENT_BEHIND.match(self.text, quantity.end) is not None

    def is_duration(self, quantity: Quantity) -> bool:
        """Whether a number says how long something lasts."""
        return any(start == quantity.start for start, _ in self._durations)

    def durations_without(self, other: SideNumbers) -> frozenset[Fraction]:
        """How long something lasts, in seconds, that nothing of the other side does."""
        here, there = ({length for _, length in side._durations} for side in (self, other))
        return frozenset(here - there)

    def _shared_scales(self) -> Iterator[Number]:
        """What the first of two numbers means by the scale word of the second: two to three
        million."""
        for one, other in pairwise(self.quantities):
            small, large = one.values[0], other.values[0]
            if (
                small < _THOUSAND <= large
                and RANGE.fullmatch(self.text, one.end, other.start)
                and any(map(str.isalpha, self.text[other.start : other.end]))
            ):
                scales = _SCALES.get(self.lang, _THOUSANDS)
                yield from (small * by for by in scales if by <= large < by * _THOUSAND)

    @cached_property
    def cyclic_years(self) -> frozenset[int]:
        """The years that a name by stem and branch may mean."""
        return frozenset(find_cyclic_years(self.text, self.lang))

    def _has_percentage(self, value: Fraction) -> bool:
        """Whether a word says a percentage: half, doubled, a fifth."""
        said = self.evidence
        if any(value in percents and share in said for share, percents in _SHARES.items()):
            return True
        return value != 0 and 100 % value == 0 and 100 / value in said

    def _is_told_by(self, other: SideNumbers, quantity: Quantity) -> bool:
        """Whether the other side says what a number of this one says, in another way."""
        value = quantity.values[0]
        if value in _YEAR and not self._relative_years and other._relative_years:
            return True  # in 2025, this year
        if value == 1 and quantity.unit and other._names_unit(quantity.unit):
            return True  # the mile, per dollar
        if _TIMES_MORE.match(self.text, quantity.end) and value + 1 in other.evidence:
            return True  # 增长1倍, twice
        digital = _DIGITAL.match(self.text, quantity.start)
        if digital is not None and {int(digital[1]), int(digital[2])} <= other.evidence:
            return True  # 1819 GMT
        lengths = [length for start, length in self._durations if start == quantity.start]
        if any(length == there for length in lengths for _, there in other._durations):
            return True
        if quantity.unit == PERCENT or _PERCENT_BEHIND.match(self.text, quantity.end):
            percent = quantity._replace(unit=PERCENT)
            return other.answers(percent) or any(
                comes_to(share, percent) for *_, share in other._shares
            )
        return any(
            start <= quantity.start
            and quantity.end <= end
            and (
                any(comes_to(share, one) for one in other.quantities)
                or any(share == there for *_, there in other._shares)
            )
            for start, end, share in self._shares
        )

    def _is_another_share(self, other: SideNumbers, quantity: Quantity) -> bool:
        """Whether each side has one part of a whole, and not the same: two thirds, 三分之一."""
        if len(self._shares) != 1 or len(other._shares) != 1 or PERCENT in other._units:
            return False
        ((start, end, here),), ((_, _, there),) = self._shares, other._shares
        return here != there and start <= quantity.start and quantity.end <= end

    @cached_property
    def measured(self) -> tuple[Quantity, ...]:
        """The numbers, those in words with the unit behind them: eight nautical miles."""
        return tuple(map(self.with_unit, self.quantities))

    def with_unit(self, quantity: Quantity) -> Quantity:
        """A number, in words as well, with the unit behind it."""
        return quantity if quantity.unit else quantity._replace(unit=self._unit_behind(quantity))

    def _unit_behind(self, quantity: Quantity) -> str:
        gap = 1 if self.text[quantity.end : quantity.end + 1] in (" ", "-") else 0
        at = quantity.end + gap
        word = measure_at(self.lang, self.text, at)
        if word is None or (
            self.lang != "zh" and self.text[at + len(word) : at + len(word) + 1].isalnum()
        ):
            return ""  # the fourth meeting is not one in metres
        return measures(self.lang)[0][word]

    def _names_unit(self, unit: str) -> bool:
        words, pattern = measures(self.lang)
        return any(may_be_one(words[one.lower()], unit) for one in pattern.findall(self.text))

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(one.unit for one in self.quantities)

    @property
    def lang(self) -> str:
        return self.view.lang.split("-")[0]

    @cached_property
    def _relative_years(self) -> bool:
        return _RELATIVE_YEAR.search(self.text) is not None

    @cached_property
    def _durations(self) -> tuple[tuple[int, Fraction], ...]:
        return tuple(find_durations(self.text, self.lang, self.quantities))

    @cached_property
    def _shares(self) -> tuple[tuple[int, int, Fraction], ...]:
        return tuple(find_shares(self.text, self.lang, self.quantities))

    @cached_property
    def _other_spans(self) -> tuple[Span, ...]:
        text = self.text
        spans = [Span(*match.span()) for match in _ALWAYS.finditer(text)]
        spans += (Span(*match.span()) for match in _FULL_HOUR.finditer(text))
        if _MAY_BE_ADDRESS.search(text):
            spans += url_spans(text)
        if self.view.signs & MAY_BE_PLACEHOLDER:
            spans += (Span(*match.span()) for match in PLACEHOLDER.finditer(text))
        return tuple(spans)

    def _is_in_date(self, quantity: Quantity) -> bool:
        return any(
            date.span.start < quantity.end and quantity.start < date.span.end for date in self.dates
        )

    def is_doubtful(self, quantity: Quantity) -> bool:
        """Whether a number is one word that is something else as often: *năm*, 一."""
        written = self.text[quantity.start : quantity.end].lower()
        return written in _DOUBTFUL and not _ORDINAL_BEFORE.search(self.text, 0, quantity.start)

    def is_surely_numeral(self, quantity: Quantity) -> bool:
        """Whether a number in words can hardly be anything else: *năm* is a year as well."""
        if quantity.is_sure:
            return True
        written = self.text[quantity.start : quantity.end]
        if self.is_doubtful(quantity):
            return False
        if self.view.lang.startswith("zh") and len(written) == 1:
            return _MEASURED.match(self.text, quantity.end) is not None
        if written.isupper() and written.isascii():
            return len(written) > 1  # Roman
        return not written[:1].isupper() or quantity.start == 0


def _inside(quantity: Quantity, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= quantity.start and quantity.end <= span.end for span in spans)
