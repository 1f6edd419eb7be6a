"""``termkit check`` over a corpus: tables of documents, or folders checked by many processes."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from termkit.check.plan import Plan
from termkit.cli.bitexts import is_bitext
from termkit.cli.corpus_options import add_reading, columns_from, jobs_from
from termkit.cli.options import spare_inputs
from termkit.cli.progress import ShareBar
from termkit.config import Config
from termkit.errors import UsageError
from termkit.model.finding import Severity

if TYPE_CHECKING:
    from termkit.runners.local import Done
    from termkit.runners.parts import Parts
    from termkit.runners.record import Record
    from termkit.runners.sources import Reader
    from termkit.runners.state import State
    from termkit.runners.work import Task

CORPUS_FORMATS = ("ndjson", "parquet")
_PRUNE_AT = 100_000  # places kept before those that are no longer first are forgotten


@dataclass(frozen=True, slots=True)
class Levels:
    """What is reported, and what makes the exit code 1."""

    least: Severity
    fail_on: Severity | None


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Options for tables of documents: Parquet, NDJSON and CSV."""
    group = parser.add_argument_group(
        "corpora",
        "Parquet, NDJSON (.jsonl, .ndjson; .gz, .zst) and CSV files hold one document\n"
        "a row. --output names a folder, written part by part.",
    )
    add_reading(group)
    group.add_argument(
        "--resume", action="store_true", help="go on with what an earlier run has left in --output"
    )
    group.add_argument(
        "--engine",
        choices=("local", "polars", "spark"),
        default="local",
        metavar="ENGINE",
        help="who reads the rows: local, polars for URLs and patterns, or spark for a cluster "
        "(default: local)",
    )
    group.add_argument(
        "--master", metavar="URL", help="of the cluster: local[4], spark://host:7077, yarn"
    )


def is_corpus(args: argparse.Namespace) -> bool:
    """Whether the arguments ask for more than a handful of documents."""
    if args.master is not None and args.engine != "spark":
        raise UsageError("--master is for a cluster", hint="add --engine spark")
    if args.engine != "local" or args.jobs is not None or args.resume:
        return True
    if args.format in CORPUS_FORMATS:
        return True
    from termkit.runners.sources import first_table

    tables = (first_table(path) for path in args.paths if path not in ("", "-"))
    return any(table is not None and not is_bitext(args, table) for table in tables)


def check_corpus(args: argparse.Namespace, config: Config, plan: Plan, levels: Levels) -> int:
    """Check, report and return the exit code."""
    from termkit.formats.base import Metadata
    from termkit.runners.work import Task

    _refuse(args)
    if not args.paths:
        raise UsageError("no corpus is named", hint="give files or folders")
    task = Task(plan, levels.least, Metadata(args.lang, args.source, args.date))
    given = columns_from(args)
    if args.engine == "spark":
        return _exit_code(_run_on_spark(args, given, task), levels)
    sources = _sources(args)
    spare_inputs(args.output, sources)
    parts = _parts(args, sources, task, given)
    state = _run(args, sources, given, task, parts)
    return _exit_code(state, levels)


def _sources(args: argparse.Namespace) -> list[str]:
    """The files that are meant; polars knows URLs and patterns, which are no files here."""
    from termkit.runners.sources import find_sources

    if args.engine == "local":
        return find_sources(args.paths)
    found: dict[str, None] = {}
    for path in args.paths:
        here = os.path.lexists(path)
        found.update(dict.fromkeys(find_sources([path]) if here else [path]))
    return list(found)


def _reader(args: argparse.Namespace) -> Reader | None:
    if args.engine == "local":
        return None
    from termkit.runners import polars_

    return polars_.read


def _run(
    args: argparse.Namespace,
    sources: list[str],
    given: dict[str, str],
    task: Task,
    parts: Parts | None,
) -> State:
    from termkit.runners.batches import Cut, cut_batches
    from termkit.runners.local import check_batches
    from termkit.runners.state import State
    from termkit.runners.summary import render_summary, summary_of

    jobs = jobs_from(args)
    whole = State()
    bar = ShareBar("checking", shown=not (args.quiet or args.no_progress))
    batches = cut_batches(sources, given, Cut(), _reader(args))
    done = check_batches(batches, task, jobs=jobs, parts=parts)
    signature = str(task.plan.signature)
    if parts is not None:
        for batch in _watched(done, whole, bar):
            assert not batch.records
        judged = _judged(whole, task)
        if judged:
            parts.write_records("collection", judged)
        parts.write_summary(summary_of(whole, signature))
        sys.stdout.write(render_summary(whole, signature))
        return whole
    out = _Printer(args.format, sys.stdout)
    out.begin(signature)
    for batch in _watched(done, whole, bar):
        out.findings(batch.records)
    out.findings(_judged(whole, task))
    out.end(whole, signature)
    return whole


