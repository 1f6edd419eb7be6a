"""One concept as an entry of TBX, whatever its version, dialect and style.

ISO 30042 separates the core (entries, language sections, term sections, notes) from the data
categories of a dialect. `Vocabulary` says how both are written; reading knows all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptOptions
from termkit.formats.tags import language_tag
from termkit.formats.xml_nodes import Node
from termkit.formats.xml_write import Element, slug_of, xml_id
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Form

CORE_LOSES = (
    *("type", "subject_field", "definition", "relations", "review", "confidence", "claim"),
    "untranslated",
    *("valid_from", "valid_until", "sources"),
    *("designation.kind", "designation.status", "designation.review", "designation.form"),
    *("designation.toponym", "designation.conversion", "designation.valid_from"),
    *("designation.valid_until", "designation.deprecated_by", "designation.sources"),
)
"""What a dialect without data categories cannot carry."""

CATEGORIES = {
    "core": frozenset[str](),
    "min": frozenset({"subjectField", "administrativeStatus"}),
    "basic": frozenset(
        {"subjectField", "administrativeStatus", "definition", "source", "termType"}
    ),
}
CATEGORIES["linguist"] = CATEGORIES["basic"]  # what it has besides, a glossary has not
"""Dialect to the data categories that a glossary has something for."""

_CARRY = {
    "subjectField": ("subject_field",),
    "administrativeStatus": ("designation.status",),
    "definition": ("definition",),
    "source": ("sources", "designation.sources"),
    "termType": ("designation.form",),
}
_FORMS = {
    Form.FULL: "fullForm",
    Form.SHORT: "shortForm",
    Form.ABBREVIATION: "abbreviation",
    Form.ACRONYM: "acronym",
    Form.VARIANT: "variant",
}
_FORM_OF = {name: form for form, name in _FORMS.items()}
_STATUS_OF = {
    **{f"{status.value}Term-admn-sts": status for status in AdminStatus},
    **{f"{status.value}Term": status for status in AdminStatus},
    **{status.value: status for status in AdminStatus},
    # What standards bodies and laws prescribe, and the display words of TBX-Basic.
    **dict.fromkeys(
        ("standardizedTerm-admn-sts", "legalTerm-admn-sts", "regulatedTerm-admn-sts"),
        AdminStatus.PREFERRED,
    ),
    "notRecommended": AdminStatus.DEPRECATED,
    "obsolete": AdminStatus.SUPERSEDED,
}
_STATUS_NAMES = ("administrativeStatus", "usageStatus", "normativeAuthorization", "termStatus")


def dialect_loses(dialect: str) -> tuple[str, ...]:
    """Fields that a dialect cannot carry.

    >>> "designation.status" in dialect_loses("core"), "designation.status" in dialect_loses("min")
    (True, False)
    """
    carried = {path for name in CATEGORIES[dialect] for path in _CARRY[name]}
    return tuple(path for path in CORE_LOSES if path not in carried)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How the parts of an entry are written.

    Attributes:
        entry, section, term_section: Names of the elements of the core.
        categories: Data categories there are: `CATEGORIES` of a dialect.
        category: Core element (``admin``) and data category to the name and the attributes of
            the element that is written.
    """

    entry: str
    section: str
    term_section: str
    categories: frozenset[str]
    category: Callable[[str, str], tuple[str, dict[str, str]]]


def as_attribute(kind: str, name: str) -> tuple[str, dict[str, str]]:
    """A data category in style DCA, and in TBX 2: ``<descrip type="definition">``."""
    return kind, {"type": name}


def make_entry(concept: Concept, words: Vocabulary) -> Element:
    """The element of a concept; empty fields are left out, the status never is."""

    def add(parent: Element, kind: str, name: str, text: str) -> None:
        if name in words.categories and text:
            parent.add(*words.category(kind, name), text)

    def add_note(parent: Element, text: str) -> None:
        if text:
            parent.add("note", text=text)

    entry = Element(words.entry, {"id": xml_id(concept.id)})
    add(entry, "descrip", "subjectField", concept.subject_field)
    add(entry, "descrip", "definition", concept.definition)
    for source in concept.sources:
        add(entry, "admin", "source", source)
    add_note(entry, concept.note)
    for lang in dict.fromkeys(d.lang for d in concept.designations):
        section = entry.add(words.section, {"xml:lang": lang})
        for designation in concept.named(lang):
            part = section.add(words.term_section)
            part.add("term", text=designation.text)
            status = f"{designation.status.value}Term-admn-sts"
            add(part, "termNote", "administrativeStatus", status)
            if designation.form is not Form.FULL:
                add(part, "termNote", "termType", _FORMS[designation.form])
            for source in designation.sources:
                add(part, "admin", "source", source)
            add_note(part, designation.note)
    return entry


