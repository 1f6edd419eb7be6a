"""Spark finds what one process finds, whatever dies on the way."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from termkit.__main__ import main
from termkit.errors import ConfigError
from termkit.runners.batches import Cut
from termkit.runners.record import Record
from termkit.runners.work import Task
from tests.runners.corpora import essence, plan, rows, run, write

pytestmark = [
    pytest.mark.spark,
    # pyspark 4 says so of pandas 3, which it does not need here.
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

COUNT = 420


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from termkit.runners import spark

    session = spark.start("local[2,4]")
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def digest(records: list[Record]) -> str:
    """Of the sorted table."""
    table = "\n".join(json.dumps(row, ensure_ascii=False) for row in essence(records))
    return hashlib.sha256(table.encode()).hexdigest()[:16]


def collected(frame: Any) -> list[Record]:
    return [row.asDict(recursive=True) for row in frame.collect()]


def test_every_runner_finds_the_same(
    tmp_path: Path, session: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    import polars

    from termkit.runners import polars_, spark

    task = Task(plan())
    path = write(tmp_path / "c.parquet", rows(COUNT), row_group_size=200)
    found = {
        "one process": digest(run([path], task)[0]),
        "one process, 17 rows a batch": digest(run([path], task, cut=Cut(rows=17))[0]),
        "two processes": digest(run([path], task, cut=Cut(rows=100), jobs=2)[0]),
    }
    for jobs, cut in ((1, Cut()), (2, Cut(rows=60)), (2, Cut(size=3000))):
        records, _ = run([path], task, cut=cut, jobs=jobs, reader=polars_.read)
        found[f"polars, {jobs} processes, {cut.rows} rows or {cut.size} bytes"] = digest(records)
    whole = polars.read_parquet(path)
    found["a frame of polars"] = digest(polars_.check(whole, task.plan, jobs=2).to_dicts())
    found["Spark, local[4], a process of its own"] = digest(_with_four(path))
    frame = spark.read_frame(session, str(path))
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
    killer = _Killer()
    killer.start()
    checked = spark.check_frame(frame.repartition(9), task)
    killer.stop()
    found["Spark, a worker killed"] = digest(collected(checked.findings))
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    found["Spark, one partition"] = digest(collected(spark.check(frame.coalesce(1), task.plan)))
    with capsys.disabled():
        print()
        for way, hash_ in found.items():
            print(f"{hash_}  {way}")
    assert killer.killed
    assert len(set(found.values())) == 1
    assert (checked.state.rows, checked.state.errors) == (COUNT, 0)


def _with_four(path: Path) -> list[Record]:
    """What the command finds on a Spark of four threads; a session has one master for life."""
    options = ["--engine", "spark", "--master", "local[4,4]", "--format", "ndjson"]
    done = subprocess.run(
        [sys.executable, "-m", "termkit", "check", str(path), *options],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


class _Killer(threading.Thread):
    """Kills one Python worker of Spark while it works."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.killed = 0
        self._over = threading.Event()

    def stop(self) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.is_set() and not self.killed:
            for worker in _workers():
                time.sleep(0.2)  # it has begun by then
                try:
                    os.kill(worker, signal.SIGKILL)
                except ProcessLookupError:
                    continue
                self.killed = worker
                return
            time.sleep(0.05)


def _workers() -> list[int]:
    """Python workers forked by the daemon of the Spark that this process started."""
    parents: dict[int, int] = {}
    daemons = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
            stat = (entry / "stat").read_text()
        except OSError:
            continue
        parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
        if b"pyspark.daemon" in command:
            daemons.append(int(entry.name))

    def ours(pid: int) -> bool:
        while pid > 1:
            if pid == os.getpid():
                return True
            pid = parents.get(pid, 0)
        return False

    return [pid for pid in daemons if parents.get(pid) in daemons and ours(pid)]


def test_bad_rows_and_columns(tmp_path: Path, session: Any) -> None:
    from termkit.runners import spark

    task = Task(plan())
    frame = session.createDataFrame(
        [("a", None, "en"), ("b", "The ASEAN - China talks, ASEAN-China.", "en"), ("c", "x", "fr")],
        "id string, body string, lang string",
    )
    checked = spark.check_frame(frame, task)
    told = {(r["document"], r["code"]) for r in collected(checked.findings)}
    assert told == {("a", "E101"), ("b", "O203"), ("c", "E101")}
    assert checked.state.errors == 2
    with pytest.raises(ConfigError, match="no column holds the id"):
        spark.check(frame.drop("id"), task.plan)
    with pytest.raises(ConfigError, match="no column holds the text"):
        spark.check(frame.drop("body"), task.plan)


def test_the_command(
    tmp_path: Path, session: Any, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("c.ndjson"), rows(14))
    arguments = ["check", "c.ndjson", "--engine", "spark", "--format", "parquet"]
    assert main([*arguments, "--output", "out"]) == 1
    assert "by rule" in capsys.readouterr().out
    assert json.loads(Path("out/summary.json").read_text())["documents"] == 14
    assert list(Path("out/findings").glob("*.parquet"))
    assert main([*arguments, "--output", "out"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["check", "none.parquet", "--engine", "spark"]) == 2
    assert "none.parquet: cannot be read" in capsys.readouterr().err
