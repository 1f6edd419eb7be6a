"""MultiTerm XML: the ``mtf`` that MultiTerm exports (UTF-16LE with BOM, CRLF).

Its published schema rejects real exports, so the structure here is that of real ones. A field
is a ``descrip`` of any name; which names there are is up to the definition of a termbase.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format
from termkit.formats.rows import CONCEPT_FIELDS, DESIGNATION_FIELDS, assemble, spoken
from termkit.formats.tags import language_tag
from termkit.formats.xml_nodes import Node, read_nodes
from termkit.formats.xml_write import Element, render, spellable
from termkit.model.concept import Concept

_LANGUAGES = {
    "vi": ("VI", "Vietnamese"),
    "en": ("EN", "English"),
    "zh": ("ZH", "Chinese"),
    "zh-Hans": ("ZH-CN", "Chinese (Simplified)"),
    "zh-Hant": ("ZH-TW", "Chinese (Traditional)"),
}
"""Those that MultiTerm sorts by; it has none for chữ Nôm or pinyin."""

_CONCEPT_LABELS = {
    "concept_id": "Concept ID",
    "type": "Concept type",
    "subject_field": "Subject",
    "definition": "Definition",
    "confidence": "Confidence",
    "sources": "Source",
    "concept_valid_from": "Valid from",
    "concept_valid_until": "Valid until",
    "concept_note": "Note",
}
_TERM_LABELS = {
    "kind": "Designation kind",
    "status": "Status",
    "form": "Term type",
    "toponym": "Toponym",
    "conversion": "Conversion",
    "valid_from": "Valid from",
    "valid_until": "Valid until",
    "designation_sources": "Source",
    "note": "Note",
}
# How definitions of termbases call the same, small letters and no spaces.
_SYNONYMS = {"subjectfield": "subject", "domain": "subject", "termstatus": "status"}
_STATUSES = {
    **dict.fromkeys(("approved", "standard", "standardized"), "preferred"),
    "allowed": "admitted",
    **dict.fromkeys(("forbidden", "notrecommended", "donotuse"), "deprecated"),
    "obsolete": "superseded",
}
_KNOWN_STATUSES = ("preferred", "admitted", "deprecated", "superseded")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One ``conceptGrp`` a concept, numbered, written as it comes.

    Raises:
        FormatLimitError: A character that XML cannot hold.
    """
    out.write(codecs.BOM_UTF16_LE)
    text = io.TextIOWrapper(out, encoding="utf-16-le", newline="\r\n")
    try:
        text.write("<?xml version='1.0' encoding='UTF-16' ?>\n<mtf>\n")
        for number, concept in enumerate(spellable(concepts), start=1):
            text.write(render(_group(concept, number)))
        text.write("</mtf>\n")
    finally:
        text.flush()
        text.detach()


def _group(concept: Concept, number: int) -> Element:
    group = Element("conceptGrp")
    group.add("concept", text=str(number))
    _describe(group, spoken(concept, CONCEPT_FIELDS), _CONCEPT_LABELS)
    for lang in dict.fromkeys(d.lang for d in concept.designations):
        section = group.add("languageGrp")
        code, name = _LANGUAGES[lang]
        section.add("language", {"type": name, "lang": code})
        for designation in concept.named(lang):
            term = section.add("termGrp")
            term.add("term", text=designation.text)
            cells = {"status": designation.status.value} | spoken(designation, DESIGNATION_FIELDS)
            _describe(term, cells, _TERM_LABELS)
    return group


