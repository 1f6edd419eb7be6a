"""Whether one Han character is soon written for another in a name."""

from __future__ import annotations

from functools import lru_cache

from termkit.lang.vi.han_viet import han_viet_readings
from termkit.lang.vi.marks import without_marks
from termkit.lang.zh.looks import look_alike
from termkit.lang.zh.pinyin import sound_alike


@lru_cache(maxsize=1 << 14)
def is_mistaken(written: str, right: str, *, vietnamese: bool = False) -> bool:
    """Whether a character sounds or looks like another.

    Args:
        written, right: One character each.
        vietnamese: The name is a Vietnamese one: whoever reads its characters back from
            *Hoà* may also take one that is read *Hoa*.

    >>> is_mistaken("青", "清"), is_mistaken("末", "未"), is_mistaken("常", "河")
    (True, True, False)
    >>> is_mistaken("懂", "董"), is_mistaken("和", "华"), is_mistaken("和", "华", vietnamese=True)
    (True, False, True)

    A rare character is mistaken for what it sounds or looks like, as any other is.

    >>> is_mistaken("埗", "埠"), is_mistaken("埗", "山")
    (True, False)
    """
    if sound_alike(written, right) or look_alike(written, right):
        return True
    return vietnamese and bool(_letters(written) & _letters(right))


def _letters(character: str) -> set[str]:
    return {without_marks(reading) for reading in han_viet_readings(character)}
