"""Names of units, currencies and months stand in one place: CLDR's, or what CLDR lacks."""

from __future__ import annotations

import pytest

from termkit.lang.quantity import measures, numerals
from termkit.lang.tables import load_rows


@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_no_name_of_cldr_is_written_by_hand(lang: str) -> None:
    cldr = {row[0].lower() for row in load_rows(lang, "measures_cldr")}
    assert cldr.isdisjoint(row[0].lower() for row in load_rows(lang, "measures"))


def test_cldr_names_are_read() -> None:
    assert [measures(lang)[0][name] for lang, name in (
        ("en", "south korean won"), ("vi", "won hàn quốc"), ("zh", "韩元"), ("zh", "平方公里")
    )] == ["KRW", "KRW", "KRW", "km2"]  # fmt: skip
    assert numerals("en", "month")["September"] == numerals("en", "month")["Sept"] == 9
    assert "in" not in measures("en")[0], "5 in Hanoi is no five inches"
