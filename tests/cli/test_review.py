"""`termkit review`: sheets there and back, and the terminal with real keys."""

from __future__ import annotations

import csv
import json
import os
import select
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from termkit.build.candidates import render_candidates
from termkit.build.journal import load_decisions
from termkit.build.standing import Opinion
from termkit.cli.main import run
from termkit.cli.review_screen import KEYS, screen
from termkit.formats.xlsx import read_table, write_table
from termkit.model.review import Candidate, Context, Evidence, Form, Rendering, candidate_id


def candidate(source: str, target: str, score: float) -> Candidate:
    forms = Form("vi", source), Form("en", target)
    context = Context("memo.tmx#1", f"… {source} …", f"… {target} …", "memo.tmx", 7, "vna")
    evidence = Evidence(
        2, 3, 2, renderings=(Rendering(target, 2, 0.6), Rendering("other", 1, 0.1)),
        contexts=(context,), concepts=("un",),
    )  # fmt: skip
    return Candidate(candidate_id(*forms), *forms, score, evidence)


CANDIDATES = [
    candidate("Liên hợp quốc", "United Nations", 0.9),
    candidate("hòa bình", "=peace", 0.5),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "candidates.jsonl").write_text(render_candidates(CANDIDATES), encoding="utf-8")
    return tmp_path


def review(folder: Path, *options: str) -> int:
    return run(["review", str(folder / "candidates.jsonl"), "--quiet", *options])


def filled(path: Path, **answers: str) -> None:
    """Fill in the first row of a sheet, new columns at the end."""
    if path.suffix == ".xlsx":
        with path.open("rb") as file:
            header, cells = read_table(file, str(path))
            rows = [header, *(row for _, row in cells)]
    else:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    for name, value in answers.items():
        if name not in rows[0]:
            rows = [[*rows[0], name], *([*row, ""] for row in rows[1:])]
        rows[1][rows[0].index(name)] = value
    if path.suffix == ".xlsx":
        with path.open("wb") as file:
            write_table(rows, file)
    else:
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.parametrize("suffix", [".tsv", ".xlsx"])
def test_a_sheet_comes_back_with_its_own_columns(
    folder: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder / f"lan{suffix}"
    assert review(folder, "--export", str(sheet), "--reviewer", "lan") == 0
    filled(sheet, verdict="Accept", reason="đúng", **{"nhóm": "A"})
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 0
    (decision,) = load_decisions(folder / "decisions.jsonl")
    assert (decision.verdict, decision.reviewer, decision.reason) == ("accept", "lan", "đúng")
    assert decision.extra == (("nhóm", "A"),)
    # Twice is once, and the next sheet has the words and the columns.
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 0
    assert "0 new decisions" in capsys.readouterr().out
    again = folder / "again.tsv"
    assert review(folder, "--export", str(again), "--reviewer", "lan") == 0
    with again.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["verdict"] for row in rows] == ["accept", ""]
    assert rows[0]["nhóm"] == "A"
    assert rows[1]["target"] == "=peace"  # text, no formula


def test_the_other_reviewer_sees_the_first_and_the_disagreement(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, verdict in (("lan", "accept"), ("minh", "reject")):
        sheet = folder / f"{name}.tsv"
        assert review(folder, "--export", str(sheet), "--reviewer", name) == 0
        if name == "minh":
            assert "lan accepts on" in sheet.read_text(encoding="utf-8")
        filled(sheet, verdict=verdict)
        code = review(folder, "--import", str(sheet), "--reviewer", name)
    assert code == 1
    out = capsys.readouterr().out
    assert "disagreement: Liên hợp quốc = United Nations: lan accepts" in out
    assert "minh rejects" in out


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"verdict": "yes"}, "sheet.tsv:2: verdict 'yes' is not known"),
        ({"verdict": "merge", "concept": "nu"}, "sheet.tsv:2: concept 'nu' is not in the glossary"),
        ({"verdict": "merge"}, "sheet.tsv:2: merge into what?"),
        ({"verdict": "accept", "target": " "}, "sheet.tsv:2: no target"),
        ({"verdict": "accept", "type": "org"}, "sheet.tsv:2: type 'org' is not known"),
    ],
)
def test_a_cell_that_cannot_be(
    folder: Path, answers: dict[str, str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder / "sheet.tsv"
    review(folder, "--export", str(sheet), "--reviewer", "lan")
    filled(sheet, **answers)
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 2
    assert problem in capsys.readouterr().err
    assert not (folder / "decisions.jsonl").exists()


def answers(sheet: Path) -> list[list[str]]:
    with sheet.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, "excel-tab"))


