"""Years by stem and branch: *Mậu Thân*, 戊申, 1968 and every sixty years before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYCLE = 60
_FIRST = 4  # of our era: a year of 甲子
_YEARS = (1840, 2100)  # of which news speaks
_STEMS = {
    "vi": ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"],
    "zh": list("甲乙丙丁戊己庚辛壬癸"),
}
_BRANCHES = {
    "vi": ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"],
    "zh": list("子丑寅卯辰巳午未申酉戌亥"),
}
_NAMES = {
    "vi": re.compile(
        rf"\b({'|'.join(_STEMS['vi'])}) ({'|'.join(_BRANCHES['vi'])})\b", re.IGNORECASE
    ),
    "zh": re.compile(rf"([{''.join(_STEMS['zh'])}])([{''.join(_BRANCHES['zh'])}])"),
}


def find_cyclic_years(text: str, lang: str) -> Iterator[int]:
    """Every year that a name of a year may mean, from 1840 to 2100.

    >>> list(find_cyclic_years("Tết Mậu Thân", "vi")), list(find_cyclic_years("甲午战争", "zh"))
    ([1848, 1908, 1968, 2028, 2088], [1894, 1954, 2014, 2074])
    """
    if lang not in _NAMES:
        return
    for stem, branch in _NAMES[lang].findall(text):
        place = _STEMS[lang].index(stem.lower()), _BRANCHES[lang].index(branch.lower())
        for year in range(*_YEARS):
            if ((year - _FIRST) % 10, (year - _FIRST) % 12) == place:
                yield year
