"""What ``termkit compare`` and ``termkit stats`` do with a corpus: count forms, write them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from termkit import __version__
from termkit.cli.corpus_options import columns_from, jobs_from
from termkit.cli.options import (
    load_from,
    spare_inputs,
    wants_colour,
    wrap_width,
    write_pieces,
)
from termkit.cli.progress import ShareBar
from termkit.errors import TermkitError, UsageError
from termkit.model.concept import ConceptType

if TYPE_CHECKING:
    from termkit.glossary.store import Glossary
    from termkit.model.usage import ConceptUse
    from termkit.report.usage import Corpus
    from termkit.runners.counted import CountingOnce
    from termkit.runners.row import Row
    from termkit.runners.uses import FindingUses, Uses

FORMATS = ("text", "json", "html", "csv", "parquet")
_NAMED = 20  # unreadable rows


def add_types(parser: argparse.ArgumentParser) -> None:
    """Which concepts are shown."""
    parser.add_argument(
        "--type",
        action="append",
        choices=tuple(kind.value for kind in ConceptType),
        metavar="TYPE",
        help=f"only these concepts: {', '.join(ConceptType)}",
    )
    parser.add_argument(
        "--all", action="store_true", help="also concepts with one form in one source"
    )


@dataclass(slots=True)
class _Counted:
    """What the batches held, all together."""

    table: Any
    documents: Counter[tuple[str, str]] = field(default_factory=Counter)
    unreadable: int = 0
    errors: list[tuple[Row, TermkitError]] = field(default_factory=list)


def show_usage(args: argparse.Namespace, *, by_month: bool) -> int:
    """Count the forms in a corpus, write them, and return the exit code."""
    from termkit.report.usage import Corpus
    from termkit.runners.sources import find_sources

    if "-" in args.paths:
        raise UsageError("standard input is no corpus", hint="name a file")
    if not args.paths:
        raise UsageError("no corpus is named", hint="give files or folders")
    if args.resume and args.parts is None:
        raise UsageError("--resume needs a folder", hint="name it with --parts")
    glossary = load_from(args)
    sources = find_sources(args.paths)
    spare_inputs(args.output, sources)
    counted = _count(args, sources, glossary)
    _tell(args, counted)
    months, publishers = Counter[str](), Counter[str]()
    for (source, month), number in counted.documents.items():
        months[month] += number
        publishers[source] += number
    corpus = Corpus(
        len(sources),
        dict(sorted(publishers.items())),
        dict(sorted(months.items())),
        counted.unreadable,
        by_month,
        _signature(glossary),
    )
    _write(args, counted.table, glossary, corpus)
    return 2 if counted.unreadable else 0


def _count(args: argparse.Namespace, sources: list[str], glossary: Glossary) -> _Counted:
    from termkit.formats.base import Metadata
    from termkit.runners.batches import Cut, cut_batches
    from termkit.runners.local import each_batch
    from termkit.runners.use_table import UseTable
    from termkit.runners.uses import FindingUses

    finding = FindingUses(
        glossary,
        tuple(ConceptType(kind) for kind in args.type or ()),
        Metadata(args.lang, args.source, args.date),
    )
    work = finding if args.parts is None else _kept(args, sources, finding)
    batches = cut_batches(sources, columns_from(args), Cut())
    counted = _Counted(UseTable())
    for uses in _watched(args, each_batch(batches, work, jobs=jobs_from(args))):
        counted.table.add(uses.tallies)
        counted.documents.update(uses.documents)
        counted.unreadable += uses.unreadable
        counted.errors += uses.errors[: _NAMED - len(counted.errors)]
    return counted


def _kept(args: argparse.Namespace, sources: list[str], finding: FindingUses) -> CountingOnce:
    from termkit.runners.counted import open_counted
    from termkit.runners.sources import fingerprint

    fallback = finding.fallback
    asked = {
        "signature": _signature(finding.glossary),
        "types": sorted(args.type or ()),
        "columns": columns_from(args),
        "unless_told": [fallback.lang, fallback.source, str(fallback.date or "")],
        "files": [fingerprint(path) for path in sources],
    }
    return open_counted(args.parts, finding, asked, resume=args.resume)


def _signature(glossary: Glossary) -> str:
    return f"glossary:{glossary.name}@{glossary.digest[:7]}|termkit:{__version__}"


def _watched(args: argparse.Namespace, found: Iterable[Uses]) -> Iterator[Uses]:
    bar = ShareBar("counting", shown=not (args.quiet or args.no_progress))
    size = 0
    try:
        for uses in found:
            size += uses.size
            bar.show(uses.share, size)
            yield uses
    finally:
        bar.stop()


def _tell(args: argparse.Namespace, counted: _Counted) -> None:
    """Name what could not be read, on standard error."""
    if args.quiet:
        return
    for row, error in counted.errors:
        place = row.path if row.number == 0 else f"{row.path}:{row.number}"
        print(f"termkit: {place}: {error.problem}", file=sys.stderr)
        if error.hint:
            print(f"  hint: {error.hint}", file=sys.stderr)
    more = counted.unreadable - len(counted.errors)
    if more:
        print(f"termkit: and {more} more; `termkit check` names each", file=sys.stderr)


def _write(args: argparse.Namespace, table: Any, glossary: Glossary, corpus: Corpus) -> None:
    from termkit.runners import use_table

    frame = table.frame(by_month=corpus.by_month)
    if not args.all:
        frame = use_table.shared(frame)
    if args.format == "parquet":
        if args.output is None:
            raise UsageError("--format parquet needs a file", hint="name it with --output")
        write_pieces(args, use_table.parquet_pieces(frame, glossary))
        return
    uses = use_table.concepts_of(frame, glossary)
    write_pieces(args, _renderer(args)(uses, corpus))


def _renderer(args: argparse.Namespace) -> Callable[[Iterable[ConceptUse], Corpus], Iterator[str]]:
    from functools import partial

    from termkit.report import usage

    if args.format == "text":
        from termkit.report.usage_text import text_pieces

        return partial(text_pieces, colour=wants_colour(args), width=wrap_width(args))
    if args.format == "html":
        from termkit.report.usage_html import html_pieces

        return html_pieces
    return {"json": usage.json_pieces, "csv": usage.csv_pieces}[args.format]
