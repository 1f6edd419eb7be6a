"""TBX: TermBase eXchange, version 3 (ISO 30042:2019), public dialects, both styles.

A data category is an attribute in style DCA (``<descrip type="definition">``) and an element
in style DCT (``<basic:definition>``). Schemas: LTAC-Global, dialects Core, Min, Basic and
Linguist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TextIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.tbx_entry import (
    CATEGORIES,
    EntryReader,
    Vocabulary,
    as_attribute,
    dialect_loses,
    make_entry,
)
from termkit.formats.xml_nodes import read_nodes
from termkit.formats.xml_write import DECLARATION, Element, plain, render, spellable, start_tag
from termkit.model.concept import Concept

MAKER = "termkit"
"""First word of the source description: text in such a file is meant as it stands."""

_CORE = "urn:iso:std:iso:30042:ed-2"
_MODULES = "http://www.tbxinfo.net/ns/"
_MODULE_OF = {
    **dict.fromkeys(("subjectField", "administrativeStatus"), "min"),
    **dict.fromkeys(("definition", "source", "termType"), "basic"),
}
_INHERITS = {
    "core": (),
    "min": ("min",),
    "basic": ("min", "basic"),
    "linguist": ("min", "basic", "linguist"),
}


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One ``conceptEntry`` a concept, written as it comes.

    Raises:
        FormatLimitError: A character that XML cannot hold.
    """
    dialect = options.dialect or "basic"
    style = options.style or "dca"
    words = Vocabulary(
        entry="conceptEntry",
        section="langSec",
        term_section="termSec",
        categories=CATEGORIES[dialect],
        category=as_attribute if style == "dca" else _as_element,
    )
    root = {"type": f"TBX-{dialect.title()}", "style": style, "xml:lang": "en", "xmlns": _CORE}
    if style == "dct":
        root |= {f"xmlns:{module}": f"{_MODULES}{module}" for module in _INHERITS[dialect]}
    header = describe(Element("tbxHeader"), options)
    with text_into(out) as text:
        text.write(DECLARATION)
        write_entries(text, (make_entry(c, words) for c in spellable(concepts)), root, header)


def write_entries(
    text: TextIO, entries: Iterable[Element], root: dict[str, str], header: Element
) -> None:
    """A file of either version: root, header, and the entries as they come."""
    name = header.name.removesuffix("Header")
    text.write(f"{start_tag(name, root)}\n{render(header, 1)}  <text>\n    <body>\n")
    for entry in entries:
        text.write(render(entry, 3))
    text.write(f"    </body>\n  </text>\n</{name}>\n")


def describe(header: Element, options: ConceptOptions) -> Element:
    """A header that says what the file is and who wrote it."""
    described = header.add("fileDesc")
    title = plain(options.title)
    described.add("titleStmt").add("title", text=title)
    described.add("sourceDesc").add("p", text=f"{MAKER} glossary {title}")
    return header


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of any dialect and style.

    Raises:
        UnreadableDocumentError: Not TBX 3, damaged, or an entry that says too little.
    """
    yield from read_entries(file, path, options, root="tbx", entry="conceptEntry")


def read_entries(
    file: BinaryIO, path: str, options: ConceptOptions, *, root: str, entry: str
) -> Iterator[Concept]:
    """The concepts of a file of either version."""
    reader = EntryReader(path, options, verbatim=False)
    for node in read_nodes(file, path, root, {"sourceDesc", entry}):
        if node.name == "sourceDesc":
            is_ours = node.text.split()[:1] == [MAKER]
            reader = EntryReader(path, options, verbatim=is_ours)
        elif (concept := reader.concept(node)) is not None:
            yield concept


def _as_element(kind: str, name: str) -> tuple[str, dict[str, str]]:
    """A data category in style DCT: ``<basic:definition>``."""
    return f"{_MODULE_OF[name]}:{name}", {}


def _loses(options: ConceptOptions) -> tuple[str, ...]:
    return dialect_loses(options.dialect or "basic")


def _is_tbx3(head: bytes) -> bool:
    return b"<tbx" in head or b"<t\0b\0x\0" in head or b"\0<\0t\0b\0x" in head


FORMAT = Format(
    name="tbx",
    suffixes=(".tbx", ".xml"),
    spec="ISO 30042:2019 (TBX 3): TBX-Basic, TBX-Core, TBX-Min, TBX-Linguist in DCA and DCT",
    concepts=ConceptDoor(
        reads=read,
        writes=write,
        loses_more=_loses,
        dialects=("basic", "core", "min", "linguist"),
        styles=("dca", "dct"),
        recognises=_is_tbx3,
    ),
)
