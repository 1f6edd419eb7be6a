"""Which territory a name means: Vietnamese, English and Chinese names to one ISO 3166 code.

Cities are in `termkit.names.cities`.

Never by folding first: *Nga* is Russia and no Nigeria, and *Áo*, *Bỉ*, *Mỹ* without their
marks are words of other kinds. A form is looked for as it stands but for style, then as a
formal name (*Cộng hòa Xã hội chủ nghĩa Việt Nam*: the form of state must be that state's
own, so *Cộng hòa Việt Nam* is none), then as a name that lacks marks, one spelled by sound,
one read from Chinese. Wherever two entries could be meant there is no answer: a wrong code is
worse than none.

Each way of looking has its module: `territory_names`, `territory_formal`, `territory_islands`
and `territory_inexact`; this one asks them in that order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from termkit.lang.tables import load_words
from termkit.lang.zh.hanzi import simplify
from termkit.names.cities import find_city
from termkit.names.territory_formal import find_formal, find_formal_han, state_words
from termkit.names.territory_inexact import find_by_reading, find_by_sound, find_unmarked
from termkit.names.territory_islands import find_island_han, find_islands
from termkit.names.territory_keys import close_key, words
from termkit.names.territory_names import abbreviations, close_han, han_names, known
from termkit.text.compose import compose
from termkit.text.scripts import is_han

if TYPE_CHECKING:
    from termkit.model.concept import Concept

MOST_CHARACTERS = 120
"""A longer text is no territory's name."""

_ASIDE = re.compile(r"(?P<outer>[^(,]+?)\s*(?:\((?P<inner>[^()]*)\)|,\s*(?P<after>[^(),]+))")
_HAN_ASIDE = re.compile(r"(?P<outer>[^（）()]+)[（(](?P<inner>[^（）()]+)[）)]")
_OF = re.compile(r"\bof(?: the)?$", re.IGNORECASE)
_PART_OF_CHINA = frozenset({"HK", "MO", "TW"})


def find_territory(
    name: str, *, lang: str | None = None, concepts: Iterable[Concept] = ()
) -> str | None:
    """The ISO 3166 code of a territory or city, or ``None``.

    A territory has its two letters (ISO 3166-1); a city that is a subdivision by itself has
    the code of that (ISO 3166-2), and any other has none.

    Args:
        name: In Vietnamese, English or Chinese (either script), in any of its written forms.
        lang: The language it is written in, when known: its own names are preferred, and
            short names of other languages are left out (*Anh* in English is a person).
        concepts: Places of a glossary whose names count as well. A concept is an entry when
            the names it has lead to one. Ask `Territories` when there are many names to find.

    >>> [find_territory(name) for name in ("Việt Nam", "Vietnam", "VIET-NAM", "越南", "Viet Nam")]
    ['VN', 'VN', 'VN', 'VN', 'VN']
    >>> [find_territory(name) for name in ("Nga", "Nigeria", "U-crai-na", "Thuỵ Sỹ", "俄羅斯聯邦")]
    ['RU', 'NG', 'UA', 'CH', 'RU']
    >>> find_territory("Cộng hòa Xã hội chủ nghĩa Việt Nam"), find_territory("Cộng hòa Việt Nam")
    ('VN', None)

    >>> [find_territory(name) for name in ("Hà Nội", "Beijing", "胡志明市", "Nam Ninh")]
    ['VN-HN', 'CN-BJ', 'VN-SG', None]

    >>> [find_territory(name) for name in ("Ao", "My", "Korea", "Châu Phi", "")]
    [None, None, None, None, None]
    """
    if concepts:
        return Territories(concepts).find(name, lang=lang)
    return _territories().find(name, lang=lang)


