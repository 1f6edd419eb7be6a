"""``termkit export``: a glossary, or a part of it, in the format another tool reads."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from termkit.cli.base import Command
from termkit.cli.options import add_common, add_glossary, load_from, note, write_output
from termkit.errors import EmptyDocumentError, UnknownFormatError, UsageError, nearest
from termkit.formats.base import all_formats
from termkit.model.concept import AdminStatus, Concept, ConceptType, Review

if TYPE_CHECKING:
    from termkit.formats.base import Format


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FORMAT", help="default: by the suffix of --output")
    parser.add_argument("--output", metavar="FILE", help="write there (default: stdout)")
    pick = parser.add_argument_group("what to export (default: everything)")
    pick.add_argument("--lang", action="append", default=[], metavar="TAG", help="repeatable")
    pick.add_argument(
        "--status",
        action="append",
        default=[],
        choices=[status.value for status in AdminStatus],
        metavar="STATUS",
        help="preferred, admitted, deprecated, superseded; repeatable",
    )
    pick.add_argument(
        "--type",
        action="append",
        default=[],
        choices=[kind.value for kind in ConceptType],
        metavar="TYPE",
        help="term, person, place, organisation, title, ...; repeatable",
    )
    pick.add_argument(
        "--subject", action="append", default=[], metavar="FIELD", help="subject field; repeatable"
    )
    pick.add_argument("--reviewed", action="store_true", help="leave out what is only proposed")
    add_glossary(parser)
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    entry = _format(args.to, args.output)
    if entry.name in ("xlsx", "parquet") and args.output is None and sys.stdout.isatty():
        raise UsageError(f"{entry.name} is not for a terminal", hint="--output FILE")
    glossary = load_from(args)
    fields = {concept.subject_field for concept in glossary}
    for field in args.subject:
        if field not in fields:
            raise UsageError(f"subject field {field!r} is not known", hint=nearest(field, fields))
    languages = {designation.lang for concept in glossary for designation in concept.designations}
    for tag in args.lang:
        if not any(_speaks(lang, tag) for lang in languages):
            raise UsageError(f"language {tag!r} is not in it", hint=nearest(tag, languages))
    concepts = list(_chosen(glossary, args))
    if not concepts:
        raise EmptyDocumentError("no concept is left to export", hint="ask for less")
    assert entry.concepts is not None
    assert entry.concepts.writes is not None
    out = io.BytesIO()
    entry.concepts.writes(concepts, out)
    write_output(args, out.getvalue())
    if args.output is not None:
        designations = sum(len(concept.designations) for concept in concepts)
        note(args, f"{len(concepts)} concepts, {designations} designations")
        if entry.concepts.loses:
            note(args, f"{entry.name} cannot carry: {', '.join(entry.concepts.loses)}")
    return 0


def _format(name: str | None, output: str | None) -> Format:
    writers = {
        entry.name: entry
        for entry in all_formats().values()
        if entry.concepts is not None and entry.concepts.writes is not None
    }
    if name is None:
        suffix = Path(output).suffix.lower() if output is not None else ".csv"
        for entry in writers.values():
            if suffix in entry.suffixes:
                return entry
        raise UnknownFormatError(f"no format is known by {suffix!r}", hint=nearest("", writers))
    if name not in writers:
        raise UnknownFormatError(f"format {name!r} is not known", hint=nearest(name, writers))
    return writers[name]


def _chosen(concepts: Iterable[Concept], args: argparse.Namespace) -> Iterator[Concept]:
    for concept in concepts:
        if args.type and concept.type.value not in args.type:
            continue
        if args.subject and concept.subject_field not in args.subject:
            continue
        if args.reviewed and concept.review is not Review.REVIEWED:
            continue
        designations = tuple(
            designation
            for designation in concept.designations
            if (not args.lang or any(_speaks(designation.lang, tag) for tag in args.lang))
            and (not args.status or designation.status.value in args.status)
            and (not args.reviewed or designation.review is Review.REVIEWED)
        )
        if designations:
            yield replace(concept, designations=designations)


def _speaks(lang: str, tag: str) -> bool:
    """Whether a designation's language is the one asked for: ``zh`` asks for ``zh-Hans`` too."""
    return lang.lower() == tag.lower() or lang.lower().startswith(tag.lower() + "-")


COMMAND = Command(
    name="export",
    summary="a glossary, or a part of it, in the format another tool reads",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit export --output glossary.xlsx", "everything, for a spreadsheet"),
        ("termkit export --to csv --lang vi --lang en --reviewed", "two languages, confirmed"),
        ("termkit export --to json --type person", "the people, with their offices"),
    ),
)
