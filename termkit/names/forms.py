"""The written forms of one name: closed up, in capitals."""

from __future__ import annotations

from functools import lru_cache

from termkit.names.written import read_syllable, syllables


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """What all written forms of one name share: its letters alone.

    A key for finding forms, not a proof: *Dũng* and *Dung* share it, too.

    >>> {name_key(form) for form in ("Việt Nam", "Viet-Nam", "Vietnam", "VIET NAM")}
    {'vietnam'}
    """
    return "".join(read_syllable(syllable).base for syllable in syllables(name))


def with_capitals_of(model: str, name: str) -> str:
    """The name in the capitals of the text it replaces.

    >>> with_capitals_of("HANOI", "Hà Nội"), with_capitals_of("Hanoi", "Hà Nội")
    ('HÀ NỘI', 'Hà Nội')
    """
    return name.upper() if model.isupper() and len(model) > 1 else name
