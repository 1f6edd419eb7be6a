"""VNI for Windows: a vowel, then a character that stands for its marks.

*Vương* is ``Vöông``: ö is ư, ô is ơ, and ``aø`` is à, ``aà`` ầ, ``aè`` ằ. The letters í ì ỉ ĩ ị ỵ
and đ have a character each. All else is as in Windows-1252, but Latin letters that stand for a
mark can no longer be written for themselves.

Source: VNI Software Company, VNI character set for Windows.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.vi.legacy_tables import GAP, chart

# Letters that have a character of their own, as some programs write them all the same.
_LOOSE = {
    "yï": "ỵ", "YÏ": "Ỵ",
    "iù": "í", "iø": "ì", "iû": "ỉ", "iõ": "ĩ", "iï": "ị",
    "IÙ": "Í", "IØ": "Ì", "IÛ": "Ỉ", "IÕ": "Ĩ", "IÏ": "Ị",
}  # fmt: skip


def decode_vni(data: bytes) -> str:
    """Text of VNI bytes. A capital may have its mark in either case.

    Raises:
        UnicodeDecodeError: A byte that Windows-1252 does not assign.

    >>> decode_vni("Vöông Hoaøng Duy, ÑAÏI HOÄI, Aùnh".encode("latin-1"))
    'Vương Hoàng Duy, ĐẠI HỘI, Ánh'
    """
    text = codecs.charmap_decode(data, "strict", chart("cp1252"))[0]
    pattern, letters = _reading()
    return pattern.sub(lambda found: letters[found[0]], text)


@cache
def vni_bytes() -> dict[int, bytes]:
    """Code point to bytes for what VNI holds."""
    rows = load_rows("vi", "vni")
    marks = {character for row in rows for character in row[2] if not character.isascii()}
    table = {
        ord(character): bytes([byte])
        for byte, character in enumerate(chart("cp1252"))
        if character not in marks and character != GAP
    }
    return table | {ord(row[1]): bytes.fromhex(row[0]) for row in rows}


@cache
def well_formed() -> re.Pattern[str]:
    """A word in which every character beyond ASCII has its part in a letter of VNI."""
    pairs, singles = _groups()
    return re.compile(f"(?:{pairs}|[{singles}A-Za-z])+")


@cache
def _reading() -> tuple[re.Pattern[str], dict[str, str]]:
    """What to look for, and the letter each find stands for."""
    letters = {row[2]: row[1] for row in load_rows("vi", "vni")} | _LOOSE
    for shown, letter in tuple(letters.items()):
        for mark in (shown[1:].lower(), shown[1:].upper()):
            letters.setdefault(shown[0] + mark, letter)
    pairs, singles = _groups()
    return re.compile(f"{pairs}|[{singles}]"), letters


@cache
def _groups() -> tuple[str, str]:
    """The pairs as a pattern, and the characters that are a letter by themselves."""
    marks: dict[str, str] = {}
    singles = ""
    for shown in (*_LOOSE, *(row[2] for row in load_rows("vi", "vni"))):
        if len(shown) == 1:
            singles += shown
        else:
            marks[shown[0]] = marks.get(shown[0], "") + shown[1].lower() + shown[1].upper()
    by_marks: dict[str, str] = {}
    for base, its in marks.items():
        key = "".join(sorted(set(its)))
        by_marks[key] = by_marks.get(key, "") + base
    return "|".join(f"[{bases}][{key}]" for key, bases in by_marks.items()), singles
