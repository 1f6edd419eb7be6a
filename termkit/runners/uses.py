"""Which forms of which concepts a batch of rows has: counts that merge, and no document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from termkit.check.comparison import FormUse, form_uses, office_uses
from termkit.check.view import DocumentView
from termkit.errors import TermkitError
from termkit.formats.base import Metadata
from termkit.glossary.store import Glossary
from termkit.model.concept import Concept, ConceptType
from termkit.model.document import Document
from termkit.runners.batches import Batch
from termkit.runners.row import Row, document_of, faults_as_errors

KEYS = ("concept", "role", "source", "lang", "form", "month")
FIRST = ("path", "row", "document", "line", "column", "start", "date", "title", "held")
EARLIEST = tuple(f"early_{name}" for name in FIRST)
COLUMNS = (
    *(*KEYS, "number", "documents", "first_date", "last_date", "within"),
    *("order", *FIRST, "early_order", *EARLIEST),
)
"""Of a tally. ``order`` grows along the corpus: where it is least, the values of `FIRST` and
``within`` are taken from; those of `EARLIEST` from the earliest date, and there from the least
``early_order``."""

_FEW = 20  # unreadable rows that are named


class Key(NamedTuple):
    """What mentions are counted by; see `model.usage.FormCount`."""

    concept: str
    role: str
    source: str
    lang: str
    form: str
    month: str


@dataclass(slots=True)
class Uses:
    """What some rows have, by key, and how many documents there are by source and month."""

    tallies: list[tuple[str | int, ...]] = field(default_factory=list)
    documents: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[tuple[Row, TermkitError]] = field(default_factory=list)
    unreadable: int = 0
    size: int = 0
    share: float = 0.0

    def fail(self, row: Row, error: TermkitError) -> None:
        """Count a row that cannot be read, and keep the first ones."""
        self.unreadable += 1
        if len(self.errors) < _FEW:
            named = Row(row.path, row.number, row.id)  # without its text
            self.errors.append((named, error))


@dataclass(frozen=True, slots=True)
class FindingUses:
    """Finds the uses in a batch. Pickles.

    Attributes:
        glossary: The concepts.
        types: Only of these types; empty is all.
        fallback: What the user says of rows that say nothing.
    """

    glossary: Glossary
    types: tuple[ConceptType, ...] = ()
    fallback: Metadata = field(default_factory=Metadata)

    def __call__(self, batch: Batch) -> Uses:
        uses = Uses(share=batch.share)
        table: dict[Key, _Tally] = {}
        order = batch.number << 32
        for row in batch.rows:
            uses.size += row.size
            try:
                with faults_as_errors():
                    document = document_of(row, self.glossary, self.fallback)
                    found = list(self._mentions(document, row))
            except TermkitError as error:
                uses.fail(row, error)
                continue
            uses.documents[_source(document, row), _month(document)] += 1
            for key, use, office in found:
                table.setdefault(key, _Tally()).add(order, row, use, office)
                order += 1
        uses.tallies = [(*key, *tally.values()) for key, tally in table.items()]
        return uses

    def _mentions(
        self, document: Document, row: Row
    ) -> Iterator[tuple[Key, FormUse, tuple[str, str]]]:
        view = DocumentView(document, self.glossary)
        rest = _source(document, row), document.lang
        month = _month(document)
        for concept, use in form_uses(view):
            if self._wants(concept):
                yield Key(concept.id, "form", *rest, use.text, month), use, ("", "")
        for person, office in office_uses(view):
            if self._wants(person):
                held = "" if office.held is None else str(office.held).lower()
                key = Key(person.id, "office", *rest, office.use.text, month)
                yield key, office.use, (office.title, held)

    def _wants(self, concept: Concept) -> bool:
        return not self.types or concept.type in self.types


class _Tally:
    """How often a key was met in a batch, and where first: in the batch, and by date."""

    __slots__ = ("dates", "documents", "earliest", "first", "last", "number", "within")

    def __init__(self) -> None:
        self.number = self.documents = 0
        self.dates = "", ""
        self.within = ""
        self.first: tuple[str | int, ...] = ()
        self.earliest: tuple[str | int, ...] = ()
        self.last: Row | None = None

    def add(self, order: int, row: Row, use: FormUse, office: tuple[str, str]) -> None:
        self.number += 1
        self.documents += self.last is not row
        self.last = row
        if not self.first:
            self.within = use.within
        elif not use.within:
            self.within = ""
        date = use.first.date.isoformat() if use.first.date else ""
        if self.first and date in self.dates:
            return
        start = use.first.start
        place = (
            *(order, row.path, row.number, row.id),
            *(start.line, start.column, start.offset, date, *office),
        )
        first, last = self.dates
        self.first = self.first or place
        if date and (not first or date < first):
            self.earliest = place
            first = date
        self.dates = first, max(last, date)

    def values(self) -> tuple[str | int, ...]:
        """In the order of `COLUMNS`, behind the key."""
        earliest = self.earliest or self.first
        return self.number, self.documents, *self.dates, self.within, *self.first, *earliest


def _source(document: Document, row: Row) -> str:
    """The publisher; else the table, or the folder of a document that is a file of its own."""
    if document.source:
        return document.source
    return row.path if row.values is not None else PurePath(row.path).parent.as_posix()


def _month(document: Document) -> str:
    return document.date.isoformat()[:7] if document.date else ""
