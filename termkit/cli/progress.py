"""A bar on standard error, when somebody is watching and there is something to wait for."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

_PATIENCE = 1.0  # seconds; a bar that flashes by tells nobody anything

T = TypeVar("T")


def track(items: Iterable[T], total: int | None, *, what: str, shown: bool) -> Iterator[T]:
    """Yield the items, with a bar once the work has lasted a second.

    Args:
        items: The work, one item a step.
        total: How many there are, if anybody knows.
        what: A word in front of the bar.
        shown: Whether a bar is wanted; it needs a terminal all the same.
    """
    if not shown or not sys.stderr.isatty():
        yield from items
        return
    began = time.monotonic()
    bar: Any = None
    task: Any = None
    try:
        for done, item in enumerate(items):
            if bar is None and time.monotonic() - began > _PATIENCE:
                bar = _start_bar()
                task = bar.add_task(what, total=total)
            if bar is not None:
                bar.update(task, completed=done)
            yield item
    finally:
        if bar is not None:
            bar.stop()


def _start_bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Remaining(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar
