"""Simplified or traditional: which of the two scripts a Chinese text is written in."""

from __future__ import annotations

from functools import cache
from typing import Literal

from termkit.text.scripts import is_han

_SAMPLE = 4000  # code points: more says nothing new


def chinese_script(text: str) -> Literal["zh-Hans", "zh-Hant"]:
    """The tag of a Chinese text; simplified when its characters do not say.

    A character counts when only one of the two national character sets has it.

    Source:
        GB 2312-1980 (simplified) and Big5 (traditional), as the standard library codes them.

    >>> chinese_script("王毅会见黎怀忠"), chinese_script("王毅會見黎懷忠"), chinese_script("王毅")
    ('zh-Hans', 'zh-Hant', 'zh-Hans')
    """
    balance = sum(map(_SIDES.__getitem__, text[:_SAMPLE]))
    return "zh-Hant" if balance > 0 else "zh-Hans"


class _Sides(dict[str, int]):
    """The side of a character, 0 for what is no Han character; filled as characters are met."""

    def __missing__(self, character: str) -> int:
        self[character] = han_side(character) if is_han(character) else 0
        return self[character]


_SIDES = _Sides()


@cache
def han_side(character: str) -> int:
    """1 for a character that only traditional texts have, -1 for a simplified one, else 0.

    >>> han_side("國"), han_side("国"), han_side("中"), han_side("a")
    (1, -1, 0, 0)
    """
    return _has("big5", character) - _has("gb2312", character)


def _has(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
