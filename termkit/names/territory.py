"""Which territory a name means: Vietnamese, English and Chinese names to one ISO 3166 code.

Cities are in `termkit.names.cities`.

Never by folding first: *Nga* is Russia and no Nigeria, and *Áo*, *Bỉ*, *Mỹ* without their
marks are words of other kinds. A form is looked for as it stands but for style, then as a
formal name (*Cộng hòa Xã hội chủ nghĩa Việt Nam*: the form of state must be that state's
own, so *Cộng hòa Việt Nam* is none), then as a name that lacks marks, one spelled by sound,
one read from Chinese. Wherever two entries could be meant there is no answer: a wrong code is
worse than none.

Source: Unicode CLDR as the installed babel has it, and the tables `territory_*.tsv` and
`state_forms.tsv` of the three language rooms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.han_viet import can_read, first_reading_keys, reading_key
from termkit.lang.zh.hanzi import simplify
from termkit.names.cities import find_city
from termkit.names.territory_keys import (
    bare_key,
    close_key,
    fewer_marks,
    sound_key,
    words,
)
from termkit.text.compose import compose
from termkit.text.near import edits
from termkit.text.scripts import is_han

if TYPE_CHECKING:
    from termkit.model.concept import Concept

MOST_CHARACTERS = 120
"""A longer text is no territory's name."""

# Two letters, but no entry of ISO 3166-1. XK is not of ISO either, but CLDR and the European
# Union use it for Kosovo, which has no other.
_NO_STATE = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_LANGS = ("en", "vi", "zh")
_ASIDE = re.compile(r"(?P<outer>[^(,]+?)\s*(?:\((?P<inner>[^()]*)\)|,\s*(?P<after>[^(),]+))")
_HAN_GAPS = re.compile(r"[\s·•‧・\-—–，,]+")
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
        if abbreviation.isupper() and abbreviation in _abbreviations():
            return _abbreviations()[abbreviation]
        key = "".join(found)
        if len(found) == 1 and text.islower() and _is_ordinary(key):
            return None  # anh, nga, áo, turkey: words, unless a capital says otherwise
        return (
            self._extra.get(key)
            or _known(key, lang)
            or _formal(found, lang)
            or _islands(found, lang)
            or _unmarked(key)
            or _by_sound(text, found, lang)
            or _by_reading(text, found, lang)
        )

    def _find_han(self, text: str) -> str | None:
        han = simplify(_HAN_GAPS.sub("", text))
        found = self._extra.get(han) or _han_names().get(han) or _han_formal(han) or _island(han)
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


@cache
def _claims(lang: str) -> Mapping[str, set[str]]:
    claims: dict[str, set[str]] = defaultdict(set)
    for code, name in territory_forms(lang):
        key = simplify(_HAN_GAPS.sub("", name)) if lang == "zh" else close_key(name)
        claims[key].add(code)
    return claims


@cache
def _names(lang: str) -> Mapping[str, str]:
    return {key: next(iter(codes)) for key, codes in _claims(lang).items() if len(codes) == 1}


@cache
def _latin_names() -> Mapping[str, str]:
    """English and Vietnamese names together, less those that differ in what they mean."""
    claims: dict[str, set[str]] = defaultdict(set)
    for lang in ("en", "vi"):
        for key, codes in _claims(lang).items():
            claims[key] |= codes
    return {key: next(iter(codes)) for key, codes in claims.items() if len(codes) == 1}


@cache
def _han_names() -> Mapping[str, str]:
    return _names("zh")


@cache
def _abbreviations() -> Mapping[str, str]:
    return {
        name.replace(".", ""): code
        for lang in _LANGS
        for code, name, kind in load_rows(lang, "territory_variants")
        if kind == "abbreviation"
    }


def _is_ordinary(word: str) -> bool:
    return len(word) < 5 or word in load_words("en", "common_words")


def _known(key: str, lang: str | None) -> str | None:
    if lang in ("en", "vi"):
        own = _names(lang).get(key)
        if own is not None or len(key) < 5 or len(_claims(lang).get(key, ())) > 1:
            return own
    return _latin_names().get(key)


@cache
def _state_forms() -> Mapping[str, frozenset[str]]:
    """The forms of state of each code."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, form in load_rows("en", "state_forms"):
        found[code].add(form)
    return {code: frozenset(forms) for code, forms in found.items()}


@cache
def _state_words() -> Mapping[tuple[str, ...], frozenset[str]]:
    """The words in front of a name, Vietnamese and English, and the forms they stand for."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form, text in load_rows("vi", "state_forms"):
        found[words(text) or ()].add(form)
        found[words(f"{form} of") or ()].add(form)
    found[("cooperative", "republic", "of")].add("co-operative republic")
    found[("federal", "republic", "of")].add("federal republic")
    return {key: frozenset(forms) for key, forms in found.items()}


def _formal(found: tuple[str, ...], lang: str | None) -> str | None:
    if found[0] == "nước":
        found = found[1:]
        if (code := _known("".join(found), lang)) is not None:
            return code
    bare = tuple(map(bare_key, found))
    for length in range(min(_longest_form(), len(found) - 1), 0, -1):
        forms = _state_words().get(found[:length])
        if forms is None and bare == found:  # Cong hoa Xa hoi chu nghia Viet Nam
            forms = _bare_state_words().get(bare[:length])
        if forms:
            rest = found[length:]
            code = _known("".join(rest), None) or _unmarked("".join(rest))
            if code is not None and forms & _state_forms().get(code, frozenset()):
                return code
    return None


