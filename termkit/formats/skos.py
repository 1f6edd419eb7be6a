"""SKOS in Turtle: a thesaurus for the web of data (W3C, 2009)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.skos_labels import BASE, DCTERMS, LOSES, SKOS, broader, keeps, properties
from termkit.formats.skos_read import read_skos
from termkit.model.concept import Concept

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = re.compile(r"[\x00-\x1f\\\"\x7f\x85\u2028\u2029]")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One block of statements a concept, written as it comes."""
    with text_into(out) as text:
        text.write(f"@prefix skos: <{SKOS}> .\n@prefix dcterms: <{DCTERMS}> .\n")
        for concept in concepts:
            lines = [f"\n<{BASE}{concept.id}> a skos:Concept"]
            lines += [
                f"    {name} {_literal(value, lang)}" for name, value, lang in properties(concept)
            ]
            lines += [f"    skos:broader <{address}>" for address in broader(concept)]
            text.write(" ;\n".join(lines) + " .\n")


def _literal(text: str, lang: str) -> str:
    """A string of Turtle.

    >>> print(_literal('say "Huế"', "vi"))
    "say \\"Huế\\""@vi
    """
    quoted = _CONTROL.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text)
    return f'"{quoted}"' + (f"@{lang}" if lang else "")


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """The concepts of a graph in Turtle; see `read_skos`."""
    yield from read_skos(file, path, options, "turtle")


FORMAT = Format(
    name="skos",
    suffixes=(".ttl",),
    spec="SKOS Reference (W3C 2009) in RDF 1.1 Turtle",
    concepts=ConceptDoor(reads=read, writes=write, loses=LOSES, keeps=keeps),
    extra="skos",
)
