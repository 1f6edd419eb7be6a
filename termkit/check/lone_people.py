"""Lone names in an English text that are part of no full name there.

Whoever speaks has been introduced. Where a name a letter away was, one of the two is a slip
(`check.near_callers`); where nobody was, the introduction is missing (`check.unintroduced`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from functools import cache

from termkit.check.first_called import find_named
from termkit.check.gazetteer import is_another_place, is_world_place
from termkit.check.mentions import LoneWord, names_of
from termkit.check.nearby import matches_near
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_rows, load_words
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.stretches import PARTICLES
from termkit.names.world import leaders_called


def find_strange_words(view: DocumentView) -> frozenset[str]:
    """Words with a capital that are part of no full name of the document, marks aside."""
    return view.once(_find_strange_words)


def _find_strange_words(view: DocumentView) -> frozenset[str]:
    found = {
        span.slice(stretch)
        for stretch in view.stretches
        for run in capital_runs(stretch)
        for span in run
    }
    named = set(map(name_key, _named_words(view)))
    return frozenset(word for word in found if name_key(word) not in named)


def _named_words(view: DocumentView) -> set[str]:
    """Every word of a full name, and of any longer run of capitals in a heading."""
    found = {word for mention in names_of(view).everyone for word in mention.text.split(" ")}
    for named in view.once(find_named):
        if len(named.words) > 1:
            found.update(span.slice(named.text.text) for span in named.words)
    for text in view.texts:
        for run in capital_runs(text.text) if text.is_heading else ():
            if len(run) > 1:
                found.update(span.slice(text.text) for span in run)
    return found


def stand_alone(view: DocumentView, words: Set[str]) -> dict[str, list[LoneWord]]:
    """Where the words stand alone, outside quotations and behind no particle of a name."""
    found: dict[str, list[LoneWord]] = defaultdict(list)
    for lone in names_of(view).lone(words.__contains__) if words else ():
        text = view.texts[lone.unit]
        if not in_quotation(text.text, lone.span):
            found[lone.text].append(lone)
    return {
        word: places
        for word, places in found.items()
        if not any(_follows_particle(view.texts[place.unit], place.span) for place in places)
    }


def _follows_particle(text: TextView, span: Span) -> bool:
    """Ursula von der Leyen is introduced, though no run of capitals says so."""
    words = text.text[max(0, span.start - 8) : span.start].split(" ")
    return len(words) > 1 and words[-1] == "" and words[-2].lower() in PARTICLES


def is_known(view: DocumentView, word: str, places: list[LoneWord]) -> bool:
    """Whether everybody knows who or what is called so."""
    return (
        is_function_word(word.lower())
        or word.lower() in load_words("en", "name_titles")
        or is_world_place(word, "en")
        or (is_another_place(word, "en") and not is_ordinary_word(word.lower()))
        or bool(leaders_called(name_key(word)))
        or any(
            match.span.overlaps(place.span)
            for place in places
            for match in matches_near(view.texts[place.unit], place.span)
        )
    )


def acts(text: TextView, span: Span) -> bool:
    """Whether a name speaks or owns, as people do in a report."""
    around = text.text[max(0, span.start - 30) : span.start], text.text[span.end : span.end + 40]
    return bool(_ends_in_said().search(around[0]) or _does().match(around[1]))


@cache
def _does() -> re.Pattern[str]:
    """What stands behind who speaks or does something: *said*, *, who also told*."""
    verbs = {row[0] for row in load_rows("en", "person_verbs") if row[1] == "finite"}
    return re.compile(
        rf"['’]s |,? (?:who )?(?:(?:also|later|then|further|has|had|have) )"
        rf"{{0,2}}(?:{'|'.join(sorted(verbs | load_words('en', 'speech_verbs')))})\b"
    )


@cache
def said() -> str:
    """A pattern of what stands before who speaks: *"It works," said*, with the space behind."""
    verbs = "|".join(sorted(load_words("en", "speech_verbs") | {"says", "adds"}))
    return rf"[”\"’'] (?:{verbs}) "


@cache
def _ends_in_said() -> re.Pattern[str]:
    return re.compile(f"{said()}$")
