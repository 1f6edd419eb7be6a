"""Names of people and places everybody knows: compared, and linked to a roster."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.names import NameIndex, compare_names
from termkit.names.roster import parse_roster

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


INDEX = NameIndex.from_names(parse_roster((CASES / "roster.tsv").read_text("utf-8")))
FAILURE = "known-failure"


PAIRS = rows("public_figures") + rows("lost_marks") + rows("conventional") + rows("respelled")


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: "|".join(case[2:]))
def test_pair(case: list[str]) -> None:
    _, expect, a, b = case
    found = compare_names(a, b)
    if expect == FAILURE:
        pytest.xfail("known failure") if not found else pytest.fail("no longer a failure")
    assert bool(found) is (expect != "conflict"), found.reasons
    assert expect in ("match", found.verdict)
    turned = compare_names(b, a)
    assert (turned.verdict, turned.score) == (found.verdict, found.score)


@pytest.mark.parametrize("case", rows("mentions"), ids=lambda case: "|".join(case))
def test_mention(case: list[str]) -> None:
    _, mention, ids, context = case
    found = INDEX.link(mention, None if context == "-" else context.split(",")).ids
    if ids == FAILURE:
        pytest.xfail("known failure") if not found else pytest.fail("no longer a failure")
    assert set(found) == (set() if ids == "NIL" else set(ids.split(",")))
