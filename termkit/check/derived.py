"""Values worked out once per glossary and kept with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from termkit.glossary.store import Glossary

T = TypeVar("T")


def derived(glossary: Glossary, key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` returns, made on the first call with this glossary and key.

    A glossary is a value: it never changes, so what follows from it never does either. The
    values live and die with the glossary and are no part of its equality.

    Args:
        key: Names the value; starts with the module's name so that none collide.
    """
    kept: dict[Hashable, T] = glossary.__dict__.setdefault("_derived", {})
    if key not in kept:
        kept[key] = make()
    return kept[key]
