"""Who is given which office, and what is known about it."""

from __future__ import annotations

import datetime

import pytest

from termkit.check.offices import find_offices, held, known_holder
from termkit.check.plan import make_plan, view_of
from termkit.formats.read import read_bytes
from termkit.glossary.store import Glossary, load_glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


def offices_in(text: str, glossary: Glossary, lang: str = "en") -> list[tuple[str, str]]:
    document = read_bytes(f"{text}\n".encode(), path="x.txt", lang=lang)
    view = view_of(document, make_plan(glossary, ()))
    return [(office.person.id, office.title.text) for office in find_offices(view)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Chinese Foreign Minister Wang Yi met Le Hoai Trung, special envoy of General "
            "Secretary of the Communist Party of Vietnam (CPV) Central Committee To Lam.",
            [
                ("per-wang-yi", "Foreign Minister"),
                ("per-le-hoai-trung", "special envoy"),
            ],
        ),
        ("en", "The wife of Prime Minister Pham Minh Chinh smiled.", []),
        ("en", "Former Foreign Minister Bui Thanh Son and Deputy Prime Minister Li Xi.", []),
        (
            "vi",
            "Tổng Bí thư Tô Lâm, Chủ tịch nước Lương Cường và Thủ tướng Phạm Minh Chính.",
            [
                ("per-to-lam", "Tổng Bí thư"),
                ("per-luong-cuong", "Chủ tịch nước"),
                ("per-pham-minh-chinh", "Thủ tướng"),
            ],
        ),
        ("zh", "王毅外长会见原外长裴青山。", [("per-wang-yi", "外长")]),
    ],
)
def test_offices(lang: str, text: str, expected: list[tuple[str, str]], glossary: Glossary) -> None:
    found = offices_in(text, glossary, lang)
    assert [pair for pair in found if pair in expected] == expected
    assert {person for person, _ in found} <= {person for person, _ in expected} | {
        "per-to-lam",
        "per-li-xi",
    }


def test_dates(glossary: Glossary) -> None:
    """Open ends, imprecise ends and a week around a handover count as held."""
    trung = glossary.concepts["per-le-hoai-trung"]
    assert held(trung, "title-acting-fm", datetime.date(2025, 9, 11))
    assert held(trung, "title-acting-fm", datetime.date(2025, 10, 30))
    assert not held(trung, "title-acting-fm", datetime.date(2026, 2, 3))
    assert held(trung, "title-fm", datetime.date(2026, 11, 1))


def test_rival(glossary: Glossary) -> None:
    """Another holder is known only inside his dates, and only for an office of one."""
    trung = glossary.concepts["per-le-hoai-trung"]
    holder = known_holder(glossary, "title-pm-vn", datetime.date(2025, 9, 11), trung)
    assert holder is not None
    assert holder.id == "per-pham-minh-chinh"
    assert known_holder(glossary, "title-pm-vn", datetime.date(2026, 11, 1), trung) is None
    assert known_holder(glossary, "title-deputy-pm", datetime.date(2025, 9, 11), trung) is None
