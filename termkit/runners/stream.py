"""A file of lines, plain or compressed, whose end is told from its breaking off."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from termkit.errors import DamagedDocumentError

_BUFFER = 1 << 18
_COMPRESSED = (".gz", ".zst")


@contextlib.contextmanager
def open_stream(path: str) -> Iterator[tuple[BinaryIO, Callable[[], float]]]:
    """The bytes of a file, decompressed when its name ends in ``.gz`` or ``.zst``.

    Yields:
        The open file, and what share of it (from 0 to 1) has been read by now.

    Raises:
        DamagedDocumentError: The compressed file is cut off or damaged, when that is met.
        OSError: It cannot be read.
    """
    with open(path, "rb") as raw:
        try:
            size = os.fstat(raw.fileno()).st_size
            if size == 0 and path.lower().endswith(_COMPRESSED):
                raise EOFError("there is nothing in it")
            yield _decompressed(path.lower(), raw), lambda: min(1.0, raw.tell() / (size or 1))
        except (EOFError, zlib.error, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            reason = str(error).rstrip(".")
            raise DamagedDocumentError(f"cut off or damaged: {reason}", path=path) from None


class _Bits(io.RawIOBase):
    """What a gzip file gives, bit by bit: what stands before a break is read all the same."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._file.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _decompressed(name: str, raw: BinaryIO) -> BinaryIO:
    if name.endswith(".gz"):
        return cast(BinaryIO, io.BufferedReader(_Bits(gzip.open(raw)), _BUFFER))
    if name.endswith(".zst"):
        import pyarrow

        stream = pyarrow.CompressedInputStream(pyarrow.PythonFile(raw), "zstd")
        return cast(BinaryIO, io.BufferedReader(cast(Any, stream), _BUFFER))
    return raw
