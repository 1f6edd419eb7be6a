"""Vietnamese persons without middle name, or with initials: *Le Trung*, *L. H. Trung*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.attested import is_personal
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Lê Hoài Trung"))
    ['Lê Trung', 'Le Trung', 'Le H. Trung', 'L. H. Trung', 'Trung L. H.']
    >>> list(render("Hạ Long")), list(render("Tô Lâm"))
    ([], [])
    """
    marked, words = name.split(), without_marks(name).split()
    if len(words) < 3 or not is_personal(name):
        return
    initials = [f"{word[0]}." for word in words]
    yield from dict.fromkeys(
        (
            f"{marked[0]} {marked[-1]}",
            f"{words[0]} {words[-1]}",
            " ".join([words[0], *initials[1:-1], words[-1]]),
            " ".join([*initials[:-1], words[-1]]),
            " ".join([words[-1], *initials[:-1]]),
        )
    )


CONVENTION = NameConvention(
    code="shortened",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="author lists of English journals (APA Publication Manual, 7th ed., 9.8)",
)
