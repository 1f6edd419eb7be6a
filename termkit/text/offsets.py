"""Counting positions: code points for us, UTF-16 units for editors, bytes for files."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> tuple[int, ...]:
    r"""Offset of the first code point of each line; LF, CRLF and a lone CR end a line.

    A text that ends with a line break has one more, empty, line: an editor shows it.

    >>> line_starts("a\nb\r\nc\rd")
    (0, 2, 5, 7)
    >>> line_starts(""), line_starts("a\n")
    ((0,), (0, 2))
    """
    return (0, *(match.end() for match in _LINE_BREAK.finditer(text)))


def byte_offset(text: str, index: int) -> int:
    """UTF-8 bytes before the code point at an index.

    >>> byte_offset("Việt Nam", 4)
    6
    """
    return len(text[:index].encode("utf-8", "surrogatepass"))


def index_at_byte(text: str, offset: int) -> int:
    """The code point that the UTF-8 byte at an offset belongs to.

    >>> [index_at_byte("ệt", offset) for offset in (0, 2, 3, 4)]
    [0, 0, 1, 2]
    """
    data = text.encode("utf-8", "surrogatepass")
    if offset >= len(data):
        return len(text)
    while data[offset] & 0xC0 == 0x80:  # a continuation byte
        offset -= 1
    return len(data[:offset].decode("utf-8", "surrogatepass"))


class Utf16:
    """Code point indices of one text as UTF-16 offsets and back (LSP positions).

    A character beyond the Basic Multilingual Plane is two units. An offset between its
    halves is read as the character.

    >>> nom = Utf16("𡨸 Nôm")
    >>> nom.from_index(2), nom.to_index(3), nom.to_index(1)
    (3, 2, 0)
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = (
            []
            if text.isascii()
            else [index for index, character in enumerate(text) if character > "\uffff"]
        )
        self._wide_units = [index + before for before, index in enumerate(self._wide)]

    def from_index(self, index: int) -> int:
        """UTF-16 units before a code point."""
        return index + bisect_left(self._wide, index)

    def to_index(self, units: int) -> int:
        """The code point at a UTF-16 offset; past the end, the end."""
        passed = bisect_right(self._wide_units, units)
        index = units - passed
        if passed and units <= self._wide_units[passed - 1] + 1:
            index = self._wide[passed - 1] + (units - self._wide_units[passed - 1]) // 2
        return min(index, self._length)
