"""Vietnamese names of two syllables in one word: *Hanoi*, *Vietnam*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Hà Nội")), list(render("Lê Hoài Trung"))
    (['Hanoi'], [])
    """
    words = without_marks(name).split()
    if len(words) == 2:
        yield words[0] + words[1].lower()


CONVENTION = NameConvention(
    code="closed",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="Associated Press Stylebook, for the names that English has taken in: Hanoi, Vietnam",
)
