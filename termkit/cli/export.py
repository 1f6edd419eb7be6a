"""``termkit export``: a glossary, or a part of it, in the format another tool reads."""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from termkit.cli.base import Command
from termkit.cli.options import add_common, add_glossary, add_profile, load_from, note
from termkit.cli.progress import track
from termkit.errors import (
    ConfigError,
    EmptyDocumentError,
    TermkitError,
    UnknownFormatError,
    UsageError,
    nearest,
)
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.carry import Loss, is_wanted, speaks
from termkit.formats.concepts import write_concepts
from termkit.glossary.housed import in_house_style
from termkit.model.concept import AdminStatus, Concept, ConceptType, Review

if TYPE_CHECKING:
    from termkit.formats.base import Format
    from termkit.glossary.profile import Profile
    from termkit.glossary.store import Glossary

_BINARY = ("xlsx", "memoq-xlsx", "parquet")
_LOSS_COLUMNS = ("concept_id", "lang", "text", "field", "value")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FORMAT", help="default: by the suffix of --output")
    parser.add_argument("--output", metavar="FILE", help="write there (default: stdout)")
    parser.add_argument(
        "--loss-report",
        metavar="FILE",
        help="write there, as CSV, every field that the format does not carry",
    )
    pick = parser.add_argument_group("what to export (default: everything)")
    pick.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="TAG",
        help="repeatable; where a format has a source and a target, in this order",
    )
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
    pick.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID",
        help="leave out a concept, such as a homograph of another; repeatable",
    )
    add_glossary(parser)
    add_profile(parser)
    form = parser.add_argument_group("how a format is written, where it has a choice")
    form.add_argument(
        "--dialect",
        metavar="NAME",
        help="of tbx: core, min, basic, linguist; of memoq: usable, forbidden",
    )
    form.add_argument("--style", metavar="NAME", help="of tbx: dca, dct")
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    entry = _format(args.to, args.output)
    if entry.name in _BINARY and args.output is None and sys.stdout.isatty():
        raise UsageError(f"{entry.name} is not for a terminal", hint="--output FILE")
    glossary = load_from(args)
    options = ConceptOptions(
        languages=tuple(args.lang),
        dialect=args.dialect,
        style=args.style,
        title=glossary.name,
        date=datetime.date.today(),
    )
    _check_choice(glossary, args, options.languages)
    profile = _profile(glossary, args.profile)
    shown = not (args.quiet or args.no_progress)
    concepts = track(glossary, len(glossary), what="exporting", shown=shown)
    with ExitStack() as files:
        out = files.enter_context(_open(args.output))
        tally = _Tally(files.enter_context(_open(args.loss_report)) if args.loss_report else None)
        chosen = tally.count(_chosen(concepts, args, options.languages, profile))
        write_concepts(entry, chosen, out, options, tally.lose)
        if tally.carried == 0:
            raise EmptyDocumentError("no concept is left to export", hint="ask for less")
    if args.output is not None:
        note(args, tally.summary)
        if tally.lost:
            note(args, f"{entry.name} does not carry: {tally.losses}")
    return 0


