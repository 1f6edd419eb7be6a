"""``termkit formats``: what termkit reads and writes, and what does not survive."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from termkit.cli.base import Command
from termkit.formats.base import Format, FormatKind, all_formats


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _run(args: argparse.Namespace) -> int:
    entries = all_formats().values()
    if args.format == "json":
        import json

        print(json.dumps({"schema": "termkit.formats/1", "formats": _json(entries)}, indent=1))
        return 0
    for kind in FormatKind:
        print(f"{kind.value}:")
        for entry in entries:
            if entry.kind is kind:
                _print(entry)
    return 0


def _json(entries: Iterable[Format]) -> list[dict[str, object]]:
    return [
        {
            "name": entry.name,
            "suffixes": list(entry.suffixes),
            "kind": entry.kind.value,
            "reads": entry.reads is not None,
            "writes": entry.writes is not None,
            "spec": entry.spec,
            "extra": entry.extra,
            "loses": list(entry.loses),
        }
        for entry in entries
    ]


def _print(entry: Format) -> None:
    does = [verb for verb, able in (("reads", entry.reads), ("writes", entry.writes)) if able]
    print(f"  {entry.name:<10}{', '.join(entry.suffixes):<18}{'/'.join(does)}")
    if entry.loses:
        print(f"            cannot carry {', '.join(entry.loses)}")
    if entry.extra:
        print(f"            needs pip install 'termkit[{entry.extra}]'")


COMMAND = Command(
    name="formats",
    summary="what termkit reads and writes, and what does not survive",
    configure=_configure,
    run=_run,
    examples=(("termkit formats", "one line per format"),),
)
