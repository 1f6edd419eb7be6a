"""``termkit formats``: what termkit reads and writes, and what does not survive."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Iterator

from termkit.cli.base import Command
from termkit.cli.options import add_common, add_output, write_output
from termkit.formats.base import ConceptDoor, ConceptOptions, Door, Format, all_formats


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
    for carries in ("document", "bitext"):
        yield f"{carries}:"
        for entry in entries:
            for door in entry.doors:
                if door.carries == carries:
                    yield from _row(entry, door)
        yield ""
    yield "concepts, and what survives of them: + all, ~ some of it, - nothing"
    yield ""
    heads = "".join(f"{head:<5}" for head, _ in _GROUPS)
    yield f"  {'':<16}{'names':<7}{heads}".rstrip()
    for entry in entries:
        if entry.concepts is not None:
            yield _concept_row(entry, entry.concepts)
    yield ""
    yield "r reads, w writes. Names: all; usable, what a tool may suggest; pairs of two"
    yield "languages, usable; words of one."
    for extra in sorted({entry.extra for entry in entries if entry.concepts and entry.extra}):
        names = ", ".join(entry.name for entry in entries if entry.extra == extra)
        yield f"{names}: pip install 'termkit[{extra}]'"


_GROUPS = (
    ("id", ("id",)),
    ("def", ("definition",)),
    ("subj", ("subject_field",)),
    ("type", ("type", "designation.kind")),
    ("stat", ("designation.status", "designation.deprecated_by")),
    ("rev", ("review", "designation.review", "confidence", "claim", "untranslated")),
    ("form", ("designation.form", "designation.toponym", "designation.conversion")),
    (
        "date",
        ("valid_from", "valid_until", "designation.valid_from", "designation.valid_until"),
    ),
    ("note", ("note", "designation.note")),
    ("src", ("sources", "designation.sources")),
    ("rel", ("relations",)),
)
"""Columns of the table, with the fields each stands for."""


def _concept_row(entry: Format, door: ConceptDoor) -> str:
    lost = door.losses(ConceptOptions())
    marks = "".join(f"{_mark(fields, lost):<5}" for _, fields in _GROUPS)
    does = ("r" if door.reads else "") + ("w" if door.writes else "")
    return f"  {entry.name:<13}{does:<3}{_names(door, lost):<7}{marks}".rstrip()


def _mark(fields: Collection[str], lost: Collection[str]) -> str:
    missing = sum(field in lost for field in fields)
    partly = any(loss.startswith("relation.") for loss in lost) and "relations" in fields
    if missing == len(fields):
        return "-"
    return "~" if missing or partly else "+"


def _names(door: ConceptDoor, lost: Collection[str]) -> str:
    """Which designations a file holds."""
    if door.sides:
        return "pairs" if door.sides == 2 else "words"
    return "usable" if door.suggests or "designation.status" in lost else "all"


def _row(entry: Format, door: Door) -> Iterator[str]:
    does = [verb for verb, able in (("reads", door.reads), ("writes", door.writes)) if able]
    yield f"  {entry.name:<12}{', '.join(entry.suffixes):<22}{'/'.join(does)}"
    if door.loses:
        yield f"              cannot carry {', '.join(door.loses)}"
    if entry.extra:
        yield f"              needs pip install 'termkit[{entry.extra}]'"


COMMAND = Command(
    name="formats",
    summary="what termkit reads and writes, and what does not survive",
    configure=_configure,
    run=_run,
    examples=(("termkit formats", "one line per format"),),
)
