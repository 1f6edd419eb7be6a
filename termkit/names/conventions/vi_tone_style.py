"""The other place of the tone mark in open *oa*, *oe*, *uy*: *Hòa* and *Hoà*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.tones import set_tone_style
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Hoà Bình")), list(render("Quý"))
    (['Hòa Bình'], [])
    """
    for form in (set_tone_style(name, "old"), set_tone_style(name, "new")):
        if form != name:
            yield form


CONVENTION = NameConvention(
    code="tone-style",
    source_lang="vi",
    target_lang="vi",
    render=render,
    authority="new style: Quyết định 1989/QĐ-BGDĐT (2018), Article 8; old style: newspapers, laws",
)
