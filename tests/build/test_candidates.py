"""A file of candidates comes from outside: whatever it has, it is read or refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from termkit.build.candidates import CandidateError, load_candidates, render_candidates
from termkit.model.review import Candidate, Context, Evidence, Form, Rendering, candidate_id

FORMS = Form("vi", "Biển Đông"), Form("en", "East Sea")
EVIDENCE = Evidence(
    2, 3, 2, renderings=(Rendering("East Sea", 2, 0.6),),
    contexts=(Context("memo.tmx#1", "…", "…", "memo.tmx", 7, "vna"),), concepts=("east-sea",),
)  # fmt: skip
SEA = Candidate(candidate_id(*FORMS), *FORMS, 0.5, EVIDENCE)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "candidates.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def value() -> Any:
    return json.loads(render_candidates([SEA]))


def test_a_candidate_comes_back_as_it_was_and_once(tmp_path: Path) -> None:
    line = render_candidates([SEA]).strip()
    assert load_candidates(written(tmp_path, line, "", line)) == (SEA,)


def test_a_form_mended_by_hand_is_another_candidate(tmp_path: Path) -> None:
    mended = value()
    mended["target"]["text"] = "South China Sea"
    (found,) = load_candidates(written(tmp_path, json.dumps(mended)))
    assert found.id == candidate_id(FORMS[0], Form("en", "South China Sea"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("candidate/1", "candidate/2", "schema 'termkit.candidate/2' is not known here"),
        ('"score": 0.5', '"score": NaN', "not JSON"),
        ('"score": 0.5', '"score": 1e999', "not a candidate: ValueError"),
        ('"count": 2', '"count": 1e999', "not a candidate: OverflowError"),
        ('"count": 2', '"count": ' + "1" * 5000, "not JSON"),
        ("East Sea", "\\ud800", "not JSON"),
        ('["east-sea"]', '"east-sea"', "not a candidate: TypeError concepts is no list"),
        ('"line": 7', '"line": "seven"', "not a candidate: ValueError"),
    ],
)
def test_a_line_that_is_none(tmp_path: Path, old: str, new: str, problem: str) -> None:
    line = render_candidates([SEA]).strip()
    assert old in line
    path = written(tmp_path, line, line.replace(old, new))
    with pytest.raises(CandidateError) as caught:
        load_candidates(path)
    assert caught.value.problem.startswith(problem)
    assert caught.value.line == 2


def test_what_is_no_text_is_read_as_text(tmp_path: Path) -> None:
    odd = value()
    odd["evidence"]["contexts"][0]["path"] = 5
    (found,) = load_candidates(written(tmp_path, json.dumps(odd)))
    assert found.evidence.contexts[0].path == "5"
