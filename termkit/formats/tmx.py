"""TMX: translation memories (LISA OSCAR TMX 1.4b, 2005)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from termkit import __version__
from termkit.formats.base import BitextDoor, Format
from termkit.formats.tmx_concepts import DOOR
from termkit.formats.tmx_read import read_units
from termkit.formats.unit_rows import LOSES
from termkit.model.bitext import TranslationUnit

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
# What XML 1.0 cannot hold, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(units: Iterable[TranslationUnit], out: BinaryIO) -> None:
    """One ``tu`` a unit, written as it comes; a side without text has no ``tuv``.

    What TMX has no field for stands in ``prop`` elements (``x-termkit-confidence``).
    Characters that XML cannot hold become U+FFFD.
    """
    from lxml import etree

    stream = iter(units)
    first = next(stream, None)
    srclang = first.source.lang if first is not None else "*all*"
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        file.write_doctype(_DOCTYPE)
        with file.element("tmx", version="1.4"):
            file.write("\n")
            file.write(etree.Element("header", _header(srclang)))
            file.write("\n")
            with file.element("body"):
                for unit in chain([] if first is None else [first], stream):
                    file.write("\n", _tu(etree, unit, srclang))
                file.write("\n")
            file.write("\n")
    out.write(b"\n")


def _header(srclang: str) -> dict[str, str]:
    return {
        "creationtool": "termkit",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "termkit",
        "adminlang": "en",
        "srclang": srclang,
        "datatype": "plaintext",
    }


def _tu(etree: Any, unit: TranslationUnit, srclang: str) -> Any:
    tu = etree.Element("tu", tuid=_xml(unit.id))
    if unit.source.lang != srclang:
        tu.set("srclang", unit.source.lang)
    for kind, value in _props(unit):
        etree.SubElement(tu, "prop", type=f"x-termkit-{kind}").text = _xml(value)
    for side in (unit.source, unit.target):
        if side.text:
            tuv = etree.SubElement(tu, "tuv", {_LANG: side.lang})
            etree.SubElement(tuv, "seg").text = _xml(side.text)
    return tu


def _props(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    if unit.confidence is not None:
        yield "confidence", f"{unit.confidence:.4f}"
    for name in ("publisher", "date", "profile"):
        value = getattr(unit, name)
        if value is not None:
            yield name, str(value)
    if not unit.translate:
        yield "translate", "no"


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


FORMAT = Format(
    name="tmx",
    suffixes=(".tmx",),
    spec="TMX 1.4b",
    bitext=BitextDoor(reads=read_units, writes=write, loses=LOSES),
    concepts=DOOR,
)
