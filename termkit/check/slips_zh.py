"""Chinese slips: a character written by its sound, missing, doubled, or swapped with the next."""

from __future__ import annotations

from functools import cache

from termkit.check.slip import Slip, SlipKind
from termkit.lang.tables import load_rows
from termkit.lang.zh.pinyin import sound_alike

# Numbers; and Jordan's short name, which sounds like Vietnam's: 驻约使馆.
_FREE = frozenset("〇零一二三四五六七八九十百千万亿两第约")
# The word that is left must be this many times rarer than the broken one: 民和 than 共和.
_RARER = 10
# Characters that come and go in names of bodies and offices.
_LOOSE = frozenset("的大小新老总副前原")
# Short names of countries change places with the speaker: 中越, 越中.
_COUNTRIES = frozenset("中越俄美日韩朝老柬泰印缅法德英澳欧")


def is_wrong_character(slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether a character is a slip: 共同题 for 共同体."""
    if {*slip.written, *slip.known} & _FREE or not _is_simplified(slip.written):
        return False
    if slip.kind is SlipKind.SWAPPED:
        return not set(slip.written) <= _COUNTRIES
    if slip.kind is SlipKind.WRONG:
        # Written by sound, as most slips at a keyboard are. Any other character may make
        # another thing: 全面战略协作伙伴关系 is not 全面战略合作伙伴关系.
        return sound_alike(slip.written, slip.known)
    if slip.kind is SlipKind.MISSING:
        edge = slip.index in (0, len(known) - 1)
        return len(known) >= 6 and not edge and _breaks_a_word(slip, known)
    return slip.written in (known[slip.index - 1], known[slip.index])


def _breaks_a_word(slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether a missing character leaves the other half of its word alone: 中华民共和国.

    What stands alone can be left out: 国家副主席 is another office, 发展改革 is 发展和改革.
    """
    if slip.known in _LOOSE:
        return False
    before, after = known[slip.index - 1], known[slip.index + 1]
    broken = max(_count(before + slip.known), _count(slip.known + after))
    return broken > _RARER * _count(before + after)


def _count(word: str) -> int:
    return _counts().get(word, 0)


@cache
def _counts() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in load_rows("zh", "words")}


def _is_simplified(text: str) -> bool:
    """Whether a text can be simplified Chinese: 議 is 议 in the other script, and no slip.

    >>> _is_simplified("题"), _is_simplified("議")
    (True, False)
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
