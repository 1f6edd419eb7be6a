"""The files of a corpus, and the rows in them, read in bounded memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from termkit.errors import TermkitError, UnreadableDocumentError
from termkit.formats.read import find_documents, real_path
from termkit.runners.row import Row

Given = Mapping[str, str]
"""By field of a row, the column the user named."""

Reader = Callable[[str, Given], Iterator[Row]]
"""Of tables: the rows of a file, with those columns."""

_KINDS = (".parquet", ".ndjson", ".jsonl", ".csv")


def find_sources(paths: Iterable[str | Path]) -> list[str]:
    """The files that paths stand for, each once, in order, by whatever path it is named.

    A folder with tables in it (Parquet, NDJSON, CSV) stands for those, any other for its
    documents, at any depth; sorted. Hidden files are skipped.

    Raises:
        UnreadableDocumentError: A path that is not there.
        EmptyDocumentError: A folder with neither.
    """
    found: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        tables = sorted(_tables(Path(path))) if Path(path).is_dir() else []
        for file in tables or find_documents([path]):
            found.setdefault(real_path(str(file), folders), str(file))
    return list(found.values())


def fingerprint(path: str) -> list[object]:
    """What tells a file from itself when it has changed: name, size and time, as JSON values.

    Raises:
        TermkitError: It is not there.
    """
    try:
        found = os.stat(path)
    except OSError as error:
        raise TermkitError(f"cannot be read: {error.strerror}", path=path) from None
    return [path, found.st_size, found.st_mtime_ns]


def is_table(path: str | Path) -> bool:
    """Whether a file is a table of documents, by its name.

    >>> is_table("news.parquet"), is_table("news.jsonl.zst"), is_table("news.txt.gz")
    (True, True, False)
    """
    return table_kind(path) is not None


def first_table(path: str | Path) -> str | None:
    """The path, when it is a table; the first table in it, when it is a folder; or ``None``."""
    if Path(path).is_dir():
        return next(iter(sorted(_tables(Path(path)))), None)
    return str(path) if is_table(path) else None


def read_rows(path: str, given: Given, reader: Reader | None = None) -> Iterator[Row]:
    """The rows of one file. What is wrong with the file is its last row, number 0.

    Args:
        path: A table, or a document, which is a row of its own.
        given: Columns.
        reader: Reads tables in place of the usual readers.
    """
    if reader is None or table_kind(path) is None:
        reader = _reader(path)
    has_rows = False
    try:
        if reader is None:
            yield Row(path, 1, path, None, os.stat(path).st_size)
        else:
            for row in reader(path, given):
                yield row
                has_rows = True
    except TermkitError as error:
        yield Row(path, 0, path, error=error, breaks_off=has_rows)
    except OSError as error:
        reason = error.strerror or str(error)
        problem = UnreadableDocumentError(f"cannot be read: {reason}", path=path)
        yield Row(path, 0, path, error=problem, breaks_off=has_rows)


def table_kind(path: str | Path) -> str | None:
    """The suffix that says what table a file is, without that of its compression; or ``None``.

    >>> table_kind("News.JSONL.zst"), table_kind("news.txt.gz")
    ('.jsonl', None)
    """
    name = Path(path).name.lower()
    for compression in (".gz", ".zst"):
        name = name.removesuffix(compression)
    suffix = Path(name).suffix
    return suffix if suffix in _KINDS else None


def _tables(folder: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith((".", "_")) and is_table(name):
                yield Path(parent, name).as_posix()


def _reader(path: str | Path) -> Reader | None:
    """The reader of a table; ``None`` for any other file."""
    from termkit.runners import read_csv, read_ndjson, read_parquet

    readers: dict[str | None, Reader] = {
        ".parquet": read_parquet.read,
        ".ndjson": read_ndjson.read,
        ".jsonl": read_ndjson.read,
        ".csv": read_csv.read,
    }
    return readers.get(table_kind(path))
