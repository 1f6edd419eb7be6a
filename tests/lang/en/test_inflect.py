"""English number, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.lang.en.inflect import make_inflections, make_plural, make_singular
from tests.lang.tables import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "number.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["singular"])
def test_number(case: dict[str, str]) -> None:
    assert make_plural(case["singular"]) == case["plural"]
    if case["singular"] != case["plural"]:
        assert make_singular(case["plural"]) == case["singular"]


@pytest.mark.parametrize(
    "word", ["consensus", "crisis", "politics", "news", "process", "virus", "gas", "this", "as"]
)
def test_no_plural(word: str) -> None:
    """Words in -s that are no plural."""
    assert make_singular(word) is None


@pytest.mark.parametrize(
    ("designation", "forms"),
    [
        ("high-level exchange", ("high-level exchanges",)),
        ("people-to-people exchanges", ("people-to-people exchange",)),
        ("General Secretary", ("General Secretaries",)),
        ("code of conduct", ("codes of conduct", "code of conducts")),
        ("chargé d'affaires", ()),
        ("mutually", ()),
        ("3+3", ()),
        ("", ()),
        ("Chinese", ()),
    ],
)
def test_inflections(designation: str, forms: tuple[str, ...]) -> None:
    assert make_inflections(designation) == forms
