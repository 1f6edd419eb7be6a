"""Options that several commands share, and what the commands make of them.

add_common(parser)      --config, --quiet, --no-progress, --color
add_glossary(parser)    --glossary           load_from(args)        -> Glossary
add_profile(parser)     --profile
add_output(parser, ..)  --format, --output   write_output(args, result)
add_paths(parser)       PATH..., --lang, --source, --date
                                             read_documents(args, config)
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from termkit.cli import colour
from termkit.cli.documents import read_documents as read_documents
from termkit.config import Config, load_config
from termkit.errors import ConfigError, TermkitError, UnsupportedLanguageError, UsageError

if TYPE_CHECKING:
    from termkit.glossary.store import Glossary


def add_common(parser: argparse.ArgumentParser) -> None:
    """Options of every command that works on something."""
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--config", metavar="FILE", help="configuration file (default: the nearest termkit.toml)"
    )
    group.add_argument("--quiet", action="store_true", help="no progress and no notes")
    group.add_argument("--no-progress", action="store_true", help="no progress bar")
    group.add_argument(
        "--color",
        choices=colour.CHOICES,
        default="auto",
        help="colours; auto is a terminal without NO_COLOR (default: auto)",
    )


def add_glossary(parser: argparse._ActionsContainer) -> None:
    """The glossary to go by."""
    parser.add_argument(
        "--glossary",
        metavar="NAME|DIR",
        help="shipped glossary or a folder (default: configuration, else diplomacy)",
    )


def add_profile(parser: argparse._ActionsContainer) -> None:
    """The house style to go by."""
    parser.add_argument(
        "--profile", metavar="STYLE", help="house style of every document, over what each one says"
    )


def add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """The form of the result and where it goes; the first format is the default."""
    parser.add_argument(
        "--format",
        choices=tuple(formats),
        default=formats[0],
        metavar="FORMAT",
        help=f"{', '.join(formats)} (default: {formats[0]})",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="write there, whole or not at all (default: stdout)"
    )


def add_paths(
    parser: argparse.ArgumentParser, *, what: str = "document or folder; - is standard input"
) -> None:
    """Documents to read, and what the user knows about them."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=what)
    parser.add_argument(
        "--lang",
        metavar="TAG",
        type=language_tag,
        help="language of the documents: vi, en, zh-Hans",
    )
    parser.add_argument("--source", metavar="NAME", help="publisher of the documents, such as vns")
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", type=_date, help="publication date of the documents"
    )


def config_from(args: argparse.Namespace) -> Config:
    """The configuration of this run, read once.

    Raises:
        ConfigError: It is broken.
    """
    config = getattr(args, "loaded_config", None)
    if not isinstance(config, Config):
        config = args.loaded_config = load_config(getattr(args, "config", None))
    return config


def load_from(args: argparse.Namespace) -> Glossary:
    """The glossary of ``--glossary``, else of the configuration, else the default.

    Raises:
        TermkitError: It is not known or does not load.
    """
    from termkit.glossary.store import load_glossary

    named = getattr(args, "glossary", None)
    with named_in(None if named else config_from(args).path):
        return load_glossary(glossary_name(args))


@contextmanager
def named_in(path: str | None) -> Iterator[None]:
    """Errors about what a configuration names, told with the configuration's path."""
    try:
        yield
    except ConfigError as error:
        if path is None or error.path is not None:
            raise
        raise ConfigError(error.problem, path=path, hint=error.hint) from None


def glossary_name(args: argparse.Namespace) -> str | None:
    """What `load_from` loads, for a command that only needs the index; ``None`` is the default."""
    name: str | None = getattr(args, "glossary", None)
    return name or config_from(args).glossary


def spare_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """Refuse to write over a file that was read.

    Raises:
        UsageError: The output is one of the inputs, by whatever path.
    """
    if output is None or not os.path.exists(output):
        return
    for path in inputs:
        if os.path.exists(path) and os.path.samefile(output, path):
            raise UsageError("this file is read, too", path=output, hint="--output another one")


def write_output(args: argparse.Namespace, result: str | bytes) -> None:
    """Put a result on standard output, or atomically into ``--output``.

    Raises:
        TermkitError: The file cannot be written.
    """
    path: str | None = getattr(args, "output", None)
    if path is None:
        if isinstance(result, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        return
    from termkit.atomic import write_bytes

    try:
        data = result if isinstance(result, bytes) else result.encode("utf-8", "backslashreplace")
        write_bytes(path, data)
    except OSError as error:
        raise TermkitError(f"cannot be written: {error.strerror}", path=path) from None


def write_pieces(args: argparse.Namespace, pieces: Iterable[str] | Iterable[bytes]) -> None:
    """The same with a result that comes in pieces and may be long.

    Raises:
        TermkitError: The file cannot be written.
    """
    path: str | None = getattr(args, "output", None)
    if path is None:
        for piece in pieces:
            sys.stdout.write(piece if isinstance(piece, str) else piece.decode())
        return
    from termkit.atomic import open_atomic

    try:
        with open_atomic(path) as file:
            for piece in pieces:
                file.write(
                    piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
                )
    except OSError as error:
        raise TermkitError(f"cannot be written: {error.strerror}", path=path) from None


def wants_colour(args: argparse.Namespace) -> bool:
    """Whether the result gets colours; a file gets them only when asked for."""
    choice: str = getattr(args, "color", "auto")
    if getattr(args, "output", None) is not None:
        return choice == "always"
    return colour.wants_colour(sys.stdout, choice)


def wrap_width(args: argparse.Namespace) -> int | None:
    """Columns to wrap a text at: those of the terminal; ``None`` for a pipe or a file."""
    from termkit.cli.parser import screen_width

    if getattr(args, "output", None) is not None or not sys.stdout.isatty():
        return None
    return screen_width()


def note(args: argparse.Namespace, sentence: str, *, always: bool = False) -> None:
    """Something beside the result, on standard error; ``--quiet`` silences it."""
    if always or not getattr(args, "quiet", False):
        print(sentence, file=sys.stderr)


def language_tag(tag: str) -> str:
    """An argparse type: the tag of a language that termkit knows."""
    from termkit.lang import get_language

    try:
        get_language(tag)
    except UnsupportedLanguageError as error:
        raise argparse.ArgumentTypeError(f"{error.problem} ({error.hint})") from None
    return tag


def any_tag(text: str) -> str:
    """An argparse type: a BCP 47 tag of any language."""
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", text) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no language tag; write vi, de or zh-Hans")
    return text


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a date; write it as 2026-02-03"
        ) from None
