"""A country of the source for which the translation names another.

The glossary knows the countries that it speaks of; CLDR knows them all. That one is not named
says little (*French* is no form of *France*), but one that is gone where another has come is an
exchange.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from termkit.check.view import TextView
from termkit.lang.pieces import sign_of_characters, sign_of_words
from termkit.model.span import Span
from termkit.names.territory_names import abbreviations, territory_forms

_LANGS = ("en", "vi", "zh")
_STEM = 4  # letters that a country shares with its people: Japan, Japanese
_CAPITAL = re.compile(r"[A-ZĐÀ-Ỹ]")
_HOME = {"zh": "CN", "vi": "VN"}  # whose press leaves the country out, and whose translators add it
# Names that countries share, or a part of which is another's.
_SHARED = (frozenset(("KP", "KR")), frozenset(("CD", "CG")), frozenset(("CN", "HK", "MO", "TW")))


class Exchange(NamedTuple):
    """A country for another.

    Attributes:
        source, target: Where the one stands, and the other.
        gone, come: Their codes of ISO 3166-1.
    """

    source: Span
    target: Span
    gone: str
    come: str


def find_exchanged(source: TextView, target: TextView) -> Exchange | None:
    """The one country that is gone and the one that has come; ``None`` where none or several
    are."""
    one, other = source.lang.split("-")[0], target.lang.split("-")[0]
    if not source.signs & _SIGNS[one] or not target.signs & _SIGNS[other]:
        return None
    here = dict(_countries(source.text, one))
    gone = [code for code in here if code != _HOME.get(other) and not _is_traced(code, target.text)]
    if len(gone) != 1:
        return None
    there = dict(_countries(target.text, other))
    come = [code for code in there if code != _HOME.get(one) and not _is_traced(code, source.text)]
    if len(come) != 1 or any({*gone, *come} <= same for same in _SHARED):
        return None
    return Exchange(here[gone[0]], there[come[0]], gone[0], come[0])


def country_name(code: str, lang: str) -> str:
    """The usual name of a country in a language."""
    return next(name for other, name in territory_forms(lang) if other == code)


def _is_traced(code: str, text: str) -> bool:
    """Whether a text names a country, its people, or something that begins like it."""
    return any(trace in text for trace in _traces()[code])


@cache
def _traces() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for lang in _LANGS:
        for code, name in territory_forms(lang):
            short = name[0] if lang == "zh" else name[:_STEM]
            found.setdefault(code, set()).update((name, short))
    for name, code in abbreviations().items():
        found.setdefault(code, set()).update((name, ".".join((*name, ""))))
    return {code: tuple(traces) for code, traces in found.items()}


def _countries(text: str, lang: str) -> Iterator[tuple[str, Span]]:
    """Code and place of every country that a text names in full, the longest name first."""
    names, end = _names()[lang], 0
    for at in range(len(text)) if lang == "zh" else (m.start() for m in _CAPITAL.finditer(text)):
        if at < end or (lang != "zh" and at and text[at - 1].isalnum()):
            continue
        for name, code in names.get(text[at : at + 2], ()):
            after = at + len(name)
            is_whole = lang == "zh" or not text[after : after + 1].isalnum()
            if is_whole and text.startswith(name, at):
                end = after
                yield code, Span(at, after)
                break


@cache
def _names() -> Mapping[str, Mapping[str, list[tuple[str, str]]]]:
    """By language and first two characters, names with their codes, the longest first."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for lang in _LANGS:
        mine = found.setdefault(lang, {})
        for code, name in set(territory_forms(lang)):
            mine.setdefault(name[:2], []).append((name, code))
        for names in mine.values():
            names.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def _beginnings(lang: str) -> frozenset[str]:
    firsts = (name[0] if lang == "zh" else name.split()[0] for _, name in territory_forms(lang))
    return frozenset(first.lower() for first in firsts)


_SIGNS = {
    "en": sign_of_words(lambda word: word in _beginnings("en")),
    "vi": sign_of_words(lambda word: word in _beginnings("vi")),
    "zh": sign_of_characters(lambda character: character in _beginnings("zh")),
}
