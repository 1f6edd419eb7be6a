"""TBX: versions, dialects and styles tell one story, and what other tools write is read."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import read_concepts, write_concepts
from termkit.model.concept import AdminStatus, Concept
from tests.contracts.concepts import concepts, golden, spelt_in_xml
from tests.formats.schemas import needs_schemas, schema_path

_HEAD = '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">'
_V2 = ("tbx2", None)


def write(wanted: list[Concept], name: str, style: str | None = None) -> bytes:
    out = io.BytesIO()
    write_concepts(all_formats()[name], wanted, out, ConceptOptions(style=style))
    return out.getvalue()


def read(data: bytes | str, name: str = "tbx") -> tuple[list[Concept], Counter[str]]:
    left_out: Counter[str] = Counter()
    options = ConceptOptions(left_out=lambda what: left_out.update([what]))
    data = data.encode() if isinstance(data, str) else data
    return list(read_concepts(all_formats()[name], io.BytesIO(data), "x.tbx", options)), left_out


def entry(*parts: str) -> str:
    body = f'<conceptEntry id="c1">{"".join(parts)}</conceptEntry>'
    return f"{_HEAD}<tbxHeader/><text><body>{body}</body></text></tbx>"


def section(*parts: str, lang: str = "en") -> str:
    return f'<langSec xml:lang="{lang}">{"".join(parts)}</langSec>'


def term(text: str, *parts: str) -> str:
    return f"<termSec><term>{text}</term>{''.join(parts)}</termSec>"


WAYS = (
    (_V2, ("tbx", "dca"), _V2),
    (("tbx", "dca"), _V2, ("tbx", "dca")),
    (("tbx", "dca"), ("tbx", "dct"), ("tbx", "dca")),
    (("tbx", "dct"), ("tbx", "dca"), ("tbx", "dct")),
    (_V2, ("tbx", "dct"), _V2),
)


def _there_and_back(wanted: list[Concept], way: tuple[tuple[str, str | None], ...]) -> None:
    first = written = write(wanted, *way[0])
    for (name, _), after in pairwise(way):
        written = write(read(written, name)[0], *after)
    assert written == first


@pytest.mark.parametrize("way", WAYS)
def test_versions_and_styles_are_byte_stable(way: tuple[tuple[str, str | None], ...]) -> None:
    _there_and_back(list(golden()), way)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=10)
@given(wanted=concepts().filter(spelt_in_xml))
def test_any_glossary_is_byte_stable(
    way: tuple[tuple[str, str | None], ...], wanted: list[Concept]
) -> None:
    _there_and_back(wanted, way)


def test_text_that_was_wrapped_for_the_eye_is_one_line() -> None:
    """In a file that termkit has written, line breaks are meant."""
    note = "<note>Two lines\n\t\t\tin the file.</note>"
    (concept,), _ = read(entry(section(term("open\n  cluster", note))))
    assert concept.designations[0].text == "open cluster"
    assert concept.designations[0].note == "Two lines in the file."


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", AdminStatus.PREFERRED),
        ("notRecommended", AdminStatus.DEPRECATED),
        ("obsolete", AdminStatus.SUPERSEDED),
        ("supersededTerm", AdminStatus.SUPERSEDED),
    ],
)
def test_status_is_read_as_tools_write_it(word: str, status: AdminStatus) -> None:
    category = f'<termNote type="administrativeStatus">{word}</termNote>'
    (concept,), _ = read(entry(section(term("ship", category))))
    assert concept.designations[0].status is status


def test_a_status_nobody_knows_is_an_error_with_its_line() -> None:
    """Guessed as preferred, it would be suggested."""
    category = '<termNote type="administrativeStatus">so-so</termNote>'
    with pytest.raises(UnreadableDocumentError, match=r"x\.tbx:1: the status 'so-so'"):
        read(entry(section(term("ship", category))))


def test_what_the_schemas_let_pass_is_told() -> None:
    """An empty term, a term twice, two sections of one language, an entry without a term."""
    (concept,), left_out = read(
        entry(
            section(term("ship"), term(" "), term("ship")),
            section(term("vessel"), term("ship")),
            section(term("tàu"), lang="vi"),
        )
    )
    assert [d.text for d in concept.designations] == ["ship", "vessel", "tàu"]
    assert left_out == {
        "an empty term": 1,
        "a term that stands twice": 2,
        "the border between two sections of one language": 1,
    }
    assert read(entry(section(term("")))) == (
        [],
        {"an empty term": 1, "an entry without a term": 1},
    )


def test_data_categories_without_a_field_are_told() -> None:
    speech = '<termNote type="partOfSpeech">noun</termNote>'
    _, left_out = read(entry(section(term("ship", speech, speech))))
    assert left_out == {"partOfSpeech": 2}


def test_two_regions_are_one_language() -> None:
    """*en-US* and *en-GB* in one entry: termkit keeps one English."""
    (concept,), _ = read(
        entry(
            section(term("colour"), term("ship"), lang="en-GB"),
            section(term("color"), term("ship"), lang="en-US"),
            section(term("颜色"), lang="zh-CN"),
            section(term("顏色"), lang="zh-TW"),
        )
    )
    named = [(d.lang, d.text) for d in concept.designations]
    assert named[:3] == [("en", "colour"), ("en", "ship"), ("en", "color")]
    assert named[3:] == [("zh-Hans", "颜色"), ("zh-Hant", "顏色")]


@needs_schemas
def test_both_styles_of_the_official_example_name_the_same() -> None:
    """Their notes and subject fields differ, as they were written by hand."""

    def named(concepts: list[Concept]) -> list[tuple[object, ...]]:
        return [
            (c.definition, *((d.lang, d.text, d.status) for d in c.designations)) for c in concepts
        ]

    for dialect in ("min", "basic", "linguist"):
        name = f"tbx3/{dialect}/{{0}}/Example_Astronomy_{{0}}_VALID.tbx"
        dca, dct = (read(schema_path(name.format(s)).read_bytes())[0] for s in ("DCA", "DCT"))
        assert named(dca) == named(dct)
        assert len(dca) == 45
        assert sum(len(concept.designations) for concept in dca) == 113


@needs_schemas
@pytest.mark.parametrize(
    "sample",
    [
        "okapi/termsamples/ibm_tbx.tbx",
        "okapi/termsamples/maryland.tbx",
        "okapi/termsamples/oracle_TBX.tbx",
        "okapi/termsamples/test02_win1254.tbx",
        "omegat/samples/sampleTBXfile.tbx",
        "tbx2_samples/Good-Basic1.tbx",
        "tbx2_samples/Good-Basic2.tbx",
    ],
)
def test_files_of_other_tools_are_read(sample: str) -> None:
    data = schema_path(sample).read_bytes()
    found, left_out = read(data, "tbx2")
    assert len(found) + left_out["an entry without a term"] == data.count(b"<termEntry")
