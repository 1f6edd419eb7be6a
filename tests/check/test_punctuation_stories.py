"""Whole reports: silent as they stand, and every planted slip is found."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from termkit.check.engine import check_document
from termkit.check.plan import make_plan
from termkit.check.rule import all_rules
from termkit.formats.read import read_bytes
from tests.check.cases import shipped

FOLDER = Path(__file__).parent / "stories"
STORIES = sorted(path.stem for path in FOLDER.glob("*.txt"))
SLIPS = [
    tuple(line.split("\t"))
    for line in (FOLDER / "slips.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@cache
def text_of(story: str) -> str:
    return (FOLDER / f"{story}.txt").read_text("utf-8")


def codes(text: str, lang: str) -> list[str]:
    """Codes of the rules of this room (O203-O209, T201-T206) that fire."""
    chosen = tuple(
        rule.code
        for rule in all_rules().values()
        if (rule.code in ("O203", "O204", "O205", "O206", "O207", "O208", "O209", "O210"))
        or (rule.code.startswith("T20") and not rule.strict)
    )
    document = read_bytes(
        text.encode("utf-8"), path="story.txt", lang=lang, date=datetime.date(2025, 4, 16)
    )
    plan = make_plan(shipped(), chosen)
    return [finding.code for finding in check_document(document, plan)]


@pytest.mark.parametrize("story", STORIES)
def test_story_is_clean(story: str) -> None:
    assert codes(text_of(story), story[:2]) == []


@pytest.mark.parametrize(
    ("story", "code", "text", "slip"), SLIPS, ids=[f"{s[1]} {s[3]}" for s in SLIPS]
)
def test_slip_is_found(story: str, code: str, text: str, slip: str) -> None:
    whole = text_of(story)
    assert text in whole
    found = codes(whole.replace(text, slip, 1), story[:2])
    assert code in found
    assert set(found) == {code}
