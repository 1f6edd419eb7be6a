"""``termkit stats``: how the forms of concepts are used over time."""

from __future__ import annotations

import argparse

from termkit.cli.base import Command
from termkit.cli.corpus_options import add_counted, add_reading
from termkit.cli.options import add_common, add_glossary, add_output, add_paths
from termkit.cli.usage_corpus import FORMATS, add_types, show_usage


def configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser, what="corpus: a table, a document or a folder of them")
    add_types(parser)
    add_glossary(parser)
    add_reading(parser)
    add_counted(parser)
    add_output(parser, FORMATS)
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    return show_usage(args, by_month=True)


COMMAND = Command(
    name="stats",
    summary="show how forms are used over time, and what overtook what",
    configure=configure,
    run=run,
    examples=(
        ("termkit stats archive.parquet", "each form month by month, its first use, shifts"),
        ("termkit stats archive/ --jobs 4 --format html --output use.html", "a page with charts"),
        ("termkit stats archive.parquet --parts counted --resume", "after a run that was cut off"),
        ("termkit stats archive/ --type person --format csv", "people, a line for each month"),
        ("termkit stats archive/ --all --format parquet --output use.parquet", "for polars"),
    ),
)
