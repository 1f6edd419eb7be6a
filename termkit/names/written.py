"""Whether two written syllables, or two written names, can be the same one.

Vietnamese names lose their marks abroad: *Le Hoai Trung* contradicts nothing in *Lê Hoài
Trung*, so the two are compatible. *Lê Hoài Trùng* and *Lê Hoài Trúng* contradict each other.
Folding cannot tell the one case from the other, so marks are compared letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from termkit.model.name import Verdict
from termkit.text.compose import SHAPES, TONES

_STROKE = "\N{COMBINING SHORT STROKE OVERLAY}"
# Đ does not decompose; eth and the African D look the same and stand in for it.
_D = {ord(letter): "d" + _STROKE for letter in "đðɖ"}
_MARKS = SHAPES + TONES + _STROKE
_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Syllable:
    """A written syllable taken apart.

    Attributes:
        base: Letters in lower case without Vietnamese marks; *đ* is *d*.
        shapes: One entry per letter of ``base``: its shape mark (ê, ơ, đ), or nothing.
        tone: The tone mark wherever it stands (*hòa* and *hoà* agree), or nothing.
    """

    base: str
    shapes: tuple[str, ...]
    tone: str

    @property
    def marks(self) -> int:
        """How many marks it carries.

        >>> read_syllable("Trung").marks, read_syllable("Hoài").marks, read_syllable("được").marks
        (0, 1, 4)
        """
        return sum(map(bool, self.shapes)) + bool(self.tone)


@lru_cache(maxsize=8192)
def read_syllable(text: str) -> Syllable:
    """Take a syllable apart, whatever its normal form and capitals.

    >>> read_syllable("HOÀ") == read_syllable("hòa")
    True
    >>> read_syllable("Đỗ").base
    'do'
    """
    letters: list[str] = []
    shapes: list[str] = []
    tone = ""
    for character in unicodedata.normalize("NFD", text.lower().translate(_D)):
        if character in TONES:
            tone = character
        elif character in SHAPES or character == _STROKE:
            if shapes:
                shapes[-1] = character
        else:
            letters.append(character)
            shapes.append("")
    return Syllable("".join(letters), tuple(shapes), tone)


def compare_syllables(a: str, b: str) -> Verdict:
    """Whether two syllables are the same, or one is the other with fewer marks.

    >>> [str(compare_syllables("Trung", other)) for other in ("TRUNG", "Trúng", "Trùng", "Chung")]
    ['same', 'compatible', 'compatible', 'conflict']
    >>> [str(compare_syllables("Trúng", other)) for other in ("trúng", "Trùng", "Trung")]
    ['same', 'conflict', 'compatible']

    Tone placement is style; each side lacking a mark of the other is a conflict.

    >>> str(compare_syllables("Hòa", "Hoà")), str(compare_syllables("Huê", "Huẹ"))
    ('same', 'conflict')
    """
    one, two = read_syllable(a), read_syllable(b)
    if one == two:
        return Verdict.SAME
    if one.base != two.base:
        return Verdict.CONFLICT
    if _fewer(one, two) or _fewer(two, one):
        return Verdict.COMPATIBLE
    return Verdict.CONFLICT


def lacks_marks(a: str, b: str) -> bool:
    """Whether the name ``a`` is ``b`` with at least one mark missing and nothing else changed.

    >>> lacks_marks("Tô Lam", "Tô Lâm"), lacks_marks("Tô Lâm", "Tô Lâm")
    (True, False)
    >>> lacks_marks("Lê Hoài Trúng", "Lê Hoài Trung")
    False
    """
    ones, others = syllables(a), syllables(b)
    if len(ones) != len(others):
        return False
    pairs = [(read_syllable(x), read_syllable(y)) for x, y in zip(ones, others, strict=True)]
    return all(x == y or _fewer(x, y) for x, y in pairs) and any(x != y for x, y in pairs)


def compare_written(a: str, b: str) -> Verdict:
    """Compare two names syllable by syllable, in the order written.

    >>> str(compare_written("Le Hoai Trung", "Lê Hoài Trung"))
    'compatible'
    >>> str(compare_written("Lê Hoài Trúng", "Lê Hoài Trùng"))
    'conflict'

    Which of *Trung* and *Trúng* lost or won a mark, two texts alone cannot say; `lacks_marks`
    asks it against a name known to be whole.

    Spaces and hyphens between syllables are style, as long as the letters agree.

    >>> str(compare_written("Hanoi", "Ha Noi")), str(compare_written("Hanoi", "Hà Nội"))
    ('same', 'compatible')
    """
    ones, others = syllables(a), syllables(b)
    if len(ones) != len(others):
        ones, others = ["".join(ones)], ["".join(others)]
        return _compare_joined(ones[0], others[0])
    verdicts = {compare_syllables(x, y) for x, y in zip(ones, others, strict=True)}
    if Verdict.CONFLICT in verdicts:
        return Verdict.CONFLICT
    if Verdict.COMPATIBLE not in verdicts:
        return Verdict.SAME
    if lacks_marks(a, b) or lacks_marks(b, a):
        return Verdict.COMPATIBLE
    return Verdict.CONFLICT  # each side lacks a mark of the other


def syllables(name: str) -> list[str]:
    """The written syllables, or words, of a name.

    >>> syllables("Viet-Nam"), syllables("Yan'an")
    (['Viet', 'Nam'], ["Yan'an"])
    """
    return _LATIN_WORD.findall(unicodedata.normalize("NFC", name))


def _compare_joined(a: str, b: str) -> Verdict:
    """Closed and open spellings: only an unmarked side can be compared letter by letter."""
    one, two = read_syllable(a), read_syllable(b)
    if one.base != two.base:
        return Verdict.CONFLICT
    if not has_marks(a) and not has_marks(b):
        return Verdict.SAME
    return Verdict.COMPATIBLE if not has_marks(a) or not has_marks(b) else Verdict.CONFLICT


def has_marks(name: str) -> bool:
    """Whether any Vietnamese mark is written.

    >>> has_marks("Le Hoai Trung"), has_marks("Đỗ"), has_marks("Trần")
    (False, True, True)
    """
    if name.isascii():
        return False
    letters = unicodedata.normalize("NFD", name.lower().translate(_D))
    return any(mark in _MARKS for mark in letters)


def count_marks_between(a: str, b: str) -> int:
    """How many marks differ between two syllables of the same letters.

    >>> count_marks_between("Nẵng", "Nẳng"), count_marks_between("Dương", "Đường")
    (1, 2)
    """
    one, two = read_syllable(a), read_syllable(b)
    shapes = sum(x != y for x, y in zip(one.shapes, two.shapes, strict=False))
    return shapes + (one.tone != two.tone)


def _fewer(a: Syllable, b: Syllable) -> bool:
    """Whether every mark of ``a`` is also in ``b``, which has more."""
    if a == b or a.base != b.base or a.tone not in ("", b.tone):
        return False
    return all(x in ("", y) for x, y in zip(a.shapes, b.shapes, strict=True))
