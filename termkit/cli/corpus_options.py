"""Options of commands that read a corpus: columns and processes.

add_reading(group)      --column, --jobs     columns_from(args), jobs_from(args)
add_counted(group)      --parts, --resume
"""

from __future__ import annotations

import argparse
import os


def add_reading(group: argparse._ActionsContainer) -> None:
    """How the rows of tables are read, and by how many processes."""
    group.add_argument(
        "--column",
        action="append",
        metavar="FIELD=NAME",
        help="the column of id, text, source, date, lang, profile or title (default: by its name)",
    )
    group.add_argument(
        "--jobs", type=_positive, metavar="N", help="processes (default: 1; 0: one for each core)"
    )


def add_counted(group: argparse._ActionsContainer) -> None:
    """Where what is counted is kept, to be taken up again."""
    group.add_argument("--parts", metavar="FOLDER", help="keep what is counted here, part by part")
    group.add_argument(
        "--resume", action="store_true", help="go on with what an earlier run has left in --parts"
    )


def columns_from(args: argparse.Namespace) -> dict[str, str]:
    """By field, the column that ``--column`` names.

    Raises:
        UsageError: It is not FIELD=NAME.
        ConfigError: A row has no such field.
    """
    from termkit.errors import UsageError
    from termkit.runners.columns import check_fields

    found = {}
    for option in args.column or ():
        field, equals, name = option.partition("=")
        if not (equals and field and name):
            raise UsageError(f"--column {option!r} is not FIELD=NAME", hint="such as text=body")
        found[field] = name
    check_fields(found)
    return found


def jobs_from(args: argparse.Namespace) -> int:
    """The number of processes."""
    return (os.cpu_count() or 1) if args.jobs == 0 else args.jobs or 1


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return number