class EntryReader:
    """Entries to concepts.

    Args:
        path: For messages.
        options: Told what is left out.
        verbatim: Text is taken as it stands; otherwise white space in it is layout.
    """

    def __init__(self, path: str, options: ConceptOptions, *, verbatim: bool) -> None:
        self._path = path
        self._leave_out = options.left_out
        self._verbatim = verbatim

    def concept(self, entry: Node) -> Concept | None:
        """The concept of an entry; ``None`` when it names nothing.

        Raises:
            UnreadableDocumentError: A status nobody knows.
        """
        own: dict[str, list[str]] = {}
        named: dict[tuple[str, str], Designation] = {}
        tags: set[str] = set()
        for node in entry.children:
            if node.name not in ("langSec", "langSet"):
                self._note_down(node, own, ("subjectField", "definition", "source", "note"))
                continue
            # The schemas let both pass: a language with two sections, and a term twice in one.
            tag = node.attributes.get("lang", "").lower()
            if tag in tags:
                self._leave_out("the border between two sections of one language")
            tags.add(tag)
            for designation in self._designations(node, own):
                key = (designation.lang, designation.text)
                if key in named:
                    self._leave_out("a term that stands twice")
                named.setdefault(key, designation)
        if not named:
            self._leave_out("an entry without a term")
            return None
        definition, *others = own.get("definition", [""])
        for _ in others:
            self._leave_out("a further definition")
        return Concept(
            id=slug_of(entry.attributes.get("id", "")),
            type=ConceptType.TERM,
            subject_field="; ".join(own.get("subjectField", ())),
            designations=tuple(named.values()),
            definition=definition,
            sources=tuple(own.get("source", ())),
            note="\n".join(own.get("note", ())),
        )

    def _designations(self, section: Node, own: dict[str, list[str]]) -> Iterator[Designation]:
        try:
            lang = language_tag(section.attributes.get("lang", ""))
        except ValueError:
            self._leave_out(f"a section in language {section.attributes.get('lang', '')!r}")
            return
        for node in section.children:
            if node.name in ("termSec", "tig", "ntig"):
                yield from self._designation(node, lang)
            else:
                self._note_down(node, own, ("definition", "note"))

    def _designation(self, part: Node, lang: str) -> Iterator[Designation]:
        group = part.child("termGrp")
        term = (group or part).child("term")
        text = "" if term is None else self._text(term, one_line=True)
        if not text.strip():
            self._leave_out("an empty term")
            return
        said: dict[str, list[str]] = {}
        for node in chain(() if group is None else group.children, part.children):
            if node is not term and node is not group:
                known = (*_STATUS_NAMES, "termType", "source", "note")
                self._note_down(node, said, known)
        form = said.get("termType", ["fullForm"])[0]
        if form not in _FORM_OF:
            self._leave_out(f"termType {form}")
        statuses = [said[name][0] for name in _STATUS_NAMES if name in said]
        said_status = statuses[0] if statuses else "preferred"
        if said_status not in _STATUS_OF:
            raise UnreadableDocumentError(
                f"the status {said_status!r} is not known", path=self._path, line=part.line
            )
        yield Designation(
            lang,
            text,
            status=_STATUS_OF[said_status],
            form=_FORM_OF.get(form, Form.FULL),
            sources=tuple(said.get("source", ())),
            note="\n".join(said.get("note", ())),
        )

    def _note_down(self, node: Node, said: dict[str, list[str]], known: tuple[str, ...]) -> None:
        """Keep what a data category says, under its name; tell what is left out."""
        if node.name.endswith("Grp"):
            for number, child in enumerate(node.children):
                if number == 0:
                    self._note_down(child, said, known)
                elif node.name != "transacGrp":
                    self._leave_out(f"{_category(child)} in a {node.name}")
            return
        name = _category(node)
        text = self._text(node)
        if name not in known:
            self._leave_out(name)
        elif text:
            said.setdefault(name, []).append(text)

    def _text(self, node: Node, *, one_line: bool = False) -> str:
        text = node.text
        if self._verbatim:
            return text
        return " ".join(text.split()) if one_line else _unwrapped(text)


def _category(node: Node) -> str:
    """Name of a data category: of its ``type`` (DCA), or of its element (DCT)."""
    return node.attributes.get("type") or node.name


def _unwrapped(text: str) -> str:
    """Paragraphs of a text that was wrapped and indented for the eye."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
