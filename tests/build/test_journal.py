"""Decisions on disk: nothing is lost, nothing is merged that people disagree on."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from termkit.build.candidates import CandidateError
from termkit.build.journal import append_decisions, load_decisions
from termkit.build.session import Session
from termkit.build.standing import Opinion, Standing, describe_conflict, opinions, queue
from termkit.model.review import Candidate, Decision, Evidence, Form, Verdict, candidate_id

NOON = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)


def candidate(number: int, target: str = "") -> Candidate:
    source, goal = Form("vi", f"từ {number}"), Form("en", target or f"word {number}")
    return Candidate(candidate_id(source, goal), source, goal, 1 / number, Evidence(1, 1, 1))


def decision(of: Candidate, verdict: Verdict, reviewer: str, **more: str) -> Decision:
    return Decision(of.id, verdict, reviewer, NOON, of.source, of.target, **more)


ONE, TWO, THREE = candidate(1), candidate(2), candidate(3)


def test_a_decision_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    words = (
        decision(ONE, Verdict.ACCEPT, "lan", reason="nghĩa «đúng»\nhai dòng"),
        decision(TWO, Verdict.MERGE, "𡨸", concept="un"),
    )
    append_decisions(path, words[:1])
    append_decisions(path, words[1:])
    assert load_decisions(path) == words
    assert load_decisions(tmp_path / "none.jsonl") == ()


def test_a_killed_review_keeps_every_decision(tmp_path: Path) -> None:
    """The process is killed without warning right after its third word."""
    path = tmp_path / "decisions.jsonl"
    script = (
        "import os, signal, sys\n"
        "from tests.build.test_journal import ONE, THREE, TWO\n"
        "from termkit.build.session import Session\n"
        "from termkit.model.review import Verdict\n"
        "session = Session([ONE, TWO, THREE], sys.argv[1], 'lan')\n"
        "for verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.DEFER):\n"
        "    session.decide(verdict)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False,
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL
    assert [d.verdict for d in load_decisions(path)] == ["accept", "reject", "defer"]
    resumed = Session([ONE, TWO, THREE], path, "lan")
    assert resumed.current == THREE  # deferred: asked again, the others are not


@pytest.mark.parametrize("cut", [1, 20, 60, 150])
def test_a_line_that_broke_off_is_passed_over_and_told(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decisions(path, [decision(ONE, Verdict.ACCEPT, "lan")])
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:cut])
    append_decisions(path, [decision(TWO, Verdict.REJECT, "lan")])
    told: list[int] = []
    found = load_decisions(path, broken=told.append)
    assert [d.candidate for d in found] == [ONE.id, TWO.id]
    assert told == [2]


def test_zeros_that_a_power_cut_left_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decisions(path, [decision(ONE, Verdict.ACCEPT, "lan")])
    path.write_bytes(path.read_bytes() + b"\0" * 100)
    append_decisions(path, [decision(TWO, Verdict.ACCEPT, "lan")])
    told: list[int] = []
    assert [d.candidate for d in load_decisions(path, broken=told.append)] == [ONE.id, TWO.id]
    assert told == [2]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "not JSON"),
        ('{"schema": "termkit.decision/9"}', "schema 'termkit.decision/9' is not known here"),
        ('{"schema": "termkit.decision/1", "verdict": "accept"}', "not a decision: KeyError"),
        ('{"schema": "termkit.decision/1", "n": ' + "1" * 5000 + "}", "not JSON"),
    ],
)
def test_another_line_is_an_error_with_its_place(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decisions(path, [decision(ONE, Verdict.ACCEPT, "lan")])
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(CandidateError) as caught:
        load_decisions(path)
    assert caught.value.problem.startswith(problem)
    assert (caught.value.path, caught.value.line) == (str(path), 2)


def test_two_who_disagree_are_shown_to_each_other() -> None:
    words = [
        decision(ONE, Verdict.ACCEPT, "lan"),
        decision(ONE, Verdict.REJECT, "minh", reason="nghĩa khác"),
        decision(TWO, Verdict.ACCEPT, "lan"),
        decision(TWO, Verdict.ACCEPT, "minh"),
    ]
    said = opinions(words)
    assert said[ONE.id].standing is Standing.CONFLICT
    assert said[TWO.id].standing is Standing.ACCEPTED
    assert describe_conflict(said[ONE.id]) == (
        "từ 1 = word 1: lan accepts on 2026-11-27; minh rejects on 2026-11-27 (nghĩa khác)"
    )
    # Both are asked again, first of all; and what one decided the other is not asked about.
    assert queue([TWO, THREE, ONE], words, "lan") == [ONE, THREE]
    assert queue([TWO, THREE, ONE], words, "minh") == [ONE, THREE]


def test_the_last_word_of_a_reviewer_counts() -> None:
    words = [
        decision(ONE, Verdict.REJECT, "lan"),
        decision(ONE, Verdict.ACCEPT, "minh"),
        decision(ONE, Verdict.ACCEPT, "lan"),
    ]
    assert opinions(words)[ONE.id].standing is Standing.ACCEPTED
    taken_back = [*words, decision(ONE, Verdict.RETRACT, "lan")]
    assert [d.reviewer for d in opinions(taken_back)[ONE.id].decisions] == ["minh"]
    assert Opinion().standing is Standing.OPEN


def test_merging_into_two_concepts_is_a_disagreement() -> None:
    words = [
        decision(ONE, Verdict.MERGE, "lan", concept="un"),
        decision(ONE, Verdict.MERGE, "minh", concept="asean"),
    ]
    assert opinions(words)[ONE.id].standing is Standing.CONFLICT


def test_undo_goes_back_and_the_journal_keeps_both_words(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    session = Session([ONE, TWO], path, "lan", clock=lambda: NOON)
    assert session.undo() is None
    session.decide(Verdict.REJECT)
    assert session.current == TWO
    assert session.undo() == ONE
    assert (session.current, session.decided) == (ONE, 0)
    session.decide(Verdict.ACCEPT)
    assert [d.verdict for d in load_decisions(path)] == ["reject", "retract", "accept"]
    assert opinions(load_decisions(path))[ONE.id].standing is Standing.ACCEPTED


def test_another_rendering_is_accepted_and_the_candidate_stays(tmp_path: Path) -> None:
    session = Session([ONE, TWO], tmp_path / "decisions.jsonl", "lan")
    session.decide(Verdict.ACCEPT, target="better word")
    assert session.current == ONE
    (word,) = load_decisions(tmp_path / "decisions.jsonl")
    assert word.target.text == "better word"
    assert word.candidate == candidate(1, "better word").id


def test_a_contradiction_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decisions(path, [decision(ONE, Verdict.REJECT, "minh")])
    assert Session([ONE], path, "lan").current is None  # decided; nobody asks twice
    session = Session([ONE], path, "lan", second=True)
    assert session.current is None
    append_decisions(path, [decision(TWO, Verdict.ACCEPT, "minh")])
    session = Session([TWO], path, "lan", second=True)
    assert [w.reviewer for w in session.decide(Verdict.REJECT)] == ["minh"]


def test_the_schema_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    append_decisions(path, [decision(ONE, Verdict.ACCEPT, "lan")])
    assert json.loads(path.read_text()) == {
        "schema": "termkit.decision/1", "candidate": ONE.id, "verdict": "accept",
        "reviewer": "lan", "date": "2026-11-27T12:00:00+00:00", "concept": None, "reason": "",
        "type": None, "source": {"lang": "vi", "text": "từ 1"},
        "target": {"lang": "en", "text": "word 1"}, "extra": {},
    }  # fmt: skip
