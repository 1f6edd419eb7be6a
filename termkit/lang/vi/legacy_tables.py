"""Charts of the Vietnamese eight-bit sets, and how a letter and its tone become one.

VISCII and VPS give every letter a byte of its own, six and fourteen of them in the place of
control characters. TCVN 5712:1993 comes in three sizes: VN3, which people call TCVN3 or ABC,
has no capitals with tones; VN2 adds sixteen of them and five combining tones, so that every
letter can be written without a control character; VN1 adds the other 44 capitals in the
place of control characters. Windows-1258 has combining tones as well.

Source: TCVN 5712:1993; RFC 1456 (1993); the chart of the Vietnamese Professionals Society;
Windows code page 1258 as in the standard library.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product

from termkit.lang.tables import load_rows
from termkit.text.compose import MOST_MARKS

GAP = "\ufffe"  # no character: what `codecs.charmap_decode` takes for an unassigned byte
_TONES = (
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}"
    "\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
)
_VOWELS = "aăâeêioôơuưy"
_LONG_STACK = re.compile(f"[{_TONES}]{{{MOST_MARKS}}}")


@cache
def letters() -> tuple[str, ...]:
    """The 134 letters of Vietnamese that ASCII has not, capitals last.

    >>> len(letters()), letters()[0], letters()[-1]
    (134, 'à', 'Đ')
    """
    found = [
        unicodedata.normalize("NFC", vowel + tone)
        for vowel, tone in product(_VOWELS, ["", *_TONES])
    ]
    small = [letter for letter in (*found, "đ") if not letter.isascii()]
    return (*small, *(letter.upper() for letter in small))


@cache
def chart(encoding: str) -> str:
    """The 256 characters of ``tcvn3``, ``viscii``, ``vps``, ``cp1258`` or ``cp1252``, by byte.

    >>> chart("viscii")[0xC6], chart("vps")[0xC6], chart("cp1258")[0x8A] == GAP
    ('ẳ', 'ậ', True)
    """
    if encoding.startswith("cp"):
        text = bytes(range(256)).decode(encoding, "replace")
        return text.replace("\N{REPLACEMENT CHARACTER}", GAP)
    found = [chr(byte) if byte < 0x80 else GAP for byte in range(256)]
    for row in load_rows("vi", encoding):
        found[int(row[0], 16)] = chr(int(row[1], 16))
    return "".join(found)


@cache
def bytes_of(encoding: str) -> dict[int, bytes]:
    """Code point to bytes for what a chart holds; combining tones where it has no letter.

    Capitals of TCVN 5712 come as in VN2, with a combining tone, and never as one of the
    control characters that VN1 gives them: no program would let those pass.

    >>> bytes_of("tcvn3")[ord("Ấ")], bytes_of("tcvn3")[ord("Á")], bytes_of("vps")[ord("Á")]
    (b'\\xc4', b'A\\xb3', b'\\xc1')
    """
    table = {ord(character): bytes([byte]) for byte, character in enumerate(chart(encoding))}
    del_controls = encoding == "tcvn3"
    for letter in letters():
        code = ord(letter)
        if code not in table or (del_controls and is_control(table[code][0])):
            base, tone = _split(letter)
            table[code] = table[ord(base)] + table[ord(tone)]
    table.pop(ord(GAP), None)
    return table


def is_control(byte: int) -> bool:
    """Whether ISO 646 or ISO 2022 takes the byte for a control character.

    >>> is_control(0x02), is_control(0x93), is_control(0xB0)
    (True, True, False)
    """
    return byte < 0x20 or 0x7F <= byte < 0xA0


def compose_tones(text: str) -> str:
    """A letter and the combining tone after it made one.

    >>> compose_tones("Viê\u0323t")
    'Việt'

    Stacks that no text has stay as they are: ordering them takes quadratic time.

    >>> len(compose_tones("a" + "\u0323\u0301" * 20))
    41
    """
    return text if _LONG_STACK.search(text) else unicodedata.normalize("NFC", text)


def _split(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the combining tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in parts if mark in _TONES)
    return unicodedata.normalize("NFC", parts.replace(tone, "")), tone
