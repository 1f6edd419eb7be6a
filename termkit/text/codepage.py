"""Every character as one character of a search key; a Latin text as one byte for each.

A key has lower-case letters and digits without marks, a full stop for every mark that ends a
sentence, a space for all else that parts words, and nothing for combining marks and invisible
characters. Composed and decomposed text therefore have the same key, and no normal form is
worked out. The standard library encodes by a table of 256 characters at some 250 MB/s, ten
times faster than `str.translate`: such a table holds what Vietnamese and English are written
with, and the few strangers in their texts (*ü*, *ł*, *€*) are asked about one by one.
"""

from __future__ import annotations

import codecs
import re
import string
import unicodedata
from functools import lru_cache

from termkit.text.fold import fold_same_length
from termkit.text.normalise import INVISIBLE

MARKS = "\u0300-\u036f"
DELETED = MARKS + INVISIBLE  # the inside of a character class, as MARKS is
SPACE, END, NOTHING = " ", ".", "\0"

_ENDS = frozenset(".!?\u2026\u3002\uff01\uff0e\uff1f\uff61")
_DELETED = re.compile(f"[{DELETED}]")
_IS_MARK = re.compile(f"[{MARKS}]")


@lru_cache(maxsize=1 << 12)
def key_character(character: str) -> str:
    """What one character is in a key; `NOTHING` when it is left out.

    >>> [key_character(c) for c in "Ệ»！国Ж\u0301"]
    ['e', ' ', '.', '国', 'ж', '\\x00']
    """
    if _DELETED.match(character):
        return NOTHING
    if character in _ENDS:
        return END
    letter = _bare(character)
    if letter.isalnum() or unicodedata.category(letter)[0] == "M":
        return letter
    return SPACE


def latin_key(text: str) -> bytes | None:
    """The key of a text, one byte for each of its characters (`NOTHING` included).

    ``None`` when it has a letter that is neither Latin nor a digit: that is not told in bytes.

    >>> latin_key("Đặng; Łódź, 5 €"), latin_key("Ở 北京")
    (b'dang  lodz  5  ', None)
    """
    try:
        return codecs.charmap_encode(text, _STRANGERS, _ENCODING)[0].translate(_KEYS)
    except UnicodeEncodeError:
        return None


def _bare(character: str) -> str:
    """The letter without marks; what Unicode takes apart into more (Hangul) stays."""
    if _IS_MARK.sub("", unicodedata.normalize("NFD", character)[1:]):
        lower = character.lower()
        return lower if len(lower) == 1 else character
    return fold_same_length(character)


def _page() -> str:
    """256 different characters, each at its byte: ASCII where it can be.

    NUL stays where it is, or `codecs.charmap_build` makes a dictionary, a quarter as fast.
    """
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    vowels = (unicodedata.normalize("NFC", v + tone) for v in "aăâeêioôơuưy" for tone in tones)
    lower = ["đ", *(vowel for vowel in vowels if not vowel.isascii())]
    marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
    rest = iter((*lower, *(letter.upper() for letter in lower), *marks, *"\u00a0“”‘’–—…«»•·"))
    # What no text has in it makes room.
    controls = [n for n in (*range(1, 32), 127) if chr(n) not in string.whitespace]
    page = [chr(number) for number in range(128)]
    for number in controls:
        page[number] = next(rest)
    return "".join((*page, *rest)).ljust(256, "\ufffe")  # not a character


def _stranger(error: UnicodeError) -> tuple[bytes, int]:
    """The bytes of characters that the page lacks, or the error when they are not Latin."""
    assert isinstance(error, UnicodeEncodeError)
    keys = []
    for character in error.object[error.start : error.end]:
        keys.append(key_character(character))
        if not keys[-1].isascii():
            raise error
    return "".join(keys).encode("ascii").replace(b"\0", _A_MARK), error.end


_PAGE = _page()
_ENCODING = codecs.charmap_build(_PAGE)
_KEYS = "".join(map(key_character, _PAGE)).encode("ascii", "replace")
_A_MARK = bytes([_PAGE.index("\u0301")])
_STRANGERS = "termkit-latin-key"
codecs.register_error(_STRANGERS, _stranger)
