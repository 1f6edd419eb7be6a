"""``termkit compare``: every form of output, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from termkit.__main__ import main

FIRST = """---
lang: en
source: xinhua
date: 2026-02-04
---

They follow the important consensus. Chinese Foreign Minister Wang Yi met Le Hoai Trung,
minister of foreign affairs of Vietnam.
"""
SECOND = """---
lang: en
source: vns
date: 2025-09-11
---

They implement the high-level common perceptions, and the common perceptions are many. Acting
Minister of Foreign Affairs Lê Hoài Trung said so. The Year of Việt Nam-China Humanistic Exchange
opened.
"""


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["compare", *args, "--no-progress"])
    out, err = capsys.readouterr()
    return code, out, err


def as_json(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    code, out, _ = run(capsys, *args, "--format", "json")
    assert code == 0
    values: dict[str, Any] = json.loads(out)
    return values


def test_json_gives_forms_by_source_with_counts_places_and_dates(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = as_json(capsys, "news")
    assert values["schema"] == "termkit.compare/1"
    assert [file["source"] for file in values["files"]] == ["xinhua", "vns"]
    row = next(row for row in values["concepts"] if row["id"] == "rel-common-perceptions")
    assert [(use["source"], use["text"], use["count"]) for use in row["forms"]] == [
        ("vns", "common perceptions", 1),
        ("vns", "high-level common perceptions", 1),
        ("xinhua", "important consensus", 1),
    ]
    place = row["forms"][2]["places"][0]
    assert (place["path"], place["line"], place["column"], place["end_column"]) == (
        *("news/a.txt", 7, 17),
        36,
    )
    assert (place["text"], place["date"]) == ("important consensus", "2026-02-04")


def test_offices_of_a_person_stand_in_the_order_of_dates(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Acting minister in 2025 and minister in 2026: both were right."""
    values = as_json(capsys, "news", "--type", "person")
    assert {row["type"] for row in values["concepts"]} == {"person"}
    trung = next(row for row in values["concepts"] if row["id"] == "per-le-hoai-trung")
    assert [use["text"] for use in trung["forms"]] == ["Lê Hoài Trung", "Le Hoai Trung"]
    assert [(use["text"], use["places"][0]["date"], use["held"]) for use in trung["offices"]] == [
        ("Acting Minister of Foreign Affairs", "2025-09-11", True),
        ("minister of foreign affairs", "2026-02-04", True),
    ]


def test_a_name_inside_another_says_so(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = as_json(capsys, "news", "--all")
    row = next(row for row in values["concepts"] if row["id"] == "rel-humanistic-exchange")
    assert [(use["text"], use["within"]) for use in row["forms"]] == [
        ("Humanistic Exchange", "Year of Việt Nam-China Humanistic Exchange")
    ]


def test_what_one_source_writes_in_one_form_needs_all(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = {row["id"] for row in as_json(capsys, "news")["concepts"]}
    everything = {row["id"] for row in as_json(capsys, "news", "--all")["concepts"]}
    assert some < everything
    assert "rel-year-humanistic" in everything - some


def test_csv_has_one_line_per_source_and_form(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "news", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(out)))
    forms = [line for line in lines if line["concept"] == "rel-common-perceptions"]
    assert code == 0
    assert [(line["source"], line["form"], line["line"]) for line in forms] == [
        ("vns", "common perceptions", "7"),
        ("vns", "high-level common perceptions", "7"),
        ("xinhua", "important consensus", "7"),
    ]
    assert {line["role"] for line in lines} == {"form", "office"}


def test_markdown_is_one_pipe_table(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "news", "--format", "md")
    table = [line for line in out.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in table} == {7}
    assert "| xinhua | important consensus | 1 | `news/a.txt:7:17` | 2026-02-04 |" in out


def test_html_is_one_page_without_a_network(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "news", "--format", "html", "--output", "forms.html")
    page = (news / "forms.html").read_text(encoding="utf-8")
    assert (code, out) == (0, "")
    assert "important consensus" in page
    assert 'id="filter"' in page
    assert "http" not in page


def test_text_fits_eighty_columns(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "news")
    table, _, rest = out.partition(" 1  news/a.txt")
    assert max(map(len, table.splitlines())) <= 80
    assert "important consensus" in table
    assert rest.startswith("  xinhua, 2026-02-04\n 2  news/b.txt  vns, 2025-09-11\n")


def test_a_bad_file_is_named_and_the_others_are_compared(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "news" / "c.txt").write_bytes(b"\xff\xfe\xff bad \x00")
    code, out, err = run(capsys, "news", "--format", "json")
    values = json.loads(out)
    assert code == 2
    assert values["summary"]["errors"] == 1
    assert "news/c.txt" in err


def test_nothing_to_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, "missing.txt", "--output", "x.md", "--format", "md")
    assert (code, out) == (2, "")
    assert "missing.txt" in err
    assert not (tmp_path / "x.md").exists()
