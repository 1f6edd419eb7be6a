"""*i* for a lone *y* and back: *Lí* and *Lý*, *Mĩ* and *Mỹ*, *Quí* and *Quý*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.names.convention import NameConvention

_LONE = re.compile(r"\b((?:[hklmst]|qu))([iìíỉĩịyỳýỷỹỵ])\b", re.IGNORECASE)
_I, _Y = "iìíỉĩịIÌÍỈĨỊ", "yỳýỷỹỵYỲÝỶỸỴ"
_TURNED = str.maketrans(_I + _Y, _Y + _I)


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Lý Thường Kiệt")), list(render("Quí")), list(render("Thúy"))
    (['Lí Thường Kiệt'], ['Quý'], [])
    """
    form = _LONE.sub(lambda found: found[1] + found[2].translate(_TURNED), name)
    if form != name:
        yield form


CONVENTION = NameConvention(
    code="i-and-y",
    source_lang="vi",
    target_lang="vi",
    render=render,
    authority="Quyết định 240/QĐ of the Ministry of Education (5 March 1984) for i; usage for y",
)
