"""The same concepts across sources, side by side: which forms, how often, where first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termkit.check.nearby import matches_near
from termkit.check.offices import Office, find_offices, held, offices
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.model.concept import Concept, ConceptType
from termkit.model.document import Document
from termkit.model.span import Position, Span


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form stands in a file, its end exclusive."""

    path: str
    text: str
    start: Position
    end: Position
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class FormUse:
    """How one source writes one form of a concept.

    Attributes:
        source: Publisher; the path of a document without one.
        lang: Of the documents.
        text: The form as written.
        number: How often.
        places: The first place in each document that has it, in the order of the documents.
        within: The longer name that every one of these stands in; empty for a form that
            also stands by itself.
    """

    source: str
    lang: str
    text: str
    number: int
    places: tuple[FormPlace, ...]
    within: str = ""

    @property
    def first(self) -> FormPlace:
        return self.places[0]

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """The earliest and the latest date of its documents; empty when none is known."""
        known = [place.date for place in self.places if place.date is not None]
        return (min(known), max(known)) if known else ()


@dataclass(frozen=True, slots=True)
class OfficeUse:
    """An office that a source gives to a person.

    Attributes:
        use: The office as written, with its first place.
        title: Id of the office's concept.
        held: Whether the glossary says the person held it on that date; ``None`` when it
            does not say.
    """

    use: FormUse
    title: str
    held: bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """One concept, with all forms of all sources."""

    concept: Concept
    forms: tuple[FormUse, ...]
    offices: tuple[OfficeUse, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(use.source for use in self.forms))

    @property
    def is_shared(self) -> bool:
        """Whether there is something to compare: two sources, or two forms."""
        return len(self.sources) > 1 or len({use.text for use in self.forms}) > 1


def compare_documents(
    views: Iterable[DocumentView],
    *,
    types: tuple[ConceptType, ...] = (),
    everything: bool = False,
) -> tuple[Row, ...]:
    """Rows in the order of concept type and id.

    Args:
        views: The documents, in the order that decides which place is the first.
        types: Only concepts of these types; empty is all.
        everything: Also concepts with one form in one source.
    """
    uses: dict[str, dict[tuple[str, str, str], FormUse]] = {}
    given: dict[str, dict[tuple[str, str, str], OfficeUse]] = {}
    concepts: dict[str, Concept] = {}
    for view in views:
        for concept, use in form_uses(view):
            concepts[concept.id] = concept
            _add(uses.setdefault(concept.id, {}), use)
        for person, office in office_uses(view):
            concepts[person.id] = person
            _add_office(given.setdefault(person.id, {}), office)
    rows = (
        Row(
            concept,
            tuple(sorted(uses.get(concept.id, {}).values(), key=_by_source)),
            tuple(sorted(given.get(concept.id, {}).values(), key=lambda o: _by_date(o.use))),
        )
        for concept in concepts.values()
        if not types or concept.type in types
    )
    kept = (row for row in rows if everything or row.is_shared or _differ(row.offices))
    return tuple(sorted(kept, key=lambda row: (row.concept.type, row.concept.id)))


def form_uses(view: DocumentView) -> Iterator[tuple[Concept, FormUse]]:
    """Every mention of a concept in one document, each with a count of one, in text order."""
    for text in view.texts:
        for match in text.matches(nested=True, foreign=True):
            name = match.concept.type in (ConceptType.PLACE, ConceptType.PERSON)
            # China in Communist Party of China is no mention of the country.
            if (match.nested_in is not None and name) or is_kind_of(text, match):
                continue
            within = "" if match.nested_in is None else match.nested_in.slice(text.text)
            yield match.concept, _use(view, text, match.span, within)


def office_uses(view: DocumentView) -> Iterator[tuple[Concept, OfficeUse]]:
    """Every office that one document gives to a person, each with a count of one."""
    for office in surely_given(find_offices(view)):
        title = office.title.concept.id
        use = _use(view, office.text, office.title.span)
        yield office.person, OfficeUse(use, title, _held(office.person, title, view.date))


def surely_given(found: Iterable[Office]) -> Iterator[Office]:
    """Offices without a comma before the name: *of acting minister, He also said* gives none."""
    for office in found:
        between = office.text.text[office.title.span.end : office.name.start]
        if "," not in between:
            yield office


def is_kind_of(text: TextView, match: Match) -> bool:
    """Whether a body's name is only the head of another body's name.

    *Chinese | Ministry of Foreign Affairs*, *Political Bureau | of the CPC Central Committee*,
    *Bộ Ngoại giao | Trung Quốc*, 中国|外交部: the rest says which body it is, so the shorter name
    names nothing here. *Communist Party of Vietnam | Central Committee* does name the party.
    """
    outer, span = match.nested_in, match.span
    organisation = ConceptType.ORGANISATION
    if outer is None or match.concept.type is not organisation:
        return False
    if not any(
        other.span == outer and other.concept.type is organisation
        for other in matches_near(text, outer)
    ):
        return False
    if text.lang.startswith("vi"):
        return outer.start == span.start
    followed = text.text.startswith((" of ", " for ", " on "), span.end)
    return outer.end == span.end or (
        outer.start == span.start and followed and text.lang.startswith("en")
    )


def _use(view: DocumentView, text: TextView, span: Span, within: str = "") -> FormUse:
    document: Document = view.document
    original = text.normalised.to_original(span)
    place = FormPlace(
        document.path,
        original.slice(text.original),
        document.position(text.segment, original.start),
        document.position(text.segment, original.end, end=True),
        document.date,
    )
    source = document.source or document.path
    return FormUse(source, document.lang, span.slice(text.text), 1, (place,), within)


def _add(table: dict[tuple[str, str, str], FormUse], use: FormUse) -> None:
    key = (use.source, use.lang, use.text)
    seen = table.get(key)
    if seen is None:
        table[key] = use
        return
    # Documents come one after the other, so only the last place can be of the same one.
    new = () if seen.places[-1].path == use.first.path else use.places
    table[key] = replace(
        seen,
        number=seen.number + 1,
        places=seen.places + new,
        within=seen.within if use.within else "",
    )


def _add_office(table: dict[tuple[str, str, str], OfficeUse], office: OfficeUse) -> None:
    use = office.use
    key = (use.source, use.lang, use.text)
    seen = table.get(key)
    if seen is None:
        table[key] = office
        return
    both: dict[tuple[str, str, str], FormUse] = {key: seen.use}
    _add(both, use)
    table[key] = replace(seen, use=both[key])


def _held(person: Concept, title: str, date: datetime.date | None) -> bool | None:
    """What the glossary says of an office on a date; after the last confirmation, nothing."""
    relations = [relation for relation in offices(person) if relation.target == title]
    if date is None or not relations:
        return None
    if not held(person, title, date):
        return False
    ends = [relation.valid_until or relation.confirmed for relation in relations]
    return True if any(end is not None and date <= end.last for end in ends) else None


def _differ(offices: tuple[OfficeUse, ...]) -> bool:
    return len({office.use.text for office in offices}) > 1


def _by_source(use: FormUse) -> tuple[str, str, int, str]:
    return use.source, use.lang, -use.number, use.text


def _by_date(use: FormUse) -> tuple[str, str, str, int]:
    first = use.first
    return (
        first.date.isoformat() if first.date else "",
        use.source,
        first.path,
        first.start.offset,
    )


def concept_title(concept: Concept) -> str:
    """A concept's English name, else its first, for people who do not know ids."""
    preferred = concept.preferred("en") or next(iter(concept.designations), None)
    return concept.id if preferred is None else preferred.text
