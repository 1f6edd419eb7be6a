"""Names in running text: full names where they stand, short ones after their full name.

*Trung* is Lê Hoài Trung once he was named in full, by the custom of his own language, and is
nobody in *Trung Quốc*, *Trung ương* or *miền Trung*. *He* that begins a sentence is a pronoun,
unless a title stands before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termkit.lang import get_language
from termkit.lang.vi.marks import looks_vietnamese
from termkit.model.span import Span
from termkit.names.link import Link
from termkit.names.met import Met
from termkit.names.running_han import find_han
from termkit.names.running_latin import LatinReading
from termkit.names.text_words import TextWords
from termkit.text.normalise import normalise
from termkit.text.scripts import HAN

if TYPE_CHECKING:
    from termkit.names.index import NameIndex


# Where a line ends and a new sentence begins; elsewhere a line may break within a name.
_BREAK = re.compile(
    r"(?<=[.!?:;\u2026\"\u201d])\r?\n|\n[ \t\r]*(?:\n|(?=[-*\u2022\u2013\u2014]\s))"
)


def link_document(index: NameIndex, text: str, lang: str) -> tuple[tuple[Span, Link], ...]:
    """Every mention that stands for an entry of the index, in order.

    Args:
        index: Of people, places and organisations.
        text: As found.
        lang: Of the text: ``vi``, ``en`` or ``zh``.

    Returns:
        Spans of the text as found, without titles and possessive endings.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.
    """
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    pieces = [text[i:j] for i, j in itertools.pairwise((*starts, len(text)))]
    return tuple(
        (Span(start + span.start, start + span.end), link)
        for start, found in zip(starts, link_texts(index, pieces, lang), strict=True)
        for span, link in found
    )


def link_texts(
    index: NameIndex, texts: Iterable[str], lang: str
) -> Iterator[tuple[tuple[Span, Link], ...]]:
    """The mentions in each text of one document, in order: `link_document` piece by piece.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.
    """
    tag = get_language(lang).tag
    met = Met()
    for text in texts:
        normal = normalise(text)
        found = _mentions(index, normal.text, tag, met)
        yield tuple(
            (normal.to_original(span), link.said(normal.to_original(span).slice(text)))
            for span, link in found
        )


def ends_with_name(index: NameIndex, text: str) -> set[int]:
    """Entries, by number, of the person whose full name stands at the end of a text.

    Before it stands a word that is no part of a name: in small letters, or the end of a title
    or of another known name.
    """
    reader = LatinReading(index, TextWords(normalise(text).text, guess_language(text)), Met())
    last = len(reader.tokens) - 1
    for place in range(1, last + 1):
        if not reader.tokens[place].base or not reader.follows_title(place):
            continue
        found = reader.full_name(place)
        if found is not None and place + found[0] == last + 1 and found[1] <= index.people:
            return found[1]
    return set()


def mentioned_in(index: NameIndex, text: str) -> tuple[str, ...]:
    """Ids of the entries that a text mentions, ambiguous ones included."""
    found: dict[str, None] = {}
    for _, link in link_document(index, text, guess_language(text)):
        found.update(dict.fromkeys(link.ids))
    return tuple(found)


def guess_language(text: str) -> str:
    """The language of a text of which only its letters are known.

    >>> [guess_language(text) for text in ("习近平 met", "Tô Lâm gặp", "To Lam met Xi")]
    ['zh', 'vi', 'en']
    """
    letters = sum(character.isalpha() for character in text)
    han = sum(1 for _ in re.finditer(f"[{HAN}]", text))
    if letters and han * 3 > letters:
        return "zh"
    return "vi" if looks_vietnamese(text) else "en"


def _mentions(index: NameIndex, text: str, lang: str, met: Met) -> Iterator[tuple[Span, Link]]:
    """The mentions of one text of a document, in order."""
    words = TextWords(text, lang)
    reader = LatinReading(index, words, met)
    place = 0
    while place < len(words.tokens):
        token = words.tokens[place]
        if token.is_han:
            for span, entries, way in find_han(index, text, token.span, met):
                yield span, index.make_link(span.slice(text), entries, way)
            place += 1
            continue
        found = reader.read(place)
        if found is None:
            place += 1
            continue
        size, entries, way = found
        span = words.span(place, size)
        yield span, index.make_link(span.slice(text), entries, way)
        place += size
