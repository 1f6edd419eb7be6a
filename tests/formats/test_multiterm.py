"""MultiTerm XML has no schema that its own exports keep to: real exports are the measure."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import etree

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import concept_format, read_concepts, write_concepts
from termkit.model.concept import AdminStatus, Concept
from tests.contracts.concepts import golden
from tests.formats.schemas import needs_schemas, schema_path

SAMPLES = ("multiterm/samples/Sanjun_Design.xml", "multiterm/samples/KyleHall.xml")


def written() -> bytes:
    out = io.BytesIO()
    write_concepts(all_formats()["multiterm"], golden(), out)
    return out.getvalue()


def read(data: bytes, left_out: list[str] | None = None) -> list[Concept]:
    options = ConceptOptions(left_out=([] if left_out is None else left_out).append)
    return list(read_concepts(all_formats()["multiterm"], io.BytesIO(data), "x.xml", options))


def shape(data: bytes) -> set[tuple[Any, ...]]:
    """Which element stands in which, with which attributes."""
    root = etree.fromstring(data)
    return {
        (getattr(node.getparent(), "tag", None), node.tag, *sorted(node.attrib))
        for node in root.iter()
    }


def test_bytes_are_those_of_an_export() -> None:
    data = written()
    assert data.startswith(b"\xff\xfe")
    text = data[2:].decode("utf-16-le")
    assert text.startswith("<?xml version='1.0' encoding='UTF-16' ?>\r\n<mtf>")
    assert text.count("\n") == text.count("\r\n")
    assert "𡨸" not in text  # MultiTerm knows no chữ Nôm
    assert "Bộ trưởng Bộ Ngoại giao" in text


@needs_schemas
def test_structure_is_that_of_real_exports() -> None:
    real = set().union(*(shape(schema_path(name).read_bytes()) for name in SAMPLES))
    assert shape(written()) <= real


@needs_schemas
@pytest.mark.parametrize("name", SAMPLES)
def test_real_exports_are_read(name: str) -> None:
    data = schema_path(name).read_bytes()
    assert concept_format(name, data[:4096]).name == "multiterm"
    left_out: list[str] = []
    found = read(data, left_out)
    groups = etree.fromstring(data).findall("conceptGrp")
    assert len(found) + left_out.count("an entry without a term") == len(groups)
    assert {d.lang for c in found for d in c.designations} <= {"en", "zh", "pt"}


def _export(status: str) -> bytes:
    field = f'<descripGrp><descrip type="Status">{status}</descrip></descripGrp>'
    term = f"<termGrp><term>ship</term>{field}</termGrp>"
    section = f'<languageGrp><language lang="EN" type="English"/>{term}</languageGrp>'
    return f"<mtf><conceptGrp><concept>1</concept>{section}</conceptGrp></mtf>".encode()


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Forbidden", AdminStatus.DEPRECATED),
        ("do not use", AdminStatus.DEPRECATED),
        ("approved", AdminStatus.PREFERRED),
    ],
)
def test_status_is_read_as_termbases_call_it(word: str, status: AdminStatus) -> None:
    (concept,) = read(_export(word))
    assert concept.designations[0].status is status


def test_a_status_nobody_knows_is_an_error() -> None:
    with pytest.raises(UnreadableDocumentError, match="the status 'under review'"):
        read(_export("under review"))
