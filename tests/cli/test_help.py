"""Help fits a terminal of 80 columns, examples included."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from termkit.cli.main import all_commands, general_help, make_parser


def helps(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """The help of a parser and of the parsers below it, by the command line that shows it."""
    yield parser.prog, parser.format_help()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from helps(below)


PAGES = dict(page for command in all_commands() for page in helps(make_parser(command)))
PAGES["termkit"] = general_help()


@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_longer_than_80_columns(name: str) -> None:
    assert [line for line in PAGES[name].splitlines() if len(line) > 80] == []


def test_commands_below_commands_are_among_them() -> None:
    assert {"termkit check", "termkit glossary lint", "termkit names compare"} <= set(PAGES)
