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
from termkit.lang.vi.legacy_tables import chart


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
    table = {
        ord(character): bytes([byte])
        for byte, character in enumerate(chart("cp1252"))
        if not character.isalpha() or character.isascii()
    }
    table |= {ord(character): bytes([ord(character)]) for character in "ÇçßÐðÝýÞþ"}
    table |= {ord(row[1]): bytes.fromhex(row[0]) for row in load_rows("vi", "vni")}
    return table


@cache
def well_formed() -> re.Pattern[str]:
    """A word in which every character beyond ASCII has its part in a letter of VNI."""
    pairs, singles = _groups()
    return re.compile(f"(?:{pairs}|[{singles}A-Za-z])+")


@cache
def _reading() -> tuple[re.Pattern[str], dict[str, str]]:
    """What to look for, and the letter each find stands for."""
    letters = {row[2]: row[1] for row in load_rows("vi", "vni")}
    letters |= {pair[0] + pair[1].lower(): letter for pair, letter in letters.items() if pair[1:]}
    letters |= {"yï": "ỵ", "Yï": "Ỵ", "YÏ": "Ỵ"}
    for pair, letter in tuple(letters.items()):
        if pair[1:] and pair.islower():
            letters[pair[0] + pair[1].upper()] = letter
    pairs, singles = _groups()
    return re.compile(f"{pairs}|[{singles}]"), letters


@cache
def _groups() -> tuple[str, str]:
    """The pairs as a pattern, and the characters that are a letter by themselves."""
    marks: dict[str, str] = {"y": "ïÏ", "Y": "ïÏ"}
    singles = ""
    for _, _, shown in load_rows("vi", "vni"):
        if len(shown) == 1:
            singles += shown
        else:
            marks[shown[0]] = marks.get(shown[0], "") + shown[1].lower() + shown[1].upper()
    by_marks: dict[str, str] = {}
    for base, its in marks.items():
        key = "".join(sorted(set(its)))
        by_marks[key] = by_marks.get(key, "") + base
    return "|".join(f"[{bases}][{key}]" for key, bases in by_marks.items()), singles