def test_rows_may_change_places_and_marks_come_back(folder: Path) -> None:
    """Marks and line separators of a text make no new cell, line or form."""
    odd = candidate('"Vành đai" và\u2028Con đường', '"Belt', 0.7)
    (folder / "candidates.jsonl").write_text(render_candidates([*CANDIDATES, odd]), "utf-8")
    sheet = folder / "sheet.tsv"
    review(folder, "--export", str(sheet), "--reviewer", "lan")
    header, *rows = answers(sheet)
    assert len(rows) == 3
    verdicts = {CANDIDATES[0].id: "accept", odd.id: "reject"}
    with sheet.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, "excel-tab")
        table.writerow([*header, "nhóm"])
        for row in reversed(rows):
            row[header.index("verdict")] = verdicts.get(row[0], "")
            table.writerow([*row, "B"])
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 0
    words = load_decisions(folder / "decisions.jsonl")
    assert {d.candidate: d.verdict for d in words} == verdicts
    assert {d.extra for d in words} == {(("nhóm", "B"),)}


def test_two_verdicts_on_one_pair_in_a_sheet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder / "sheet.tsv"
    review(folder, "--export", str(sheet), "--reviewer", "lan")
    filled(sheet, verdict="accept")
    text = sheet.read_text(encoding="utf-8")
    first = text.splitlines()[1]
    sheet.write_text(text + first + "\n", encoding="utf-8")  # the same again is no harm
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 0
    assert len(load_decisions(folder / "decisions.jsonl")) == 1
    sheet.write_text(text + first.replace("accept", "reject") + "\n", encoding="utf-8")
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 2
    assert "sheet.tsv:4: reject here, and line 2 says accept" in capsys.readouterr().err
    assert len(load_decisions(folder / "decisions.jsonl")) == 1


def test_a_sheet_that_breaks_off_inside_marks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder / "sheet.tsv"
    review(folder, "--export", str(sheet), "--reviewer", "lan")
    sheet.write_text(sheet.read_text(encoding="utf-8") + 'x\t"accept\n', encoding="utf-8")
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 2
    assert "sheet.tsv:4: not a table" in capsys.readouterr().err


