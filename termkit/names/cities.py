"""Cities that ISO 3166-2 gives a code of their own: *Hà Nội*, *Beijing*, 胡志明市.

Few cities are a subdivision by themselves. Where the code is that of a province or state with
the city in it, there is none for the city: a wrong code is worse than none.

Source: Unicode CLDR, tables `city_names.tsv` of the three language rooms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify
from termkit.names.place_words import split_kind
from termkit.names.read import read_name
from termkit.names.territory_keys import close_key
from termkit.text.scripts import is_han

_NEVER_BARE = ("MX-CMX", "VN-SG")  # México is a country, Hồ Chí Minh a person
# What Chinese writes behind the name of such a city: 河内市, 東京都, 仁川廣域市.
_HAN_KINDS = ("广域市", "特别市", "直辖市", "市", "都")


def find_city(text: str) -> str | None:
    """The ISO 3166-2 code of a city, or ``None``; the text is composed.

    >>> [find_city(name) for name in ("Hà Nội", "TP. Hà Nội", "Ha Noi", "河內市", "河内")]
    ['VN-HN', 'VN-HN', 'VN-HN', 'VN-HN', 'VN-HN']
    >>> [find_city(name) for name in ("Tỉnh Hà Nội", "Hà Nam", "hà nội mới", "New York", "viên")]
    [None, None, None, None, None]
    """
    if any(map(is_han, text)):
        return _han_names().get(_bare_han(simplify(text)))
    if text.islower() and " " not in text.strip():
        return None  # viên is a word
    found = _names().get(close_key(text))
    if found is not None:
        return found
    for name, kinds in split_kind(read_name(text)):
        if "city" in kinds:
            return _names().get(close_key(" ".join(name.words)))
    return None


def _bare_han(han: str) -> str:
    kind = next(
        (kind for kind in _HAN_KINDS if han.endswith(kind) and len(han) > len(kind) + 1), ""
    )
    return han.removesuffix(kind)


def city_forms(lang: str) -> tuple[str, ...]:
    """The names of the cities in a language, as the table has them."""
    return tuple(name for _, name in load_rows(lang, "city_names"))


@cache
def _names() -> Mapping[str, str]:
    """Codes by the closed-up names in Vietnamese and English, with and without *city*."""
    claims: dict[str, set[str]] = defaultdict(set)
    for lang in ("vi", "en"):
        for code, name in load_rows(lang, "city_names"):
            claims[close_key(name)].add(code)
            for bare, kinds in split_kind(read_name(name)):
                if "city" in kinds and code not in _NEVER_BARE:
                    claims[close_key(" ".join(bare.words))].add(code)
    return {key: codes.pop() for key, codes in claims.items() if len(codes) == 1}


@cache
def _han_names() -> Mapping[str, str]:
    rows = load_rows("zh", "city_names")
    return {_bare_han(simplify(name)): code for code, name in rows}