def _run_on_spark(args: argparse.Namespace, given: dict[str, str], task: Task) -> State:
    """Paths may be any that Spark reads; findings are written by the workers."""
    from termkit.runners import spark
    from termkit.runners.parts import Parts
    from termkit.runners.summary import render_summary, summary_of

    if len(args.paths) != 1:
        raise UsageError("Spark reads one table", hint="name one file or folder of files")
    if args.jobs is not None or args.resume:
        raise UsageError("--jobs and --resume are for --engine local", hint="Spark has its own")
    if args.output is not None and os.path.exists(args.output):
        raise UsageError(f"{args.output!r} is there already", hint="name another folder")
    session = spark.start(args.master)
    checked = spark.check_frame(spark.read_frame(session, args.paths[0]), task, given)
    signature = str(task.plan.signature)
    if args.output is None:
        out = _Printer(args.format, sys.stdout)
        out.begin(signature)
        for row in checked.findings.toLocalIterator():
            out.findings([row.asDict(recursive=True)])
        out.end(checked.state, signature)
        return checked.state
    form = {"ndjson": "json"}.get(args.format, args.format)
    # A session begun elsewhere has its own working directory.
    checked.findings.write.format(form).save(f"{os.path.abspath(args.output)}/findings")
    Parts(args.output, args.format).write_summary(summary_of(checked.state, signature))
    sys.stdout.write(render_summary(checked.state, signature))
    return checked.state


def _watched(done: Iterable[Done], whole: State, bar: ShareBar) -> Iterator[Done]:
    """Count what is done, and show how far it is."""
    try:
        for batch in done:
            whole.add(batch.state)
            if len(whole.places) > _PRUNE_AT:
                whole.prune()
            bar.show(batch.share, whole.size)
            yield batch
    finally:
        bar.stop()


def _judged(whole: State, task: Task) -> list[Record]:
    """What the collection rules say, counted as well."""
    judged = [
        record
        for record in whole.judge(task.plan)
        if Severity(record["severity"]).rank >= task.least.rank
    ]
    whole.count(judged)
    return judged


class _Printer:
    """Findings as they come, in the form that was asked for."""

    def __init__(self, form: str, out: TextIO) -> None:
        self._form = form
        self._out = out
        self._number = 0

    def begin(self, signature: str) -> None:
        if self._form == "json":
            head = {"schema": "termkit.corpus/1", "signature": signature}
            self._out.write(json.dumps(head)[:-1] + ', "findings": [')

    def findings(self, records: Iterable[Record]) -> None:
        for record in records:
            if self._form == "text":
                self._out.write(_line(record))
            elif self._form == "ndjson":
                self._out.write(json.dumps(record, ensure_ascii=False) + "\n")
            else:
                comma = "," if self._number else ""
                self._out.write(f"{comma}\n{json.dumps(record, ensure_ascii=False)}")
            self._number += 1
        self._out.flush()

    def end(self, whole: State, signature: str) -> None:
        from termkit.runners.summary import render_summary, summary_of

        if self._form == "text":
            self._out.write(("\n" if self._number else "") + render_summary(whole, signature))
        elif self._form == "json":
            summary = summary_of(whole, signature)
            self._out.write(f'\n], "summary": {json.dumps(summary, ensure_ascii=False)}}}\n')


def _line(record: Record) -> str:
    """As the report of documents has it; the file and row stand before the place."""
    here = record["path"] or record["document"]
    if record["document"] not in (here, f"{here}:{record['row']}"):
        here += f":{record['row']} {record['document']}"
    elif record["document"] != here:
        here = record["document"]
    minor = record["severity"] in (Severity.INFO, Severity.HINT)
    label = f"{record['severity']}: " if minor else ""
    message = " ".join(record["message"].split())
    fixes = [text for text in record["suggestions"] if text and text not in message]
    instead = f"; use {fixes[0]!r}" if fixes else ""
    return (
        f"{here}:{record['line']}:{record['column']} {record['code']} {label}{message}{instead}\n"
    )


def _refuse(args: argparse.Namespace) -> None:
    """Options that say nothing about a corpus are not passed over in silence."""
    if "-" in args.paths:
        raise UsageError("standard input is no corpus", hint="name a file")
    for option in ("fix", "diff"):
        if getattr(args, option):
            raise UsageError(f"--{option} is for documents, not for corpora")
    if args.format in ("github", "sarif"):
        raise UsageError(
            f"--format {args.format} is for documents, not for corpora",
            hint="text, json, ndjson or parquet",
        )
    if args.output is None and (args.resume or args.format == "parquet"):
        what = "--resume" if args.resume else "--format parquet"
        raise UsageError(f"{what} needs a folder", hint="name it with --output")
    if args.output is not None and args.format == "text":
        raise UsageError(
            "--output is a folder of parts here, which are no text",
            hint="--format parquet, ndjson or json; or redirect standard output",
        )


def _parts(
    args: argparse.Namespace, sources: list[str], task: Task, given: dict[str, str]
) -> Parts | None:
    if args.output is None:
        return None
    from termkit.runners.parts import open_parts

    fallback = task.fallback
    asked = {
        "signature": str(task.plan.signature),
        "codes": list(task.plan.codes),
        "least": task.least.value,
        "columns": given,
        "unless_told": [fallback.lang, fallback.source, str(fallback.date or "")],
        "files": [_fingerprint(path, args.engine) for path in sources],
    }
    return open_parts(args.output, args.format, asked, resume=args.resume)


def _fingerprint(path: str, engine: str) -> list[object]:
    from termkit.runners.sources import fingerprint

    if engine == "polars" and not os.path.lexists(path):
        return [path, engine]  # a URL or a pattern: only its name is known
    return fingerprint(path)


def _exit_code(state: State, levels: Levels) -> int:
    from termkit.runners.summary import worst

    if state.errors:
        return 2
    highest = worst(state)
    if levels.fail_on is None or highest is None:
        return 0
    return int(highest.rank >= levels.fail_on.rank)