def test_an_edited_form_is_decided_on_as_edited(folder: Path) -> None:
    sheet = folder / "sheet.tsv"
    review(folder, "--export", str(sheet), "--reviewer", "lan")
    filled(sheet, verdict="accept", target="the United Nations")
    assert review(folder, "--import", str(sheet), "--reviewer", "lan") == 0
    (decision,) = load_decisions(folder / "decisions.jsonl")
    assert decision.target.text == "the United Nations"
    assert decision.candidate != CANDIDATES[0].id


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_one_key_a_decision_undo_and_resume(folder: Path) -> None:
    keys = [("1/2", b"n"), ("reason:", "nghĩa khác\n".encode()), ("nghĩa khác", b"r"),
            ("2/2", b"u"), ("taken back", b"2"), ("accepted: other", b"q")]  # fmt: skip
    seen = typed(folder, keys)
    assert "glossary: un: United Nations" in seen
    assert all(len(line) <= 80 for line in seen.splitlines())
    words = load_decisions(folder / "decisions.jsonl")
    assert [(d.verdict, d.target.text) for d in words] == [
        ("reject", "United Nations"), ("retract", "United Nations"), ("accept", "other"),
    ]  # fmt: skip
    assert words[0].reason == "nghĩa khác"
    # The next time it goes on, and a merge asks where to.
    typed(folder, [("1/2", b"m"), ("concept [un]:", b"\n"), ("2/2", b"d")])
    assert [(d.verdict, d.concept) for d in load_decisions(folder / "decisions.jsonl")[3:]] == [
        ("merge", "un"), ("defer", None),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_arrows_and_delete_decide_nothing(folder: Path) -> None:
    """The code of Delete ends in 3~, that of Home in 1~, of F5 in 15~, of an arrow in A."""
    codes = (b"\x1b[2~", b"\x1b[15~", b"\x1b[1;5a", b"\x1bOd", b"\x1br", b"\x1b")
    typed(folder, [("1/2", codes[0]), *(("is no key here", key) for key in (*codes[1:], b"q"))])
    assert not (folder / "decisions.jsonl").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_a_text_does_not_command_the_terminal(folder: Path) -> None:
    odd = candidate("Hà\x1b]0;title\x07 Nội", "Ha\x9b2J Noi", 0.7)
    (folder / "candidates.jsonl").write_text(render_candidates([odd]), encoding="utf-8")
    seen = typed(folder, [("1/1", b"q")])
    assert "Hà\ufffd]0;title\ufffd Nội" in seen
    assert "\x07" not in seen
    assert "\x9b" not in seen


@pytest.mark.parametrize("places", [0, 1, 5])
def test_the_forms_and_the_keys_are_on_one_screen(places: int) -> None:
    """Of long places there is what fits; *c* shows them whole, over more than a screen."""
    long = "Hai bên nhất trí tiếp tục làm sâu sắc quan hệ đối tác. " * 16
    contexts = tuple(Context(f"memo.tmx#{n}", long, long, "memo.tmx", n) for n in range(places))
    odd = candidate("hòa bình", "peace", 0.5)
    odd = replace(odd, evidence=replace(odd.evidence, contexts=contexts, concepts=("a", "b")))
    names = {"a": "peace = hòa bình = 和平", "b": long}
    shown = screen(odd, (1, 2), Opinion(), "lan", names, reason="nghĩa khác")
    assert len(shown.split("\n")) <= 22
    for part in ("hòa bình", "2  other", "glossary: a: peace", "reason: nghĩa khác", KEYS):
        assert part in shown
    assert "  …" in shown.split("\n")
    whole = screen(odd, (1, 2), Opinion(), "lan", names, everything=True)
    assert "  …" not in whole.split("\n")
    assert " ".join(whole.split()).count("Hai bên nhất trí") == 16 * (2 * places + 1)


def typed(folder: Path, keys: list[tuple[str, bytes]]) -> str:
    """Run a review at a terminal; each key is pressed once its text stands there."""
    import pty

    here, there = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "termkit", "review", "candidates.jsonl", "--reviewer", "lan"],
        cwd=folder, stdin=there, stdout=there, stderr=there, close_fds=True,
    )  # fmt: skip
    os.close(there)
    seen = ""
    try:
        for text, key in keys:
            fresh = len(seen)
            until = time.monotonic() + 30
            while text not in seen[fresh:]:
                assert time.monotonic() < until, seen
                if select.select([here], [], [], 1)[0]:
                    seen += os.read(here, 65536).decode("utf-8", "replace")
            os.write(here, key)
        assert process.wait(30) in (0, 1)
    finally:
        process.kill()
        os.close(here)
    return seen.replace("\r", "")


def test_the_schema_of_a_candidate(folder: Path) -> None:
    first = json.loads((folder / "candidates.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["schema"] == "termkit.candidate/1"
    assert set(first) == {"schema", "id", "score", "type", "source", "target", "evidence"}
    assert set(first["evidence"]) == {
        "count", "source_count", "target_count", "dice", "log_likelihood", "fisher",
        "renderings", "back_renderings", "contexts", "publishers", "concepts",
    }  # fmt: skip
