"""The lines of a large text file, one at a time, each with its place."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from termkit.errors import DamagedDocumentError, EmptyDocumentError, UnreadableDocumentError
from termkit.formats.decode import byte_order_mark, known_magic

LONGEST = 1 << 22
"""Code points of one line; a longer one is no line but a binary or a broken file."""
_CHUNK = 1 << 18


class Line(NamedTuple):
    """A line with its end, its number from 1, and the offset of its first code point."""

    text: str
    number: int
    offset: int
    path: str


def read_lines(
    file: BinaryIO, path: str, *, encoding: Callable[[bytes, str], str] | None = None
) -> Iterator[Line]:
    """The lines of a file, split at LF alone: a text may hold other separators.

    Args:
        file: Open at its start.
        path: For messages.
        encoding: The beginning of the file and the path to the name of its encoding; a byte
            order mark goes before it, and UTF-8 is usual.

    Raises:
        EmptyDocumentError: No bytes.
        UnreadableDocumentError: Binary.
        DamagedDocumentError: Not valid in its encoding from here on, or a line too long.
    """
    number, offset, rest = 1, 0, ""
    for chunk in _decoded(file, path, encoding):
        *lines, rest = (rest + chunk).split("\n")
        for text in lines:
            yield Line(text + "\n", number, offset, path)
            number += 1
            offset += len(text) + 1
        if len(rest) > LONGEST:
            raise DamagedDocumentError(
                f"a line of more than {LONGEST} characters", path=path, line=number
            )
    if rest:
        yield Line(rest, number, offset, path)


def _decoded(
    file: BinaryIO, path: str, encoding: Callable[[bytes, str], str] | None
) -> Iterator[str]:
    chunk = file.read(_CHUNK)
    if not chunk.strip():
        raise EmptyDocumentError("the file is empty", path=path)
    what = known_magic(chunk)
    if what is not None:
        raise UnreadableDocumentError(f"this is {what}, not text", path=path)
    mark, name = byte_order_mark(chunk)
    if not mark and encoding is not None:
        name = encoding(chunk, path)
    decoder = codecs.getincrementaldecoder(name)()
    chunk = chunk[len(mark) :]
    lines = 1
    while True:
        try:
            text = decoder.decode(chunk, not chunk)
        except UnicodeDecodeError as error:
            good = chunk[: error.start].decode(name, "replace")
            line = lines + good.count("\n")
            yield good[: good.rfind("\n") + 1]  # whole lines; the damaged one is none
            raise DamagedDocumentError(f"not valid {name.upper()}", path=path, line=line) from None
        if "\0" in text:
            raise UnreadableDocumentError("not text: it has a NUL byte", path=path)
        lines += text.count("\n")
        yield text
        if not chunk:
            return
        chunk = file.read(_CHUNK)
