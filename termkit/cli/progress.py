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


class ShareBar:
    """A bar for work whose size is known only as a share of the whole, with its rate.

    Args:
        what: A word in front of the bar.
        shown: Whether a bar is wanted; it needs a terminal all the same.
    """

    def __init__(self, what: str, *, shown: bool) -> None:
        self._what = what
        self._shown = shown and sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def show(self, share: float, size: int) -> None:
        """Say how far the work is.

        Args:
            share: From 0 to 1.
            size: Bytes done.
        """
        passed = time.monotonic() - self._began
        if not self._shown or passed < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _start_share_bar()
            self._task = self._bar.add_task(self._what, total=1.0, rate="", left="")
        left = passed / share - passed if share else 0.0
        self._bar.update(
            self._task,
            completed=share,
            rate=f"{size / 1e6 / passed:.1f} MB/s",
            left=f"{_clock(left)} left",
        )

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _start_share_bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[left]}"),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar


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
