"""Names of territories that no list has in this spelling, if they can mean one entry only.

They lack marks (*Trung Quoc*), are spelled by sound (*In-đô-nê-xi-a*) or read from the Chinese
name (*A Phú Hãn*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from termkit.lang.vi.han_viet import can_read, first_reading_keys, reading_key
from termkit.names.territory_keys import bare_key, fewer_marks, sound_key
from termkit.names.territory_names import han_names, latin_names, older_names
from termkit.text.near import edits


def find_unmarked(key: str) -> str | None:
    """A name that lacks marks, long enough to be no other word: *Trung Quoc*, not *Ao*."""
    bare = bare_key(key)
    if len(bare) < 5:
        return None
    codes = {code for full, code in _by_bare().get(bare, ()) if fewer_marks(key, full)}
    others = {code for _, code in _by_bare().get(bare, ())}
    return codes.pop() if len(codes) == 1 == len(others) else None


def find_by_sound(text: str, found: tuple[str, ...], lang: str | None) -> str | None:
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


def find_by_reading(text: str, found: tuple[str, ...], lang: str | None) -> str | None:
    """An older Vietnamese name that reads the Chinese one: *A Phú Hãn* is 阿富汗."""
    if lang not in (None, "vi") or not 3 <= len(found) <= 6:
        return None
    begun = _by_first_reading().get((len(found), reading_key(found[0])), ())
    codes = {code for han, code in begun if can_read(han, text)}
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_bare() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, code in latin_names().items():
        if key not in older_names():  # Hoa Lan without its mark is an orchid, and no Hòa Lan
            found[bare_key(key)].append((key, code))
    return {bare: tuple(pairs) for bare, pairs in found.items()}


@cache
def _by_sounds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, code in latin_names().items():
        found[sound_key(key)].add(code)
    return {sound: frozenset(codes) for sound, codes in found.items()}


@cache
def _by_first_reading() -> Mapping[tuple[int, str], tuple[tuple[str, str], ...]]:
    """Chinese names and codes by how many syllables their readings have, and by the first."""
    found: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for han, code in han_names().items():
        for first in first_reading_keys(han):
            found[len(han), first].append((han, code))
    return {key: tuple(pairs) for key, pairs in found.items()}
