"""Build the tables of what CLDR calls units, currencies, months and days.

    python scripts/build_cldr_words.py 2026-11-28

It asks the installed babel, long names only (*in* is no inch in running text), and writes
`measures_cldr.tsv` of each language room and `dates_cldr.tsv` of the English one. What CLDR
lacks (*tỷ*, 万, *kilos*, symbols that houses write) stands in `measures.tsv` and
`numerals.tsv`, which are written by hand and hold nothing that is here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale

LANG = Path(__file__).resolve().parent.parent / "termkit" / "lang"
LOCALES = {"en": ("en", "en_GB"), "vi": ("vi",), "zh": ("zh_Hans", "zh_Hant")}
CURRENCIES = (
    *("USD", "EUR", "GBP", "JPY", "CNY", "KRW", "VND", "LAK", "KHR", "THB", "RUB", "INR"),
    *("AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MYR", "IDR", "PHP", "CHF"),
)
UNITS = {
    "length-millimeter": "mm", "length-centimeter": "cm", "length-meter": "m",
    "length-kilometer": "km", "length-inch": "in", "length-foot": "ft", "length-mile": "mi",
    "length-nautical-mile": "nmi", "mass-gram": "g", "mass-kilogram": "kg",
    "mass-tonne": "t", "mass-metric-ton": "t", "mass-pound": "lb", "area-square-meter": "m2",
    "area-square-kilometer": "km2", "area-hectare": "ha", "area-acre": "acre",
    "area-square-mile": "mi2", "area-square-foot": "ft2", "length-yard": "yd",
    "volume-liter": "l", "volume-cubic-meter": "m3", "power-megawatt": "MW",
    "power-gigawatt": "GW", "energy-kilowatt-hour": "kWh", "speed-kilometer-per-hour": "km/h",
    "temperature-celsius": "degC", "temperature-fahrenheit": "degF",
}  # fmt: skip
# Words of the language as well, or another unit to some: a number beside one says nothing.
_NOT_ALONE = frozenset(("pounds", "pound", "mẫu", "foot"))


def measures(lang: str) -> Iterator[tuple[str, str]]:
    """Names of currencies and units in one language, each with its code."""
    for tag in LOCALES[lang]:
        locale = Locale.parse(tag)
        for code in CURRENCIES:
            yield code, code
            plural = locale._data["currency_names_plural"].get(code, {})
            for name in (locale.currencies.get(code), *dict(plural).values()):
                if name:
                    yield name, code
        for key, code in UNITS.items():
            forms = dict(locale._data["unit_patterns"].get(key, {})).get("long", {})
            for count, form in dict(forms).items():
                name = str(form).replace("{0}", "").replace("\N{NO-BREAK SPACE}", " ").strip()
                if count != "per" and str(form).startswith("{0}") and name:
                    yield name, code


def dates() -> Iterator[tuple[str, str, str]]:
    """English names of months and days, the short names of months as well."""
    locale = Locale.parse("en")
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            yield name, str(number), "month"
    for number, name in locale.days["format"]["wide"].items():
        yield name, str(number + 1), "weekday"


def write(path: Path, columns: str, rows: set[tuple[str, ...]], day: str) -> None:
    header = f"# source: Unicode CLDR, by babel {babel.__version__} licence: Unicode-3.0"
    lines = ["\t".join(row) for row in sorted(rows)]
    path.write_text("\n".join([f"{header} retrieved: {day}", f"# columns: {columns}", *lines, ""]))


def main(day: str) -> None:
    for lang in LOCALES:
        rows = {row for row in measures(lang) if row[0].lower() not in _NOT_ALONE}
        write(LANG / lang / "data" / "measures_cldr.tsv", "word, code", rows, day)
    columns = "word, value, role"
    write(LANG / "en" / "data" / "dates_cldr.tsv", columns, set(dates()), day)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
