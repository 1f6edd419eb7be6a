"""The main job: `termkit check seeds` says what the audited table says, and nothing else.

`findings.tsv` is what people found in the two seed documents. A ``must`` row is a warning,
a ``should`` row an info or a warning, a ``must-not`` row is never raised, an ``optional``
row appears under ``--strict`` alone, and ``termkit compare seeds`` shows every ``cross`` row.
"""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from termkit.cli.main import run

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
FILES = {"S1": "000_20f6a862d05681c0.txt", "S2": "004_d47d7625ee615e13.txt"}
ANY = frozenset("TNXOA")  # any family

# The kinds of the table, in the codes of termkit.
KINDS = {
    "abbreviation": {"T203", "T204", "T205", "T206"},
    "abbreviation-undefined": {"T205", "T206"},
    "abbreviation-unused": {"T204"},
    "aligned-synonym": {"X301", "T103"},
    "ambiguous-he": {"N201"},
    "ambiguous-referent": {"N203"},
    "anniversary": ANY,
    "apostrophe-mix": {"O204"},
    "case-asymmetry": {"T202"},
    "case-party": {"T201"},
    "collocation": {"T106", "T104"},
    "country-name": {"N101", "N102"},
    "country-order": {"N202"},
    "credit": ANY,
    "date-conflict": {"O206", "O207"},
    "date-format": {"O206"},
    "dateline": ANY,
    "deprecated": {"T101"},
    "diacritics": {"N101", "N102", "N103"},
    "hyphen-spacing": {"O203"},
    "metadata": ANY,
    "number-variant": {"T105"},
    "order-by-speaker": {"N202"},
    "politburo": {"N101", "T102", "T103"},
    "possessive": {"N"},
    "pronoun": {"N"},
    "quotes": {"O205"},
    "set-phrase-variant": {"T103", "T107"},
    "short-form": {"T102", "T103", "T104"},
    "short-name": {"N"},
    "spelling": {"O209"},
    "substring": {"N", "T"},
    "synonym-in-house": {"T102", "T103"},
    "term-not-merge": {"T103", "X301"},
    "term-variant": {"T102", "T103"},
    "title-case": {"T201", "T202"},
    "title-variant": {"T103", "T108"},
    "weekday": {"O207"},
}


@cache
def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "findings.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def check(*options: str) -> list[dict[str, Any]]:
    """Findings of `termkit check seeds`, as its JSON gives them."""
    out = io.StringIO()
    with redirect_stdout(out):
        run(["check", str(SEEDS), "--format", "json", "--no-progress", *options])
    findings: list[dict[str, Any]] = json.loads(out.getvalue())["findings"]
    return findings


def covers(place: dict[str, Any], row: dict[str, str], width: int) -> bool:
    """Whether a place of a finding shares a character with a row."""
    if Path(place["path"]).name != FILES[row["seed"]] or place["line"] != int(row["line"]):
        return False
    start = int(row["col"])
    end = place.get("end_column", place["column"] + len(place["text"]))
    return bool(place["column"] < start + width and start < end)


def is_of_kind(finding: dict[str, Any], row: dict[str, str]) -> bool:
    kinds = KINDS[row["rule"]]
    return finding["code"] in kinds or finding["code"][0] in kinds


def meets(finding: dict[str, Any], row: dict[str, str], *, related: bool) -> bool:
    """Whether a finding is of the row's kind and overlaps it."""
    places = [finding, *finding["related"]] if related else [finding]
    width = len(row["text"])
    return is_of_kind(finding, row) and any(covers(place, row, width) for place in places)


def of(verdict: str) -> list[Any]:
    return [pytest.param(row, id=row["id"]) for row in rows() if row["verdict"] == verdict]


@pytest.mark.parametrize("row", of("must"))
def test_must_is_a_warning(row: dict[str, str]) -> None:
    found = [finding for finding in check() if meets(finding, row, related=True)]
    assert [finding["severity"] for finding in found] == ["warning"]


@pytest.mark.parametrize("row", of("should"))
def test_should_is_seen(row: dict[str, str]) -> None:
    found = [finding for finding in check() if meets(finding, row, related=True)]
    assert found
    assert {finding["severity"] for finding in found} <= {"info", "warning"}


@pytest.mark.parametrize("row", of("must-not"))
def test_must_not_is_never_raised(row: dict[str, str]) -> None:
    for options in ((), ("--strict",)):
        assert [f for f in check(*options) if meets(f, row, related=False)] == []


@pytest.mark.parametrize("row", of("optional"))
def test_optional_waits_for_strict(row: dict[str, str]) -> None:
    assert [f for f in check() if meets(f, row, related=False)] == []
    assert any(meets(finding, row, related=True) for finding in check("--strict"))


def test_no_warning_beyond_the_table() -> None:
    wanted = [row for row in rows() if row["verdict"] in ("must", "should")]
    beyond = [
        finding
        for finding in check()
        if finding["severity"] in ("warning", "error")
        and not any(meets(finding, row, related=True) for row in wanted)
    ]
    assert beyond == []


def test_no_info_beyond_what_we_can_defend() -> None:
    """X301 is the cross-source table in one line each; every other info is a row."""
    wanted = [row for row in rows() if row["verdict"] in ("must", "should", "cross")]
    beyond = [
        (finding["code"], finding["text"])
        for finding in check()
        if finding["severity"] == "info"
        and finding["code"] != "X301"
        and not any(meets(finding, row, related=True) for row in wanted)
    ]
    assert beyond == []


@pytest.mark.parametrize("row", of("cross"))
def test_compare_shows_cross_rows(row: dict[str, str]) -> None:
    """Both sources stand in the row of one concept, with the place the table names."""
    table = compare()
    name = FILES[row["seed"]]
    start, end = int(row["col"]), int(row["col"]) + len(row["text"])
    for concept in table["concepts"]:
        shown = [*concept["forms"], *concept["offices"]]
        sources = {form["source"] for form in shown}
        for form in shown:
            for place in form["places"]:
                same = Path(place["path"]).name == name and place["line"] == int(row["line"])
                overlaps = place["column"] < end and start < place["column"] + len(place["text"])
                if same and overlaps and len(sources) > 1:
                    return
    pytest.fail(f"{row['id']} is in no row of the comparison")


@cache
def compare() -> dict[str, Any]:
    out = io.StringIO()
    with redirect_stdout(out):
        assert run(["compare", str(SEEDS), "--format", "json", "--no-progress"]) == 0
    table: dict[str, Any] = json.loads(out.getvalue())
    return table
