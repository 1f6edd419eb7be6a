"""How often a form of a concept is written, by source and month, and what overtook what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormCount:
    """One form of a concept in the documents of one source, in one month or in all.

    Attributes:
        concept: Id.
        role: ``form`` for a name of the concept, ``office`` for an office given to a person.
        source: Publisher; the table or folder of documents that name none.
        lang: Of the documents.
        form: As written.
        month: ``2025-09``; empty for documents without a date, and where months are summed.
        number: How often.
        documents: In how many.
        path, row, document, line, column, start: Where it stands first, in the order of the
            corpus; ``row`` is 1 for a file of its own, ``start`` a code point of the document.
        date: Of the document where it stands first; empty when unknown.
        first_date, last_date: Of its documents; empty when none is known.
        within: The longer name that every one of these stands in; empty for a form that also
            stands by itself.
        title: Id of the office's concept; empty for a form.
        held: ``true`` or ``false``, whether the glossary says that the person held the office
            then; empty when it does not say.
    """

    concept: str
    role: str
    source: str
    lang: str
    form: str
    month: str
    number: int
    documents: int
    path: str
    row: int
    document: str
    line: int
    column: int
    start: int
    date: str
    first_date: str
    last_date: str
    within: str
    title: str
    held: str


@dataclass(frozen=True, slots=True)
class Shift:
    """One form overtakes another.

    Attributes:
        source: Publisher; empty for all together.
        lang: Of the documents.
        month: The first month of the new lead.
        old, new: The form that led before, and the one that leads from then on.
        before: Documents with the old and with the new form, since the last shift.
        after: The same, up to the next shift.
    """

    source: str
    lang: str
    month: str
    old: str
    new: str
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """A concept in a corpus.

    Attributes:
        concept: Id.
        type: Of the concept.
        name: For people: its English name, else its first.
        counts: Of its forms.
        shifts: In the order of months.
    """

    concept: str
    type: str
    name: str
    counts: tuple[FormCount, ...]
    shifts: tuple[Shift, ...] = ()
