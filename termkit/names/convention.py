"""What a name convention is: one way in which names of a language are written somewhere.

Each convention is one module of `termkit/names/conventions/` and one table of cases in
`tests/names/conventions/`. Dropping the two files in is all it takes to add one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class NameConvention:
    """One way of writing names.

    Attributes:
        code: Short name, hyphenated: ``no-marks``.
        source_lang: Language tag of the names it takes: ``vi``, ``zh`` (Han characters),
            ``zh-Latn-pinyin``.
        target_lang: Where its forms are met; the source's own language for a style of it.
        render: The forms of a name, usual one first; none where the convention says nothing
            of this name.
        authority: Who writes so, or says that it is so written.
    """

    code: str
    source_lang: str
    target_lang: str
    render: Callable[[str], Iterable[str]]
    authority: str


@cache
def all_conventions() -> tuple[NameConvention, ...]:
    """Every convention, in the order of the modules' names.

    >>> {"no-marks", "han-viet", "wade-giles"} <= {c.code for c in all_conventions()}
    True
    """
    return tuple(discover("termkit.names.conventions", "CONVENTION").values())
