"""The written form of a name that a house style asks for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from termkit.check.nearby import before, matches_near
from termkit.check.surroundings import (
    in_address,
    in_foreign_quotation,
    in_title_of_work,
    is_other_form,
)
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.names.forms import name_key, with_capitals_of
from termkit.names.parse import WORD
from termkit.names.written import has_marks

NAMED = (ConceptType.PERSON, ConceptType.PLACE)
# Head words of bodies that choose their own name, so that "of Vietnam" in it is theirs.
_BODIES = frozenset(
    (
        "academy", "airlines", "association", "bank", "brewery", "chamber", "club", "college",
        "company", "corporation", "federation", "foundation", "fund", "group", "institute",
        "league", "museum", "radio", "society", "television", "theatre", "union", "university",
        "voice",
    )
)  # fmt: skip
_SCHOOL = re.compile(r"(?:[Đđ]ại học|[Hh]ọc viện|(?<!bệnh )(?<!Bệnh )[Vv]iện) $")
_ENGLISH = (" of ", " in ", " the ", " for ", " and ", " to ", " from ", " with ")
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))


def house_name(view: DocumentView) -> str:
    """The name of the document's house style, for messages."""
    return view.profile.name if view.profile is not None else "no house"


def house_forms(view: DocumentView, concept: Concept) -> tuple[str, ...]:
    """How the document's house writes a person or place; empty when it is not known.

    A line about the concept decides; else the house's way with Vietnamese marks, for names
    that have them.
    """
    known = view.once(_forms_by_concept)
    if concept.id not in known:
        known[concept.id] = _house_forms(view, concept)
    return known[concept.id]


def _forms_by_concept(view: DocumentView) -> dict[str, tuple[str, ...]]:
    """The forms that were asked for, by concept: a report names a country over and over."""
    return {}


def _house_forms(view: DocumentView, concept: Concept) -> tuple[str, ...]:
    profile = view.profile
    if profile is None or not profile.complete:
        return ()
    lines = [line for line in profile.preferred.get(concept.id, ()) if line.fires]
    if lines:
        return tuple(line.value for line in lines)
    policy = profile.setting("diacritics")
    if policy is None or concept.claim:
        return ()
    forms = [
        designation.text for designation in concept.named(view.language) if designation.is_approved
    ]
    marked = [form for form in forms if has_marks(form)]
    keys = set(map(name_key, marked))
    if policy == "keep":
        return tuple(marked)
    return tuple(form for form in forms if not has_marks(form) and name_key(form) in keys)


def fitting_form(forms: tuple[str, ...], found: str) -> str | None:
    """The house form that is the same name as what was found; *Saigon* has none in *Hanoi*."""
    key = name_key(found)
    return next((form for form in forms if key and name_key(form) == key), None)


def other_house_form(view: DocumentView, match: Match) -> str | None:
    """The house's form of a name that stands in another form; ``None`` where it is the house's.

    Capitals alone are no matter of the house's form, nor is the place of a tone mark: *Hoà* and
    *Hòa* are a mix, which is rule O104's.
    """
    forms, found = house_forms(view, match.concept), match.text
    form = fitting_form(forms, found)
    if form is None or any(found == other or found == other.upper() for other in forms):
        return None
    if found.lower() == form.lower() and (found.isupper() or found.istitle()):
        return None
    if tone_key(found) == tone_key(form) or found == with_capitals_of(found, form):
        return None
    return form


def free_mentions(view: DocumentView, text: TextView) -> Iterator[Match]:
    """People and places whose form is the writer's choice, in order, one per place.

    Left out: names inside a proper name that is somebody else's (*Vietnam Airlines*), titles
    of works, glosses, addresses. A country inside an organisation of the glossary is left
    out here; `N101` looks at those itself.
    """
    end = 0
    for match in text.matches(types=NAMED, nested=True, foreign=True):
        if match.span.start < end:
            continue
        if match.nested_in is not None and outer_types(text, match) & {
            ConceptType.ORGANISATION,
            ConceptType.PERSON,
            ConceptType.PLACE,
        }:
            continue
        if not is_bound(text, match.span, person=match.concept.type is ConceptType.PERSON):
            end = match.span.end
            yield match


def outer_types(text: TextView, match: Match) -> set[ConceptType]:
    """Types of the designations that contain a nested match."""
    return {outer.concept.type for outer in outer_matches(text, match)}


def outer_matches(text: TextView, match: Match) -> list[Match]:
    """The designations that contain a match and are longer, longest first."""
    found = [
        other
        for other in matches_near(text, match.span)
        if other.span.contains(match.span) and other.span != match.span and not other.is_foreign
    ]
    return sorted(found, key=lambda other: -len(other.span))


def places_in_bodies(text: TextView) -> Iterator[Match]:
    """Places inside the name of an organisation of the glossary, in order."""
    for match in text.matches(types=(ConceptType.PLACE,), nested=True, foreign=True):
        bodies = bodies_around(text, match)
        if bodies and not is_quoted_name(text, bodies[0].span):
            yield match


