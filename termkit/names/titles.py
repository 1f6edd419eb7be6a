"""What stands around a name and is no part of it: titles, forms of address, kinds of place.

*Bộ trưởng Lê Hoài Trung* and *Minister Le Hoai Trung* hold one name, *TP. Huế* and *Huế City*
another. The kind of a place counts where both sides give one: the province of Cao Bằng is
not its town.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from termkit.lang.tables import load_rows
from termkit.lang.zh.hanzi import simplify
from termkit.names.read import NameText, read_name
from termkit.names.words import Kind, relate

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bare:
    """A name without what stands around it.

    Attributes:
        name: The name alone.
        kinds: What kind of place the words around it can mean; empty when they say nothing.
    """

    name: NameText
    kinds: frozenset[str]


@lru_cache(maxsize=1 << 13)
def strip_latin(name: NameText) -> Bare | None:
    """A name in Latin letters without titles and kinds of place; ``None`` when it has none.

    >>> strip_latin(read_name("Bộ trưởng Ngoại giao Lê Hoài Trung")).name.words
    ('lê', 'hoài', 'trung')
    >>> strip_latin(read_name("Tp. Huế")).name.words, sorted(strip_latin(read_name("TP Huế")).kinds)
    (('huế',), ['city'])
    >>> strip_latin(read_name("Nghe An Province")).name.words, strip_latin(read_name("Tô Lâm"))
    (('nghe', 'an'), None)
    """
    start, end = 0, len(name.words)
    kinds: frozenset[str] = frozenset()
    while start < end - 1:
        found = _leading(name, start, end)
        if found is None:
            break
        start += found[0]
        kinds = found[1] or kinds
    if end - start > 1 and name.bases[end - 1] in _kinds_after():
        kinds = kinds or _kinds_after()[name.bases[end - 1]]
        end -= 1
    if start == 0 and end == len(name.words):
        return None
    return Bare(name.part(start, end), kinds)


@lru_cache(maxsize=1 << 13)
def strip_han(han: str) -> tuple[str, frozenset[str]]:
    """Han characters without titles and kinds of place, and the kinds.

    >>> strip_han("习近平总书记"), strip_han("河内市")[0], strip_han("越南国家主席苏林")[0]
    (('习近平', frozenset()), '河内', '苏林')
    >>> strip_han("市")[0]
    '市'
    """
    before, after, places = _han_titles()
    kinds: frozenset[str] = frozenset()
    for _ in range(3):
        plain = simplify(han)
        for title in after:
            if plain.endswith(title) and len(plain) - len(title) >= 1:
                han = han[: -len(title)]
                break
        else:
            for title in before:
                if plain.startswith(title) and len(plain) - len(title) >= 2:
                    han = han[len(title) :]
                    break
            else:
                break
    for word, kind in places:
        if han.endswith(word) and len(han) > len(word):
            return han[: -len(word)], kind
    return han, kinds


def _leading(name: NameText, start: int, end: int) -> tuple[int, frozenset[str]] | None:
    """How many words from ``start`` on are a title or kind of place, leaving one at least."""
    for phrase, kinds in _leads().get(name.bases[start], ()):
        size = len(phrase)
        if size <= end - start - 1 and _is_phrase(name, start, phrase):
            return size, kinds
    return None


def _is_phrase(name: NameText, start: int, phrase: Phrase) -> bool:
    words = name.words[start : start + len(phrase)]
    relations = [relate(word, part).kind for word, part in zip(words, phrase, strict=True)]
    # Bare words are a title only where the whole name is bare: Phương is no ward.
    return all(kind is Kind.SAME for kind in relations) or (
        not name.marked and all(kind in (Kind.SAME, Kind.FEWER) for kind in relations)
    )


@cache
def _leads() -> dict[str, list[tuple[Phrase, frozenset[str]]]]:
    """Leading phrases by the letters of their first word, longest first."""
    found: dict[str, list[tuple[Phrase, frozenset[str]]]] = {}
    rows = [(row[0], "") for room in ("vi", "en") for row in load_rows(room, "name_titles")]
    rows += [(row[0], row[1]) for row in load_rows("vi", "place_kinds")]
    rows += [(row[0], row[1]) for row in load_rows("en", "place_kinds") if row[2] == "before"]
    for text, kinds in rows:
        phrase = read_name(text)
        entry = (phrase.words, frozenset(kinds.split()))
        found.setdefault(phrase.bases[0], []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def _kinds_after() -> dict[str, frozenset[str]]:
    return {
        row[0]: frozenset(row[1].split())
        for row in load_rows("en", "place_kinds")
        if row[2] == "after" and " " not in row[0]
    }


@cache
def _han_titles() -> tuple[list[str], list[str], list[tuple[str, frozenset[str]]]]:
    rows = load_rows("zh", "name_titles")
    longest = sorted({row[0] for row in rows}, key=len, reverse=True)
    after = {row[0] for row in rows if row[1] == "after"}
    before = {row[0] for row in rows if row[1] == "before"}
    places = [(row[0], frozenset(row[1].split())) for row in load_rows("zh", "place_kinds")]
    places.sort(key=lambda place: -len(place[0]))
    return [t for t in longest if t in after], [t for t in longest if t in before], places
