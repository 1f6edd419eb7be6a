"""Legacy text that was pasted into Unicode byte by byte, and UTF-8 read as Windows-1252.

A program that takes bytes for Latin-1 or Windows-1252 makes ``Vöông`` of *Vương* in VNI,
``NguyÔn`` of *Nguyễn* in TCVN3, and ``LÃª`` of *Lê* in UTF-8. Every character still stands for
its byte, so the way back is known.

Source: Windows code page 1252, with ISO 8859-1 for the bytes it leaves unassigned.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from functools import cache

from termkit.lang.vi.legacy_codecs import decode, encoding_name
from termkit.lang.vi.legacy_tables import GAP, chart
from termkit.lang.vi.legacy_tcvn3 import repair_capitals
from termkit.lang.vi.legacy_typography import is_syllable, settle
from termkit.text.compose import compose

UTF8 = "utf-8"
"""The name for UTF-8 that was read as Windows-1252 or Latin-1."""

_SIGNS = {ord(sign): byte for byte, sign in enumerate(chart("cp1252")) if sign != GAP}
_MARK = re.compile("[\u0300-\u036f]")
_SHOWN = "".join(sign if sign != GAP else chr(byte) for byte, sign in enumerate(chart("cp1252")))
# Lead byte and continuation bytes of the letters that European languages, Vietnamese among
# them, and typography take from Unicode: U+00A0-01BF, U+0300-037F, U+1E00-1EFF, U+2000-20BF.
# The second byte of à is a space that does not break; many a program made a plain one of it.
_SEQUENCE = re.compile(
    b"[\xc2-\xc6\xcc\xcd][\x80-\xbf]|\xe1[\xb8-\xbb][\x80-\xbf]|\xe2[\x80-\x82][\x80-\xbf]|\xc3 "
)
_CHANCE = re.compile("[\u0250-\u02af\u0700-\u07ff]")  # what ươ of VISCII and VPS makes in UTF-8
_LOST_SPACE = re.compile(rf"(?P<before>[^\W\d_]{{0,6}}à){GAP}(?P<after>[a-z]*)")


def decode_pasted(text: str, encoding: str) -> str:
    """The text that was meant, for a text pasted from a legacy encoding.

    Characters that stand for no byte stay, as do those whose byte means nothing.

    Args:
        text: As found.
        encoding: One of `legacy.ENCODINGS`, or ``utf-8`` for UTF-8 read as Windows-1252.

    Raises:
        EncodingError: No such encoding.

    >>> decode_pasted("Vöông Hoaøng Duy", "vni"), decode_pasted("NguyÔn V¨n Trçi", "tcvn3")
    ('Vương Hoàng Duy', 'Nguyễn Văn Trỗi')
    >>> decode_pasted("LÃª HoÃ\\xa0i Trung, Viá»‡t Nam", "utf-8")
    'Lê Hoài Trung, Việt Nam'
    """
    if _MARK.search(text):  # a file system may have taken ö apart
        text = compose(text)
    if encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return compose(_runs(UTF8).sub(lambda run: _from_utf8(run[0]), text))
    name = encoding_name(encoding)
    found = _runs(name).sub(lambda run: _from_bytes(to_bytes(run[0]), name), text)
    return repair_capitals(found) if name == "tcvn3" else found


def to_bytes(text: str) -> bytes:
    """The bytes that characters of Latin-1 or Windows-1252 stand for.

    >>> to_bytes("á»‡"), to_bytes("\\x87")
    (b'\\xe1\\xbb\\x87', b'\\x87')
    """
    for encoding in ("latin-1", "cp1252"):  # both at once take the slow way
        with suppress(UnicodeEncodeError):
            return text.encode(encoding)
    return text.translate(_SIGNS).encode("latin-1")


def stands_for_bytes(text: str) -> bool:
    """Whether every character stands for a byte.

    >>> stands_for_bytes("Vöông ™"), stands_for_bytes("Vương")
    (True, False)
    """
    return all(ord(character) < 256 or ord(character) in _SIGNS for character in text)


def as_windows(data: bytes) -> str:
    r"""Bytes as a program shows them that takes them for Windows-1252.

    >>> as_windows(b"Vi\xd6t \x81")
    'ViÖt \x81'
    """
    return codecs.charmap_decode(data, "strict", _SHOWN)[0]


@cache
def _runs(name: str) -> re.Pattern[str]:
    """Runs of characters that stand for bytes which the encoding assigns."""
    assigned = {"vni": chart("cp1252"), "viqr": chart("cp1252")[:128], UTF8: "\0" * 256}
    signs = assigned.get(name) or chart(name)
    bytes_ = [byte for byte, sign in enumerate(signs) if sign != GAP]
    known = {chr(byte) for byte in bytes_}
    known |= {chr(sign) for sign, byte in _SIGNS.items() if byte in bytes_}
    return re.compile("[" + "".join(map(re.escape, sorted(known))) + "]+")


def _from_bytes(data: bytes, name: str) -> str:
    text = decode(data, name)
    return settle(text, data, name) if name in ("viscii", "vps") else text


def _from_utf8(run: str) -> str:
    """A run read as UTF-8; where it is none, its sequences, and what is no sequence stays."""
    data = to_bytes(run)
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
        if not _CHANCE.search(text):
            return text
    out: list[str] = []
    end = 0
    for found in _SEQUENCE.finditer(data):
        meant = "à" + GAP if found[0] == b"\xc3 " else found[0].decode("utf-8")
        out += [as_windows(data[end : found.start()]), meant]
        end = found.end()
    if not end:
        return run
    return _LOST_SPACE.sub(_with_or_without_space, "".join([*out, as_windows(data[end:])]))


def _with_or_without_space(found: re.Match[str]) -> str:
    """*Hoài* out of ``HoÃ i``, *là con* out of ``lÃ con``."""
    before, after = found["before"], found["after"]
    return before + after if not after or is_syllable(before + after) else f"{before} {after}"