class Territories:
    """The names of territories, ready to be asked; a glossary's places may add to them."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._extra: Mapping[str, str] = {}
        self._extra = dict(self._learned(concepts))

    def find(self, name: str, *, lang: str | None = None) -> str | None:
        """As `find_territory`."""
        if not name or len(name) > MOST_CHARACTERS:
            return None
        text = compose(name.strip())
        if "/" in text:  # 白罗斯/白羅斯: all must mean one entry
            codes = {self.find(part, lang=lang) for part in text.split("/")}
            return codes.pop() if len(codes) == 1 else None
        if any(map(is_han, text)):
            return self._find_han(text)
        room = lang.partition("-")[0].lower() if lang else None
        for form in _turned(text):
            code = self._find_latin(form, room)
            if code is not None:
                return code
        return _beside(text, lambda part: self._find_latin(part, room)) or find_city(text)

    def _find_latin(self, text: str, lang: str | None) -> str | None:
        found = words(text)
        if not found:
            return None
        abbreviation = text.replace(".", "")
        if abbreviation.isupper() and abbreviation in abbreviations():
            return abbreviations()[abbreviation]
        key = "".join(found)
        if len(found) == 1 and text.islower() and _is_ordinary(key):
            return None  # anh, nga, áo, turkey: words, unless a capital says otherwise
        return (
            self._extra.get(key)
            or known(key, lang)
            or find_formal(found, lang)
            or find_islands(found, lang)
            or find_unmarked(key)
            or find_by_sound(text, found, lang)
            or find_by_reading(text, found, lang)
        )

    def _find_han(self, text: str) -> str | None:
        han = close_han(text)
        found = (
            self._extra.get(han)
            or han_names().get(han)
            or find_formal_han(han)
            or find_island_han(han)
        )
        if found is None and (aside := _HAN_ASIDE.fullmatch(han)):
            outer, inner = (self._find_han(part) for part in aside.groups())
            found = _together(outer, inner)
        return found or find_city(han)

    def _learned(self, concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
        from termkit.model.concept import AdminStatus, ConceptType

        claimed: dict[str, set[str]] = defaultdict(set)
        for concept in concepts:
            if concept.type is not ConceptType.PLACE:
                continue
            names = [d for d in concept.designations if d.status is not AdminStatus.SUPERSEDED]
            codes = {self.find(d.text, lang=d.lang) for d in names} - {None}
            if len(codes) == 1:
                code = next(iter(codes))
                assert code is not None
                for designation in names:
                    han = any(map(is_han, designation.text))
                    key = simplify(designation.text) if han else close_key(designation.text)
                    claimed[key].add(code)
        for key, held in claimed.items():
            if key and len(held) == 1:
                yield key, next(iter(held))


def _is_ordinary(word: str) -> bool:
    return len(word) < 5 or word in load_words("en", "common_words")


def _turned(text: str) -> Iterator[str]:
    """The text, and what the lists turn round for the sake of their order.

    *Korea (Republic of)* and *Korea, Republic of* are *Republic of Korea*, *Iran (Cộng hòa
    Hồi giáo)* is *Cộng hòa Hồi giáo Iran*.
    """
    yield text
    match = _ASIDE.fullmatch(text)
    if match:
        aside = (match["inner"] or match["after"] or "").strip()
        if _OF.search(aside):
            yield f"{aside} {match['outer']}"
        elif aside.lower() == "the":
            yield match["outer"]
        elif words(aside) in state_words():
            yield f"{aside} {match['outer']}"


def _beside(text: str, find: Callable[[str], str | None]) -> str | None:
    """A name with another behind it in brackets: *Myanmar (Miến Điện)*.

    Both must mean one entry, or the second be China behind a part of it.
    """
    match = _ASIDE.fullmatch(text)
    if match is None:
        return None
    return _together(find(match["outer"]), find(match["inner"] or match["after"] or ""))


def _together(outer: str | None, inner: str | None) -> str | None:
    """The entry of a name and the one behind it, if they are one or a part of China."""
    return outer if outer == inner or (inner == "CN" and outer in _PART_OF_CHINA) else None


@cache
def _territories() -> Territories:
    return Territories()
