"""``termkit formats``: what termkit reads and writes, and what does not survive."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Iterator

from termkit.cli.base import Command
from termkit.cli.options import add_common, add_output, write_output
from termkit.formats.base import Door, Format, all_formats


def _configure(parser: argparse.ArgumentParser) -> None:
    add_output(parser, ("text", "json"))
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    entries = all_formats().values()
    if args.format == "json":
        import json

        result = json.dumps({"schema": "termkit.formats/1", "formats": _json(entries)}, indent=1)
    else:
        result = "\n".join(_lines(entries))
    write_output(args, f"{result}\n")
    return 0


def _json(entries: Iterable[Format]) -> list[dict[str, object]]:
    return [
        {
            "name": entry.name,
            "suffixes": list(entry.suffixes),
            "spec": entry.spec,
            "extra": entry.extra,
            "doors": [
                {
                    "carries": door.carries,
                    "reads": door.reads,
                    "writes": door.writes,
                    "loses": list(door.loses),
                }
                for door in entry.doors
            ],
        }
        for entry in entries
    ]


def _lines(entries: Collection[Format]) -> Iterator[str]:
    for carries in ("document", "bitext", "concepts"):
        rows = [
            line
            for entry in entries
            for door in entry.doors
            if door.carries == carries
            for line in _row(entry, door)
        ]
        if rows:
            yield f"{carries}:"
            yield from rows


def _row(entry: Format, door: Door) -> Iterator[str]:
    does = [verb for verb, able in (("reads", door.reads), ("writes", door.writes)) if able]
    yield f"  {entry.name:<10}{', '.join(entry.suffixes):<18}{'/'.join(does)}"
    if door.loses:
        yield f"            cannot carry {', '.join(door.loses)}"
    if entry.extra:
        yield f"            needs pip install 'termkit[{entry.extra}]'"


COMMAND = Command(
    name="formats",
    summary="what termkit reads and writes, and what does not survive",
    configure=_configure,
    run=_run,
    examples=(("termkit formats", "one line per format"),),
)
