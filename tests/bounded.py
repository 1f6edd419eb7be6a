"""A guard against runs that grow with the square of their input: no measure of speed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bounded(seconds: float, what: object = "") -> Iterator[None]:
    """Fail when what is inside takes longer than this of the process's own time.

    Processor time and not the clock: how busy the machine is counts little.

    Args:
        seconds: Several times what a linear run takes on a slow machine.
        what: Told when it fails.
    """
    started = time.process_time()
    yield
    taken = time.process_time() - started
    assert taken < seconds, f"{taken:.2f} s of {seconds} {what}"
