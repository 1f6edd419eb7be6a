"""Rules about names over whole reports: clean ones stay silent, one slip is one finding."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from termkit.check.engine import check_file
from termkit.check.plan import make_plan
from termkit.check.rule import select_rules
from termkit.formats.read import read_bytes
from termkit.glossary.store import Glossary, load_glossary
from termkit.model.finding import Safety, Severity

ENGLISH = """\
Việt Nam, China boost rail cooperation

HÀ NỘI — Acting Minister of Foreign Affairs Lê Hoài Trung on Friday held talks with Chinese Vice
Foreign Minister Sun Weidong, who is in Việt Nam for a session of the steering committee.

Trung thanked China for its support after the storm in Nghệ An and Hà Tĩnh, and said Việt Nam
attached great importance to the railways linking Lào Cai, Hà Nội and Hải Phòng.

Deputy Prime Minister Bùi Thanh Sơn received Sun the same day. Sơn recalled the visit by Chinese
General Secretary and President Xi Jinping in April. Xi had met Tô Lâm twice.

Lê Minh Hưng, head of the Party Central Committee's Organisation Commission, and Lê Minh Hùng, a
lecturer at Hà Nội National University, also spoke. Hùng praised Vietnam Airlines.
"""
SLIPS = [
    ("Affairs Lê Hoài Trung", "Affairs Lê Hoài Trúng", "N103"),
    ("Affairs Lê Hoài Trung", "Affairs Le Hoai Trung", "N101"),
    ("Affairs Lê Hoài Trung", "Affairs Li Huaizhong", "T101"),
    ("Acting Minister of", "Minister of", "N105"),
    ("is in Việt Nam for", "is in Vietnam for", "N101"),
    ("said Việt Nam", "said Viet Nam", "N101"),
    ("Hà Nội and Hải", "Hà Nôi and Hải", "N103"),
    ("Trung thanked", "Lê thanked", "N107"),
    ("Trung thanked", "Trúng thanked", "N103"),
    ("Xi Jinping in", "Xi Jingping in", "N103"),
    ("Xi Jinping in", "Tập Cận Bình in", "N104"),
    ("Sơn recalled", "Son recalled", "N101"),
    ("Acting Minister of Foreign Affairs Lê Hoài Trung on", "Trung on", ""),
]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


def warnings(text: str, glossary: Glossary, codes: tuple[str, ...] = ("N", "T101")) -> list[str]:
    document = read_bytes(
        text.encode(),
        path="x.txt",
        lang="en",
        date=datetime.date(2025, 9, 12),
        profile="vns",
    )
    result = check_file(document, make_plan(glossary, select_rules(codes)))
    return [f.code for f in result.findings if f.severity is Severity.WARNING]


def test_clean_report_is_silent(glossary: Glossary) -> None:
    assert warnings(ENGLISH, glossary) == []


@pytest.mark.parametrize(("right", "wrong", "code"), SLIPS)
def test_one_slip_is_one_finding(right: str, wrong: str, code: str, glossary: Glossary) -> None:
    assert right in ENGLISH
    found = warnings(ENGLISH.replace(right, wrong, 1), glossary)
    assert found == ([code] if code else [])


def test_fix_is_unsafe_where_somebody_else_may_be_meant(glossary: Glossary) -> None:
    """*To Lam* is Tô Lâm, unless the glossary also has a Tô Lam."""
    known = glossary.concepts["per-to-lam"]
    other = replace(
        known,
        id="per-to-lam-2",
        designations=tuple(
            replace(each, text=each.text.replace("Tô Lâm", "Tô Lam")) for each in known.designations
        ),
    )
    both = replace(glossary, concepts={**glossary.concepts, other.id: other})
    assert [fix(glossary), fix(both)] == [("Tô Lâm", Safety.SAFE), ("Tô Lâm", Safety.UNSAFE)]


def fix(glossary: Glossary) -> tuple[str, Safety]:
    document = read_bytes(
        b"To Lam met the press in H\xc3\xa0 N\xe1\xbb\x99i.", path="x.txt", lang="en", profile="vns"
    )
    [found] = check_file(document, make_plan(glossary, select_rules(("N101",)))).findings
    assert found.fix is not None
    return found.fix.replacement, found.fix.safety


def test_second_mention_after_a_name_in_another_form(glossary: Glossary) -> None:
    """*Lam* is as wrong as the *To Lam* before it, and the marked full name judges *Trúng*."""
    text = ENGLISH.replace("met Tô Lâm twice", "met To Lam twice. Lam thanked Xi")
    assert warnings(text, glossary) == ["N101", "N101"]
    text = ENGLISH.replace(
        "Trung thanked China", "Minister Le Hoai Trung arrived. Trúng thanked China"
    )
    assert warnings(text, glossary) == ["N101", "N103"]
