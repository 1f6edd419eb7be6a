"""``termkit check``: the inconsistencies of documents, and nothing else."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from termkit.check.bitext import Bitext
from termkit.check.engine import check_documents
from termkit.check.plan import Plan, make_plan
from termkit.check.result import FileResult, RunResult
from termkit.check.rule import resolve_rules, select_rules
from termkit.cli.base import Command
from termkit.cli.bitexts import (
    add_languages,
    align_with_source,
    folder_suffixes,
    is_bitext,
    is_passed_over,
    open_bitext,
)
from termkit.cli.check_corpus import (
    CORPUS_FORMATS,
    Levels,
    add_corpus,
    check_corpus,
    is_corpus,
)
from termkit.cli.documents import (
    Entry,
    load_bytes,
    named_paths,
    read_documents,
    tell_unreadable,
)
from termkit.cli.mend import diff_of, mend
from termkit.cli.options import (
    add_common,
    add_glossary,
    add_output,
    add_paths,
    add_profile,
    config_from,
    load_from,
    named_in,
    note,
    wants_colour,
    wrap_width,
    write_output,
)
from termkit.cli.progress import track
from termkit.config import FAIL_ON, NEVER, Config
from termkit.errors import ConfigError, TermkitError, UsageError, nearest
from termkit.glossary.store import Glossary, with_allowances
from termkit.model.finding import Severity
from termkit.report.write import REPORTS, render_report

_SEVERITIES = FAIL_ON[:-1]


def configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    rules = parser.add_argument_group("rules")
    rules.add_argument(
        "--select", action="append", metavar="RULES", help="only these codes, families or names"
    )
    rules.add_argument("--ignore", action="append", metavar="RULES", help="all but these")
    rules.add_argument(
        "--strict", action="store_true", help="also what is true but common in good prose"
    )
    rules.add_argument(
        "--min-severity",
        choices=_SEVERITIES,
        metavar="SEVERITY",
        help="report nothing below (default: info; hint under --strict)",
    )
    rules.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        metavar="SEVERITY",
        help="exit code 1 at or above: error, warning, info, hint, never (default: warning)",
    )
    add_glossary(rules)
    add_profile(rules)
    add_languages(parser)
    fixes = parser.add_argument_group("mending")
    fixes.add_argument("--fix", action="store_true", help="write safe replacements into the files")
    fixes.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: all replacements"
    )
    fixes.add_argument("--diff", action="store_true", help="show the replacements, write nothing")
    add_corpus(parser)
    add_output(parser, (*REPORTS, *CORPUS_FORMATS))
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UsageError("--unsafe-fixes does nothing by itself", hint="add --fix or --diff")
    if args.fix and args.diff:
        raise UsageError("--fix writes and --diff only shows", hint="choose one of them")
    if args.against is not None and len(args.paths) != 1:
        raise UsageError("--against takes one document, the translation of its source")
    if args.fix and "-" in args.paths:
        raise UsageError("standard input cannot be mended in place", hint="--diff shows the fixes")
    config = config_from(args)
    levels = _levels(args, config)
    plan = _plan(args, config)
    if is_corpus(args):
        return check_corpus(args, config, plan, levels)
    paths = named_paths(args, also=folder_suffixes())
    _spare_the_documents(args, paths)

    def check() -> RunResult:
        shown = not (args.quiet or args.no_progress)
        entries = _with_known_style(_entries(args, config, paths), plan)
        if len(paths) == 1:
            entries = _with_bar(entries, shown=shown)
        watched = track(entries, len(paths), what="checking", shown=shown)
        return _reported(check_documents(watched, plan), levels.least)

    result = check()
    if _nothing_read(args, result):
        return 2
    load = partial(load_bytes, args)
    if args.diff:
        write_output(args, diff_of(result, load, unsafe=args.unsafe_fixes))
        return _exit_code(result, levels)
    if args.fix:
        done = mend(result, load, unsafe=args.unsafe_fixes)
        if done.lines:
            for line in (*done.lines, done.count):
                note(args, line)
            result = check()
    report = render_report(result, args.format, colour=wants_colour(args), width=wrap_width(args))
    write_output(args, report)
    return _exit_code(result, levels)


def _entries(
    args: argparse.Namespace, config: Config, paths: Iterable[str | tuple[str, TermkitError]]
) -> Iterator[Entry | Bitext]:
    """Documents, and the files of translations among them."""
    for path in paths:
        if isinstance(path, str) and args.against is not None:
            yield _aligned(args, path, config)
        elif isinstance(path, str) and is_bitext(args, path):
            if not is_passed_over(args, path):
                yield open_bitext(args, path, config)
        else:
            yield from read_documents(args, config, [path])


def _with_bar(entries: Iterable[Entry | Bitext], *, shown: bool) -> Iterator[Entry | Bitext]:
    """A bar over the units of a single file: among several files each is one step."""
    for entry in entries:
        if isinstance(entry, Bitext):
            yield replace(entry, units=track(entry.units, None, what="checking units", shown=shown))
        else:
            yield entry


def _aligned(args: argparse.Namespace, path: str, config: Config) -> Entry | Bitext:
    try:
        return align_with_source(args, path, config)
    except TermkitError as error:
        return path, error


def _spare_the_documents(args: argparse.Namespace, paths: Iterable[object]) -> None:
    """Refuse to write the report over a document."""
    if args.output is None:
        return
    target = os.path.realpath(args.output)
    if any(isinstance(path, str) and os.path.realpath(path) == target for path in paths):
        raise UsageError(f"{args.output!r} is a document of this run", hint="--output elsewhere")


def _plan(args: argparse.Namespace, config: Config) -> Plan:
    strict = args.strict or config.strict
    with named_in(config.path):
        list(resolve_rules((*config.select, *config.ignore)))
    codes = select_rules(
        _listed(args.select) or config.select,
        (*_listed(args.ignore), *config.ignore),
        strict=strict,
    )
    return make_plan(_glossary(args, config), codes, profile=args.profile, strict=strict)


def _glossary(args: argparse.Namespace, config: Config) -> Glossary:
    """The glossary, with what the project accepts beside its configuration."""
    glossary = load_from(args)
    if config.path is not None:
        allowed = Path(config.path).with_name("allowed.toml")
        if allowed.is_file() and not (allowed.parent / "glossary.toml").exists():
            return with_allowances(glossary, allowed)
    return glossary


def _listed(values: Iterable[str] | None) -> tuple[str, ...]:
    """The words of a repeatable option that also takes commas."""
    return tuple(
        word.strip() for value in values or () for word in value.split(",") if word.strip()
    )


def _levels(args: argparse.Namespace, config: Config) -> Levels:
    fail_on = args.fail_on or config.fail_on
    failing = None if fail_on == NEVER else Severity(fail_on)
    chosen = args.min_severity or config.min_severity
    if chosen is not None:
        return Levels(Severity(chosen), failing)
    least = Severity.HINT if args.strict or config.strict else Severity.INFO
    if failing is not None and failing.rank < least.rank:
        least = failing  # what fails the run must be seen
    return Levels(least, failing)


def _with_known_style(entries: Iterable[Entry | Bitext], plan: Plan) -> Iterator[Entry | Bitext]:
    """A document that names an unknown house style is one bad file, not a broken run."""
    known = plan.glossary.profiles
    for entry in entries:
        if isinstance(entry, (tuple, Bitext)) or plan.profile or entry.profile in (None, *known):
            yield entry
            continue
        problem = f"house style {entry.profile!r} is not known"
        error = ConfigError(problem, path=entry.path, hint=nearest(str(entry.profile), known))
        yield entry.path, error


def _reported(result: RunResult, least: Severity) -> RunResult:
    return replace(result, files=tuple(_at_least(file, least) for file in result.files))


def _at_least(file: FileResult, least: Severity) -> FileResult:
    kept = tuple(found for found in file.findings if found.severity.rank >= least.rank)
    return replace(file, findings=kept)


def _nothing_read(args: argparse.Namespace, result: RunResult) -> bool:
    """Say why nothing was checked; or name bad files beside a report for a program."""
    errors = [
        (file.path, file.error)
        for file in result.files
        if file.error is not None and not file.was_read
    ]
    if len(errors) < len(result.files):
        if args.format != "text":
            tell_unreadable(args, errors)
        return False
    if len(errors) == 1:
        raise errors[0][1]
    tell_unreadable(args, errors, always=True)
    return True


def _exit_code(result: RunResult, levels: Levels) -> int:
    if result.errors:
        return 2
    if levels.fail_on is None:
        return 0
    return int(any(found.severity.rank >= levels.fail_on.rank for _, found in result.findings))


COMMAND = Command(
    name="check",
    summary="report inconsistent names and terms in documents and translations",
    configure=configure,
    run=run,
    examples=(
        ("termkit check report.txt", "one document"),
        ("termkit check news/ --profile vns", "a folder, in the style of one house"),
        ("termkit check - --lang vi < draft.txt", "standard input"),
        ("termkit check news/ --select N,O203", "one family and one rule"),
        ("termkit check memory.tmx", "a translation memory against the glossary"),
        ("termkit check translation.md --against original.md", "a document beside its source"),
        ("termkit check pairs.tsv --source-lang vi --target-lang en", "where no column says it"),
        ("termkit check draft.md --diff", "what --fix would write"),
        ("termkit check news/ --format sarif --output termkit.sarif", "for code scanning"),
        ("termkit check archive.parquet --jobs 8 --format parquet --output found/", "a corpus"),
    ),
)
