"""Syllables joined by hyphens: *Viet-Nam*, *Hà-Nội*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Việt Nam")), list(render("Huế"))
    (['Việt-Nam', 'Viet-Nam'], [])
    """
    words = name.split()
    if 1 < len(words) <= 4:
        yield "-".join(words)
        if (bare := without_marks(name)) != name:
            yield "-".join(bare.split())


CONVENTION = NameConvention(
    code="hyphenated",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="Vietnamese print until 1975; United Nations Treaty Series: Viet-Nam",
)
