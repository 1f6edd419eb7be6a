"""Long and short forms: which belong together."""

from __future__ import annotations

import pytest

from termkit.check.abbreviations import base_form, long_form

PAIRS = [
    ("CPC", "the Communist Party of China", "Communist Party of China"),
    ("UNCLOS", "the 1982 United Nations Convention on the Law of the Sea",
     "United Nations Convention on the Law of the Sea"),
    ("ASEAN", "of the Association of Southeast Asian Nations",
     "Association of Southeast Asian Nations"),
    ("EVFTA", "the EU–Việt Nam Free Trade Agreement", "EU–Việt Nam Free Trade Agreement"),
    ("SME", "for small and medium-sized enterprises", "small and medium-sized enterprises"),
    ("MoIT", "the Ministry of Industry and Trade", "Ministry of Industry and Trade"),
    ("TTXVN", "Theo Thông tấn xã Việt Nam", "Thông tấn xã Việt Nam"),
    ("HĐND", "họp Hội đồng nhân dân", "Hội đồng nhân dân"),
    ("FDI", "foreign direct investment", "foreign direct investment"),
    ("VNA", "the envoy said", None),
    ("RCEP", "talks were held in Phnom Penh", None),
]  # fmt: skip


@pytest.mark.parametrize(("short", "before", "long"), PAIRS, ids=[row[0] for row in PAIRS])
def test_long_form(short: str, before: str, long: str | None) -> None:
    assert long_form(before, short) == long


def test_plural() -> None:
    assert [base_form(short) for short in ("NGOs", "GPS", "PMs")] == ["NGO", "GPS", "PM"]
