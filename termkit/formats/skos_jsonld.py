"""SKOS in JSON-LD: the same thesaurus as `skos`, for those who have no RDF parser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Any, BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.skos_labels import BASE, DCTERMS, LOSES, SKOS, broader, keeps, properties
from termkit.formats.skos_read import read_skos
from termkit.model.concept import Concept

_CONTEXT = {"skos": SKOS, "dcterms": DCTERMS}


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One object with a graph, a node a concept, written as it comes."""
    with text_into(out) as text:
        text.write(f'{{\n "@context": {json.dumps(_CONTEXT)},\n "@graph": [')
        before = "\n"
        for concept in concepts:
            node = json.dumps(_node(concept), ensure_ascii=False, indent=1)
            text.write(before + indent(node, "  "))
            before = ",\n"
        text.write("\n ]\n}\n")


def _node(concept: Concept) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": f"{BASE}{concept.id}", "@type": "skos:Concept"}
    for name, value, lang in properties(concept):
        literal = {"@value": value} | ({"@language": lang} if lang else {})
        node.setdefault(name, []).append(literal)
    if addresses := broader(concept):
        node["skos:broader"] = [{"@id": address} for address in addresses]
    return node


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of a graph in JSON-LD; see `read_skos`."""
    yield from read_skos(file, path, options, "json-ld")


FORMAT = Format(
    name="skos-jsonld",
    suffixes=(".jsonld",),
    spec="SKOS Reference (W3C 2009) in JSON-LD 1.1",
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES, keeps=keeps),
    extra="skos",
)
