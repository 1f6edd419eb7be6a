"""Which language a text is in; `None` when that cannot be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.lang.detect import detect_language
from tests.lang.tables import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "detect.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_detect_language(case: dict[str, str]) -> None:
    assert (detect_language(case["text"]) or "") == case["expect"]