class _Tally:
    """What went into the file and what did not, with a row of the report for each loss."""

    def __init__(self, report: BinaryIO | None) -> None:
        self.concepts = self.designations = 0
        self.lost: Counter[str] = Counter()
        self._report = report
        if report is not None:
            self._write(_LOSS_COLUMNS)

    def count(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        for concept in concepts:
            self.concepts += 1
            self.designations += len(concept.designations)
            yield concept

    def lose(self, loss: Loss) -> None:
        self.lost[loss.field] += 1
        if self._report is not None:
            self._write(astuple(loss))

    @property
    def carried(self) -> int:
        """Concepts in the file."""
        return self.concepts - self.lost["concept"]

    @property
    def summary(self) -> str:
        return f"{self.carried} concepts of {self.concepts}"

    @property
    def losses(self) -> str:
        return ", ".join(f"{field} ({number})" for field, number in sorted(self.lost.items()))

    def _write(self, cells: Iterable[str]) -> None:
        assert self._report is not None
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\n").writerow(cells)
        self._report.write(line.getvalue().encode())


@contextmanager
def _open(path: str | None) -> Iterator[BinaryIO]:
    """A file, or standard output, that gets everything or nothing."""
    if path is not None:
        from termkit.atomic import open_atomic

        try:
            with open_atomic(path) as file:
                yield file
        except OSError as error:
            raise TermkitError(f"cannot be written: {error.strerror}", path=path) from None
        return
    with tempfile.TemporaryFile() as file:
        yield file
        file.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(file, sys.stdout.buffer)


def _format(name: str | None, output: str | None) -> Format:
    writers = {
        entry.name: entry
        for entry in all_formats().values()
        if entry.concepts is not None and entry.concepts.writes is not None
    }
    if name is None:
        suffix = Path(output).suffix.lower() if output is not None else ".csv"
        fitting = [entry for entry in writers.values() if suffix in entry.suffixes]
        # Several services want a .csv: the format named like the suffix is the plain one.
        named = [entry for entry in fitting if suffix == f".{entry.name}"]
        if len(named or fitting) == 1:
            return (named or fitting)[0]
        names = ", ".join(f"--to {entry.name}" for entry in fitting)
        raise UnknownFormatError(
            f"{'several formats are' if fitting else 'no format is'} known by {suffix!r}",
            hint=names or nearest("", writers),
        )
    if name not in writers:
        raise UnknownFormatError(f"format {name!r} is not known", hint=nearest(name, writers))
    return writers[name]


def _check_choice(glossary: Glossary, args: argparse.Namespace, languages: tuple[str, ...]) -> None:
    fields = {concept.subject_field for concept in glossary}
    for field in args.subject:
        if field not in fields:
            raise UsageError(f"subject field {field!r} is not known", hint=nearest(field, fields))
    ids = {concept.id for concept in glossary}
    for concept_id in args.without:
        if concept_id not in ids:
            raise UsageError(f"no concept has the id {concept_id!r}", hint=nearest(concept_id, ids))
    known = {designation.lang for concept in glossary for designation in concept.designations}
    for tag in languages:
        if not any(speaks(lang, tag) for lang in known):
            raise UsageError(f"language {tag!r} is not in it", hint=nearest(tag, known))


def _profile(glossary: Glossary, name: str | None) -> Profile | None:
    if name is not None and name not in glossary.profiles:
        raise ConfigError(
            f"house style {name!r} is not known", hint=nearest(name, glossary.profiles)
        )
    return None if name is None else glossary.profiles[name]


def _chosen(
    concepts: Iterable[Concept],
    args: argparse.Namespace,
    languages: tuple[str, ...],
    profile: Profile | None,
) -> Iterator[Concept]:
    for concept in concepts:
        if args.type and concept.type.value not in args.type:
            continue
        if args.subject and concept.subject_field not in args.subject:
            continue
        if args.reviewed and concept.review is not Review.REVIEWED:
            continue
        if concept.id in args.without:
            continue
        if profile is not None:
            concept = in_house_style(concept, profile)
        designations = tuple(
            designation
            for designation in concept.designations
            if (not languages or any(is_wanted(designation, tag) for tag in languages))
            and (not args.status or designation.status.value in args.status)
            and (not args.reviewed or designation.review is Review.REVIEWED)
        )
        if designations:
            yield replace(concept, designations=designations)


COMMAND = Command(
    name="export",
    summary="a glossary, or a part of it, in the format another tool reads",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit export --output glossary.xlsx", "everything, for a spreadsheet"),
        ("termkit export --to csv --lang vi --lang en --reviewed", "two languages, confirmed"),
        ("termkit export --to json --type person", "the people, with their offices"),
        (
            "termkit export --output terms.csv --profile vns --loss-report lost.csv",
            "in the words of one house, with a list of what a table cannot hold",
        ),
    ),
)
