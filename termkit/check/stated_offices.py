"""Offices that one document gives to one person, and that exclude each other."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.first_called import Named, find_named
from termkit.check.mentions import names_of
from termkit.check.nearby import matches_near
from termkit.check.office_kinds import exclude_each_other, find_office, title_before
from termkit.check.offices import people_in, speaks_of_another_time
from termkit.check.short_titles import FREE
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.text.fold import fold

_JOINT = re.compile(r"(?:,? and |, | và | kiêm | cum |兼|、|，)(?:the )?$")


@dataclass(frozen=True, slots=True)
class Stated:
    """A text gives an office to somebody.

    Attributes:
        text: Where.
        kind: Of office (`check.office_kinds`).
        title_span: The title.
        name: Span of the name.
        person: What identifies the bearer in the document.
    """

    text: TextView
    kind: str
    title_span: Span
    name: Span
    person: str

    @property
    def order(self) -> tuple[int, int]:
        return self.text.index, self.title_span.start

    @property
    def title(self) -> str:
        return self.title_span.slice(self.text.text)


@dataclass(frozen=True, slots=True)
class KindClaim:
    """A text gives an office to somebody whom the glossary knows, by what the words mean.

    The glossary need not have the office (`check.offices.Claim`).
    """

    text: TextView
    person: Concept
    title_span: Span
    name: Span

    @property
    def ids(self) -> tuple[str, ...]:
        """Of offices of the glossary: `check.offices.find_offices` asks for those."""
        return ()


def find_kind_claims(view: DocumentView) -> Iterator[KindClaim]:
    """Titles right before the names of people whom the glossary knows."""
    for text in view.texts:
        for person, name in people_in(view, text):
            title = title_before(text.text, name, view.language)
            if title is None or in_quotation(text.text, name):
                continue
            if view.language != "en" or FREE.search(title.preceding):
                yield KindClaim(text, person, title.span, name)


def find_contradictions(view: DocumentView) -> Iterator[tuple[Stated, Stated]]:
    """The odder of two offices that exclude each other, and one place of the other."""
    by_person: dict[str, list[Stated]] = defaultdict(list)
    joined: dict[str, set[str]] = defaultdict(set)
    for stated, beside in _find_stated(view):
        by_person[stated.person].append(stated)
        if beside is not None:
            joined[stated.person].update((beside, stated.kind))
    for person, places in by_person.items():
        numbers = Counter(stated.kind for stated in places)
        first = {stated.kind: stated for stated in reversed(places)}
        for stated in places:
            rivals = [
                kind
                for kind in numbers
                if exclude_each_other(kind, stated.kind)
                and not {kind, stated.kind} <= joined[person]
            ]
            usual = max(
                rivals, key=lambda kind: (numbers[kind], first[stated.kind].order), default=None
            )
            if usual is None:
                continue
            later = first[usual].order < first[stated.kind].order
            if (numbers[usual], later) > (numbers[stated.kind], False):
                yield stated, first[usual]


def _find_stated(view: DocumentView) -> Iterator[tuple[Stated, str | None]]:
    """Every office before a name, with the kind of one that is joined to it before."""
    lang, day = view.language, view.date or datetime.date.min
    for text, name, person in _people(view):
        title = title_before(text.text, name, lang)
        if title is None:
            continue
        stated = Stated(text, title.kind, title.span, name, person)
        if in_quotation(text.text, name) or speaks_of_another_time(stated, day):
            continue
        joint = _JOINT.search(title.preceding)
        beside = (
            find_office(title.preceding[: joint.start()] + ("" if lang == "zh" else " "), lang)
            if joint
            else None
        )
        yield stated, beside[0] if beside else None


def _people(view: DocumentView) -> Iterator[tuple[TextView, Span, str]]:
    """Names in running text and who bears them: one word stands for the one whole name it ends."""
    if view.language == "zh":
        for mention in names_of(view).known:
            yield view.texts[mention.unit], mention.span, mention.key
        return
    named = [each for each in view.once(find_named) if not _is_body(each)]
    wholes: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in named:
        if len(each.words) > 1:
            for part in {each.parts[0], each.parts[-1]}:
                wholes[part].add(each.parts)
    for each in named:
        bearers = wholes.get(each.parts[0], set()) if len(each.words) == 1 else {each.parts}
        if len(bearers) == 1:
            yield each.text, each.span, fold(" ".join(next(iter(bearers))))


def _is_body(named: Named) -> bool:
    """Whether what stands behind a title is the body it is of: *Thứ trưởng Bộ Công an*."""
    return any(
        match.concept.type in (ConceptType.ORGANISATION, ConceptType.TITLE)
        and match.span.end > named.span.end
        and match.span.contains(named.words[-1])
        for match in matches_near(named.text, named.span)
    )
