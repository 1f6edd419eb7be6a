"""The official schemas, which are not ours to copy: `TERMKIT_SCHEMAS` says where they are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

FOLDER = os.environ.get("TERMKIT_SCHEMAS", "")

needs_schemas = pytest.mark.skipif(
    not FOLDER, reason="TERMKIT_SCHEMAS names no folder of official schemas"
)


def schema_path(relative: str) -> Path:
    return Path(FOLDER, relative)


def parse(data: bytes) -> Any:
    """A document, comments and instructions left out, nothing loaded from elsewhere."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def complaints(data: bytes, *relatives: str) -> list[str]:
    """What schemas say against a document; the kind of a schema is told by its suffix."""
    document = parse(data)
    found = []
    for relative in relatives:
        if relative.endswith(".sch"):
            from tests.formats.schematron import failed_asserts

            found += failed_asserts(document, schema_path(relative))
            continue
        schema = load_schema(relative)
        schema.validate(document)
        found += [f"{relative}:{error.line}: {error.message}" for error in schema.error_log]
    return found


@cache
def load_schema(relative: str) -> Any:
    """A RELAX NG, XML Schema or DTD."""
    path = schema_path(relative)
    if path.suffix == ".dtd":
        return etree.DTD(str(path))
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    document = etree.parse(str(path), parser)
    return etree.RelaxNG(document) if path.suffix == ".rng" else etree.XMLSchema(document)


class _Local(etree.Resolver):
    """The one schema that others name by its address on the web."""

    def resolve(self, url: str, public_id: str, context: Any) -> Any:
        if url == "http://www.w3.org/2001/xml.xsd":
            local = "xliff-21/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"
            return self.resolve_filename(str(schema_path(local)), context)
        return None


def foreign_complaints(data: bytes, modules: dict[str, str]) -> list[str]:
    """What the schemas of the modules say against each element of their namespaces.

    As an NVDL script has it: an element of a module is a document of its own.
    """
    found = []
    for element in parse(data).iter():
        space = etree.QName(element).namespace
        if space in modules:
            copy = etree.fromstring(etree.tostring(element, with_tail=False))
            schema = load_schema(modules[space])
            schema.validate(copy)
            found += [f"{modules[space]}: {error.message}" for error in schema.error_log]
    return found
