"""What two dates of one order can differ in: the names of months, signs, zeros, numerals."""

from __future__ import annotations

import re
from collections.abc import Callable

from termkit.check.dates import MONTHS, SHORTENED, DateMention
from termkit.model.finding import Severity

_SHORTENED = frozenset(MONTHS.index(name) + 1 for name in SHORTENED)


def _month_name(date: DateMention) -> str | None:
    if date.month not in _SHORTENED:
        return None  # no style shortens these beside the others
    return _length(date)


def _spring_month(date: DateMention) -> str | None:
    """March to July, which AP never shortens."""
    return None if date.month in _SHORTENED or date.month == 5 else _length(date)


def _length(date: DateMention) -> str | None:
    name = date.month_text.rstrip(".")
    if not name:
        return None
    return "a full month" if name in MONTHS else "a short month"


def _full_stop(date: DateMention) -> str | None:
    if _length(date) != "a short month" or date.month_text == "May" or date.order != "month-day":
        return None
    return "a full stop after the month" if date.month_text.endswith(".") else "no full stop"


def _ordinal(date: DateMention) -> str | None:
    if not date.month_text:
        return None
    has = re.search(r"\d(?:st|nd|rd|th)", date.text) is not None
    return "an ordinal ending" if has else "no ordinal ending"


def _comma(date: DateMention) -> str | None:
    if date.year is None or not date.month_text:
        return None
    return "a comma before the year" if "," in date.text else "no comma before the year"


def separator_of(date: DateMention) -> str | None:
    """The sign between the numbers of a date, in words; ``None`` without one."""
    return named_sign(date.separator) if date.separator else None


def named_sign(sign: str) -> str:
    """A sign between numbers, in the words of the messages."""
    return f"{sign!r} between the numbers"


def _day_zero(date: DateMention) -> str | None:
    if date.day > 9 or not date.day_text.isascii():
        return None
    return "a zero before the day" if date.day_text.startswith("0") else "no zero before the day"


def _month_zero(date: DateMention) -> str | None:
    # Vietnamese offices pad January and February only, so from March on a zero tells nothing.
    if not date.number_text.isascii() or date.month > 2 or not date.number_text:
        return None
    padded = date.number_text.startswith("0")
    return "a zero before the month" if padded else "no zero before the month"


def _late_month_zero(date: DateMention) -> str | None:
    if not date.number_text.isascii() or not 3 <= date.month <= 9 or not date.number_text:
        return None
    padded = date.number_text.startswith("0")
    return "a zero before the month" if padded else "no zero before the month"


def _day_sign(date: DateMention) -> str | None:
    return repr(date.text[-1].replace("號", "号")) if date.order == "characters" else None


def numerals_of(date: DateMention) -> str | None:
    """The kind of digits in a date of characters."""
    if date.order != "characters":
        return None
    return "Arabic numerals" if date.day_text.isdigit() else "Han numerals"  # １２ too


_Form = Callable[[DateMention], str | None]
_ZEROS: tuple[tuple[str, _Form], ...] = (
    ("day zero", _day_zero),
    ("month zero", _month_zero),
    ("late month zero", _late_month_zero),
)
# Order of the dates compared and what is compared: how much it matters, and the form.
SMALL_FORMS: dict[tuple[str, str], tuple[Severity, _Form]] = {
    ("characters", "numerals"): (Severity.WARNING, numerals_of),
    ("characters", "day sign"): (Severity.INFO, _day_sign),
    ("numeric", "separator"): (Severity.WARNING, separator_of),
    ("year-month-day", "separator"): (Severity.WARNING, separator_of),
    ("month-day", "month"): (Severity.INFO, _month_name),
    ("day-month", "month"): (Severity.INFO, _month_name),
    ("month-day", "spring month"): (Severity.INFO, _spring_month),
    ("day-month", "spring month"): (Severity.INFO, _spring_month),
    ("month-day", "full stop"): (Severity.INFO, _full_stop),
    ("month-day", "ordinal"): (Severity.INFO, _ordinal),
    ("day-month", "ordinal"): (Severity.INFO, _ordinal),
    ("month-day", "comma"): (Severity.INFO, _comma),
    ("day-month", "comma"): (Severity.INFO, _comma),
    ("day-month", "zero"): (Severity.INFO, _day_zero),
    **{
        (order, name): (Severity.INFO, form)
        for order in ("numeric", "year-month-day", "words", "characters")
        for name, form in _ZEROS
    },
}
