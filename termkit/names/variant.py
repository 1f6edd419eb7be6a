"""Every form of a name worth searching for, each with the convention that gives it."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.names.compare import has_marks
from termkit.names.convention import NameConvention, all_conventions
from termkit.names.read import read_name

MOST_CHARACTERS = 80
"""A longer text is no name."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One written form of a name.

    Attributes:
        text: The form.
        lang: Where it is met.
        convention: Code of the convention that gives it.
        authority: Who writes so.
    """

    text: str
    lang: str
    convention: str
    authority: str


def variants(name: str, *, lang: str | None = None) -> tuple[Variant, ...]:
    """The written forms of a name, each once, by convention.

    Args:
        name: In Vietnamese with marks, or in Han characters.
        lang: Its language; by default Chinese for Han characters, else Vietnamese.

    Returns:
        Empty for a name that no convention is about, or one of more than 80 characters. A
        name of which the marks are lost already has no marked forms: nobody can know them.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.

    >>> [(v.text, v.convention) for v in variants("Đà Nẵng")][:3]
    [('Danang', 'closed'), ('Đà-Nẵng', 'hyphenated'), ('Da-Nang', 'hyphenated')]
    >>> "Tập Cận Bình" in {v.text for v in variants("习近平")}
    True
    >>> variants("")
    ()
    """
    if lang is not None:
        from termkit.lang import get_language

        get_language(lang)
    if len(name) > MOST_CHARACTERS:
        return ()
    text = " ".join(read_name(name).text.split())
    room = (lang or ("zh" if read_name(name).han else "vi")).partition("-")[0]
    found: dict[str, Variant] = {}
    for convention in all_conventions():
        if convention.source_lang == room:
            for form in convention.render(text):
                if form != text:
                    found.setdefault(form, _variant(form, convention))
    return tuple(found.values())


def _variant(text: str, convention: NameConvention) -> Variant:
    target = convention.target_lang
    lang = "vi" if target == "en" and has_marks(text) else target
    return Variant(text, lang, convention.code, convention.authority)
