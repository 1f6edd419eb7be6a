"""Vietnamese persons with the family name last: *Trung Le Hoai*, *Hoai Trung Le*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.attested import is_personal
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Lê Hoài Trung")), list(render("Tô Lâm")), list(render("Hạ Long"))
    (['Trung Le Hoai', 'Hoai Trung Le'], ['Lam To'], [])
    """
    words = without_marks(name).split()
    if is_personal(name):
        orders = ([words[-1], *words[:-1]], [*words[1:], words[0]])
        yield from dict.fromkeys(" ".join(order) for order in orders)


CONVENTION = NameConvention(
    code="given-first",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="usage of persons who live abroad and of English databases: given name first",
)
