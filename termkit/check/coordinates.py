"""Institutions and offices joined by commas and *and*, one of them without its capital.

*Đảng, nhà nước và Chính phủ*; *Prime Minister and state president*. The names are those of the
glossary and the language's nouns for institutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.capitals import weighty_capitals
from termkit.check.quotation import find_quotations
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.lang.tables import load_rows
from termkit.model.concept import ConceptType
from termkit.model.span import Span

_JOINT = {
    "en": re.compile(r",? (?:and|or) (?:the )?|, (?:the )?"),
    "vi": re.compile(r",? (?:và|hoặc|cùng) |, "),
}
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_INSIDE = (" of ", " of the ", "’s ", "'s ", "’ ")  # the end of a longer name
_LONGEST = 6  # words of a name
_HOUSES_DIFFER = frozenset(("party", "state"))  # Party and state leaders is Xinhua's way


def find_uneven_coordinates(view: DocumentView) -> Iterator[tuple[TextView, Span, Span]]:
    """The item without capitals and one that has them, of each list that has both."""
    lang = view.language
    kinds = view.glossary.once(("coordinates", lang), lambda: _names(view.glossary, lang))
    for text in view.texts:
        if not text.is_heading:
            quotations = find_quotations(text.text)
            for items in (items for names in kinds for items in _lists(text.text, lang, names)):
                pair = None if quotations.holds(items[0]) else _uneven(text, items)
                if pair is not None:
                    yield text, *pair


def _names(glossary: Glossary, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Offices and institutions in small letters, of those that are written with capitals."""
    offices, bodies = (
        {
            designation.text.lower()
            for concept in glossary
            if concept.type is kind and concept.subject_field != "media"
            for designation in concept.named(lang)
            if designation.is_approved and "," not in designation.text
        }
        for kind in (ConceptType.TITLE, ConceptType.ORGANISATION)
    )
    return frozenset(offices), frozenset(
        bodies | {row[0] for row in load_rows(lang, "institutions")}
    )


def _lists(text: str, lang: str, names: frozenset[str]) -> Iterator[list[Span]]:
    """Every run of names with nothing but a comma or *and* between them."""
    items: list[Span] = []
    for joint in _JOINT[lang].finditer(text):
        if not items or items[-1].end != joint.start():
            if len(items) > 1:
                yield items
            left = _ending_at(text, joint.start(), names)
            items = [] if left is None else [left]
        right = _starting_at(text, joint.end(), names) if items else None
        if right is not None:
            items.append(right)
    if len(items) > 1:
        yield items


def _ending_at(text: str, end: int, names: frozenset[str]) -> Span | None:
    start, found = end, None
    for _ in range(_LONGEST):
        start = text.rfind(" ", 0, max(0, start - 1)) + 1
        if text[start:end].lower() in names and not text[:start].endswith(_INSIDE):
            found = Span(start, end)
        if start == 0:
            break
    return found


def _starting_at(text: str, start: int, names: frozenset[str]) -> Span | None:
    words = list(_WORD.finditer(text, start, start + 60))[:_LONGEST]
    ends = [word.end() for word in words if text[start : word.end()].lower() in names]
    return Span(start, max(ends)) if ends else None


def _uneven(text: TextView, items: list[Span]) -> tuple[Span, Span] | None:
    small = [span for span in items if not _has_a_capital(span.slice(text.text))]
    large = [span for span in items if all(_weighty(span.slice(text.text)))]
    if len(small) + len(large) < len(items) or not small or not large:
        return None
    if len(large) == 1 and (
        text.starts_sentence(large[0]) or re.match(r" [A-ZĐ]", text.text[large[0].end :])
    ):
        return None  # a capital of the sentence, or of a title before a name
    if len(items) == 2 and any(span.slice(text.text).lower() in _HOUSES_DIFFER for span in small):
        return None
    return (small[0], large[0]) if len(small) <= len(large) else None


def _has_a_capital(name: str) -> bool:
    return any(word[0].isupper() for word in name.split())


def _weighty(name: str) -> Iterator[bool]:
    """Whether each word that may have a capital has it; of Vietnamese the first decides."""
    yield name[0].isupper()
    if name.isascii():
        yield from weighty_capitals(name.split())
