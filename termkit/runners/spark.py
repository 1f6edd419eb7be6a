"""A corpus on a cluster: the same check through Spark's ``mapInArrow``.

    from termkit.runners import spark
    findings = spark.check(frame, plan)

The plan travels to the workers as a file and is built once in each Python worker. termkit must
be installed there, or be given with ``--py-files``. A task that dies is run again by Spark, and
what it had found until then is thrown away with it: nothing is lost or doubled.
"""

from __future__ import annotations

import atexit
import os
import pickle
import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from termkit.check.plan import Plan
from termkit.errors import ConfigError, MissingExtraError, UnreadableDocumentError
from termkit.model.finding import Severity
from termkit.runners.columns import Columns, find_columns
from termkit.runners.parts import arrow_schema
from termkit.runners.record import FIELDS, RELATED
from termkit.runners.row import Row
from termkit.runners.state import State
from termkit.runners.work import Task, check_rows

_STATE = "state"  # the column of rows that hold no finding but the state of a partition
_TYPES = {"text": "string", "integer": "bigint", "texts": "array<string>"}
_BATCH_ROWS, _BATCH_BYTES = 500, 8 << 20  # of text that one Python worker holds at a time


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a frame.

    Attributes:
        findings: A Spark frame with the columns of `record.FIELDS`, those of the collection
            rules included; ``row`` is null, for rows of a frame have no number.
        state: Counts of all rows.
    """

    findings: Any
    state: State


def check(
    frame: Any,
    plan: Plan,
    *,
    columns: Mapping[str, str] | None = None,
    least: Severity = Severity.INFO,
) -> Any:
    """The findings of a Spark frame with one document a row, as a Spark frame.

    Args:
        frame: With a text and an id; see `termkit.runners.columns` for the names.
        plan: What runs.
        columns: By field, the column that holds it, where the names do not say.
        least: Findings below are left out.

    Raises:
        ConfigError: No column holds the text or the id, or the text is no text.
    """
    return check_frame(frame, Task(plan, least), columns).findings


def check_frame(frame: Any, task: Task, given: Mapping[str, str] | None = None) -> Checked:
    """The same, with the counts. The work is done here, once, and kept on the workers' disks."""
    from pyspark import StorageLevel

    session = frame.sparkSession
    columns = _columns_of(frame, given)
    checked = frame.select(*columns.used).mapInArrow(
        _mapper(_send(session, task), columns), f"{_schema()}, {_STATE} string"
    )
    checked = checked.persist(StorageLevel.DISK_ONLY)
    whole = State()
    for row in checked.where(f"{_STATE} is not null").select(_STATE).toLocalIterator():
        whole.add(State.from_json(row[0]))
    whole.prune()
    judged = [
        {**record, "row": None}
        for record in whole.judge(task.plan)
        if Severity(record["severity"]).rank >= task.least.rank
    ]
    whole.count(judged)
    findings = checked.where(f"{_STATE} is null").drop(_STATE)
    if judged:
        rows = [tuple(_plain(record[name]) for name in FIELDS) for record in judged]
        findings = findings.unionByName(session.createDataFrame(rows, _schema()))
    return Checked(findings, whole)


def start(master: str | None) -> Any:
    """A Spark session of our own, or the one there is.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise MissingExtraError("--engine spark", "spark") from None

    if master is None or master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not whatever python3 is
    builder = SparkSession.builder.appName("termkit")
    for key, value in (
        ("spark.sql.execution.arrow.maxRecordsPerBatch", _BATCH_ROWS),
        ("spark.sql.execution.arrow.maxBytesPerBatch", _BATCH_BYTES),
        ("spark.sql.session.timeZone", "UTC"),
    ):
        builder = builder.config(key, str(value))
    if master is not None:
        builder = builder.master(master)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def read_frame(session: Any, path: str) -> Any:
    """A table that Spark can reach: Parquet, CSV, or NDJSON.

    Raises:
        UnreadableDocumentError: It is none of these, or not there.
    """
    from pyspark.errors import AnalysisException

    if os.path.exists(path):
        path = os.path.abspath(path)  # a session begun elsewhere has its own working directory
    name = path.rstrip("/").lower().removesuffix(".gz").removesuffix(".zst")
    try:
        if name.endswith((".ndjson", ".jsonl")):
            return session.read.json(path, mode="PERMISSIVE")
        if name.endswith(".csv"):
            return session.read.csv(path, header=True, multiLine=True, escape='"')
        return session.read.parquet(path)
    except AnalysisException as error:
        reason = str(error).split("\n")[0]
        raise UnreadableDocumentError(f"cannot be read: {reason}", path=path) from None


def _columns_of(frame: Any, given: Mapping[str, str] | None) -> Columns:
    columns = find_columns(frame.columns, given)
    if columns["id"] is None:
        raise ConfigError(
            "no column holds the id, and rows of a frame have no number",
            hint="name one with --column id=NAME",
        )
    return columns


def _schema() -> str:
    """The columns of a finding, as Spark spells them."""
    related = ", ".join(f"{name}: {_TYPES[kind]}" for name, kind in RELATED.items())
    types = {**_TYPES, "places": f"array<struct<{related}>>"}
    return ", ".join(f"`{name}` {types[kind]}" for name, kind in FIELDS.items())


def _send(session: Any, task: Task) -> str:
    """Put the task where every worker finds it; returns its name."""
    name = f"termkit-{uuid.uuid4().hex}.task"
    # Workers fetch it from here whenever they start, to the end of the session.
    folder = tempfile.mkdtemp(prefix="termkit-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        pickle.dump(task, file)
    session.sparkContext.addFile(path)
    return name


def _mapper(name: str, columns: Columns) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """What runs in a worker: batches of rows to batches of findings and, last, the state."""

    def check_partition(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        schema = arrow_schema().append(pyarrow.field(_STATE, pyarrow.string()))
        task = _task(name)
        whole = State()
        for batch in batches:
            rows = (_row(values, columns) for values in batch.to_pylist())
            records, state = check_rows(rows, task)
            whole.add(state)
            if records:
                values = [{**record, "row": None, _STATE: None} for record in records]
                yield pyarrow.RecordBatch.from_pylist(values, schema)
        whole.prune()
        state_row = dict.fromkeys(schema.names) | {_STATE: whole.to_json()}
        yield pyarrow.RecordBatch.from_pylist([state_row], schema)

    return check_partition


def _row(values: Mapping[str, Any], columns: Columns) -> Row:
    fields = {field: values[name] for field, name in columns.names.items()}
    named = fields.pop("id")
    text = fields["text"]
    return Row("", 1, "" if named is None else str(named), fields, len(text or ""))


@lru_cache(maxsize=1)
def _task(name: str) -> Task:
    """The task, built once in this Python worker."""
    from pyspark import SparkFiles

    with open(SparkFiles.get(name), "rb") as file:
        task = pickle.load(file)
    assert isinstance(task, Task)
    return task


def _plain(value: Any) -> Any:
    """A list of places as the tuples that Spark makes structures of."""
    if isinstance(value, list):
        return [tuple(each.values()) if isinstance(each, dict) else each for each in value]
    return value