def _describe(group: Element, cells: dict[str, str], labels: dict[str, str]) -> None:
    for column, label in labels.items():
        if column in cells:
            group.add("descripGrp").add("descrip", {"type": label}, cells[column])


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of an export; fields a glossary has nothing for are told.

    Raises:
        UnreadableDocumentError: Not MultiTerm XML, damaged, or a status nobody knows.
    """
    for node in read_nodes(file, path, "mtf", {"conceptGrp"}):
        concept = _Reader(node, path, options).concept()
        if concept is not None:
            yield concept


class _Reader:
    """One entry on its way to a concept."""

    def __init__(self, node: Node, path: str, options: ConceptOptions) -> None:
        self._node = node
        self._path = path
        self._leave_out = options.left_out
        types = (d.attributes.get("type") for d in _descriptions(node))
        # Only then are line breaks and spaces meant as they stand.
        self._is_ours = _CONCEPT_LABELS["concept_id"] in types

    def concept(self) -> Concept | None:
        own = self._cells(self._node, _CONCEPT_LABELS)
        designations = []
        for section in self._node.children:
            if section.name == "languageGrp":
                further = self._cells(section, _CONCEPT_LABELS)
                if "definition" in own and "definition" in further:
                    self._leave_out("a further definition")
                own = further | own
                designations += list(self._designations(section))
        if not designations:
            self._leave_out("an entry without a term")
            return None
        return assemble(own.pop("concept_id", ""), own, designations, self._path)

    def _designations(self, section: Node) -> Iterator[tuple[int, dict[str, str]]]:
        language = section.child("language")
        code = "" if language is None else language.attributes.get("lang", "")
        try:
            lang = language_tag(code)
        except ValueError:
            self._leave_out(f"a section in language {code!r}")
            return
        seen = set()
        for node in section.children:
            if node.name != "termGrp":
                continue
            term = node.child("term")
            text = "" if term is None else self._text(term)
            if not text.strip():
                self._leave_out("an empty term")
            elif text in seen:
                self._leave_out("a term that stands twice")
            else:
                seen.add(text)
                cells = self._cells(node, _TERM_LABELS)
                yield node.line, {"lang": lang, "text": text} | cells

    def _cells(self, group: Node, labels: dict[str, str]) -> dict[str, str]:
        known = {_plain(label): column for column, label in labels.items()}
        found: dict[str, str] = {}
        for description in _descriptions(group):
            kind = description.attributes.get("type", "")
            column = known.get(_SYNONYMS.get(_plain(kind), _plain(kind)))
            text = self._text(description)
            if column == "status":
                text = self._status(text, description)
            if column is None or column in found:
                self._leave_out(kind or "a description without a type")
            elif text:
                found[column] = text
        return found

    def _status(self, text: str, node: Node) -> str:
        word = _STATUSES.get(_plain(text), _plain(text))
        if word not in _KNOWN_STATUSES:
            raise UnreadableDocumentError(
                f"the status {text!r} is not known", path=self._path, line=node.line
            )
        return word

    def _text(self, node: Node) -> str:
        return node.text if self._is_ours else " ".join(node.text.split())


def _descriptions(group: Node) -> Iterator[Node]:
    for node in group.children:
        if node.name == "descripGrp":
            yield from (child for child in node.children if child.name == "descrip")


def _plain(label: str) -> str:
    """A label as people vary it.

    >>> _plain("Subject Field"), _plain("term_type")
    ('subjectfield', 'termtype')
    """
    return "".join(c for c in label.lower() if c.isalnum())


def _keeps(concept: Concept, options: ConceptOptions) -> Concept:
    """Without the languages that MultiTerm has no order for."""

    fitting = tuple(d for d in concept.designations if d.lang in _LANGUAGES)
    return replace(concept, designations=fitting)


def _is_multiterm(head: bytes) -> bool:
    return any("<mtf".encode(code) in head for code in ("utf-8", "utf-16-le", "utf-16-be"))


FORMAT = Format(
    name="multiterm",
    suffixes=(".xml",),
    spec="MultiTerm XML (RWS)",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses=(
            *("relations", "review", "claim", "untranslated"),
            *("designation.review", "designation.deprecated_by"),
        ),
        keeps=_keeps,
        suggests=True,
        recognises=_is_multiterm,
    ),
)
