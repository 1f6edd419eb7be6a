"""SKOS from anywhere, in Turtle or JSON-LD (home of rdflib)."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any, BinaryIO

from termkit.errors import MissingExtraError, UnreadableDocumentError
from termkit.formats.base import ConceptOptions
from termkit.formats.decode import decode_file
from termkit.formats.skos_labels import BASE, DCTERMS, SKOS, above, status_of
from termkit.formats.tags import language_tag
from termkit.model.concept import Concept, ConceptType, Designation

_LABELS = ("prefLabel", "altLabel", "hiddenLabel")


def read_skos(file: BinaryIO, path: str, options: ConceptOptions, syntax: str) -> Iterator[Concept]:
    """The concepts of a graph, by address.

    Args:
        file: Open file.
        path: For messages.
        options: Told what is left out.
        syntax: ``turtle`` or ``json-ld``.

    Raises:
        MissingExtraError: rdflib is not installed.
        UnreadableDocumentError: Not of this syntax, or JSON-LD that would load a context.
    """
    try:
        import rdflib
    except ImportError:
        raise MissingExtraError("reading SKOS", "skos") from None
    text = decode_file(file, path)
    if syntax == "json-ld":
        _check_contexts(text, path)
    graph = rdflib.Graph(bind_namespaces="none")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, about itself
            graph.parse(data=text, format=syntax, publicID=BASE)
    except Exception as error:  # parsers raise what they like, from BadSyntax to KeyError
        line = getattr(error, "lines", None)
        raise UnreadableDocumentError(
            f"not {syntax} that can be read: {type(error).__name__}",
            path=path,
            line=None if line is None else line + 1,
        ) from None
    kind = rdflib.URIRef(f"{SKOS}Concept")
    for address in sorted(graph.subjects(rdflib.RDF.type, kind), key=str):
        concept = _concept(graph, address, options)
        if concept is None:
            options.left_out("a concept without a label")
        else:
            yield concept


def _check_contexts(text: str, path: str) -> None:
    """Refuse JSON-LD that has its context elsewhere: nothing is ever loaded."""
    try:
        rest = [json.loads(text)]
    except (ValueError, RecursionError):
        raise UnreadableDocumentError("not JSON", path=path) from None
    while rest:
        value = rest.pop()
        if isinstance(value, list):
            rest += value
        elif isinstance(value, dict):
            context = value.get("@context", [])
            parts = context if isinstance(context, list) else [context]
            if "@import" in value or any(isinstance(part, str) for part in parts):
                raise UnreadableDocumentError(
                    "its @context is a file elsewhere, and nothing is loaded",
                    path=path,
                    hint="write the context into the file",
                )
            rest += value.values()


def _concept(graph: Any, address: Any, options: ConceptOptions) -> Concept | None:
    named: dict[tuple[str, str], Designation] = {}
    for label in _LABELS:
        for literal in _values(graph, address, f"{SKOS}{label}"):
            try:
                lang = language_tag(getattr(literal, "language", None) or "")
            except ValueError:
                options.left_out(f"a {label} without a language")
                continue
            key = (lang, str(literal))
            named.setdefault(key, Designation(*key, status=status_of(label)))
    if not named:
        return None
    definition, *others = [str(v) for v in _values(graph, address, f"{SKOS}definition")] or [""]
    for _ in others:
        options.left_out("a further definition")
    return Concept(
        id=_id(address),
        type=ConceptType.TERM,
        subject_field="; ".join(map(str, _values(graph, address, f"{DCTERMS}subject"))),
        designations=tuple(named.values()),
        definition=definition,
        relations=tuple(above(_id(v)) for v in _values(graph, address, f"{SKOS}broader")),
        sources=tuple(map(str, _values(graph, address, f"{DCTERMS}source"))),
        note="\n".join(map(str, _values(graph, address, f"{SKOS}note"))),
    )


def _values(graph: Any, address: Any, name: str) -> list[Any]:
    """Objects of a property, in one order: a graph has none."""
    import rdflib

    found = graph.objects(address, rdflib.URIRef(name))
    return sorted(found, key=lambda value: (getattr(value, "language", None) or "", str(value)))


def _id(address: Any) -> str:
    """The last part of an address; all of ours have the same beginning."""
    return str(address).removeprefix(BASE).rstrip("/#").replace("#", "/").rpartition("/")[2]
