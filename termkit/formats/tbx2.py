"""TBX 2 (ISO 30042:2008), dialect TBX-Basic: the ``martif`` that most tools still read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.tbx import describe, read_entries, write_entries
from termkit.formats.tbx_entry import (
    CATEGORIES,
    Vocabulary,
    as_attribute,
    dialect_loses,
    make_entry,
)
from termkit.formats.xml_write import DECLARATION, Element, spellable
from termkit.model.concept import Concept

_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One ``termEntry`` a concept, written as it comes.

    Raises:
        FormatLimitError: A character that XML cannot hold.
    """
    words = Vocabulary("termEntry", "langSet", "tig", CATEGORIES["basic"], as_attribute)
    header = describe(Element("martifHeader"), options)
    header.add("encodingDesc").add("p", {"type": "XCSURI"}, "TBXBasicXCSV02.xcs")
    root = {"type": "TBX-Basic", "xml:lang": "en"}
    with text_into(out) as text:
        text.write(f"{DECLARATION}{_DOCTYPE}\n")
        write_entries(text, (make_entry(c, words) for c in spellable(concepts)), root, header)


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of any dialect of version 2; what a glossary has no field for is told.

    Raises:
        UnreadableDocumentError: Not TBX 2, damaged, or an entry that says too little.
    """
    yield from read_entries(file, path, options, root="martif", entry="termEntry")


def _is_tbx2(head: bytes) -> bool:
    return b"<martif" in head or b"<m\0a\0r\0t" in head or b"\0<\0m\0a\0r\0t" in head


FORMAT = Format(
    name="tbx2",
    suffixes=(".tbx", ".xml"),
    spec="ISO 30042:2008 (TBX 2), TBX-Basic",
    concepts=ConceptDoor(
        reads=read, writes=write, loses=dialect_loses("basic"), recognises=_is_tbx2
    ),
)
