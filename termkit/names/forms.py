"""The written forms of one name: without marks, closed up, in capitals."""

from __future__ import annotations

from termkit.names.written import read_syllable, syllables


def name_key(name: str) -> str:
    """What all written forms of one name share: its letters alone.

    A key for finding forms, not a proof: *Dũng* and *Dung* share it, too.

    >>> {name_key(form) for form in ("Việt Nam", "Viet-Nam", "Vietnam", "VIET NAM")}
    {'vietnam'}
    """
    return "".join(read_syllable(syllable).base for syllable in syllables(name))


def without_marks(name: str) -> str:
    """The name as a house writes it that drops Vietnamese marks; other letters stay.

    >>> without_marks("Lê Hoài Trung"), without_marks("ĐÀ NẴNG"), without_marks("São Đỗ")
    ('Le Hoai Trung', 'DA NANG', 'Sao Do')
    """
    letters = []
    for character in name:
        base = read_syllable(character).base or character
        letters.append(base.upper() if character.isupper() else base)
    return "".join(letters)


def with_capitals_of(model: str, name: str) -> str:
    """The name in the capitals of the text it replaces.

    >>> with_capitals_of("HANOI", "Hà Nội"), with_capitals_of("Hanoi", "Hà Nội")
    ('HÀ NỘI', 'Hà Nội')
    """
    return name.upper() if model.isupper() and len(model) > 1 else name
