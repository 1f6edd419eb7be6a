"""Each convention has its table of cases, and every form it gives is a form of the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.names.compare import compare_names
from termkit.names.convention import all_conventions
from termkit.names.variant import variants
from termkit.registry import discover
from tests.lang.tables import read_cases

FOLDER = Path(__file__).parent
MODULES = discover("termkit.names.conventions", "CONVENTION")
CASES = [
    pytest.param(path.stem, row, id=f"{path.stem}: {row['name']}")
    for path in sorted(FOLDER.glob("*.tsv"))
    for row in read_cases(path)
]


@pytest.mark.parametrize(("module", "row"), CASES)
def test_case(module: str, row: dict[str, str]) -> None:
    assert " | ".join(MODULES[module].render(row["name"])) == row["expected"]
    assert row["source"]
    assert row["expect"] == ("forms" if row["expected"] else "none")


def test_every_convention_has_cases_that_fire_and_cases_that_do_not() -> None:
    for module in MODULES:
        rows = read_cases(FOLDER / f"{module}.tsv")
        assert {row["expect"] for row in rows} == {"forms", "none"}, module


def test_codes_are_unique() -> None:
    codes = [convention.code for convention in all_conventions()]
    assert len(codes) == len(set(codes))
    assert all(convention.authority for convention in all_conventions())


@pytest.mark.parametrize(
    "name", ["Lê Hoài Trung", "Hòa Bình", "Lý Quý", "习近平", "歐陽修", "王毅", "孙中山", "四川"]
)
def test_every_variant_is_the_name(name: str) -> None:
    found = variants(name)
    assert found
    for variant in found:
        assert compare_names(name, variant.text), variant
