"""One country or city in two spellings of its name within a document: rule N102."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from termkit.check.nearby import before
from termkit.check.rule import Mark
from termkit.check.surroundings import is_set_apart
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.territory import find_territory
from termkit.names.territory_keys import close_key, sound_key
from termkit.text.cover import Cover
from termkit.text.memory import Memory
from termkit.text.near import edits
from termkit.text.scripts import CAPITALS, LATIN

# A word with a capital, its parts behind hyphens included.
_CAPITALISED = re.compile(rf"[{CAPITALS}](?<![{LATIN}].)(?<![{LATIN}]-.)[{LATIN}]*(?:-[{LATIN}]+)*")
_OF_A_BODY = re.compile(r"\b[A-Z]\w+ of (?:the )?$")
_LONGEST = 4
"""Words of a name that has a second spelling."""


def find_mixed_territories(view: DocumentView) -> Iterator[Mark]:
    """*Cu Ba* beside *Cuba*, *Ukraina* beside *Ukraine*: one name, spelled in two ways.

    Two names of one country (*Mỹ* and *Hoa Kỳ*, *the UK* and *Britain*) are the writer's
    choice. Places of the glossary have their own forms; only its countries, and no name that
    is a claim, are held to one spelling here (*Xinh-ga-po* beside *Singapore*).
    """
    if view.language not in ("en", "vi"):
        return
    if not _may_be_mixed(view):
        return
    groups: dict[str, list[Use]] = defaultdict(list)
    for text in view.texts:
        for code, span in _mentions(text, view.language):
            groups[code].append(Use(text, span, tone_key(span.slice(text.text).casefold())))
    for uses in groups.values():
        for use, other in odd_ones(uses):
            if _is_respelled(use.form, other.form) and not _is_known_to_differ(use, other):
                yield use.view.mark(
                    use.span,
                    f"{use.text!r} here, {other.text!r} elsewhere in this document",
                    replacement=None if use.text.isupper() else other.text,
                    related=(other.related("the other form"),),
                )


def _may_be_mixed(view: DocumentView) -> bool:
    """Whether any country or city is named in two forms, whatever stands around them."""
    named = _named_in(view.language)
    found = set().union(*[named[stretch] for stretch in view.stretches])
    return len(found) > len({code for code, _ in found})


@cache
def _named_in(lang: str) -> Memory[tuple[tuple[str, str], ...]]:
    """Codes and forms of all countries and cities that a stretch of capitals may name."""

    def find(stretch: str) -> tuple[tuple[str, str], ...]:
        parts = [span.slice(stretch) for run in _runs(stretch) for span in _parts(run, lang)]
        return tuple(
            (code, tone_key(part.casefold()))
            for part in parts
            if (code := _territory(part, lang)) is not None
        )

    return Memory(find)


def _mentions(text: TextView, lang: str) -> Iterator[tuple[str, Span]]:
    places = list(text.matches(types=(ConceptType.PLACE,), nested=True, foreign=True))
    known = Cover(match.span for match in places)
    countries = set(map(_country, places))
    for run in _runs(text.text):
        for span in _parts(run, lang):
            code = _territory(span.slice(text.text), lang)
            if code is None or _is_bound(text.text, span, lang):
                continue
            if known.overlaps(span) and span not in countries:
                continue
            yield code, span
            break


def _country(match: Match) -> Span | None:
    """Where a country of the glossary stands by itself, and no claim."""
    free = match.nested_in is None and not match.concept.claim
    return match.span if free and match.concept.subject_field == "countries" else None


def _runs(text: str) -> Iterator[list[Span]]:
    """Runs of words with a capital; one that is spelled by sound goes on in small letters."""
    run: list[Span] = []
    for match in _CAPITALISED.finditer(text):
        _, *more = match[0].split("-")
        if run and text[run[-1].end : match.start()] != " ":
            yield run
            run = []
        if all(part.islower() for part in more):
            run.append(Span(*match.span()))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _parts(run: list[Span], lang: str) -> Iterator[Span]:
    """What of a run of capitals may be the name, longest first.

    English words around it make it a name of something else, *Turkey Tech*; Vietnamese goes
    on with the name of a person, *Đại sứ Cuba Rogelio Polanco*.
    """
    widths = [len(run)] if lang == "en" else range(min(_LONGEST, len(run)), 0, -1)
    for width in widths:
        for start in range(len(run) - width + 1):
            yield Span(run[start].start, run[start + width - 1].end)


def _is_bound(text: str, span: Span, lang: str) -> bool:
    """Whether somebody else chose the spelling."""
    if is_set_apart(text, span):
        return True
    return lang == "en" and _OF_A_BODY.search(before(text, span)) is not None


def _is_known_to_differ(use: Use, other: Use) -> bool:
    """Whether two forms of an entry differ in spaces and marks alone: those the rule knows."""
    return name_key(use.text) == name_key(other.text) and any(
        match.span == use.span and _country(match) is not None
        for match in use.view.matches(types=(ConceptType.PLACE,), foreign=True)
    )


def _is_respelled(form: str, other: str) -> bool:
    """Whether two forms are one name in two spellings."""
    one, two = close_key(form), close_key(other)
    one, two = sound_key(one), sound_key(two)
    most = max(len(one), len(two)) // 3
    return one[:1] == two[:1] and edits(one, two, most=most) <= most


@lru_cache(maxsize=1 << 16)
def _territory(name: str, lang: str) -> str | None:
    return find_territory(name, lang=lang)
