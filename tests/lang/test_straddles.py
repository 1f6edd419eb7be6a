"""Whether a match cuts through words: `Language.straddles` of the rooms without word spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.lang import get_language
from termkit.model.span import Span
from tests.lang.tables import read_cases

FOLDER = Path(__file__).parent
CASES = [
    (room, case)
    for room in ("vi", "zh")
    for case in read_cases(FOLDER / room / "cases" / "straddles.tsv")
]


@pytest.mark.parametrize(("room", "case"), CASES, ids=lambda value: str(value)[:60])
def test_straddles(room: str, case: dict[str, str], request: pytest.FixtureRequest) -> None:
    if case["source"].startswith("known failure"):
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["source"]))
    before, rest = case["text"].split("[")
    inside, after = rest.split("]")
    span = Span(len(before), len(before) + len(inside))
    found = get_language(room).straddles(before + inside + after, span)
    assert ("straddles" if found else "holds") == case["expect"]


@pytest.mark.parametrize("room", ["vi", "zh"])
def test_there_are_enough_cases(room: str) -> None:
    cases = [case for other, case in CASES if other == room]
    assert len(cases) >= 50
    assert {case["expect"] for case in cases} == {"holds", "straddles"}


def test_english_never_straddles() -> None:
    assert not get_language("en").straddles("the Communist Party", Span(4, 13))
