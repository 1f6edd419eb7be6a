"""Vietnamese before Unicode: TCVN3, VNI, VISCII, VPS, VIQR and Windows-1258.

Each of the six holds the 134 letters of Vietnamese, so a Vietnamese text goes there and back
without loss. What else each can hold differs, and `encode` refuses what would not come back:

- ``tcvn3`` holds ASCII and the letters. Capitals with tones are written as chart VN2 has
  them; a font made for VN3 alone does not show those. Small letters of the capital font that
  such texts use instead become capitals where their neighbours show it, in pasted text and in
  ``termkit normalize``; `decode` of bytes changes none.
- ``vni`` holds Windows-1252 without the Latin letters that serve as marks.
- ``viscii`` and ``vps`` hold ASCII but for the control characters they use as letters; VPS
  has single quotation marks and a few letters of French and German as well.
- ``viqr`` is ASCII. Punctuation after a vowel takes a backslash.
- ``cp1258`` is nearly Windows-1252, with combining tones.

Text that was pasted into Unicode character for byte (``Vöông`` for *Vương*) is found and read
as well, as a string or in UTF-8, and so is UTF-8 that was read as Windows-1252 (``LÃª`` for
*Lê*), under the name ``utf-8``.
"""

from __future__ import annotations

from termkit.errors import EncodingError
from termkit.lang.vi.legacy_codecs import ENCODINGS as ENCODINGS
from termkit.lang.vi.legacy_codecs import decode as decode_bytes
from termkit.lang.vi.legacy_codecs import encode as encode
from termkit.lang.vi.legacy_codecs import encoding_name as encoding_name
from termkit.lang.vi.legacy_detect import detect as detect_bytes
from termkit.lang.vi.legacy_detect import detect_pasted as detect_pasted
from termkit.lang.vi.legacy_pasted import UTF8 as UTF8
from termkit.lang.vi.legacy_pasted import decode_pasted as decode_pasted


def decode(data: bytes | str, encoding: str) -> str:
    """Text of bytes in a legacy encoding, or of text pasted from one; letters composed.

    Args:
        data: Bytes in the encoding; or what bytes became when they were pasted into Unicode,
            as a string or in UTF-8.
        encoding: One of `ENCODINGS`, or ``utf-8`` for UTF-8 that was read as Windows-1252.

    Raises:
        EncodingError: No such encoding, or a byte it does not assign (the byte and its offset
            are named). A string raises the first only.

    >>> decode(b"L\\xea Ho\\xe0i Trung", "viscii"), decode(b"Hue^'", "viqr")
    ('Lê Hoài Trung', 'Huế')
    >>> decode("Vöông Hoaøng Duy", "vni"), decode("Vöông Hoaøng Duy".encode(), "vni")
    ('Vương Hoàng Duy', 'Vương Hoàng Duy')
    """
    if isinstance(data, str):
        return decode_pasted(data, encoding)
    mends = encoding.lower() in (UTF8, "utf8")
    name = UTF8 if mends else encoding_name(encoding)
    text = _unicode(data)
    if text is not None and (mends or (not text.isascii() and detect_pasted(text) == name)):
        return decode_pasted(text, name)
    if mends:
        raise EncodingError("not valid UTF-8", hint="--from auto looks for the encoding")
    return decode_bytes(data, name)


def detect(data: bytes | str) -> str | None:
    """The legacy encoding of bytes, or of pasted text: the name for `decode`.

    Args:
        data: A name, a line or a whole file; of a long one, a part is weighed.

    Returns:
        One of `ENCODINGS`; ``utf-8`` for UTF-8 that was read as Windows-1252; ``None`` for
        clean text, for other encodings, and when unsure. Where readings make the same text
        (*Lê Hoài Trung* has the same bytes in three), ``cp1258`` or the first of
        `ENCODINGS` stands for all.

    >>> detect("Vương Hoàng Duy".encode()), detect("Nguy\\xd4n V\\xa8n".encode("latin-1"))
    (None, 'tcvn3')
    >>> detect("Vöông Hoaøng Duy"), detect("LÃª HoÃ\\xa0i".encode()), detect("Nguyễn")
    ('vni', 'utf-8', None)
    """
    if isinstance(data, str):
        return detect_pasted(data)
    found = detect_bytes(data)
    if found is None and (text := _unicode(data)) is not None:
        return detect_pasted(text)
    return found


def _unicode(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
