"""Titles by their last word: *President Cuong* for the State President.

The glossary has titles as documents write them in full. Before the name of somebody in public
office the head of a title says which one is meant: that of his country which has such a head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.mentions import own_language
from termkit.check.nearby import before
from termkit.check.offices import QUALIFIED, offices, people_in
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span

# Heads that the glossary gives to one office of a country; ministers, chairmen and ambassadors
# are of many kinds, and a former one may hold another such office.
_HEADS = frozenset({"president", "premier", "spokesperson", "spokesman", "spokeswoman"})
# Another capital word before the head is what somebody presides over: VFF President.
FREE = re.compile(
    r"(?:^|[^\w\s]|[^\w\s]\s|(?<!['’])\b[a-z]+\s|\b(?:Vietnam(?:ese|[’']s)|Chin(?:ese|a[’']s))\s)$"
)
_HEAD = re.compile(
    rf"\b((?:vice )?(?:{'|'.join(sorted(_HEADS))})),? (?:(?:Comrade|Mr|Mrs|Ms)\.? )?$",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r" (?:of|to|for) ")


@dataclass(frozen=True, slots=True)
class ShortOffice:
    """A text gives an office to a person by the head of its title.

    Attributes:
        text: Where.
        person: Whose.
        title_span: Where the head stands.
        name: Span of the person's name.
        ids: Ids of the offices of the person's country that the head can mean.
    """

    text: TextView
    person: Concept
    title_span: Span
    name: Span
    ids: tuple[str, ...]


def find_short_offices(view: DocumentView) -> Iterator[ShortOffice]:
    """Heads of titles right before the name of somebody who held that office, in English."""
    if view.language != "en":
        return
    known = view.glossary.once("short titles", lambda: _heads(view.glossary))
    for text in view.texts:
        if not any(head in text.text.lower() for head in _HEADS):
            continue
        titles = [match.span for match in text.matches(types=(ConceptType.TITLE,))]
        for person, name in people_in(view, text):
            head = _HEAD.search(before(text.text, name))
            if head is None:
                continue
            end = name.start - len(head[0]) + len(head[1])
            span = Span(end - len(head[1]), end)
            ids = known.get((own_language(person), head[1].lower()), ())
            if not ids or any(span.overlaps(title) for title in titles):
                continue
            own = any(relation.target in ids for relation in offices(person))
            if not own and not (offices(person) and " " in name.slice(text.text)):
                continue  # of somebody's other offices nothing is known
            preceding = before(text.text, span)
            if not QUALIFIED.search(preceding) and FREE.search(preceding):
                yield ShortOffice(text, person, span, name, ids)


def _heads(glossary: Glossary) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """The offices of a country by the last word of what they are called before *of* or *to*."""
    found: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for person in glossary:
        if person.type is not ConceptType.PERSON:
            continue
        for relation in offices(person):
            title = glossary.concepts.get(relation.target)
            for form in title.named("en") if title is not None else ():
                words = _COMPLEMENT.split(form.text)[0].lower().split()
                if words and words[-1] in _HEADS:
                    head = f"vice {words[-1]}" if "vice" in words else words[-1]
                    found[own_language(person), head].add(relation.target)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}
