"""Whether two units may be one: currencies of one name, and measures that convert."""

from __future__ import annotations

from fractions import Fraction

from termkit.lang.quantity import Number, Quantity

# To the base of each kind. Source: BIPM, The International System of Units, 9th edition,
# table 8 and NIST Special Publication 811, appendix B.
_BASES: dict[str, tuple[str, Fraction]] = {
    "mm": ("length", Fraction(1, 1000)),
    "cm": ("length", Fraction(1, 100)),
    "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)),
    "in": ("length", Fraction("0.0254")),
    "ft": ("length", Fraction("0.3048")),
    "yd": ("length", Fraction("0.9144")),
    "mi": ("length", Fraction("1609.344")),
    "nmi": ("length", Fraction(1852)),
    "li": ("length", Fraction(500)),
    "g": ("mass", Fraction(1, 1000)),
    "kg": ("mass", Fraction(1)),
    "t": ("mass", Fraction(1000)),
    "q": ("mass", Fraction(100)),
    "lb": ("mass", Fraction("0.45359237")),
    "jin": ("mass", Fraction(1, 2)),
    "m2": ("area", Fraction(1)),
    "ha": ("area", Fraction(10_000)),
    "km2": ("area", Fraction(1_000_000)),
    "mi2": ("area", Fraction("2589988.110336")),
    "ft2": ("area", Fraction("0.09290304")),
    "acre": ("area", Fraction("4046.8564224")),
    "mu": ("area", Fraction(2000, 3)),
    "kW": ("power", Fraction(1, 1000)),
    "MW": ("power", Fraction(1)),
    "GW": ("power", Fraction(1000)),
}
_LARGE, _FIGURES_KEPT, _FIGURES_LESS = 10**6, 4, 2
_FEWEST, _NOT_CUT_BELOW = 2, 10_000
_PLACES = 6  # behind the point
_NEAR = Fraction(6, 100)  # a translator rounds what he converts
_DOLLARS = frozenset(("USD", "AUD", "SGD", "HKD", "CAD", "NZD", "TWD"))
_YUAN = frozenset(("CNY", "HKD", "TWD", "USD", "JPY"))
_ANY = {"USD?": _DOLLARS, "CNY?": _YUAN}


def may_be_one(one: str, other: str) -> bool:
    """Whether two unit codes may mean the same.

    >>> may_be_one("USD?", "AUD"), may_be_one("km", "m"), may_be_one("CNY|JPY", "CNY")
    (True, False, True)
    """
    if bool(_meant(one) & _meant(other)) or one.rstrip("?") == other.rstrip("?"):
        return True
    # 时速350公里: what it is a share of stands elsewhere in the sentence.
    heads = {one.partition("/")[0], other.partition("/")[0]}
    return len(heads) == 1 and ("/" in one) != ("/" in other)


def is_currency(unit: str) -> bool:
    """Whether a code is one of ISO 4217.

    >>> is_currency("USD?"), is_currency("km"), is_currency("%"), is_currency("GBP|lb")
    (True, False, False, False)
    """
    codes = unit.rstrip("?").split("|")
    return all(len(code) == 3 and code.isupper() and code != "TEU" for code in codes)


def is_converted(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are one in other measures, rounding allowed.

    >>> is_converted(Quantity(0, 1, (10,), "mi"), Quantity(0, 1, (16,), "km"))
    True
    """
    if one.unit == other.unit:
        return False  # in one measure nothing is rounded
    a, b = _in_base(one.values[0], one.unit), _in_base(other.values[0], other.unit)
    if is_currency(one.unit) and is_currency(other.unit):
        return not may_be_one(one.unit, other.unit)  # at some day's rate
    if {one.unit, other.unit} == {"degC", "degF"}:
        return True
    if a is None or b is None or a[0] != b[0] or not a[1]:
        return False
    return abs(a[1] - b[1]) <= _NEAR * max(abs(a[1]), abs(b[1]))


def ratio(one: Quantity, other: Quantity) -> Fraction | None:
    """How many times the second measure the first is; ``None`` where they do not convert.

    >>> ratio(Quantity(0, 1, (2,), "km"), Quantity(0, 1, (500,), "m"))
    Fraction(4, 1)
    """
    a, b = _in_base(one.values[0], one.unit), _in_base(other.values[0], other.unit)
    return a[1] / b[1] if a and b and a[0] == b[0] and b[1] else None


def is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one amount is the other in a larger scale, rounded: 660536亿, 66.05 trillion.

    Of a number of five figures and more at least four are kept.

    >>> is_rounded(Quantity(0, 1, (66_053_600,)), Quantity(0, 1, (66_050_000,)))
    True
    """
    small, large = sorted((Fraction(one.values[0]), Fraction(other.values[0])))
    if small < _LARGE or not may_be_one(one.unit, other.unit):
        return False
    figures = [str(int(value)).rstrip("0") for value in (small, large)]
    if abs(len(figures[0]) - len(figures[1])) < _FIGURES_LESS:
        return False
    kept = min(map(len, figures))
    step = Fraction(10) ** (len(str(int(small))) - kept)
    return kept >= _FIGURES_KEPT and abs(large - small) * 2 <= step


def is_shortened(one: Quantity, other: Quantity) -> bool:
    """Whether the second number is the first with fewer figures: rounded, or cut off behind
    three. What a pen slips on has as many, and of small whole numbers nothing is cut.

    >>> [is_shortened(Quantity(0, 1, (Fraction("8.19"),)), Quantity(0, 1, (Fraction(text),)))
    ...  for text in ("8.2", "8.1", "8.3")]
    [True, False, False]
    """
    exact, value = Fraction(one.values[0]), other.values[0]
    (many, _), (few, end) = _figures(exact), _figures(Fraction(value))
    kept = len(str(few))
    if kept < _FEWEST or len(str(many)) <= kept or not may_be_one(one.unit, other.unit):
        return False
    if exact.denominator == 1 and exact < _NOT_CUT_BELOW:
        return False
    steps = exact / Fraction(10) ** end
    return few == int(steps + Fraction(1, 2)) or (kept > _FEWEST and few == int(steps))


def _figures(value: Fraction) -> tuple[int, int]:
    """Significant figures and the power of ten that they are multiplied by: 8.20 is (82, -1)."""
    end = 0
    while value.denominator != 1 and end > -_PLACES:
        value, end = value * 10, end - 1
    figures = int(value)
    while figures and figures % 10 == 0:
        figures, end = figures // 10, end + 1
    return figures, end


def _in_base(value: Number, unit: str) -> tuple[str, Fraction] | None:
    codes = unit.partition("/")[0].split("|")
    base = next((_BASES[code] for code in codes if code in _BASES), None)
    return None if base is None else (base[0], Fraction(value) * base[1])


def _meant(unit: str) -> frozenset[str]:
    return _ANY.get(unit) or frozenset(unit.rstrip("?").split("|"))
