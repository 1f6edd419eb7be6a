"""``termkit compare``: the same concepts across sources, side by side."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from termkit import __version__
from termkit.cli.base import Command
from termkit.cli.corpus_options import add_counted, add_reading
from termkit.cli.documents import named_paths, read_documents, tell_unreadable
from termkit.cli.options import (
    add_common,
    add_glossary,
    add_output,
    add_paths,
    config_from,
    load_from,
    wants_colour,
    wrap_width,
    write_output,
)
from termkit.cli.progress import track
from termkit.cli.usage_corpus import add_types, show_usage
from termkit.errors import UsageError
from termkit.model.concept import ConceptType

FORMATS = ("text", "json", "md", "html", "csv", "parquet")


def configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_types(parser)
    add_glossary(parser)
    add_output(parser, FORMATS)
    corpora = parser.add_argument_group(
        "corpora",
        "Parquet, NDJSON (.jsonl, .ndjson; .gz, .zst) and CSV files hold one document\n"
        "a row. Forms are counted, and the first place of each is kept.",
    )
    add_reading(corpora)
    add_counted(corpora)
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    if _is_corpus(args):
        if args.format == "md":
            raise UsageError("--format md is for documents, not for corpora", hint="html or csv")
        return show_usage(args, by_month=False)
    return _compare_documents(args)


def _is_corpus(args: argparse.Namespace) -> bool:
    """Whether the arguments ask for more than a handful of documents."""
    from termkit.runners.sources import first_table

    if args.jobs is not None or args.resume or args.parts or args.format == "parquet":
        return True
    return any(first_table(path) is not None for path in args.paths if path not in ("", "-"))


def _compare_documents(args: argparse.Namespace) -> int:
    # Here and not above: a command that is not called must not load the matcher.
    from termkit.check.comparison import compare_documents
    from termkit.check.view import DocumentView
    from termkit.model.document import Document
    from termkit.model.signature import Signature
    from termkit.report.compare import Comparison

    config = config_from(args)
    paths = named_paths(args)
    glossary = load_from(args)
    shown = not (args.quiet or args.no_progress)
    files = tuple(
        track(read_documents(args, config, paths), len(paths), what="reading", shown=shown)
    )
    documents = [file for file in files if isinstance(file, Document)]
    errors = [file for file in files if isinstance(file, tuple)]
    if errors and not documents and len(errors) == 1:
        raise errors[0][1]
    tell_unreadable(args, errors, always=not documents)
    if not documents:
        return 2
    rows = compare_documents(
        (DocumentView(document, glossary) for document in documents),
        types=tuple(ConceptType(kind) for kind in args.type or ()),
        everything=args.all,
    )
    signature = Signature(
        (("glossary", f"{glossary.name}@{glossary.digest[:7]}"), ("termkit", __version__))
    )
    comparison = Comparison(rows, files, signature)
    write_output(args, _render(args)(comparison))
    return 2 if errors else 0


def _render(args: argparse.Namespace) -> Callable[..., str]:
    from functools import partial

    from termkit.report import compare

    if args.format == "text":
        from termkit.report.compare_text import render_text

        return partial(render_text, colour=wants_colour(args), width=wrap_width(args))
    if args.format == "html":
        from termkit.report.compare_html import render_html

        return render_html
    return {
        "json": compare.render_json,
        "md": compare.render_markdown,
        "csv": compare.render_csv,
    }[args.format]


COMMAND = Command(
    name="compare",
    summary="show the same concepts across sources, side by side",
    configure=configure,
    run=run,
    examples=(
        ("termkit compare seeds", "which forms each source uses, and where first"),
        ("termkit compare news/ --type person", "people, with the offices they are given"),
        ("termkit compare a.txt b.txt --format html --output forms.html", "a page to filter"),
        ("termkit compare news/ --all --format csv", "every form of every source"),
        ("termkit compare archive.parquet --jobs 4", "a corpus: one document a row"),
    ),
)
