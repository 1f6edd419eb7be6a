"""The listed names of territories in three languages, and the ISO 3166 code each has.

A name that two entries claim means neither.

Source: Unicode CLDR as the installed babel has it, and the tables `territory_*.tsv` of the
three language rooms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify
from termkit.names.territory_keys import close_key

# Two letters, but no entry of ISO 3166-1. XK is not of ISO either, but CLDR and the European
# Union use it for Kosovo, which has no other.
_NO_STATE = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_LANGS = ("en", "vi", "zh")
_HAN_GAPS = re.compile(r"[\s·•‧・\-—–，,]+")


def conflicts() -> Iterator[tuple[str, frozenset[str]]]:
    """Keys that two entries claim, and that therefore mean neither."""
    for lang in _LANGS:
        for key, codes in _claims(lang).items():
            if len(codes) > 1:
                yield f"{lang}:{key}", frozenset(codes)


def territory_forms(lang: str) -> Iterator[tuple[str, str]]:
    """Code and name of every territory in a language; Chinese in both scripts."""
    for tag in ("zh", "zh-Hant") if lang == "zh" else (lang,):
        for code, name in territory_names(tag).items():
            if len(code) == 2 and code.isalpha() and code not in _NO_STATE:
                yield code, name
    for table in ("territory_names", "territory_variants"):
        for code, name, kind in load_rows(lang, table):
            if kind != "abbreviation":
                yield code, name
    if lang == "en":
        for code, name, _ in load_rows("en", "territory_formal"):
            yield code, name


def close_han(text: str) -> str:
    """The key of a name in characters: simplified, without dots, dashes and spaces."""
    return simplify(_HAN_GAPS.sub("", text))


def known(key: str, lang: str | None) -> str | None:
    """The code of a listed name in letters, by `close_key`; its own language's names first.

    >>> known("nga", "vi"), known("anh", "vi"), known("anh", "en")
    ('RU', 'GB', None)
    """
    if lang in ("en", "vi"):
        own = _names(lang).get(key)
        if own is not None or len(key) < 5 or len(_claims(lang).get(key, ())) > 1:
            return own
    return latin_names().get(key)


@cache
def latin_names() -> Mapping[str, str]:
    """English and Vietnamese names together, less those that differ in what they mean."""
    claims: dict[str, set[str]] = defaultdict(set)
    for lang in ("en", "vi"):
        for key, codes in _claims(lang).items():
            claims[key] |= codes
    return {key: next(iter(codes)) for key, codes in claims.items() if len(codes) == 1}


@cache
def han_names() -> Mapping[str, str]:
    """Codes by names in characters, as `close_han` has them."""
    return _names("zh")


@cache
def abbreviations() -> Mapping[str, str]:
    """Codes by abbreviations without their stops: *USA*, *UK*."""
    return {
        name.replace(".", ""): code
        for lang in _LANGS
        for code, name, kind in load_rows(lang, "territory_variants")
        if kind == "abbreviation"
    }


@cache
def older_names() -> frozenset[str]:
    """Keys of older Vietnamese names, which mean something else without their marks."""
    rows = load_rows("vi", "territory_variants")
    return frozenset(close_key(name) for _, name, kind in rows if kind == "older")


@cache
def _claims(lang: str) -> Mapping[str, set[str]]:
    claims: dict[str, set[str]] = defaultdict(set)
    for code, name in territory_forms(lang):
        key = close_han(name) if lang == "zh" else close_key(name)
        claims[key].add(code)
    return claims


@cache
def _names(lang: str) -> Mapping[str, str]:
    return {key: next(iter(codes)) for key, codes in _claims(lang).items() if len(codes) == 1}
