"""The table of countries that Taiwan names otherwise is what CLDR says."""

from __future__ import annotations

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify


def test_every_row_is_a_name_of_one_territory_in_both() -> None:
    usual = territory_names("zh")
    pairs = {(simplify(name), usual.get(code)) for code, name in territory_names("zh-Hant").items()}
    rows = [tuple(row[:2]) for row in load_rows("zh", "taiwan_territories")]
    assert len(rows) > 90
    assert set(rows) <= pairs
    assert ("寮国", "老挝") in rows
    assert not any(name == "印尼" for name, _ in rows)
