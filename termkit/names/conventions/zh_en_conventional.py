"""Chinese names in the spelling that usage gave them: 孙中山 is *Sun Yat-sen*, 北京 *Peking*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.zh.conventional import conventional_spellings
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("孫中山")), list(render("习近平"))
    (['Sun Yat-sen'], [])
    """
    yield from conventional_spellings(name)


CONVENTION = NameConvention(
    code="conventional",
    source_lang="zh",
    target_lang="en",
    render=render,
    authority="the sources of cited spellings in termkit/lang/zh/data/conventional_names.tsv",
)
