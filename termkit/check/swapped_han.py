"""Names in Han characters with two neighbours that changed places: *布拉维利亚*, *江珠三角洲*.

A foreign name of four characters and more that is well known names nobody else in another order;
any other name must stand in the document as it should.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from termkit.check.han_variants import grams_of, joined
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_country_sign, is_zh_word, makes_a_word
from termkit.check.view import DocumentView, TextView, UnitView
from termkit.glossary.store import Glossary
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.transcription import transcribing
from termkit.names.world import han_figures, han_firm_names, han_names
from termkit.text.scripts import is_han

_LEAST = 4  # characters
_PEOPLE = (ConceptType.PERSON, ConceptType.PLACE)
_NAMES = (ConceptType.PERSON, ConceptType.PLACE, ConceptType.ORGANISATION)


def find_swapped_han(view: DocumentView) -> Iterator[Mark]:
    """Marks at names whose characters stand in another order."""
    everything = joined(view).text
    known = view.glossary.once("swapped_han", lambda: _designations(view.glossary))
    here = {
        match.text
        for text in view.texts
        for match in text.matches(types=_NAMES, nested=True)
        if len(match.text) >= _LEAST and all(map(is_han, match.text))
    }
    own = [(swapped, name) for name in here for swapped in _swapped(name) if swapped in everything]
    for text in view.texts:
        for swapped, name in (*own, *_well_known(text)):
            if swapped in known or everything.count(swapped) > 1:
                continue
            start = text.text.find(swapped)
            if start >= 0:
                yield text.mark(
                    Span(start, start + len(swapped)),
                    f"{swapped!r} is {name!r} with two characters in each other's place",
                    replacement=name,
                )


def _well_known(text: TextView) -> Iterator[tuple[str, str]]:
    """Foreign names that stand here with two characters swapped, and as they should be."""
    pattern, names = _foreign()
    for match in pattern.finditer(text.text):
        yield match[0], names[match[0]]


@cache
def _foreign() -> tuple[re.Pattern[str], dict[str, str]]:
    known = han_names() | han_figures()
    names = {
        swapped: name
        for name in sorted(han_firm_names())
        if len(name) >= _LEAST and transcribing().issuperset(name)
        for swapped in _swapped(name)
        if swapped not in known
    }
    return re.compile("|".join(sorted(names, key=lambda name: (-len(name), name)))), names


def _designations(glossary: Glossary) -> frozenset[str]:
    return frozenset(
        designation.text
        for concept in glossary
        for designation in concept.designations
        if designation.lang.startswith("zh")
    )


def _swapped(name: str) -> Iterable[str]:
    """A name with two neighbours swapped, but for two countries, whose order is the writer's."""
    for at in range(len(name) - 1):
        one, other = name[at], name[at + 1]
        if one != other and not (is_country_sign(one) and is_country_sign(other)):
            swapped = f"{name[:at]}{other}{one}{name[at + 2 :]}"
            if not is_zh_word(swapped[at : at + 2]):
                yield swapped


def find_swapped_phrases(view: UnitView) -> Iterator[tuple[Span, str]]:
    """Where a designation of four characters and more stands with two of them exchanged.

    *国家席主*, and *一路一带*, whose halves have one character in common; what is there. The
    characters make no word where they stand, unless the whole is no other phrase.
    """
    text, glossary = view.target.text, view.document.glossary
    phrases = glossary.once("swapped_phrases", lambda: _swapped_phrases(glossary))
    grams = grams_of(view)
    for pair in grams.pair_counts.keys() & phrases.keys():
        for swapped, name, at in phrases[pair]:
            start = text.find(swapped)
            if start < 0 or text.count(swapped) > 1:
                continue
            odd = (start + at, start + at + 1)
            if at < 0 or not any(makes_a_word(text, place) for place in odd):
                yield Span(start, start + len(swapped)), name


def _swapped_phrases(glossary: Glossary) -> dict[str, list[tuple[str, str, int]]]:
    """What no designation is, by its first two characters: itself, the phrase, and where the
    swapped ones stand, or -1 where its halves are."""
    known = _designations(glossary)
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for concept in glossary:
        for designation in concept.named("zh-Hans") if concept.type not in _PEOPLE else ():
            name = designation.text
            if len(name) < _LEAST or not all(map(is_han, name)) or not designation.is_approved:
                continue
            for swapped in _swapped(name):
                at = next(i for i, (a, b) in enumerate(zip(swapped, name, strict=True)) if a != b)
                found[swapped[:2]].append((swapped, name, at))
            halves = name[2:] + name[:2]
            if len(name) == _LEAST and name[0] == name[2]:
                found[halves[:2]].append((halves, name, -1))
    return {
        pair: [entry for entry in entries if entry[0] not in known]
        for pair, entries in found.items()
    }
