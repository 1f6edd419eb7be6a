"""``termkit glossary``: look after a glossary's own files."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from termkit.cli.base import Command

if TYPE_CHECKING:
    from termkit.glossary.store import Glossary


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="lint|fmt|stats|merge")
    lint = actions.add_parser("lint", help="what is wrong with the entries")
    lint.add_argument("--select", metavar="CODES", help="only these rules, families or names")
    lint.add_argument("--ignore", metavar="CODES", help="not these rules, families or names")
    lint.add_argument(
        "--fail-on",
        choices=("hint", "info", "warning", "error"),
        default="warning",
        help="exit 1 at or above this severity (default: warning)",
    )
    fmt = actions.add_parser("fmt", help="write every file in its canonical text")
    fmt.add_argument("--check", action="store_true", help="write nothing; exit 1 if it would")
    stats = actions.add_parser("stats", help="how many concepts, designations and styles")
    merge = actions.add_parser("merge", help="merge two states of one file, for git")
    for name, help_text in (
        ("base", "the state both came from"),
        ("ours", "one state; the result is written there"),
        ("theirs", "the other state"),
    ):
        merge.add_argument(name, metavar=name.upper(), help=help_text)
    for action in (lint, stats):
        action.add_argument(
            "--format", choices=("text", "json"), default="text", help="default: text"
        )
    for action in (lint, fmt, stats):
        action.add_argument(
            "glossary", nargs="?", metavar="NAME|DIR", help="default: the shipped one"
        )


def _run(args: argparse.Namespace) -> int:
    action = {"lint": _lint, "fmt": _fmt, "stats": _stats, "merge": _merge}[args.action]
    return action(args)


def _lint(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from termkit.check.hygiene import lint_glossary
    from termkit.check.rule import Scope, all_rules, select_rules
    from termkit.glossary.lint import view_glossary
    from termkit.model.finding import Severity

    selected = select_rules(_codes(args.select), _codes(args.ignore))
    codes = [code for code in selected if all_rules()[code].scope is Scope.GLOSSARY]
    root, view = view_glossary(args.glossary)
    findings = lint_glossary(view, codes) if codes else []
    counts = Counter(finding.severity for finding in findings)
    if args.format == "json":
        entries = [asdict(finding) | {"file": str(root / finding.file)} for finding in findings]
        summary = {severity.value: counts[severity] for severity in reversed(Severity)}
        report = {"schema": "termkit.glossary-lint/1", "findings": entries, "summary": summary}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            place = f"{_shown(root / finding.file)}:{finding.line}"
            print(f"{place} {finding.code} {finding.message}")
        listing = ", ".join(_count(counts[s], s) for s in reversed(Severity) if counts[s])
        total = f"{_count(len(findings), 'finding')}{f' ({listing})' if listing else ''}"
        print(f"\n{total} in {_count(len(view.glossary), 'concept')}")
    limit = Severity(args.fail_on).rank
    return int(any(finding.severity.rank >= limit for finding in findings))


def _fmt(args: argparse.Namespace) -> int:
    from termkit.atomic import write_bytes
    from termkit.glossary.store import find_glossary, read_glossary_files
    from termkit.glossary.write import canonical_text, has_comments

    root = find_glossary(args.glossary)
    files = read_glossary_files(root)
    # All are read before the first is written: one broken file leaves everything as it was.
    wanted = [canonical_text(name, data, path=root / name).encode() for name, data in files]
    changed = left = 0
    for (name, data), text in zip(files, wanted, strict=True):
        if data == text:
            continue
        if has_comments(data):
            left += 1
            print(f"{_shown(root / name)}: left alone: make its comments notes", file=sys.stderr)
            continue
        changed += 1
        print(_shown(root / name))
        if not args.check:
            write_bytes(root / name, text)
    verb = "would change" if args.check else "changed"
    print(f"{changed} of {len(files)} files {verb}")
    return int(left > 0 or (args.check and changed > 0))


def _merge(args: argparse.Namespace) -> int:
    from termkit.atomic import write_text
    from termkit.glossary.merge_files import merge_files

    text, conflicts = merge_files(Path(args.base), Path(args.ours), Path(args.theirs))
    write_text(args.ours, text)
    for conflict in conflicts:
        said = f"ours {conflict.ours!r}, theirs {conflict.theirs!r}"
        print(f"{conflict.concept_id}: {conflict.place}: {said}", file=sys.stderr)
    return int(bool(conflicts))


def _stats(args: argparse.Namespace) -> int:
    from termkit.glossary.store import load_glossary

    glossary = load_glossary(args.glossary)
    tables = _tables(glossary)
    if args.format == "json":
        totals = {"glossary": glossary.name, "digest": glossary.digest}
        print(json.dumps(totals | tables, ensure_ascii=False, indent=1))
        return 0
    print(f"{glossary.name} {glossary.digest[:12]}")
    for title, table in tables.items():
        print(f"\n{title}: {sum(table.values())}")
        width = max((len(key) for key in table), default=0)
        for key, number in table.items():
            print(f"  {key:<{width}}  {number:>5}")
    return 0


def _tables(glossary: Glossary) -> dict[str, dict[str, int]]:
    designations = [d for concept in glossary for d in concept.designations]
    relations = [r for concept in glossary for r in concept.relations]
    counts: dict[str, Counter[str]] = {
        "concepts by type": Counter(c.type.value for c in glossary),
        "concepts by subject field": Counter(c.subject_field for c in glossary),
        "concepts by review": Counter(c.review.value for c in glossary),
        "concepts by confidence": Counter(c.confidence.value for c in glossary),
        "designations by language": Counter(d.lang for d in designations),
        "designations by status": Counter(d.status.value for d in designations),
        "designations by form": Counter(d.form.value for d in designations),
        "relations by kind": Counter(r.kind.value for r in relations),
        "house styles by language": Counter(p.lang for p in glossary.profiles.values()),
    }
    return {title: dict(count.most_common()) for title, count in counts.items()}


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _shown(path: Path) -> Path:
    """The way from here, when the file lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _codes(text: str | None) -> list[str]:
    return [code for code in (text or "").replace(",", " ").split() if code]


COMMAND = Command(
    name="glossary",
    summary="look after a glossary: lint, fmt, stats, merge",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit glossary lint", "what is wrong with the shipped glossary"),
        ("termkit glossary lint my-glossary --fail-on hint", "a folder, strictly"),
        ("termkit glossary fmt --check my-glossary", "whether its files are in canonical text"),
        ("termkit glossary stats --format json", "counts by type, language and status"),
        ("termkit glossary merge BASE OURS THEIRS", "by concept and field; git's merge driver"),
    ),
)
