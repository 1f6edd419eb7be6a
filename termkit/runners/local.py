"""A corpus on one machine: batches through one process or several, in order."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from termkit.errors import TermkitError
from termkit.runners.batches import Batch
from termkit.runners.parts import Parts
from termkit.runners.record import Record
from termkit.runners.state import State
from termkit.runners.work import Task, check_rows

_AHEAD = 2  # batches that wait for each worker


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that has been checked.

    Attributes:
        records: Its findings; empty when they were written to parts.
        state: What must be known of it.
        share: How much of the corpus is behind it, from 0 to 1.
    """

    records: tuple[Record, ...]
    state: State
    share: float


def check_batches(
    batches: Iterable[Batch], task: Task, *, jobs: int = 1, parts: Parts | None = None
) -> Iterator[Done]:
    """Check batches, in order.

    Args:
        batches: Of a corpus.
        task: How.
        jobs: Processes. Each gets the task once, as a file.
        parts: Where findings are written, batch by batch; what is already there is not done
            again.

    Raises:
        TermkitError: A part cannot be written, or a process died.
    """
    if jobs == 1:
        for batch in batches:
            yield _do(batch, task, parts)
        return
    with tempfile.TemporaryDirectory(prefix="termkit-") as folder:
        plan = os.path.join(folder, "task")
        with open(plan, "wb") as file:
            pickle.dump((task, parts), file)
        pool = ProcessPoolExecutor(
            jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(plan,)
        )
        waiting: deque[Future[Done]] = deque()
        try:
            for batch in batches:
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
                waiting.append(pool.submit(_do_here, batch))
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise TermkitError(
                "a worker process died, perhaps for want of memory",
                hint="--resume goes on with what is left; --jobs 1 takes less memory",
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _do(batch: Batch, task: Task, parts: Parts | None) -> Done:
    if parts is not None:
        known = parts.state_of(batch.number)
        if known is not None:
            return Done((), known, batch.share)
    records, state = check_rows(batch.rows, task)
    state.prune()
    if parts is not None:
        parts.write(batch.number, records, state)
        records = []
    return Done(tuple(records), state, batch.share)


_HERE: list[tuple[Task, Parts | None]] = []


def _start(plan: str) -> None:
    with open(plan, "rb") as file:
        _HERE.append(pickle.load(file))


def _do_here(batch: Batch) -> Done:
    return _do(batch, *_HERE[0])
