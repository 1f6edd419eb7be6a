"""Autonomous counties and prefectures without the peoples in their names.

融水苗族自治县 is 融水县 in lists and *Rongshui Xian* in addresses.

Source: `data/ethnic_groups.tsv`, after GB/T 3304-1991.
"""

from __future__ import annotations

import re
from functools import cache

from termkit.lang.tables import load_words
from termkit.lang.zh.hanzi import simplify

_UNIT = re.compile("自治[区县州旗]$")


def short_autonomous(name: str) -> str | None:
    """The name that an autonomous unit goes by, its kind in one character; else ``None``.

    >>> short_autonomous("融水苗族自治县"), short_autonomous("恩施土家族苗族自治州")
    ('融水县', '恩施州')
    >>> short_autonomous("孟村回族自治縣"), short_autonomous("内蒙古自治区")
    ('孟村县', '内蒙古区')
    >>> short_autonomous("融水县"), short_autonomous("东乡族自治县")
    (None, None)
    """
    if "自治" not in name:  # both scripts write so
        return None
    plain = simplify(name)
    unit = _UNIT.search(plain)
    if unit is None:
        return None
    bare = plain[: unit.start()]
    while people := _people().search(bare):
        bare = bare[: people.start()]
    return bare + plain[-1] if len(bare) > 1 else None


@cache
def _people() -> re.Pattern[str]:
    """A people at the end of a name; of two characters and more also without 族."""
    names = sorted(load_words("zh", "ethnic_groups"), key=len, reverse=True)
    long = [name for name in names if len(name) > 1]
    return re.compile(f"(?:(?:{'|'.join(names)})族|(?<=..)(?:{'|'.join(long)}))$")
