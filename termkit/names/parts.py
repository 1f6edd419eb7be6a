"""A personal name taken apart: title, family name, middle names, given name.

Vietnamese and Chinese write the family name first. A Vietnamese person is called by the
given name, the last syllable; a Chinese or English one by the family name.
"""

from __future__ import annotations

import re

from termkit.lang import get_language
from termkit.model.name import NamePart, PersonalName, Role
from termkit.names.read import read_name
from termkit.names.titles import strip_latin

_GAPS = re.compile(r"[\s,]+")


def read_personal_name(text: str, lang: str) -> PersonalName:
    """The parts of a person's full name, as written in one language.

    Args:
        text: The name, perhaps with a title before it.
        lang: Whose custom it follows: ``vi``, ``zh`` (also in pinyin) or ``en``.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.

    >>> name = read_personal_name("Bộ trưởng Lê Hoài Trung", "vi")
    >>> [(part.text, str(part.role)) for part in name.parts]
    [('Bộ trưởng', 'title'), ('Lê', 'family'), ('Hoài', 'middle'), ('Trung', 'given')]
    >>> name.short_form, read_personal_name("欧阳修", "zh").short_form
    ('Trung', '欧阳')
    >>> [(p.text, str(p.role)) for p in read_personal_name("Joseph R. Biden", "en").parts]
    [('Joseph', 'given'), ('R.', 'middle'), ('Biden', 'family')]
    """
    language = get_language(lang)
    words = [word for word in _GAPS.split(text.strip()) if word]
    found = strip_latin(read_name(" ".join(words)))
    titles = len(words) - len(found[0].name.words) if found else 0
    title, name = words[:titles], words[titles:]
    parts = [NamePart(" ".join(title), Role.TITLE)] if title else []
    short = language.short_form(" ".join(name))
    if lang.startswith("zh") and len(name) == 1 and short:  # Han characters, closed up
        name = [short, name[0][len(short) :]]
    roles = _roles(len(name), lang)
    parts += [NamePart(word, role) for word, role in zip(name, roles, strict=True)]
    return PersonalName(tuple(parts), lang, short)


def _roles(size: int, lang: str) -> list[Role]:
    if size < 2:
        return [Role.GIVEN] * size
    middle = [Role.MIDDLE] * (size - 2)
    if lang.startswith("en"):
        return [Role.GIVEN, *middle, Role.FAMILY]
    if lang.startswith("zh"):
        return [Role.FAMILY] + [Role.GIVEN] * (size - 1)
    return [Role.FAMILY, *middle, Role.GIVEN]
