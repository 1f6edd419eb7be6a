"""Chinese personal names, in Han characters and in pinyin: the family name comes first."""

from __future__ import annotations

from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.words import find_words
from termkit.text.scripts import is_han


def find_short_form(name: str) -> str | None:
    """The family name, which stands alone on second mention.

    >>> [find_short_form(name) for name in ("王毅", "欧阳修", "Xi Jinping", "Ouyang Xiu", "Wang")]
    ['王', '欧阳', 'Xi', 'Ouyang', None]
    """
    if name and is_han(name[0]):
        han = "".join(character for character in name if is_han(character))
        length = 2 if han[:2] in family_names() and len(han) > 2 else 1
        return han[:length] if len(han) > length else None
    words = [span.slice(name) for span in find_words(name)]
    return words[0] if len(words) > 1 else None


@cache
def family_names() -> frozenset[str]:
    """Family names in simplified Han characters, double ones included.

    >>> {"王", "习", "欧阳", "诸葛"} <= family_names()
    True
    """
    return frozenset(row[0] for row in load_rows("zh", "family_names"))


@cache
def pinyin_family_names() -> frozenset[str]:
    """Family names in pinyin without tones, capitalised.

    >>> {"Wang", "Xi", "Ouyang", "Lyu"} <= pinyin_family_names()
    True
    """
    return frozenset(
        reading for row in load_rows("zh", "family_names") for reading in row[1].split("|")
    )
