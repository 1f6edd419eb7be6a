"""Rows cut into batches of bounded size, the same batches every time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termkit.runners.row import Row
from termkit.runners.sources import Given, Reader, read_rows

ROWS = 500
BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Cut:
    """How a corpus is cut: at most so many rows, and no row behind so many bytes of text."""

    rows: int = ROWS
    size: int = BYTES


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that are checked together.

    Attributes:
        number: From 0 over the whole corpus; the order of the findings.
        rows: In order, of one file or of several small ones.
        share: How much of the corpus has been read with it, from 0 to 1.
    """

    number: int
    rows: tuple[Row, ...]
    share: float


def cut_batches(
    sources: Sequence[str], given: Given, cut: Cut, reader: Reader | None = None
) -> Iterator[Batch]:
    """The rows of all files in batches; a row that is too large for one is a batch of its own.

    Args:
        sources: Files.
        given: Columns the user named.
        cut: Where a batch ends.
        reader: Reads tables in place of the usual readers.
    """
    return batches_of(_rows(sources, given, reader), cut)


def batches_of(rows: Iterable[Row], cut: Cut) -> Iterator[Batch]:
    """Rows in batches; their shares are those of the whole."""
    number, taken, total = 0, list[Row](), 0
    share = 0.0
    for row in rows:
        taken.append(row)
        total += row.size
        share = row.share
        if len(taken) >= cut.rows or total >= cut.size:
            yield Batch(number, tuple(taken), share)
            number, taken, total = number + 1, [], 0
    if taken:
        yield Batch(number, tuple(taken), share)


def _rows(sources: Sequence[str], given: Given, reader: Reader | None) -> Iterator[Row]:
    """The rows of all files, each with its share of the whole corpus."""
    sizes = [_size(path) for path in sources]
    whole = max(1, sum(sizes))
    before = 0
    for path, size in zip(sources, sizes, strict=True):
        for row in read_rows(path, given, reader):
            yield replace(row, share=(before + row.share * size) / whole)
        before += size


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # its reader says why
