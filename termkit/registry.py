"""Find the one object that each module of a package offers.

A rule, a format or a convention is one module; dropping the file into the folder is all
it takes to add one. There is no central list.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import Any


@cache
def discover(package: str, name: str) -> dict[str, Any]:
    """Import every module of a package and return what each calls ``name``.

    Modules without that name, and those that start with an underscore, are left out:
    they are helpers of their neighbours.

    Args:
        package: Dotted name of a package, such as ``"termkit.check.rules"``.
        name: The object each module offers, such as ``"RULE"``.

    Returns:
        Module name (last part) to object, in alphabetical order.
    """
    parent: ModuleType = importlib.import_module(package)
    found: dict[str, Any] = {}
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package}.{info.name}")
        if hasattr(module, name):
            found[info.name] = getattr(module, name)
    return found
