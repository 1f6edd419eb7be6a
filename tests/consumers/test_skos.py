"""rdflib finds one graph in both syntaxes, and SHACL nothing to complain of."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from tests.consumers.tools import golden_file, needs_module

pytestmark = needs_module("pyshacl")

# What SKOS demands of labels (S9 to S14), and that a concept has a name.
_SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a sh:NodeShape ; sh:targetClass skos:Concept ;
  sh:property [ sh:path skos:prefLabel ; sh:datatype rdf:langString ; sh:uniqueLang true ;
                sh:disjoint skos:altLabel , skos:hiddenLabel ] ;
  sh:property [ sh:path skos:altLabel ; sh:datatype rdf:langString ;
                sh:disjoint skos:hiddenLabel ] ;
  sh:property [ sh:path [ sh:alternativePath ( skos:prefLabel skos:altLabel skos:hiddenLabel ) ] ;
                sh:minCount 1 ] .
"""


def graph(name: str, syntax: str, path: Path) -> Any:
    import rdflib

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Graph().parse(golden_file(name, path), format=syntax)


def conforms(data: Any) -> tuple[bool, str]:
    import pyshacl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        done, _, text = pyshacl.validate(data, shacl_graph=_SHAPES, shacl_graph_format="turtle")
    return bool(done), str(text)


def test_both_syntaxes_are_one_graph_that_conforms(tmp_path: Path) -> None:
    turtle = graph("skos", "turtle", tmp_path / "g.ttl")
    assert set(turtle) == set(graph("skos-jsonld", "json-ld", tmp_path / "g.jsonld"))
    assert conforms(turtle) == (True, conforms(turtle)[1])


def test_deprecated_names_are_hidden(tmp_path: Path) -> None:
    turtle = graph("skos", "turtle", tmp_path / "g.ttl")
    found = turtle.query(
        "SELECT ?p WHERE { ?c ?p ?text . FILTER(STR(?text) = 'Saigon City') }",
    )
    assert [str(row.p).rpartition("#")[2] for row in found] == ["hiddenLabel"]


def test_a_planted_second_preferred_label_is_found(tmp_path: Path) -> None:
    turtle = graph("skos", "turtle", tmp_path / "g.ttl")
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    turtle.parse(data=f'<urn:termkit:concept:mofa> <{label}> "MFA"@en .', format="turtle")
    assert conforms(turtle)[0] is False
