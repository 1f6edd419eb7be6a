"""Characters that are drawn alike: what an eye, or a reader of print, confuses."""

from __future__ import annotations

from functools import cache

from termkit.lang.tables import load_rows


def look_alike(one: str, other: str) -> bool:
    """Whether two characters differ in a stroke or two, or in a part that is soon mistaken.

    >>> look_alike("未", "末"), look_alike("己", "已"), look_alike("河", "海")
    (True, True, False)
    """
    first, second = sorted((one, other))
    return second in _later().get(first, "")


@cache
def _later() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "look_alikes")}
