"""Rosters as files, and the command that links documents by them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from termkit.cli.main import run
from termkit.errors import TermkitError
from termkit.names.roster import parse_roster

ROSTER = "id\tname\tlang\tkind\ntrung\tLê Hoài Trung\tvi\tperson\ndung\tNguyễn Chí Dũng\tvi\t\n"


def test_columns_may_stand_in_any_order_and_be_left_out() -> None:
    assert parse_roster("# people\n\nname\tid\nTô Lâm\tlam\n") == (("lam", "Tô Lâm", "", ""),)
    assert parse_roster("\ufefflam\tTô Lâm\tvi\r\n") == (("lam", "Tô Lâm", "vi", ""),)
    assert parse_roster("") == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lam\n", "r.tsv:1: no id or no name"),
        ("lam\tTô Lâm\nx\t\tvi\n", "r.tsv:2: no id or no name"),
        ("lam\tTô Lâm\tvi\tship\n", "r.tsv:1: kind 'ship' is not known"),
        ("lam\tTô Lâm\txx\n", "r.tsv:1: "),
    ],
)
def test_a_bad_line_is_told(text: str, problem: str) -> None:
    with pytest.raises(TermkitError) as caught:
        parse_roster(text, path="r.tsv")
    assert str(caught.value).startswith(problem)


def test_a_short_name_is_linked_across_paragraphs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster, report = tmp_path / "roster.tsv", tmp_path / "report.txt"
    roster.write_text(ROSTER, "utf-8")
    report.write_text("Le Hoai Trung came to Hanoi.\n\nOn Monday Trung’s guests left.\n", "utf-8")
    arguments = ["names", "link", "--lang", "en", "--roster", str(roster), str(report)]
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert out == (
        f"{report}:1:1 Le Hoai Trung: trung\n{report}:3:11 Trung: trung\n\n"
        "2 mentions of 1 in 1 document\n"
    )
    assert run([*arguments, "--format", "json"]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert [(m["start"], m["end"], m["ids"], m["way"]) for m in mentions] == [
        (0, 13, ["trung"], "whole"),
        (40, 45, ["trung"], "short"),
    ]
    assert run([*arguments, "--format", "tsv"]) == 0
    assert capsys.readouterr().out.splitlines()[2].split("\t")[1:] == [
        "3", "11", "40", "45", "Trung", "trung", "short",
    ]  # fmt: skip


def test_broken_work_is_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Le Hoai Trung came.\n", "utf-8")
    assert run(["names", "link", "--roster", str(tmp_path / "none.tsv"), str(report)]) == 2
    assert "none.tsv: cannot be read" in capsys.readouterr().err