def bodies_around(text: TextView, match: Match) -> list[Match]:
    """The organisations whose names contain a match, longest first."""
    return [
        outer
        for outer in outer_matches(text, match)
        if outer.concept.type is ConceptType.ORGANISATION
    ]


def may_be_written(view: DocumentView, text: TextView, match: Match, form: str) -> bool:
    """Whether a body around a place may be written with another form of the place.

    *Communist Party of Việt Nam* is known, *Việt Nam Airlines* is not. A name that the house
    itself writes stays as it is.
    """
    for body in bodies_around(text, match):
        name = body.designation.text
        own = view.profile.preferred.get(body.concept.id, ()) if view.profile else ()
        if all(line.value != name for line in own) and any(
            form in designation.text and name_key(designation.text) == name_key(name)
            for designation in body.concept.named(view.language)
        ):
            return True
    return False


def is_bound(text: TextView, span: Span, *, person: bool = False) -> bool:
    """Whether a name stands where its form is not the writer's choice.

    A capitalised word before a person is a title, *Governor Le Hoai Trung*.
    """
    return (
        is_quoted_name(text, span)
        or in_english_phrase(text, span)
        or _bound_after(text, span)
        or (not person and (follows_capital(text, span) or in_body_name(text, span)))
    )


def is_quoted_name(text: TextView, span: Span) -> bool:
    """Whether a name is in an address, a gloss, or the title of a work."""
    return (
        in_address(text.text, span)
        or is_other_form(text.text, span)
        or in_title_of_work(text.text, span)
        or (text.lang.startswith("vi") and in_foreign_quotation(text.text, span))
    )


def in_english_phrase(text: TextView, span: Span) -> bool:
    """Whether a Vietnamese text has the name in an English phrase: *State Bank of Vietnam*."""
    return text.lang.startswith("vi") and before(text.text, span).endswith(_ENGLISH)


def in_proper_name(text: TextView, span: Span) -> bool:
    """Whether a place name is part of a longer name: *Vietnam Airlines*, *Samsung Vietnam*.

    A title or person after it (*Vietnam President Luong Cuong*), a weekday, or a word that
    is capital because it begins the sentence does not make a longer name.
    """
    if not span.slice(text.text).isascii() and text.lang.startswith("zh"):
        return False
    return follows_capital(text, span) or _bound_after(text, span)


def _bound_after(text: TextView, span: Span) -> bool:
    after = text.text[span.end : span.end + 2]
    if after[:1] == "+" or (after[:1] == "." and after[1:2].isalpha()):
        return True
    word = WORD.match(text.text, span.end + 1) if after[:1] == " " else None
    if word is None or not word[0][0].isupper() or word[0] in _CALENDAR:
        return False
    if span.slice(text.text).isupper():
        return False  # capitals throughout: a headline says nothing about names
    if word[0] in _KINDS and not re.match(r" [A-ZĐ]", text.text[word.end() : word.end() + 2]):
        return False  # Nghe An Province, and not Nghe An Province Newspaper
    if any(
        match.span.contains(span) and match.span.end >= word.end() and match.span != span
        for match in matches_near(text, span)
    ):
        return False  # China-Viet Nam Year of People-to-People Exchanges: a name we know
    return not any(
        match.span.start == word.start() and match.concept.type in _FOLLOWERS
        for match in matches_near(text, span, 1)
    )


_KINDS = frozenset(("Province", "City", "Municipality", "District", "Commune"))
_FOLLOWERS = (ConceptType.TITLE, ConceptType.PERSON, ConceptType.TERM, ConceptType.ORGANISATION)


def follows_capital(text: TextView, span: Span) -> bool:
    """Whether a capitalised word before makes a longer name: *Samsung Vietnam*."""
    words_before = before(text.text, span)
    if span.slice(text.text).isupper():
        return False
    words = list(WORD.finditer(words_before))
    if not words:
        return False
    last = words[-1]
    gap = len(words_before) - last.end()
    if words_before.endswith(" ") and gap == 1 and last[0][0].isupper():
        start = span.start - 1 - len(last[0])
        if text.starts_sentence(Span(start, start)) or text.is_heading:
            return last[0].lower() in ("air", "miss", "radio", "south", "north")
        return not any(
            match.span.end == span.start - 1 and match.concept.type is not ConceptType.TERM
            for match in matches_near(text, span, 1)
        )
    return False


def in_school_name(text: TextView, span: Span) -> bool:
    """Whether a school has the name for its own: *Đại học Thanh Hoa* is Tsinghua, no province's."""
    return _SCHOOL.search(before(text.text, span)) is not None


def in_body_name(text: TextView, span: Span) -> bool:
    """Whether a body's own name ends with the place: *Foreign Trade Bank of Vietnam*."""
    words_before = before(text.text, span)
    words = list(WORD.finditer(words_before))
    if (
        len(words) < 2
        or words[-1][0] not in ("of", "for", "in")
        or words[-1].end() + 1 != len(words_before)
    ):
        return False
    run = []
    for word in reversed(words[:-1]):
        if not (word[0][0].isupper() or word[0] in ("of", "and", "for", "the", "in")):
            break
        run.append(word[0])
    return any(word[0].isupper() and word.lower() in _BODIES for word in run)
