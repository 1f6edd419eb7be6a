"""Bytes to text, or one clear sentence about why not."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from termkit.errors import EmptyDocumentError, UnreadableDocumentError

MAX_BYTES = 64 * 1024 * 1024
"""A single document; a corpus has formats of its own."""

# The longer mark first: UTF-32-LE begins like UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that people rename by mistake: for the sentence, not for reading them.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, perhaps a DOCX"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONVERT = "convert it first, for example: iconv -f GB18030 -t UTF-8 OLD > NEW"


def check_size(size: int, path: str) -> None:
    """Refuse what is too large to be one document.

    Raises:
        UnreadableDocumentError: More than `MAX_BYTES`.
    """
    if size > MAX_BYTES:
        raise UnreadableDocumentError(
            f"larger than {MAX_BYTES // 1024 // 1024} MiB, too large for one document",
            path=path,
            hint="split it",
        )


def decode(data: bytes, path: str) -> str:
    """Text of a file in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.

    The mark is no character: offsets and columns count from the first letter.

    Raises:
        EmptyDocumentError: No bytes, or white space only.
        UnreadableDocumentError: Binary, another encoding (the offending byte and its offset
            are named), or too large.

    >>> decode("Việt".encode("utf-16"), "x.txt") == decode("Việt".encode(), "x.txt")
    True
    """
    check_size(len(data), path)
    if not data:
        raise EmptyDocumentError("the file is empty", path=path)
    mark, encoding = byte_order_mark(data)
    skipped = len(mark)
    body = data[skipped:]
    _refuse_magic(data, path)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\0" in body:
            raise _binary(body.index(b"\0") + skipped, path) from None
        offset = error.start + skipped
        raise UnreadableDocumentError(
            f"not valid {encoding.upper()}: byte 0x{data[offset]:02X} at offset {offset}",
            path=path,
            hint=_CONVERT,
        ) from None
    if "\0" in text:
        raise _binary(len(text[: text.index("\0")].encode(encoding)) + skipped, path)
    if not text.strip() or not text.strip("\ufeff\u200b \t\r\n"):
        raise EmptyDocumentError("the file holds nothing but white space", path=path)
    return text


def decode_file(file: BinaryIO, path: str) -> str:
    """The text of an open file; no more of it is read than one document may have.

    Raises:
        DocumentError: As `decode`.
    """
    return decode(file.read(MAX_BYTES + 1), path)


def refuse_binary(data: bytes, path: str) -> None:
    """Refuse what is no text in any encoding of one byte per letter.

    Raises:
        EmptyDocumentError: No bytes.
        UnreadableDocumentError: Binary, or too large.
    """
    check_size(len(data), path)
    if not data:
        raise EmptyDocumentError("the file is empty", path=path)
    _refuse_magic(data, path)
    if b"\0" in data:
        raise _binary(data.index(b"\0"), path)


def known_magic(data: bytes) -> str | None:
    """What a file is that no text begins like (``"a PDF"``), or ``None``."""
    return next((what for magic, what in _MAGIC if data.startswith(magic)), None)


def _refuse_magic(data: bytes, path: str) -> None:
    what = known_magic(data)
    if what is not None:
        raise UnreadableDocumentError(f"this is {what}, not text", path=path)


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The mark that a text begins with, perhaps none, and the encoding it means.

    >>> byte_order_mark(b"Hue"), byte_order_mark("Hue".encode("utf-8-sig"))
    ((b'', 'utf-8'), (b'\\xef\\xbb\\xbf', 'utf-8'))
    """
    return next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))


def declared_encoding(name: str, path: str) -> str:
    """The codec of an encoding that a file declares in ASCII, so that it agrees with ASCII.

    Python's codecs are more than encodings of text: *zlib* and *hex* are none, and what names
    itself in ASCII letters is not UTF-16.

    Raises:
        UnreadableDocumentError: Not known, or not an encoding of such a file.

    >>> declared_encoding("GB2312", "x.po"), declared_encoding("Latin-1", "x.po")
    ('gb2312', 'iso8859-1')
    """
    try:
        codec = codecs.lookup(name).name
        agrees = b"<?xml msgid".decode(codec) == "<?xml msgid"  # a codec of bytes: LookupError
    except LookupError:
        raise UnreadableDocumentError(f"the encoding {name!r} is not known", path=path) from None
    except UnicodeError:
        agrees = False
    if not agrees:
        raise UnreadableDocumentError(f"the file says it is in {name}, and is not", path=path)
    return codec


def _binary(offset: int, path: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"not text: a NUL byte at offset {offset}",
        path=path,
        hint="a binary file, or UTF-16 without a byte order mark: save it as UTF-8",
    )
