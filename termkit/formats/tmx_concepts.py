"""TMX for concepts: a memory with one ``tu`` a concept and one ``tuv`` a language.

What TMX has no field for stands in ``prop`` elements, as the standard has it for tools.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit import __version__
from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions, text_into
from termkit.formats.best import one_each
from termkit.formats.rows import CONCEPT_FIELDS, DESIGNATION_FIELDS, assemble, spoken
from termkit.formats.tags import language_tag
from termkit.formats.xml_nodes import Node, read_nodes
from termkit.formats.xml_write import DECLARATION, Element, render, spellable, start_tag
from termkit.model.concept import Concept

_PROP = "x-termkit-"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
_NOT_PROPS = frozenset({"concept_id", "concept_note", "lang", "text", "note"})


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One ``tu`` a concept, written as it comes.

    Raises:
        FormatLimitError: A character that XML cannot hold.
    """
    header = {
        "creationtool": "termkit",
        "creationtoolversion": __version__,
        "segtype": "phrase",
        "o-tmf": "termkit",
        "adminlang": "en",
        "srclang": "*all*",
        "datatype": "plaintext",
    }
    with text_into(out) as text:
        text.write(f"{DECLARATION}{_DOCTYPE}{start_tag('tmx', {'version': '1.4'})}\n")
        text.write(f"{render(Element('header', header), 1)}  <body>\n")
        for concept in spellable(concepts):
            text.write(render(_tu(concept), 2))
        text.write("  </body>\n</tmx>\n")


def _tu(concept: Concept) -> Element:
    tu = Element("tu", {"tuid": concept.id})
    _describe(tu, spoken(concept, CONCEPT_FIELDS), note="concept_note")
    for designation in concept.designations:
        tuv = tu.add("tuv", {"xml:lang": designation.lang})
        _describe(tuv, spoken(designation, DESIGNATION_FIELDS), note="note")
        tuv.add("seg", text=designation.text)
    return tu


def _describe(element: Element, cells: dict[str, str], *, note: str) -> None:
    if note in cells:
        element.add("note", text=cells[note])
    for column, cell in cells.items():
        if column not in _NOT_PROPS:
            element.add("prop", {"type": f"{_PROP}{column}"}, cell)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """One concept a ``tu``; inline tags are dropped, their text stays.

    Raises:
        UnreadableDocumentError: Not TMX, or damaged.
    """
    for node in read_nodes(file, path, "tmx", {"tu"}):
        own = _cells(node, "concept_note", options)
        designations: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
        for variant in node.children:
            segment = variant.child("seg")
            if variant.name != "tuv" or segment is None or not segment.text.strip():
                continue
            tag = variant.attributes.get("lang", "")
            try:
                lang = language_tag(tag)
            except ValueError as error:
                raise UnreadableDocumentError(str(error), path=path, line=variant.line) from None
            cells = {"lang": lang, "text": segment.text} | _cells(variant, "note", options)
            designations.setdefault((lang, segment.text), (variant.line, cells))
        if designations:
            yield assemble(node.attributes.get("tuid", ""), own, list(designations.values()), path)
        else:
            options.left_out("a unit without text")


def _cells(element: Node, note: str, options: ConceptOptions) -> dict[str, str]:
    known = {*CONCEPT_FIELDS} if note == "concept_note" else {*DESIGNATION_FIELDS}
    found = {}
    for node in element.children:
        column = node.attributes.get("type", "").removeprefix(_PROP)
        if node.name == "note":
            found[note] = node.text
        elif node.name == "prop" and column in known - _NOT_PROPS:
            found[column] = node.text
        elif node.name == "prop":
            options.left_out(f"prop {column}")
    return found


DOOR = ConceptDoor(
    reads=read,
    writes=write,
    loses=(
        *("relations", "review", "claim", "untranslated"),
        *("designation.review", "designation.deprecated_by"),
    ),
    picks=one_each,
    suggests=True,
)
