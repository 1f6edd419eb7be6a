"""XML as a stream of events, every character with its place in the file.

The parser is expat: unlike lxml it tells where an event begins to the byte, which findings in
the middle of a line need. It reads no external DTD and no external entity, a document that
declares entities is refused, and depth and token size are bounded, so that memory is.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from termkit.errors import (
    DamagedDocumentError,
    DocumentError,
    EmptyDocumentError,
    UnreadableDocumentError,
)
from termkit.formats.decode import byte_order_mark, declared_encoding, known_magic

_CHUNK = 1 << 16
_DEEPEST = 128
_LONGEST_TOKEN = 1 << 24  # bytes of one tag, comment or attribute
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_BROKEN_OFF = frozenset((3, 5, 6, 20))  # no element, unclosed token, partial character, CDATA
_XML_SPACE = "http://www.w3.org/XML/1998/namespace "


class Start(NamedTuple):
    """A start tag: local name and namespace, attributes by local name (``xml:lang`` is lang)."""

    name: str
    space: str
    attributes: dict[str, str]
    offset: int
    line: int
    line_start: int


class End(NamedTuple):
    """An end tag."""

    name: str


class Text(NamedTuple):
    """Characters of one stretch of the file: a slice of it, or one character written as a
    reference (``&amp;``)."""

    text: str
    start: int
    end: int
    line: int
    line_start: int


Event = Start | End | Text


def read_events(file: BinaryIO, path: str) -> Iterator[Event]:
    """The events of an XML file, as it is read.

    Raises:
        DamagedDocumentError: Not well-formed from here on, or broken off; the events before
            have been yielded.
        UnreadableDocumentError: No XML, entity declarations, too deep, a token too long.
    """
    stream = _Stream(path)
    for chunk in _utf8_chunks(file, path):
        yield from stream.feed(chunk)
    yield from stream.feed(b"", final=True)


class _Stream:
    """Expat, and a cursor that counts code points and lines as the events pass."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._events: list[Event] = []
        self._window = bytearray()  # from the cursor on
        self._byte = self._fed = 0
        self._offset = self._line_start = 0
        self._line = 1
        self._depth = 0
        self._in_cdata = False
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_skipped
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)

    def feed(self, data: bytes, *, final: bool = False) -> Iterable[Event]:
        """The events that became complete with some more bytes.

        An error is raised once the events before it have been handed over.
        """
        self._events = []
        self._window += data
        self._fed += len(data)
        try:
            self._parser.Parse(data, final)
        except expat.ExpatError as error:
            return self._then_raise(self._damaged(error))
        except UnreadableDocumentError as error:
            return self._then_raise(error)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TOKEN:
            raise self._unreadable(f"a tag or comment of more than {_LONGEST_TOKEN >> 20} MiB")
        return self._events

    def _then_raise(self, error: DocumentError) -> Iterator[Event]:
        yield from self._events
        raise error

    def _damaged(self, error: expat.ExpatError) -> DamagedDocumentError:
        self._advance(min(self._parser.ErrorByteIndex, self._fed))
        if error.code in _BROKEN_OFF:
            problem = "the file breaks off here"
        else:
            problem = f"not well-formed XML: {expat.ErrorString(error.code)}"
        return DamagedDocumentError(problem, path=self._path, line=self._line)

    def _unreadable(self, problem: str) -> UnreadableDocumentError:
        return UnreadableDocumentError(problem, path=self._path, line=self._line)

    def _advance(self, byte: int) -> None:
        """Move the cursor to a byte, counting code points and lines."""
        count = byte - self._byte
        if count <= 0:
            return
        piece = bytes(self._window[:count])
        del self._window[:count]
        self._byte = byte
        last = piece.rfind(b"\n")
        if last >= 0:
            self._line += piece.count(b"\n")
            self._line_start = self._offset + _length(piece[: last + 1])
        self._offset += _length(piece)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._advance(self._parser.CurrentByteIndex)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._unreadable(f"elements nested more than {_DEEPEST} deep")
        space, _, local = name.rpartition(" ")
        plain = {key.removeprefix(_XML_SPACE): value for key, value in attributes.items()}
        self._events.append(Start(local, space, plain, self._offset, self._line, self._line_start))

    def _end(self, name: str) -> None:
        self._advance(self._parser.CurrentByteIndex)
        self._depth -= 1
        self._events.append(End(name.rpartition(" ")[2]))

    def _text(self, text: str) -> None:
        self._advance(self._parser.CurrentByteIndex)
        start, end = self._offset, self._offset + len(text)
        if not self._in_cdata and self._window[:1] == b"&":
            end = start + self._window.find(b";") + 1
        elif self._window[:2] == b"\r\n":
            end = start + 2
        self._events.append(Text(text, start, end, self._line, self._line_start))

    def _cdata(self, inside: bool) -> None:
        self._in_cdata = inside

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise self._unreadable(f"the document declares the entity {name!r}; entities are refused")

    def _refuse_skipped(self, name: str, *_: object) -> None:
        raise self._unreadable(f"the entity {name!r} is not known; entities are not loaded")


def _length(piece: bytes) -> int:
    return len(piece) if piece.isascii() else len(piece.decode("utf-8", "replace"))


def _utf8_chunks(file: BinaryIO, path: str) -> Iterator[bytes]:
    """The file in UTF-8, without a byte order mark, whatever encoding it declares."""
    head = file.read(_CHUNK)
    if not head.strip():
        raise EmptyDocumentError("the file is empty", path=path)
    what = known_magic(head)
    if what is not None:
        raise UnreadableDocumentError(f"this is {what}, not XML", path=path)
    mark, encoding = _encoding(head, path)
    head = head[len(mark) :]
    if encoding == "utf-8":
        yield head
        while chunk := file.read(_CHUNK):
            yield chunk
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    chunk = head
    try:
        while chunk:
            yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
            chunk = file.read(_CHUNK)
        yield decoder.decode(b"", True).encode("utf-8", "surrogatepass")
    except UnicodeError:
        raise DamagedDocumentError(f"not valid {encoding.upper()}", path=path) from None


def _encoding(head: bytes, path: str) -> tuple[bytes, str]:
    """The byte order mark, and the encoding that it or the XML declaration names."""
    mark, encoding = byte_order_mark(head)
    if mark:
        return mark, encoding
    if head.startswith(b"<\0"):
        return b"", "utf-16-le"
    if head.startswith(b"\0<"):
        return b"", "utf-16-be"
    declared = _DECLARED.match(head[:512].lstrip())
    name = declared[1].decode("ascii") if declared else "utf-8"
    return b"", declared_encoding(name, path)
