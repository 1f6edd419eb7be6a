"""Vietnamese persons in lists: the family name in capitals or before a comma."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.attested import is_personal
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Lê Hoài Trung")), list(render("Hạ Long"))
    (['Le, Hoai Trung', 'LE Hoai Trung', 'LE, Hoai Trung'], [])
    """
    words = without_marks(name).split()
    if is_personal(name):
        rest = " ".join(words[1:])
        yield f"{words[0]}, {rest}"
        yield f"{words[0].upper()} {rest}"
        yield f"{words[0].upper()}, {rest}"


CONVENTION = NameConvention(
    code="inverted",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="catalogues and lists of participants: family name before a comma, or in capitals",
)
