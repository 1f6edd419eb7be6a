"""Six encodings under one roof: which there are, what each holds, and the errors they share."""

from __future__ import annotations

import codecs

from termkit.errors import EncodingError, nearest
from termkit.lang.vi.legacy_tables import bytes_of, chart, compose_tones
from termkit.lang.vi.legacy_tcvn3 import decode_tcvn3, encode_tcvn3
from termkit.lang.vi.legacy_viqr import decode_viqr, encode_viqr
from termkit.lang.vi.legacy_vni import decode_vni, vni_bytes
from termkit.text.compose import compose

ENCODINGS = ("tcvn3", "vni", "viscii", "vps", "viqr", "cp1258")
"""Their names, as users write them; case, spaces, hyphens and underscores do not count."""

_OTHER_NAMES = {
    "abc": "tcvn3", "tcvn": "tcvn3", "tcvn5712": "tcvn3", "tcvn57121": "tcvn3", "vscii": "tcvn3",
    "vniwindows": "vni", "windows1258": "cp1258", "vietviscii": "viscii", "xvietvps": "vps",
}  # fmt: skip


def encoding_name(name: str) -> str:
    """The name that `ENCODINGS` has for an encoding.

    Raises:
        EncodingError: No such encoding.

    >>> encoding_name("Windows-1258"), encoding_name("TCVN"), encoding_name("VNI")
    ('cp1258', 'tcvn3', 'vni')
    """
    plain = "".join(name.lower().replace("-", " ").replace("_", " ").replace(":", " ").split())
    known = _OTHER_NAMES.get(plain, plain)
    if known not in ENCODINGS:
        raise EncodingError(f"encoding {name!r} is not known", hint=nearest(name, ENCODINGS))
    return known


def decode(data: bytes, encoding: str) -> str:
    """Text of bytes in a legacy encoding, its letters composed.

    Nothing is guessed and nothing dropped: control characters that are no letters stay.

    Args:
        data: Any bytes; none give no text.
        encoding: One of `ENCODINGS`.

    Raises:
        EncodingError: No such encoding, or a byte it does not assign (the byte and its offset
            are named).

    >>> decode(b"L\\xea Ho\\xe0i Trung", "viscii"), decode(b"Hue^'", "viqr")
    ('Lê Hoài Trung', 'Huế')
    """
    name = encoding_name(encoding)
    try:
        if name == "tcvn3":
            return decode_tcvn3(data)
        if name == "vni":
            return decode_vni(data)
        if name == "viqr":
            return decode_viqr(data)
        text = codecs.charmap_decode(data, "strict", chart(name))[0]
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"not valid {name.upper()}: byte 0x{data[error.start]:02X} at offset {error.start}",
            hint="another encoding, or a damaged file; --from auto looks for the encoding",
        ) from None
    return compose_tones(text) if name == "cp1258" else text


def encode(text: str, encoding: str) -> bytes:
    """Bytes of a text in a legacy encoding: `decode` gives the text back, letters composed.

    Args:
        text: Composed or decomposed.
        encoding: One of `ENCODINGS`.

    Raises:
        EncodingError: No such encoding, or a character it cannot hold (the character and its
            index in the composed text are named).

    >>> encode("Vương Hoàng Duy", "vni").decode("latin-1")
    'Vöông Hoaøng Duy'
    >>> encode("À", "tcvn3"), encode("À", "vps"), encode("Ba.", "viqr")
    (b'A\\xb0', b'\\x80', b'Ba\\\\.')
    """
    name = encoding_name(encoding)
    composed = compose(text)
    try:
        if name == "viqr":
            return encode_viqr(composed)
        if name == "tcvn3":
            return encode_tcvn3(composed)
        table = vni_bytes() if name == "vni" else bytes_of(name)
        return codecs.charmap_encode(composed, "strict", table)[0]
    except UnicodeEncodeError as error:
        character = str(error.object)[error.start]  # VIQR adds backslashes: its index may differ
        index = composed.index(character)
        raise EncodingError(
            f"{name.upper()} cannot hold {character!r} (U+{ord(character):04X}) at index {index}",
            hint="write it in another way first, or keep the text in UTF-8",
        ) from None
