"""Long and short forms: which belong together."""

from __future__ import annotations

import pytest

from termkit.check.abbreviations import base_form, long_form
from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.formats.read import read_bytes
from termkit.glossary.store import Glossary
from tests.bounded import bounded

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


LETTERS = "ABCDEGHIKLMNOPQRSTVX"
MANY = {
    "one short form, no long one": "vào mùa thu năm ấy có vua xứ khác đến (TCN) " * 600,
    "one short form, the same words": "Viện nghiên cứu Lúa Nước (VLN) " * 1500,
    "one long word": "Lúa" * 20_000 + " (VLN)" * 500,
    "many short forms": "gạo tẻ. " * 50_000
    + " ".join(f"Ủy ban Lúa Nước (U{a}{b}), " for a in LETTERS for b in LETTERS),
}


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_time_grows_with_the_brackets(text: str) -> None:
    """Brackets are not held against each other one by one."""
    plan = make_plan(Glossary("none", {}, {}, {}), ("T203", "T204", "T205"))
    with bounded(3.0):
        check_documents([read_bytes(text.encode(), path="a.txt", lang="vi")], plan)
