"""XLIFF 2.1 for concepts: a unit a concept, its names in the glossary module (``gls``).

The module has a term, its translations and a definition, and no word on their status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, text_into
from termkit.formats.best import best_first
from termkit.formats.tags import language_tag
from termkit.formats.tbx_entry import CORE_LOSES
from termkit.formats.xml_nodes import Node, read_nodes
from termkit.formats.xml_write import (
    DECLARATION,
    Element,
    render,
    slug_of,
    spellable,
    start_tag,
    xml_id,
)
from termkit.model.concept import Concept, ConceptType, Designation

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One ``unit`` a concept, written as it comes.

    Raises:
        FormatLimitError: A character that XML cannot hold.
    """
    source, target = options.languages
    root = {
        "xmlns": _CORE,
        "xmlns:gls": _GLOSSARY,
        "version": "2.1",
        "srcLang": source,
        "trgLang": target,
    }
    with text_into(out) as text:
        text.write(f'{DECLARATION}{start_tag("xliff", root)}\n  <file id="glossary">\n')
        for concept in spellable(concepts):
            text.write(render(_unit(concept, source, target), 2))
        text.write("  </file>\n</xliff>\n")


def _unit(concept: Concept, source: str, target: str) -> Element:
    unit = Element("unit", {"id": xml_id(concept.id), "xml:space": "preserve"})
    glossary = unit.add("gls:glossary")
    translations = concept.named(target)
    for designation in concept.named(source):
        entry = glossary.add("gls:glossEntry")
        entry.add("gls:term", text=designation.text)
        for translation in translations:
            entry.add("gls:translation", text=translation.text)
        if concept.definition:
            entry.add("gls:definition", text=concept.definition)
    if concept.note:
        unit.add("notes").add("note", text=concept.note)
    segment = unit.add("segment")
    segment.add("source", text=concept.named(source)[0].text)
    segment.add("target", text=translations[0].text)
    return unit


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """One concept a unit with a glossary; a unit without one is text, and no concept.

    Raises:
        UnreadableDocumentError: Not XLIFF 2, damaged, or without its languages.
    """
    languages: tuple[str, str] | None = None
    for node in read_nodes(file, path, "xliff", {"xliff", "unit"}):
        if node.name == "xliff":
            languages = _languages(node, path)
            continue
        glossary = node.child("glossary")
        if glossary is None or languages is None:
            options.left_out("a unit without a glossary")
            continue
        concept = _concept(node, glossary, languages)
        if concept is None:
            options.left_out("an entry without a term")
        else:
            yield concept


def _concept(unit: Node, glossary: Node, languages: tuple[str, str]) -> Concept | None:
    named: dict[tuple[str, str], Designation] = {}
    definition = ""
    for entry in glossary.children:
        for node in entry.children:
            if node.name == "definition":
                definition = definition or node.text
            elif node.name in ("term", "translation") and node.text.strip():
                lang = languages[node.name == "translation"]
                named[lang, node.text] = Designation(lang, node.text)
    if not named:
        return None
    notes = unit.child("notes")
    return Concept(
        id=slug_of(unit.attributes.get("id", "")),
        type=ConceptType.TERM,
        subject_field="",
        designations=tuple(named.values()),
        definition=definition,
        note="" if notes is None else "\n".join(note.text for note in notes.children),
    )


def _languages(root: Node, path: str) -> tuple[str, str]:
    if not root.attributes.get("version", "").startswith("2."):
        raise UnreadableDocumentError(
            "the glossary module is one of XLIFF 2", path=path, line=root.line
        )
    try:
        source = language_tag(root.attributes.get("srcLang", ""))
        return source, language_tag(root.attributes.get("trgLang", ""))
    except ValueError as error:
        raise UnreadableDocumentError(str(error), path=path, line=root.line) from None


DOOR = ConceptDoor(
    reads=read,
    writes=write,
    loses=(*(path for path in CORE_LOSES if path != "definition"), "designation.note"),
    picks=best_first,
    suggests=True,
    sides=2,
)
