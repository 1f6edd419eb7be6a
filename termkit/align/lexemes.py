"""Words as they are counted across texts: lower case, compounds in one, endings cut off.

A lexeme is no dictionary form. It is what two texts of one language must share to speak of
one thing, found without a dictionary: the first letters of a word, a compound that the room
lists, the digits of a number without what groups them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from termkit.lang.base import Language
from termkit.lang.vi.tones import tone_key
from termkit.text.scripts import is_han
from termkit.text.urls import url_spans

Lexemes = Callable[[str], tuple[str, ...]]
Rendering = tuple[str, str, float]
"""A lexeme, one of another language that may render it, and with which probability."""


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """The languages of a text and of its translation.

    Attributes:
        langs: BCP 47 tags.
        lexemes: What finds the lexemes of each.
    """

    langs: tuple[str, str]
    lexemes: tuple[Lexemes, Lexemes]

    @property
    def rooms(self) -> tuple[str, str]:
        """The languages without script and region: ``zh`` of ``zh-Hans``."""
        source, target = (lang.split("-")[0].lower() for lang in self.langs)
        return source, target


LETTERS = 5
"""Of a word that count: *agreement*, *agreed* and *agreeing* share them."""
_SYLLABLE = 7  # letters of the longest Vietnamese syllable (*nghiêng*), all of which count


def find_lexemes(text: str, language: Language) -> tuple[str, ...]:
    """The lexemes of a text, in order.

    Args:
        text: Normalised.
        language: It says what its words are.

    >>> from termkit.lang import get_language
    >>> find_lexemes("The 1,200.5 agreements of 03/2026: https://vnexpress.net/a.",
    ...              get_language("en"))
    ('the', '12005', 'agree', 'of', '3', '2026', 'https://vnexpress.net/a')
    >>> find_lexemes("Hai bên hợp tác, hoà bình.", get_language("vi"))
    ('hai', 'bên', 'hợp tác', 'hòa bình')
    """
    found: list[str] = []
    at = 0
    for span in url_spans(text):
        found.extend(_words(text[at : span.start], language))
        found.append(span.slice(text).lower())
        at = span.end
    found.extend(_words(text[at:], language))
    return tuple(found)


def _words(text: str, language: Language) -> Iterator[str]:
    vietnamese = language.tag == "vi"
    for span in language.lexical_words(text):
        word = unicodedata.normalize("NFKC", span.slice(text)).lower()
        if word[0].isdigit() and any(map(str.isdigit, word)):
            digits = "".join(character for character in word if character.isdigit())
            yield digits.lstrip("0") or "0"
        elif vietnamese:
            yield tone_key(word if " " in word else word[:_SYLLABLE])
        elif is_han(word[0]):
            yield word
        else:
            yield word[:LETTERS]
