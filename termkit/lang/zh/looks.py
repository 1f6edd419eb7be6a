"""Characters that are drawn alike: what an eye, or a reader of print, confuses."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from termkit.lang.tables import load_rows


def look_alike(one: str, other: str) -> bool:
    """Whether two characters differ in a stroke or two, or in a part that is soon mistaken.

    >>> look_alike("未", "末"), look_alike("己", "已"), look_alike("河", "海")
    (True, True, False)

    Such a part is the radical at the left.

    >>> look_alike("砚", "岘"), look_alike("砚", "砖")
    (True, False)
    """
    first, second = sorted((one, other))
    if second in _later().get(first, ""):
        return True
    return not _right_parts().get(first, frozenset()).isdisjoint(_right_parts().get(second, ()))


@cache
def _later() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "look_alikes")}


@cache
def _right_parts() -> dict[str, frozenset[str]]:
    """What stands at the right of a character; two ways to part it are two."""
    found: dict[str, set[str]] = defaultdict(set)
    for part, characters in load_rows("zh", "right_parts"):
        for character in characters:
            found[character].add(part)
    return {character: frozenset(parts) for character, parts in found.items()}
