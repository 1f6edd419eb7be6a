"""Quotation marks of Windows among Vietnamese capitals: one byte, two readings.

The bytes 0x80 to 0x9F are capitals in TCVN 5712 (chart VN1), VISCII and VPS. Windows shows
quotation marks, dashes and dots at eight of them, and writers who saw no capital there, or
who pasted into Unicode, mean those.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from termkit.lang.vi.legacy_tables import chart
from termkit.lang.vi.tones import place_tone

_BYTES = b"\x85\x91\x92\x93\x94\x95\x96\x97"
_ALONE = "\u2026\u2022\u2013\u2014"  # stand between spaces as well; quotation marks do not
# Nobody types the other signs of Windows into Vietnamese, but for € ‰ ™: they are capitals.
_LONGEST = 7  # letters of a syllable: nghiêng
_CAPITALS = re.compile(b"[\x81-\x84\x86-\x88\x8a-\x90\x98\x9a-\x9f]")
_DOUBTFUL = re.compile(b"[" + _BYTES + b"]")


def settle(text: str, data: bytes, encoding: str) -> str:
    """A decoded text with typography where that is the better reading.

    A capital stays in a text that shows others like it, and where its word is a syllable with
    it (*HÓA*). It becomes a quotation mark, dash or dots when what is left are words.

    Args:
        text: What the chart makes of the bytes, one character for each.
        data: The bytes.
        encoding: ``tcvn3``, ``viscii`` or ``vps``.

    >>> settle("ỎViệt NamÕ", b"\\x93Vi\\xd6t Nam\\x94", "tcvn3")
    '“Việt Nam”'
    """
    if len(data) < 2 or not _DOUBTFUL.search(data) or _CAPITALS.search(data):
        return text
    signs, doubtful = _readings(encoding)
    out: list[str] = []
    end = 0
    for found in doubtful.finditer(text):
        if found.start() < end:
            continue
        start, stop = found.span()
        while start > end and _is_letter(text[start - 1]):
            start -= 1
        while stop < len(text) and _is_letter(text[stop]):
            stop += 1
        out += [text[end:start], _read(text[start:stop], signs)]
        end = stop
    return "".join([*out, text[end:]])


@cache
def _readings(encoding: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Letter to sign for the doubtful bytes, and what finds one of the letters."""
    signs = {chart(encoding)[byte]: chart("cp1252")[byte] for byte in _BYTES}
    return signs, re.compile(f"[{''.join(signs)}]")


def _is_letter(character: str) -> bool:
    return character.isalpha() or "\u0300" <= character <= "\u0323"


def _read(token: str, signs: dict[str, str]) -> str:
    """A run of letters with doubtful ones in it, as letters or as signs around letters."""
    if len(token) == 1:
        return signs[token] if signs[token] in _ALONE else token
    if is_syllable(token):
        return token
    pieces = re.split(f"([{''.join(signs)}])", token)
    if all(not piece or piece.isascii() or is_syllable(piece) for piece in pieces[::2]):
        return "".join(signs.get(piece, piece) for piece in pieces)
    return token


def is_syllable(token: str) -> bool:
    """Whether a run of letters is a syllable, its tone in place, small, titled or capital.

    >>> is_syllable("Hóa"), is_syllable("HÓA"), is_syllable("namÕ"), is_syllable("Ỏai")
    (True, True, False, False)
    """
    word = unicodedata.normalize("NFC", token)
    if len(word) > _LONGEST or not (word.islower() or word.isupper() or word.istitle()):
        return False
    small = word.lower()
    return small in (place_tone(small, "old"), place_tone(small, "new"))
