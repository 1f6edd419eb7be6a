r"""VIQR: Vietnamese in ASCII, marks after their letter.

*Lê Hoài Trung* is ``Le^ Hoa`i Trung``, *Đặng* ``DDa(.ng``. Since the marks are punctuation as
well, punctuation after a vowel is written with a backslash: ``ba\.`` is *ba* and a full stop,
``ba.`` is *bạ*. Many people left the backslash out; nobody can tell what they meant.

Source: RFC 1456 (1993). Its switches between languages (``\V``, ``\M``, ``\L``) are left in the
text as they stand.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from termkit.lang.tables import load_rows

_MARKS = "'`?~.(^+*"
_LETTER = re.compile(
    rf"\\[\\dD{re.escape(_MARKS)}]|[aeiouyAEIOUY][(^+*]?['`?~.]|[aeouAEOU][(^+*]|[dD][dD]"
)
_ASCII = {code: bytes([code]) for code in range(128)}
# What must be kept apart when Vietnamese is written: a vowel and the punctuation after it,
# two letters d, and the backslash itself. A letter that has its tone takes no more marks.
_CLASH = re.compile(
    r"\\|(?<=[aA])[(^]|(?<=[eE])\^|(?<=[oOuU])[+*]|(?<=[oO])\^|[dD](?=[dDđĐ])"
    r"|(?<=[aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ])['`?~.]"
)


def decode_viqr(data: bytes) -> str:
    r"""Text of VIQR bytes; ``*`` is a horn like ``+``.

    Raises:
        UnicodeDecodeError: A byte that is not ASCII.

    >>> decode_viqr(b"Nguye^~n Va(n Tro^~i, ddu+o+`ng la`ng, ba\\.")
    'Nguyễn Văn Trỗi, đường làng, ba.'
    """
    letters = _letters()
    # Marks that make no letter (a+, i^) are themselves.
    return _LETTER.sub(lambda found: letters.get(found[0], found[0]), data.decode("ascii"))


def encode_viqr(text: str) -> bytes:
    r"""VIQR of a text, punctuation after a vowel with a backslash.

    Raises:
        UnicodeEncodeError: A character that is neither ASCII nor Vietnamese.

    >>> encode_viqr("Đi đâu? Về nhà. Ở Huế (add \\).")
    b"DDi dda^u\\? Ve^` nha`. O+? Hue^' (a\\dd \\\\)."
    """
    apart = _CLASH.sub(lambda found: "\\" + found[0], text)
    return codecs.charmap_encode(apart, "strict", _spellings())[0]


@cache
def _letters() -> dict[str, str]:
    letters = {row[0]: row[1] for row in load_rows("vi", "viqr")}
    letters |= {key.replace("+", "*"): letter for key, letter in letters.items() if "+" in key}
    letters |= {"\\" + plain: plain for plain in "\\dD" + _MARKS}
    return letters | {"Dd": "Đ", "dD": "Đ"}


@cache
def _spellings() -> dict[int, bytes]:
    return _ASCII | {ord(row[1]): row[0].encode("ascii") for row in load_rows("vi", "viqr")}
