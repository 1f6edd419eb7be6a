"""Chinese names in pinyin without tones: *Xi Jinping*, *XI Jinping*, *Jinping Xi*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.zh.pinyin import romanise_name
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("习近平")), list(render("王毅"))
    (['Xi Jinping', 'XI Jinping', 'Jinping Xi'], ['Wang Yi', 'WANG Yi', 'Yi Wang'])
    """
    roman = romanise_name(name)
    if roman:
        family, _, given = roman.partition(" ")
        yield roman
        yield f"{family.upper()} {given}"
        yield f"{given} {family}"


CONVENTION = NameConvention(
    code="pinyin",
    source_lang="zh",
    target_lang="en",
    render=render,
    authority="GB/T 28039-2011, Chinese names in pinyin: family name first, given name in one word",
)
