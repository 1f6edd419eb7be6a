"""Find the command that was typed, run it, and turn errors into a sentence and a code.

Commands are the modules of this package that offer a ``COMMAND``; only the one that was
called is imported. Exit codes: 0 nothing to report, 1 findings (or nothing found), 2 broken
work, 130 interrupted, 141 the reader of our output went away.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from termkit import __version__
from termkit.cli.base import Command
from termkit.cli.parser import Parser, examples_text
from termkit.errors import TermkitError, UsageError, nearest

_INTRODUCTION = """\
Consistent names and terms in Vietnamese, English and Chinese texts.

usage: termkit COMMAND [OPTIONS] [ARGUMENTS]
"""

_EXIT_CODES = """\
exit codes:
  0  nothing to report
  1  findings at or above --fail-on, or nothing found
  2  the work could not be done, in full or at all

termkit COMMAND --help shows its options."""

_EXAMPLES = (
    ("termkit check report.txt", "what is inconsistent in one text"),
    ("termkit check news/ --profile vns --format json", "a folder, in one house's style"),
    ("termkit compare news/", "which source calls a thing what"),
    ("termkit lookup 'Le Hoai Trung'", "a name in any of the three languages"),
    ("termkit rules O203", "why a rule reports what it does"),
)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line; errors become one sentence on standard error."""
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        code = _leave(arguments)
        sys.stdout.flush()
        return code
    except TermkitError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # Python would complain once more when it flushes at exit.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _complain(f"{place}{error.strerror or error}")


def all_commands() -> tuple[Command, ...]:
    """Every command there is, in alphabetical order; imports all of them."""
    import pkgutil

    package = importlib.import_module("termkit.cli")
    commands = (_load(info.name) for info in pkgutil.iter_modules(package.__path__))
    return tuple(sorted((c for c in commands if c is not None), key=lambda c: c.name))


def make_parser(command: Command) -> Parser:
    """The parser of one command, as ``--help`` and the reference pages show it."""
    parser = Parser(
        prog=f"termkit {command.name}",
        description=f"{command.summary[:1].upper()}{command.summary[1:]}.",
        epilog=examples_text(command.examples),
    )
    command.configure(parser)
    return parser


def general_help() -> str:
    """What ``termkit --help`` prints."""
    commands = all_commands()
    width = max(len(command.name) for command in commands)
    lines = [_INTRODUCTION, "commands:"]
    lines += [f"  {command.name:<{width}}  {command.summary}" for command in commands]
    lines += ["", examples_text(_EXAMPLES), "", _EXIT_CODES]
    return "\n".join(lines)


def _leave(arguments: Sequence[str]) -> int:
    try:
        return _dispatch(arguments)
    except SystemExit as leaving:  # argparse leaves after --help
        return leaving.code if isinstance(leaving.code, int) else 0


def _dispatch(arguments: Sequence[str]) -> int:
    if not arguments:
        print(general_help(), file=sys.stderr)
        return 2
    name, *rest = arguments
    if name in ("-h", "--help", "help"):
        if name == "help" and rest:
            return _dispatch([*rest[:1], "--help"])
        print(_coloured_help() if rest == [] else general_help())
        return 0
    if name in ("-V", "--version"):
        print(f"termkit {__version__}")
        return 0
    command = _find(name)
    if command is None:
        raise _unknown(name)
    return command.run(make_parser(command).parse(rest))


def _find(name: str) -> Command | None:
    """Import the module of one command; a namesake of a library ends in an underscore."""
    if re.fullmatch(r"[a-z][a-z0-9-]*", name) is None:
        return None
    stem = name.replace("-", "_")
    for module in (stem, f"{stem}_"):
        try:
            return _load(module)
        except ModuleNotFoundError as error:
            if error.name != f"termkit.cli.{module}":
                raise  # the command is there, something it needs is not
    return None


def _load(module: str) -> Command | None:
    command = getattr(importlib.import_module(f"termkit.cli.{module}"), "COMMAND", None)
    return command if isinstance(command, Command) else None


def _unknown(name: str) -> UsageError:
    if name.startswith("-"):
        return UsageError(
            f"option {name!r} is not known before a command",
            hint=nearest(name, ["--help", "--version"]),
        )
    known = [command.name for command in all_commands()]
    return UsageError(f"command {name!r} is not known", hint=nearest(name, known))


def _coloured_help() -> str:
    from termkit.cli.colour import wants_colour

    text = general_help()
    if not wants_colour(sys.stdout, "auto"):
        return text
    text = re.sub(r"^(\w[\w ]*:)", "\033[1m\\1\033[0m", text, flags=re.MULTILINE)
    return re.sub(r"^(  [a-z]+)(?=  )", "\033[36m\\1\033[0m", text, flags=re.MULTILINE)


def _complain(sentence: str) -> int:
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    print(f"termkit: {sentence}", file=sys.stderr)
    return 2


def _speak_utf8(*streams: TextIO) -> None:
    """Names of people need UTF-8 whatever the locale says.

    A file name that is not UTF-8 is shown with escapes, which JSON reads as well.
    """
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
