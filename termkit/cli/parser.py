"""An argument parser that answers in one sentence and names the nearest known word."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

from termkit.errors import UsageError, nearest

_WIDTH = 80


class Parser(argparse.ArgumentParser):
    """Raises `UsageError` where argparse would print a usage block and leave.

    Long options are never guessed from their beginning: a script that relies on ``--sel``
    would break with the next option that starts the same way.
    """

    def __init__(self, **settings: Any) -> None:
        # A fixed width keeps argparse from loading what measures the terminal.
        settings.setdefault("formatter_class", _plain)
        if sys.version_info >= (3, 14):
            settings.setdefault("color", False)  # argparse's own; ours is asked for by print_help
        super().__init__(allow_abbrev=False, **settings)

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Read a whole command line.

        Raises:
            UsageError: It holds something unknown, with the nearest known option.
        """
        namespace, unknown = self.parse_known_args(arguments)
        if unknown:
            self._reject(unknown[0])
        return namespace

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, hint=f"{self.prog} --help")

    def format_help(self) -> str:
        """Plain text of 80 columns, as the reference pages show it."""
        if self.usage is None:
            self.usage = self._short_usage()
        return super().format_help()

    def print_help(self, file: Any = None) -> None:
        """For a person: coloured where there is a terminal."""
        self.formatter_class = _for_screen()
        super().print_help(file)

    def _short_usage(self) -> str:
        """One line: the options are listed below it anyway."""
        words = [self.prog, "[OPTIONS]"]
        for action in self._get_positional_actions():
            metavar = "COMMAND ..." if action.nargs == argparse.PARSER else action.metavar
            name = metavar if isinstance(metavar, str) else action.dest.upper()
            name += "..." if action.nargs in ("*", "+") else ""
            words.append(f"[{name}]" if action.nargs in ("*", "?") else name)
        return " ".join(words).replace("%", "%%")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = action.choices
        if choices is not None and value not in choices:
            name = "/".join(action.option_strings) or action.metavar or action.dest
            raise UsageError(
                f"{name}: {value!r} is not known",
                hint=nearest(str(value), [str(choice) for choice in choices]),
            )

    def _reject(self, word: str) -> NoReturn:
        word = word.split("=", 1)[0]
        if word.startswith("-"):
            raise UsageError(
                f"option {word!r} is not known", hint=nearest(word, sorted(set(_options(self))))
            )
        raise UsageError(f"{word!r} is one argument too many", hint=f"{self.prog} --help")


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Long options of a parser and of the parsers below it."""
    for action in parser._actions:
        yield from (name for name in action.option_strings if name.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _options(below)


def examples_text(examples: Iterable[tuple[str, str]]) -> str:
    """The epilogue of a help page: command lines with what each does.

    >>> print(examples_text([("termkit check a.txt", "one file")]))
    examples:
      termkit check a.txt
          one file
    """
    lines = ["examples:"]
    for line, what in examples:
        lines += [f"  {line}", f"      {what}"]
    return "\n".join(lines) if len(lines) > 1 else ""


def screen_width() -> int:
    """Columns of the terminal, at most 100; 80 where there is none."""
    try:
        return max(40, min(100, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError, AttributeError):
        return _WIDTH


def _plain(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=_WIDTH)


def _for_screen() -> Any:
    """The coloured formatter on a terminal, else the plain one."""
    from termkit.cli.colour import wants_colour

    if not wants_colour(sys.stdout, "auto"):
        return _plain
    from rich_argparse import RawDescriptionRichHelpFormatter

    class Formatter(RawDescriptionRichHelpFormatter):
        group_name_formatter = str  # as written, not Every Word Capital

    width = screen_width()
    return lambda prog: Formatter(prog, width=width)
