"""A corpus on one machine: batches through one process or several, in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, TypeVar

from termkit.errors import TermkitError
from termkit.runners.batches import Batch
from termkit.runners.parts import Parts
from termkit.runners.record import Record
from termkit.runners.state import State
from termkit.runners.work import Task, check_rows

_AHEAD = 2  # batches that wait for each worker

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class _Checking:
    """What is done with each batch of a corpus that is checked."""

    task: Task
    parts: Parts | None

    def __call__(self, batch: Batch) -> Done:
        if self.parts is not None:
            known = self.parts.state_of(batch.number)
            if known is not None:
                return Done((), known, batch.share)
        records, state = check_rows(batch.rows, self.task)
        state.prune()
        if self.parts is not None:
            self.parts.write(batch.number, records, state)
            records = []
        return Done(tuple(records), state, batch.share)


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
    return each_batch(batches, _Checking(task, parts), jobs=jobs)


def each_batch(
    batches: Iterable[Batch], work: Callable[[Batch], T], *, jobs: int = 1
) -> Iterator[T]:
    """What some work makes of each batch, in order.

    Args:
        batches: Of a corpus.
        work: Pickles; what follows from it is worked out once in each process.
        jobs: Processes. Each gets the work once, as a file.

    Raises:
        TermkitError: A process died, or the work raised it.
    """
    if jobs == 1:
        yield from map(work, batches)
        return
    with tempfile.TemporaryDirectory(prefix="termkit-") as folder:
        path = os.path.join(folder, "work")
        _put(work, path)
        pool = ProcessPoolExecutor(
            jobs,
            multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(path, gc.get_threshold()),
        )
        waiting: deque[Future[T]] = deque()
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
                hint="where parts are kept --resume goes on; --jobs 1 takes less memory",
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _put(work: object, path: str) -> None:
    try:
        with open(path, "wb") as file:
            pickle.dump(work, file)
    except OSError as error:
        raise TermkitError(
            f"cannot be written: {error.strerror}",
            path=path,
            hint="make room there, or name another folder with TMPDIR",
        ) from None


_HERE: list[Callable[[Batch], Any]] = []


def _start(path: str, collector: tuple[int, int, int]) -> None:
    gc.set_threshold(*collector)  # as in the process that started this one
    with open(path, "rb") as file:
        _HERE.append(pickle.load(file))


def _do_here(batch: Batch) -> Any:
    return _HERE[0](batch)