@cache
def _longest_form() -> int:
    return max(map(len, _state_words()))


@cache
def _bare_state_words() -> Mapping[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for key, forms in _state_words().items():
        bare = tuple(map(bare_key, key))
        found[bare] = found.get(bare, frozenset()) | forms
    return found


@cache
def _han_state_words() -> tuple[tuple[str, frozenset[str]], ...]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, text in load_rows("zh", "state_forms"):
        found[text].add(form)
    return tuple((text, frozenset(found[text])) for text in sorted(found, key=len, reverse=True))


def _han_formal(han: str) -> str | None:
    for text, forms in _han_state_words():
        if han.endswith(text) and len(han) > len(text) + 1:
            code = _han_names().get(han.removesuffix(text))
            if code is not None and forms & _state_forms().get(code, frozenset()):
                return code
    return None


_ISLANDS = (
    ("lãnh", "thổ", "quần", "đảo"),
    ("quần", "đảo"),
    ("đảo", "quốc"),
    ("lãnh", "thổ"),
    ("đảo",),
)


def _islands(found: tuple[str, ...], lang: str | None) -> str | None:
    """A name with a word for islands or territory that the table does not give it."""
    rest = next((found[len(head) :] for head in _ISLANDS if found[: len(head)] == head), None)
    if rest is None and found[-1] in ("island", "islands", "territory"):
        rest = found[:-1]
    if not rest:
        return None
    heads = ((), *_ISLANDS) if rest != found[:-1] else ((),)
    forms = {"".join((*head, *rest)) for head in heads}
    if rest == found[:-1]:
        forms |= {"".join((*rest, tail)) for tail in ("island", "islands")}
    codes = {code for form in forms if (code := _known(form, lang)) is not None}
    return codes.pop() if len(codes) == 1 else None


def _island(han: str) -> str | None:
    """A name with or without its *island* or *islands*: 阿鲁巴岛, 根西."""
    bare = re.sub("群?岛$", "", han)
    forms = (bare, f"{bare}岛", f"{bare}群岛") if len(bare) > 1 else ()
    codes = {_han_names()[form] for form in forms if form in _han_names()}
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_bare() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, code in _latin_names().items():
        if key not in _older():  # Hoa Lan without its mark is an orchid, and no Hòa Lan
            found[bare_key(key)].append((key, code))
    return {bare: tuple(pairs) for bare, pairs in found.items()}


def _unmarked(key: str) -> str | None:
    """A name that lacks marks, long enough to be no other word: *Trung Quoc*, not *Ao*."""
    bare = bare_key(key)
    if len(bare) < 5:
        return None
    codes = {code for full, code in _by_bare().get(bare, ()) if fewer_marks(key, full)}
    others = {code for _, code in _by_bare().get(bare, ())}
    return codes.pop() if len(codes) == 1 == len(others) else None


@cache
def _older() -> frozenset[str]:
    rows = load_rows("vi", "territory_variants")
    return frozenset(close_key(name) for _, name, kind in rows if kind == "older")


@cache
def _by_sounds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, code in _latin_names().items():
        found[sound_key(key)].add(code)
    return {sound: frozenset(codes) for sound, codes in found.items()}


def _by_sound(text: str, found: tuple[str, ...], lang: str | None) -> str | None:
    """A name spelled by sound, which Vietnamese writes with hyphens: *In-đô-nê-xi-a*.

    The sounds must be those of one entry, or one slip away from one entry alone, or two in a
    name of ten letters: there are too many spellings for a list.
    """
    if "-" not in text or len(found) < 2 or lang not in (None, "vi"):
        return None
    sound = sound_key("".join(found))
    exact = _by_sounds().get(sound, frozenset())
    if exact or len(sound) < 6:
        return next(iter(exact)) if len(exact) == 1 and len(sound) > 3 else None
    most = 1 if len(sound) < 10 else 2
    near: dict[int, set[str]] = defaultdict(set)
    for other, codes in _by_sounds().items():
        if other[:1] == sound[:1] and abs(len(other) - len(sound)) <= most + 1:
            distance = edits(sound, other, most=most + 1)
            if distance <= most + 1:
                near[distance] |= codes
    if not near or min(near) > most:
        return None
    # Another entry as near, or nearly so, and there is no telling.
    found_codes = set[str]().union(*near.values())
    return found_codes.pop() if len(found_codes) == 1 else None


def _by_reading(text: str, found: tuple[str, ...], lang: str | None) -> str | None:
    """An older Vietnamese name that reads the Chinese one: *A Phú Hãn* is 阿富汗."""
    if lang not in (None, "vi") or not 3 <= len(found) <= 6:
        return None
    begun = _by_first_reading().get((len(found), reading_key(found[0])), ())
    codes = {code for han, code in begun if can_read(han, text)}
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_first_reading() -> Mapping[tuple[int, str], tuple[tuple[str, str], ...]]:
    """Chinese names and codes by how many syllables their readings have, and by the first."""
    found: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for han, code in _han_names().items():
        for first in first_reading_keys(han):
            found[len(han), first].append((han, code))
    return {key: tuple(pairs) for key, pairs in found.items()}


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
        elif words(aside) in _state_words():
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
