"""What a command of the command line is."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One sub-command; its module is `termkit/cli/<name>.py` (a trailing ``_`` is allowed).

    Attributes:
        name: As typed.
        summary: One line for ``termkit --help``, without a full stop.
        configure: Adds its options to the parser made for it.
        run: Carries it out; writes results to stdout, progress to stderr; returns the exit
            code; raises `TermkitError` for broken work.
        examples: Command lines with what each does, shown by ``--help`` and in the docs.
    """

    name: str
    summary: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    examples: tuple[tuple[str, str], ...] = ()
