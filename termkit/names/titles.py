"""What stands around a name and is no part of it: titles, forms of address, kinds of place.

*Bộ trưởng Lê Hoài Trung* and *Minister Le Hoai Trung* hold one name, *TP. Huế* and *Huế City*
another. The kind of a place counts where both sides give one: the province of Cao Bằng is
not its town.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.names.read import NameText, read_name
from termkit.names.words import Kind, read_word, relate

Phrase = tuple[str, ...]
# A river or an island is a kind only after two characters: 九江 is a city.
_FEATURES = frozenset("港岛島河江湾灣")
_MOST_HAN = 12
"""No title or kind of place in characters is longer."""


class Bare(NamedTuple):
    """A name without what stands around it.

    Attributes:
        name: The name alone.
        kinds: What kind of place the words around it can mean; empty when they say nothing.
        weak: A single bare word that was taken for a title: *Tuong* in *Tuong Van An*.
    """

    name: NameText
    kinds: frozenset[str]
    weak: str = ""


def strip_latin(name: NameText) -> tuple[Bare, ...]:
    """A name in Latin letters with fewer titles and kinds of place; empty when it has none.

    The barest comes first. There are several where a word may be either: *Ba Chuc Commune*
    is Ba Chúc, and no Mrs Chuc.

    >>> strip_latin(read_name("Bộ trưởng Ngoại giao Lê Hoài Trung"))[0].name.words
    ('lê', 'hoài', 'trung')
    >>> [(bare.name.words, sorted(bare.kinds)) for bare in strip_latin(read_name("Tp. Huế"))]
    [(('huế',), ['city'])]
    >>> [bare.name.words for bare in strip_latin(read_name("Ba Chuc Commune"))]
    [('chuc',), ('chuc', 'commune'), ('ba', 'chuc')]
    >>> strip_latin(read_name("Tô Lâm"))
    ()

    *The* is an article where a word is no Vietnamese syllable; *The Lu* is Thế Lữ.

    >>> [[bare.name.words for bare in strip_latin(read_name(text))] for text in
    ...  ("The Foreign Ministry", "The Lu")]
    [[('foreign', 'ministry')], []]
    """
    if not name.words:
        return ()
    if (name.bases[0] in _leads() or name.bases[-1] in _kinds_after() or "," in name.text) and (
        found := _bares(name)
    ):
        return found
    if name.words[0] == "the" and not all(map(is_unmarked_syllable, name.bases)):
        return (Bare(name.part(1, len(name.words)), frozenset()),)
    return ()


def is_company(name: NameText) -> bool:
    """Whether a form of company stands at a name.

    >>> [is_company(read_name(text)) for text in ("Công ty TNHH Hoàng Anh", "Hoàng Anh")]
    [True, False]
    """
    return any(_company_kinds() & bare.kinds for bare in strip_latin(name))


@cache
def _company_kinds() -> frozenset[str]:
    rows = (*load_rows("vi", "company_forms"), *load_rows("en", "company_forms"))
    return frozenset(kind for _, kinds, _ in rows for kind in kinds.split())


def _bares(name: NameText) -> tuple[Bare, ...]:
    """What `_strip` finds, kept with the name."""
    if name.bares is None:
        name.bares = _strip(name)
    return name.bares


def _strip(name: NameText) -> tuple[Bare, ...]:
    size = len(name.words)
    starts: list[tuple[int, frozenset[str], str]] = [(0, frozenset(), "")]
    while len(starts) <= 8:
        at, kinds, weak = starts[-1]
        found = _leading(name, at, size)
        if found is None and at:
            found = _behind_title(name, at, size)
        if found is None:
            break
        starts.append((at + found[0], found[1] or kinds, weak or found[2]))
    starts = [*starts[:0:-1][:2], starts[0]]
    ends = [(size, frozenset[str]())]
    ends += [
        (size - len(phrase), kinds)
        for phrase, kinds in _kinds_after().get(name.bases[-1], ())
        if len(phrase) < size and name.words[size - len(phrase) :] == phrase
    ]
    if "," in name.text:  # Lê Hoài Trung, Bộ trưởng Ngoại giao
        ends += [(at, frozenset()) for at in range(1, size) if _is_title(name, at)][:1]
    ends = ends[::-1][:3]
    return tuple(
        Bare(name.part(start, end), kinds or others, weak)
        for start, kinds, weak in starts
        for end, others in ends
        if end > start and (start, end) != (0, size)
    )


@lru_cache(maxsize=1 << 13)
def strip_han(han: str) -> tuple[str, frozenset[str]]:
    """Han characters without titles and kinds of place, and the kinds.

    >>> strip_han("习近平总书记"), strip_han("河内市")[0], strip_han("越南国家主席苏林")[0]
    (('习近平', frozenset()), '河内', '苏林')
    >>> strip_han("市")[0], strip_han("融水苗族自治县")[0]
    ('市', '融水')
    """
    from termkit.lang.zh.autonomous import short_autonomous
    from termkit.lang.zh.hanzi import simplify

    after, before, places = _han_titles()
    for _ in range(3):
        plain = simplify(han)
        # A name of one character is left before 主席, of two after it.
        if size := _longest(plain, after, 1):
            han = han[:-size]
        elif size := _longest(plain[::-1], before, 2):
            han = han[size:]
        else:
            break
    for start in range(max(1, len(han) - _MOST_HAN), len(han)):
        kind = places.get(word := han[start:])
        if kind is not None and len(han) > len(word) + (word in _FEATURES):
            short = short_autonomous(han) if "自治" in word else None
            return (short[:-1] if short else han[:start]), kind
    return han, frozenset()


def _longest(text: str, titles: frozenset[str], least: int) -> int:
    """How many characters at the end of a text are a title, so that some are left; or nought."""
    size = len(text)
    starts = range(max(least, size - _MOST_HAN), size)
    return next((size - start for start in starts if text[start:] in titles), 0)


def _behind_title(name: NameText, start: int, end: int) -> tuple[int, frozenset[str], str] | None:
    """What goes on with a title: a country, or another title behind *and* and *kiêm*."""
    if nation := _nation(name, start, end):
        return nation, frozenset(), ""
    if name.words[start] in _AND and (title := _leading(name, start + 1, end)):
        return title[0] + 1, title[1], title[2]
    return None


def _nation(name: NameText, start: int, end: int) -> int:
    """How many words behind an office are its country's: *Thủ tướng Trung Quốc Lý Cường*.

    Two words are left at least: *bà Mỹ Linh* is no Linh of America. An ambassador has a second
    country behind *tại* and *to*; in English no country stands without such a word.
    """
    at, nations = start, _nations()
    if name.words[at] in _TO:
        at, nations = at + 1, _english_nations()
        at += at < end and name.words[at] == "the"
    elif name.words[at] == "tại":
        at += 1
    for size in range(min(5, end - at - 2), 0, -1):
        if " ".join(name.words[at : at + size]) in nations:
            return at + size - start
    return 0


_TO = frozenset(("to", "of"))
_AND = frozenset(("and", "và", "kiêm"))


@cache
def _nations() -> frozenset[str]:
    """Countries by their names in Vietnamese, in lower case."""
    short = {word.lower() for word in load_words("vi", "country_short")}
    return load_words("vi", "territories") | short


@cache
def _english_nations() -> frozenset[str]:
    """Countries by their names in English, in lower case; asked of few names."""
    from termkit.lang.locale import territory_names

    names = (*territory_names("en").values(), *load_words("en", "country_short"), "Viet Nam")
    return frozenset(" ".join(read_name(name).words) for name in names)


def _is_title(name: NameText, start: int) -> bool:
    """Whether all words from ``start`` on are titles, perhaps with a country behind them."""
    end = len(name.words)
    at = start
    while at < end and (found := _leading(name, at, end + 1)):
        at += found[0]
    return at == end or (at > start and " ".join(name.words[at:]) in _nations())


def _leading(name: NameText, start: int, end: int) -> tuple[int, frozenset[str], str] | None:
    """How many words from ``start`` on are a title or kind of place, leaving one at least."""
    if start >= end - 1:
        return None
    for phrase, kinds, dotted in _leads().get(name.bases[start], ()):
        size = len(phrase)
        if size > end - start - 1 or (dotted and f"{phrase[-1]}." not in name.text.lower()):
            continue
        relations = map(relate, name.words[start : start + size], phrase)
        lacking = {relation.kind for relation in relations} - {Kind.SAME}
        if not lacking:
            return size, kinds, ""
        # Bare words are a title only where the whole name is bare: Phương is no ward.
        if lacking == {Kind.FEWER} and not name.marked:
            if size > 1:
                return size, kinds, ""
            if end - start > 2:
                return size, kinds, name.bases[start]
    return None


@cache
def title_endings() -> frozenset[str]:
    """The letters of the last word of every leading title and kind of place.

    >>> "trưởng" in title_endings(), "truong" in title_endings()
    (False, True)
    """
    phrases = (phrase for entries in _leads().values() for phrase, _, _ in entries)
    return frozenset(read_word(phrase[-1]).base for phrase in phrases)


@cache
def _leads() -> dict[str, list[tuple[Phrase, frozenset[str], bool]]]:
    """Leading phrases by the letters of their first word, longest first.

    *Sen.* is a title with its full stop only: Sen is a given name.
    """
    found: dict[str, list[tuple[Phrase, frozenset[str], bool]]] = {}
    rows = [(row[0], "") for room in ("vi", "en") for row in load_rows(room, "name_titles")]
    rows += [(row[0], row[1]) for row in load_rows("vi", "place_kinds")]
    rows += [
        (row[0], row[1])
        for room, table in (("en", "place_kinds"), ("vi", "company_forms"), ("en", "company_forms"))
        for row in load_rows(room, table)
        if row[2] == "before"
    ]
    for text, kinds in rows:
        phrase = read_name(text)
        entry = (phrase.words, frozenset(kinds.split()), text.endswith("."))
        found.setdefault(phrase.bases[0], []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def _kinds_after() -> dict[str, list[tuple[Phrase, frozenset[str]]]]:
    """English kinds of place and company by their last word, shortest first."""
    found: dict[str, list[tuple[Phrase, frozenset[str]]]] = {}
    rows = (*load_rows("en", "place_kinds"), *load_rows("en", "company_forms"))
    for word, kinds, place in rows:
        if place == "after":
            phrase = tuple(word.split())
            found.setdefault(phrase[-1], []).append((phrase, frozenset(kinds.split())))
    for entries in found.values():
        entries.sort(key=lambda entry: len(entry[0]))
    return found


@cache
def _han_titles() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    """Titles behind a name, titles before one (from their end), and kinds of place."""
    rows = load_rows("zh", "name_titles")
    after = frozenset(row[0] for row in rows if row[1] == "after")
    before = frozenset(row[0][::-1] for row in rows if row[1] == "before")
    places = {row[0]: frozenset(row[1].split()) for row in load_rows("zh", "place_kinds")}
    return after, before, places
