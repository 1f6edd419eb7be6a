"""``termkit names``: names across languages; each sub-command is a module ``names_<name>.py``.

A sub-command's module offers ``SUMMARY``, ``EXAMPLES``, ``configure(parser)`` and
``run(args)``; dropping the file in is all it takes.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from types import ModuleType

from termkit.cli.base import Command
from termkit.cli.parser import examples_text

_PREFIX = "names_"


def _modules() -> dict[str, ModuleType]:
    """Sub-commands by name, in alphabetical order."""
    package = importlib.import_module("termkit.cli")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return {
        name.removeprefix(_PREFIX): importlib.import_module(f"termkit.cli.{name}")
        for name in names
        if name.startswith(_PREFIX)
    }


def _configure(parser: argparse.ArgumentParser) -> None:
    modules = _modules()
    actions = parser.add_subparsers(dest="action", required=True, metavar="|".join(modules))
    for name, module in modules.items():
        epilog = examples_text(module.EXAMPLES)
        module.configure(actions.add_parser(name, help=module.SUMMARY, epilog=epilog))


def _run(args: argparse.Namespace) -> int:
    return int(_modules()[args.action].run(args))


COMMAND = Command(
    name="names",
    summary=f"names across languages: {', '.join(_modules())}",
    configure=_configure,
    run=_run,
    examples=tuple(example for module in _modules().values() for example in module.EXAMPLES),
)
