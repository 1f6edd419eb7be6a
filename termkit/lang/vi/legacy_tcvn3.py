"""TCVN3 in the wild: capitals in a font of their own.

Chart VN3 has no capitals with tones. Whoever needed them changed to a second font
(``.VnTimeH``) that draws small letters as capitals: *CỘNG HÒA* is typed ``CéNG HßA`` and read
*CộNG HòA*. Some converters write the capital and the small letter one after the other: *À* is
``Aµ``. The font is lost with the layout: what a lone *ông* began with, nobody can tell; a
small letter among capitals was a capital.

Source: TCVN 5712:1993.
"""

from __future__ import annotations

import codecs
import re

from termkit.lang.vi.legacy_tables import bytes_of, chart, compose_tones, letters
from termkit.lang.vi.legacy_typography import is_syllable, settle
from termkit.lang.vi.marks import letter as take_apart

_VN1_CONTROLS = re.compile(b"[\x01\x02\x04-\x06\x11-\x17]")
_SMALL = "".join(c for c in letters() if c.islower() and take_apart(c).tone)
_DOUBLED = re.compile(f"[AĂÂEÊIOÔƠUƯY][{_SMALL}]")
_WORD = re.compile(r"[^\W\d_]+")
_NO_CAPITAL = re.compile(f"[{_SMALL}]+")
_SIGN = re.compile("[…‘’“”•–—]")
_TYPOGRAPHY = {ord(sign): sign.encode("cp1252") for sign in "…‘’“”•–—"}
_CAPITAL_INSIDE = re.compile(r"[^\W\d_][A-ZĂÂĐÊÔƠƯ]")


def decode_tcvn3(data: bytes) -> str:
    """Text of bytes in any of the three charts, with the quotation marks of Windows.

    >>> decode_tcvn3(b"\\x93Nguy\\xd4n V\\xa8n A\\x94 \\x96 H\\x95A")
    '“Nguyễn Văn A” – HÓA'
    >>> decode_tcvn3(b"\\x80\\x8c \\x96 A\\xb3")
    'ÀỆ Ọ Á'
    """
    text = codecs.charmap_decode(data, "strict", chart("tcvn3"))[0]
    if not _VN1_CONTROLS.search(data):
        text = settle(text, data, "tcvn3")
    return compose_tones(text)


def encode_tcvn3(text: str) -> bytes:
    """Bytes in chart VN2; quotation marks of Windows where `decode_tcvn3` finds them again.

    Raises:
        UnicodeEncodeError: A character the chart has not.

    >>> encode_tcvn3("“Đảng”")
    b'\\x93\\xa7\\xb6ng\\x94'
    """
    sign = _SIGN.search(text)
    if sign is None:
        return codecs.charmap_encode(text, "strict", bytes_of("tcvn3"))[0]
    data = codecs.charmap_encode(text, "strict", bytes_of("tcvn3") | _TYPOGRAPHY)[0]
    if decode_tcvn3(data) != text:
        raise UnicodeEncodeError("tcvn3", text, *sign.span(), "reads as a capital there")
    return data


def repair_capitals(text: str) -> str:
    """Capitals where the letters around them are capitals, and one for a doubled letter.

    >>> repair_capitals("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM, Ký BởI ÔNG Tú")
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, KÝ BỞI ÔNG TÚ'
    >>> repair_capitals("Aàu và Âấn, Đà Nẵng, Lê Hà, ông ấy, Cả VTV")
    'Àu và Ấn, Đà Nẵng, Lê Hà, ông ấy, Cả VTV'
    """
    text = _DOUBLED.sub(_undouble, text)
    lines = text.splitlines(keepends=True)
    return "".join(_repair(line) if _CAPITAL_INSIDE.search(line) else line for line in lines)


def _repair(line: str) -> str:
    words = [(found.start(), found[0]) for found in _WORD.finditer(line)]
    loud = [_is_loud(word) for _, word in words]
    proof = [
        sure and is_syllable(word.lower()) for sure, (_, word) in zip(loud, words, strict=True)
    ]
    out: list[str] = []
    end = 0
    for at, (start, word) in enumerate(words):
        beside = proof[max(at - 1, 0) : at] + proof[at + 1 : at + 2]
        if loud[at] or (any(beside) and all(beside) and _may_be_loud(word)):
            out += [line[end:start], word.upper()]
            end = start + len(word)
    return "".join([*out, line[end:]])


def _undouble(pair: re.Match[str]) -> str:
    """*Aà* is *À*; two letters that are not the same stay."""
    capital, small = pair[0][0], pair[0][1]
    one, other = take_apart(capital), take_apart(small)
    same = one.base.lower() == other.base and one.shape == other.shape
    return small.upper() if same else pair[0]


def _may_be_loud(word: str) -> bool:
    """Whether every letter that has a capital in VN3 is one: *Tú*, *ý*, not *Tuý*."""
    rest = _NO_CAPITAL.sub("", word)
    return not rest or rest.isupper()


def _is_loud(word: str) -> bool:
    """Whether a word must be capitals: it has one after its first letter, and no small one."""
    return _NO_CAPITAL.sub("", word[1:]).isupper() and _may_be_loud(word)
