"""A guard against runs that grow with the square of their input: no measure of speed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

# A linear run on these inputs takes well under a second, a quadratic one far more than this.
_SECONDS = 10


@contextmanager
def bounded(what: object = "") -> Iterator[None]:
    """Fail when what is inside takes ten seconds of this process's own time.

    Processor time and not the clock: how busy the machine is does not count.
    """
    started = time.process_time()
    yield
    assert time.process_time() - started < _SECONDS, what
