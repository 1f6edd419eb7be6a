"""The marks of a written name as one number, so that two names are compared at a stroke.

Two names with the same letters, cut into words at the same places, have their marks at the
same places as well. Each letter gives a byte for its shape, each word one for its tone: the
one name lacks marks of the other and contradicts none when its bytes, wherever they are not
nought, are the other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from termkit.names.words import Kind, read_word

_ALIKE = str.maketrans("yk", "ic")  # two letters for one sound: Lý and Lí, Bắc Kạn and Bắc Cạn
# Tones that Vietnamese does not write (ā, ǎ); the other two of pinyin it does (á, à).
_PINYIN_TONES = "\N{COMBINING MACRON}\N{COMBINING CARON}"
_WITHOUT_TONES = dict.fromkeys(map(ord, _PINYIN_TONES))


class _Bytes(dict[str, int]):
    """A number from 1 to 255 for each stack of marks that was met."""

    def __missing__(self, marks: str) -> int:
        # More stacks than bytes are met only in texts that are no names.
        self[marks] = found = min(len(self) + 1, 255)
        return found


_STACKS = _Bytes()


@lru_cache(maxsize=1 << 15)
def code_of(word: str) -> tuple[int, int]:
    """The marks of a word, and how many bits they take.

    >>> code_of("trung")[0], code_of("hoà") == code_of("hòa"), code_of("hòa") == code_of("hóa")
    (0, True, False)
    >>> relate_words("lü", "lǚ").name, relate_words("lu", "lǚ").name
    ('FEWER', 'FEWER')
    """
    read = read_word(word)
    tone, shapes = read.tone, read.shapes
    if not word.isascii() and any(mark in shape for mark in _PINYIN_TONES for shape in shapes):
        tone += "".join(mark for shape in shapes for mark in shape if mark in _PINYIN_TONES)
        shapes = tuple([shape.translate(_WITHOUT_TONES) for shape in shapes])
    code = _STACKS[tone] if tone else 0
    for shape in shapes:
        code = code << 8 | (_STACKS[shape] if shape else 0)
    return code, 8 * (len(shapes) + 1)


def code_name(words: Sequence[str]) -> int:
    """The marks of a whole name."""
    code = 0
    for word in words:
        part, bits = code_of(word)
        code = code << bits | part
    return code


def mask_of(code: int) -> int:
    """Ones in every byte of a code that is not nought.

    >>> hex(mask_of(0x2000100))
    '0xff00ff00'
    """
    mask, place = 0, 0
    while code:
        if code & 0xFF:
            mask |= 0xFF << place
        code >>= 8
        place += 8
    return mask


def relate_codes(code: int, mask: int, other: int) -> Kind:
    """How the marks of a name stand to those of another with the same letters.

    >>> hoai, bare, hoam = (code_name((word,)) for word in ("hoài", "hoai", "hoái"))
    >>> [relate_codes(hoai, mask_of(hoai), other).name for other in (hoai, bare, hoam)]
    ['SAME', 'MORE', 'CONFLICT']
    """
    if code == other:
        return Kind.SAME
    if other & mask == code:
        return Kind.FEWER
    if not other or code & mask_of(other) == other:
        return Kind.MORE
    return Kind.CONFLICT


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """The letters of a word, one letter for one sound: a key that never tells too much apart.

    >>> fold_word("lý") == fold_word("lí"), fold_word("kạn"), fold_word("h'yim")
    (True, 'can', 'hiim')
    """
    return read_word(word).base.translate(_ALIKE)


@lru_cache(maxsize=1 << 16)
def relate_words(one: str, other: str) -> Kind:
    """How two words stand to each other; ``SPELLING`` where only one sound is spelled twice."""
    if one == other:
        return Kind.SAME
    first, second = read_word(one), read_word(other)
    if first.base != second.base:
        if first.key != second.key:
            return Kind.CONFLICT
        code, against = code_of(one)[0], code_of(other)[0]
        kind = relate_codes(code, mask_of(code), against)
        return kind if kind is Kind.CONFLICT else Kind.SPELLING
    code = code_of(one)[0]
    return relate_codes(code, mask_of(code), code_of(other)[0])
