"""Each mark by its neighbours: opening, closing, apostrophe or prime."""

from __future__ import annotations

import pytest

from termkit.check.quotation import find_quotations

ROLES = [
    # label, text, first letters of the roles in order
    ("straight pair", 'the "old" plan', "oc"),
    ("nested", "“He said ‘no’ to it”", "oocc"),
    ("possessive in quotation", "‘the parties’ plan’", "oac"),
    ("plural possessive", "the parties’ plan", "a"),
    ("straight single pair", "the 'old' plan of Vietnam's", "oca"),
    ("decade", "in the '90s", "a"),
    ("feet and inches", "5'10\"", "pp"),
    ("after a dash", "plan—“good”—", "oc"),
    ("comma inside", '"Tours," he', "oc"),
    ("corner", "反对「台独」", "oc"),
    ("German", "das „gute“ Wort", "oc"),
]


@pytest.mark.parametrize(("label", "text", "roles"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(label: str, text: str, roles: str) -> None:
    assert "".join(mark.role.value[0] for mark in find_quotations(text).marks) == roles


def test_marks_without_a_partner() -> None:
    assert [mark.index for mark in find_quotations("“one” two” “three").alone] == [9, 11]


def test_spans_beyond_the_basic_plane() -> None:
    text = "chữ “𡨸” và “字”"
    assert [pair.span.slice(text) for pair in find_quotations(text).pairs] == ["“𡨸”", "“字”"]
