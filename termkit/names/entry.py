"""The entries of an index of names: who or what they are, and every form they are known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from termkit.model.concept import AdminStatus, Concept, ConceptType, Form
from termkit.names.read import MOST_CHARACTERS

Row = Sequence[str]


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entry as its source writes it.

    Attributes:
        text: As written.
        lang: BCP 47 tag, or the empty text when the source does not say.
        short: It stands alone on second mention, against the custom of its bearer perhaps.
        wrong: It is deprecated: found where it stands, but it shows nothing of the bearer.
    """

    text: str
    lang: str = ""
    short: bool = False
    wrong: bool = False


@dataclass(slots=True)
class NameEntry:
    """One person, place or organisation.

    Attributes:
        id: Of the concept, or the roster's own.
        kind: What bears the name.
        forms: All names, in the order given.
    """

    id: str
    kind: NameKind = NameKind.UNKNOWN
    forms: list[NameForm] = field(default_factory=list)

    @property
    def names(self) -> list[NameForm]:
        """Its forms but for those that are too long to be a name."""
        return [form for form in self.forms if len(form.text) <= MOST_CHARACTERS]


_KINDS = {
    ConceptType.PERSON: NameKind.PERSON,
    ConceptType.PLACE: NameKind.PLACE,
    ConceptType.ORGANISATION: NameKind.ORGANISATION,
}
_SHORT = frozenset({"short", "alias"})


def entries_of_concepts(concepts: Iterable[Concept]) -> Iterator[NameEntry]:
    """People, places and organisations of a glossary; other concepts have no names."""
    for concept in concepts:
        kind = _KINDS.get(concept.type)
        if kind is None:
            continue
        yield NameEntry(
            concept.id,
            kind,
            [
                NameForm(
                    designation.text,
                    designation.lang,
                    kind is NameKind.PERSON and designation.form is Form.SHORT,
                    designation.status is AdminStatus.DEPRECATED,
                )
                for designation in concept.designations
            ],
        )


def entries_of_rows(rows: Iterable[Row]) -> Iterator[NameEntry]:
    """Rows of id, name and perhaps language and kind; rows of one id are forms of one entry.

    A kind of ``short`` marks a name that stands alone on second mention.

    >>> rows = [("p1", "Tô Lâm", "vi", "person"), ("p1", "苏", "zh", "short"), ("h", "Hà Nội")]
    >>> [(entry.id, str(entry.kind), len(entry.forms)) for entry in entries_of_rows(rows)]
    [('p1', 'person', 2), ('h', '', 1)]

    Raises:
        ValueError: A row has fewer than two columns, or a kind that is not known.
    """
    found: dict[str, NameEntry] = {}
    for row in rows:
        if len(row) < 2:
            raise ValueError(f"a row needs an id and a name: {row!r}")
        ident, text = str(row[0]), str(row[1])
        lang = (row[2] or "") if len(row) > 2 else ""
        kind = (row[3] or "").strip().lower() if len(row) > 3 else ""
        entry = found.setdefault(ident, NameEntry(ident))
        short = kind in _SHORT
        if kind and not short:
            entry.kind = read_kind(kind)
        entry.forms.append(NameForm(text, lang, short))
    yield from found.values()


def read_kind(text: str) -> NameKind:
    """The kind a roster names.

    >>> read_kind("per"), read_kind("Organization")
    (<NameKind.PERSON: 'person'>, <NameKind.ORGANISATION: 'organisation'>)

    Raises:
        ValueError: It is not known.
    """
    word = text.strip().lower()
    for start, kind in (
        ("per", NameKind.PERSON),
        ("pla", NameKind.PLACE),
        ("loc", NameKind.PLACE),
        ("gpe", NameKind.PLACE),
        ("org", NameKind.ORGANISATION),
    ):
        if word.startswith(start):
            return kind
    if not word:
        return NameKind.UNKNOWN
    raise ValueError(f"kind {text!r} is not known: person, place, organisation or short")
