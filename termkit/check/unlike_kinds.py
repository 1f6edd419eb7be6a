"""Places and bodies named by a proper name and a kind, the kind with and without its capital.

*Tresk airport* beside *Perlund Airport* and *Olvado Airport* in one English text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_words
from termkit.model.span import Span

_KINDS = (
    "airport", "bridge", "canal", "city", "county", "district", "highway", "hospital", "island",
    "lake", "ministry", "mountain", "park", "port", "prefecture", "province", "railway", "river",
    "stadium", "station", "university",
)  # fmt: skip
_OF_NAMES = frozenset(("city",))  # part of the name wherever it has a capital: Mexico City
_NAMED = re.compile(
    rf"(?<![\w'’-])(?P<name>[A-Z][\w'’-]*[a-z](?: [A-Z][\w'’-]*[a-z])*) (?P<kind>{'|'.join(_KINDS)}"
    rf"|{'|'.join(map(str.capitalize, _KINDS))})(?![\w'’-]| [A-Z])"
)
# What a name of the kind has before it; a London hospital and his Boston university have other.
_BEFORE = re.compile(
    r"\b(?:across|and|at|between|by|for|from|in|into|near|of|on|through|to|towards|via|with) "
    r"(?P<the>the )?$",
    re.IGNORECASE,
)
_WITH_ARTICLE = frozenset(("bridge", "canal", "highway", "ministry", "railway", "river"))
_NEAR = 16  # code points that hold these
_PEOPLES = ("an", "ch", "ese", "ish", "sh")
_ENDINGS = ("an", "ch", "ek", "ese", "i", "ic", "ish", "kh", "k", "no", "ss", "ai")
_ROOT = 3  # letters that a country and its adjective share
_MORE = 2  # places with a capital beside one without


@dataclass(frozen=True, slots=True)
class NamedKind:
    """A proper name with its kind.

    Attributes:
        name: Without the kind.
        kind: As written.
    """

    text: TextView
    span: Span
    name: str
    kind: str

    @property
    def written(self) -> str:
        return self.span.slice(self.text.text)


def find_unlike_kinds(view: DocumentView) -> Iterator[tuple[NamedKind, NamedKind]]:
    """Each name whose kind alone has other capitals than with all other names, and one of these."""
    by_kind: dict[str, list[NamedKind]] = defaultdict(list)
    for text in view.texts:
        if not text.is_heading:
            for named in _find_named(text):
                by_kind[named.kind.lower()].append(named)
    titled = {n.name for places in by_kind.values() for n in places if not n.kind.islower()}
    for kind, places in by_kind.items():
        small = [named for named in places if named.kind.islower()]
        large = [named for named in places if not named.kind.islower()]
        if not all(_is_name(named, titled) for named in small):
            continue
        names = {named.written.lower() for named in large}
        if len(small) == 1 and names == {small[0].written.lower()}:
            yield small[0], large[0]
        elif kind in _OF_NAMES:
            continue
        elif len(small) == 1 and len(large) >= _MORE and len(names) > 1:
            yield small[0], large[0]
        elif len(large) == 1 and len(small) >= _MORE and len({n.written for n in small}) > 1:
            yield large[0], small[0]


def _find_named(text: TextView) -> Iterator[NamedKind]:
    for match in _NAMED.finditer(text.text):
        first, _, rest = match[0].partition(" ")
        start = match.end() - len(rest) if is_function_word(first.lower()) else match.start()
        span = Span(start, match.end())
        last = match["name"].rpartition(" ")[2]
        described = is_ordinary_word(last.lower()) or _is_of_country(last)
        if not described and not in_quotation(text.text, span):
            name = text.text[start : match.end("name")]
            yield NamedKind(text, span, name, match["kind"])


def _is_name(named: NamedKind, titled: Container[str]) -> bool:
    """Whether a small kind belongs to a name: of a known place, or of one with another kind."""
    known = named.name in load_words("en", "world_places")
    if not known and (named.name not in titled or named.name.endswith(_PEOPLES)):
        return False
    text, start = named.text.text, named.span.start
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    return before is not None and (before["the"] is None or named.kind in _WITH_ARTICLE)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:_ROOT] for name in territory_names("en").values())


def _is_of_country(word: str) -> bool:
    """Whether a word says of which country: the German airport, the Kazakh city."""
    return word[:_ROOT] in _beginnings() and word.endswith(_ENDINGS)
