"""The same findings from every runner, batch size and number of processes; nothing lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyarrow import parquet

from termkit.__main__ import main
from termkit.errors import ConfigError, TermkitError, UsageError
from termkit.runners import parts as parts_module
from termkit.runners.batches import Cut
from termkit.runners.parts import open_parts
from termkit.runners.state import State
from termkit.runners.work import Task
from tests.runners.corpora import essence, in_memory, plan, rows, run, write


@pytest.fixture(scope="module")
def task() -> Task:
    return Task(plan())


@pytest.mark.parametrize(
    ("name", "cut", "jobs"),
    [
        ("c.parquet", Cut(), 1),
        ("c.ndjson", Cut(rows=1), 1),
        ("c.csv", Cut(rows=5), 1),
        ("c.jsonl.zst", Cut(size=200), 1),
        ("c.parquet", Cut(rows=3), 2),
    ],
)
def test_every_way_finds_what_the_engine_finds(
    tmp_path: Path, task: Task, name: str, cut: Cut, jobs: int
) -> None:
    values = rows()
    records, whole = run([write(tmp_path / name, values)], task, cut=cut, jobs=jobs)
    found = sorted(
        (r["code"], r["unit"], *_span(r, values), r["message"], r["fingerprint"]) for r in records
    )
    assert found == sorted(in_memory(values, task))
    assert {"X301", "O203"} <= {record["code"] for record in records}
    assert (whole.rows, whole.errors) == (28, 0)


@pytest.mark.parametrize("name", ["c.parquet", "c.ndjson", "c.csv", "c.jsonl.gz", "c.ndjson.zst"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_polars_finds_what_the_readers_of_files_find(
    tmp_path: Path, task: Task, name: str, jobs: int
) -> None:
    from termkit.runners import polars_

    path = write(tmp_path / name, rows())
    expected, _ = run([path], task)
    found, whole = run([path], task, cut=Cut(rows=5), jobs=jobs, reader=polars_.read)
    assert found == expected
    assert (whole.rows, whole.errors) == (28, 0)


def test_a_frame_of_polars_is_checked(tmp_path: Path, task: Task) -> None:
    import polars

    from termkit.runners import polars_

    expected, _ = run([write(tmp_path / "c.parquet", rows())], task)
    frame = polars.DataFrame(rows()).rename({"text": "words"})
    found = polars_.check(frame, task.plan, columns={"text": "words"})
    assert found["row"].to_list()[:2] == [expected[0]["row"], expected[1]["row"]]
    assert essence(found.to_dicts()) == essence(expected)
    with pytest.raises(ConfigError, match="no column holds the text"):
        polars_.check(frame, task.plan)


def test_what_polars_cannot_read_is_named(tmp_path: Path, task: Task) -> None:
    from termkit.runners import polars_

    good, bad = write(tmp_path / "a.ndjson", rows(3)), tmp_path / "b.ndjson"
    bad.write_bytes(b'{"text": "one"}\n{"text": "tw')
    (tmp_path / "c.parquet").write_bytes(b"PAR1 and nothing")
    paths = [bad, tmp_path / "c.parquet", tmp_path / "none.csv", good]
    records, whole = run(paths, task, reader=polars_.read)
    told = [(r["code"], r["row"], Path(r["path"]).name) for r in records if r["code"][0] == "E"]
    assert told == [("E101", 0, name) for name in ("b.ndjson", "c.parquet", "none.csv")]
    assert (whole.rows, whole.errors) == (3, 3)


def _span(record: dict[str, object], values: list[dict[str, str]]) -> tuple[int, int]:
    """Start and end in the paragraph, which a record has in the document."""
    text = next(row["text"] for row in values if row["id"] == record["document"])
    number = int(str(record["unit"]).rpartition("#")[2])
    before = 0 if number == 1 else text.index("\n\n") + 2
    return int(str(record["start"])) - before, int(str(record["end"])) - before


def test_states_merge_in_any_order_and_travel(tmp_path: Path, task: Task) -> None:
    from termkit.runners.batches import cut_batches
    from termkit.runners.work import check_rows

    path = write(tmp_path / "c.ndjson", rows())
    states = [
        check_rows(batch.rows, task)[1] for batch in cut_batches([str(path)], {}, Cut(rows=4))
    ]
    forward, backward = State(), State()
    for state in states:
        forward.add(State.from_json(state.to_json()))
    for state in reversed(states):
        backward.add(state)
        backward.prune()
    forward.prune()
    assert forward == backward
    assert list(forward.judge(task.plan)) == list(backward.judge(task.plan))


def test_bad_rows_are_findings_and_the_rest_is_checked(tmp_path: Path, task: Task) -> None:
    good = rows(1)[0]
    bad = [
        {"text": None}, {"text": 7}, {"text": "  "}, {"text": "x", "lang": "fr"},
        {"text": good["text"], "date": "2025-13-01"}, {"text": good["text"], "profile": "none"},
        {"text": "a\ud800b", "lang": "en"}, {"text": "a\0b", "lang": "en"},
        {"text": good["text"], "lang": 3}, {"text": "word " * (2 << 20), "lang": "en"},
    ]  # fmt: skip
    path = write(tmp_path / "c.ndjson", [{"id": str(n), **row} for n, row in enumerate(bad)])
    with path.open("ab") as file:
        file.write(json.dumps(good).encode() + b"\n")
    records, whole = run([path], task)
    told = {r["document"]: r["message"] for r in records if r["code"] == "E101"}
    assert [(number, told[number].split(" (")[0]) for number in sorted(told, key=int)] == [
        ("0", "the text is null"),
        ("1", "the text is not text but int"),
        ("2", "the file holds nothing but white space"),
        ("3", "language 'fr' is not known"),
        ("4", "the date '2025-13-01' is none"),
        ("5", "house style 'none' is not known"),
        ("6", "half of a surrogate pair at character 1, which is no text"),
        ("7", "not text: a NUL byte at offset 1"),
        ("8", "the lang is not text but int"),
        ("9", "larger than 8 MiB, too large for one row"),
    ]
    assert {r["row"] for r in records if r["code"] == "E101"} == set(range(1, 11))
    assert any(r["document"] == "d000" for r in records)
    assert (whole.rows, whole.errors) == (11, 10)


def test_a_fault_of_ours_is_one_bad_row(
    tmp_path: Path, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    from termkit.check import engine

    real = engine.view_of

    def fails(document, plan):  # type: ignore[no-untyped-def]
        if document.id == "d001":
            raise ZeroDivisionError("oops")
        return real(document, plan)

    whole_records, _ = run([write(tmp_path / "c.ndjson", rows(3))], task)
    monkeypatch.setattr(engine, "view_of", fails)
    records, whole = run([write(tmp_path / "c.ndjson", rows(3))], task)
    assert whole.errors == 1
    others = [r for r in records if r["document"] != "d001"]
    assert others == [r for r in whole_records if r["document"] != "d001"] != []
    (told,) = (r["message"] for r in records if r["code"] == "E101")
    assert told.startswith("termkit failed in this row: ZeroDivisionError: oops")


def _found(folder: Path) -> list[dict[str, object]]:
    return [
        record
        for path in sorted((folder / "findings").glob("*.parquet"))
        for record in parquet.read_table(path).to_pylist()
    ]


def test_a_killed_run_goes_on_without_loss_or_double(tmp_path: Path) -> None:
    """Killed for real, at several moments, each time a little later."""
    path = write(tmp_path / "c.ndjson", rows(1400))
    arguments = [
        sys.executable, "-c",
        "import sys, termkit.runners.batches as b; b.Cut.__init__.__defaults__ = (20, b.BYTES);"
        "from termkit.__main__ import main; sys.exit(main(sys.argv[1:]))",
        "check", str(path), "--format", "parquet", "--jobs", "2", "--select", "O203,X301",
    ]  # fmt: skip
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    subprocess.run([*arguments, "--output", str(whole)], capture_output=True, check=False)
    assert (whole / "summary.json").exists()
    for wanted in (0, 1, 20):
        run = subprocess.Popen(
            [*arguments, "--output", str(broken), *(["--resume"] if wanted else [])],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until and len(list(broken.glob("state/*.json"))) < wanted:
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        assert not (broken / "summary.json").exists()
    done = len(list(broken.glob("state/*.json")))
    assert 20 <= done < 70
    last = subprocess.run(
        [*arguments, "--output", str(broken), "--resume"], capture_output=True, check=False
    )
    assert last.returncode == 1, last.stderr
    assert essence(_found(broken)) == essence(_found(whole))
    summaries = [json.loads((each / "summary.json").read_text()) for each in (whole, broken)]
    assert summaries[0] == summaries[1]


def test_a_full_disk_ends_in_a_sentence_and_resume_goes_on(
    tmp_path: Path, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "c.ndjson", rows())
    asked = {"files": [str(path)]}
    room = [3]
    real = parts_module.open_atomic

    def full(target):  # type: ignore[no-untyped-def]
        room[0] -= 1
        if room[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(target)

    expected, _ = run([path], task, cut=Cut(rows=4))
    parts = open_parts(str(tmp_path / "out"), "parquet", asked, resume=False)
    with monkeypatch.context() as patch:
        patch.setattr(parts_module, "open_atomic", full)
        with pytest.raises(TermkitError) as error:
            run([path], task, cut=Cut(rows=4), parts=parts)
    assert error.value.problem == "cannot be written: No space left on device"
    assert error.value.hint == "make room, then go on with --resume"
    parts = open_parts(str(tmp_path / "out"), "parquet", asked, resume=True)
    judged, _ = run([path], task, cut=Cut(rows=4), parts=parts)
    assert essence(_found(tmp_path / "out") + judged) == essence(expected)


def test_a_disk_that_is_full_for_real(tmp_path: Path) -> None:
    """A limit on the size of files, as of a quota, that the findings of one batch run into."""
    import resource

    values = rows(12)
    values[8]["text"] = "\n\n".join(values[0]["text"] for _ in range(60))
    path = write(tmp_path / "c.ndjson", values)
    program = (
        "import sys, termkit.runners.batches as b; b.Cut.__init__.__defaults__ = (2, b.BYTES);"
        "from termkit.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    options = ["check", str(path), "--format", "ndjson", "--select", "O203"]
    command = [sys.executable, "-c", program, *options, "--output"]
    whole, out = str(tmp_path / "whole"), str(tmp_path / "out")
    assert subprocess.run([*command, whole], capture_output=True, check=False).returncode == 1
    full = subprocess.run(
        [*command, out],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000)),
    )
    assert full.returncode == 2
    assert full.stderr.splitlines() == [
        f"termkit: {out}/findings/part-000004.ndjson: cannot be written: File too large",
        "  hint: make room, then go on with --resume",
    ]
    done = subprocess.run([*command, out, "--resume"], capture_output=True, check=False)
    assert done.returncode == 1
    for name in ("findings", "state"):
        left, right = (sorted(Path(each, name).iterdir()) for each in (whole, out))
        assert [p.read_bytes() for p in left] == [p.read_bytes() for p in right]
        assert [p.name for p in left] == [p.name for p in right]


def test_another_run_is_not_taken_up(tmp_path: Path) -> None:
    folder = str(tmp_path / "out")
    open_parts(folder, "json", {"files": ["a"]}, resume=False)
    with pytest.raises(UsageError, match="has what another run has done"):
        open_parts(folder, "json", {"files": ["a"]}, resume=False)
    with pytest.raises(UsageError, match="was another: files differ"):
        open_parts(folder, "json", {"files": ["b"]}, resume=True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="is not empty"):
        open_parts(str(tmp_path / "full"), "json", {}, resume=True)


@pytest.mark.parametrize("form", ["parquet", "ndjson", "json"])
def test_parts_of_every_form_have_the_same_records(tmp_path: Path, task: Task, form: str) -> None:
    path = write(tmp_path / "c.ndjson", rows(7))
    parts = open_parts(str(tmp_path / "out"), form, {}, resume=False)
    run([path], task, parts=parts)
    (part,) = (tmp_path / "out" / "findings").iterdir()
    if form == "parquet":
        found = parquet.read_table(part).to_pylist()
    elif form == "json":
        found = json.loads(part.read_text(encoding="utf-8"))["findings"]
    else:
        found = [json.loads(line) for line in part.read_text(encoding="utf-8").splitlines()]
    expected, _ = run([path], task)
    assert found == [record for record in expected if record["code"] != "X301"]


def test_the_command_says_what_became_of_a_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("c.parquet"), rows(14))
    assert main(["check", "c.parquet", "--fail-on", "error"]) == 0
    shown = capsys.readouterr().out
    assert "c.parquet:1 d000:1:" in shown
    assert "by rule" in shown
    assert "by month" in shown
    assert main(["check", "c.parquet", "--format", "json"]) == 1
    values = json.loads(capsys.readouterr().out)
    assert values["summary"]["documents"] == 14
    assert values["summary"]["findings"] == len(values["findings"])
    Path("c.parquet").write_bytes(Path("c.parquet").read_bytes()[:-9])
    write(Path("d.ndjson"), rows(2))
    assert main(["check", "c.parquet", "d.ndjson"]) == 2
    shown = capsys.readouterr().out
    assert "c.parquet:1:1 E101 damaged" in shown
    assert "d.ndjson:1 d000" in shown


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--format", "parquet"], "needs a folder"),
        (["--resume"], "needs a folder"),
        (["--fix"], "--fix is for documents"),
        (["--format", "sarif"], "--format sarif is for documents"),
        (["--output", "x"], "which are no text"),
        (["--column", "text"], "is not FIELD=NAME"),
        (["--column", "words=body"], "a row has no field 'words'"),
        (["--jobs", "many"], "is no number of processes"),
    ],
)
def test_what_a_corpus_cannot_have_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    problem: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("c.ndjson"), rows(1))
    assert main(["check", "c.ndjson", *arguments]) == 2
    assert problem in capsys.readouterr().err
