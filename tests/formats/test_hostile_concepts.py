"""Files from people who mean harm, or from a disk that died: one sentence, and nothing taken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from termkit.errors import TermkitError
from termkit.formats.base import ConceptOptions, Format, all_formats
from termkit.formats.concepts import MAX_TEXT, read_concepts, write_concepts
from tests.contracts.concepts import golden

READERS = [
    pytest.param(entry, id=entry.name)
    for entry in all_formats().values()
    if entry.concepts is not None and entry.concepts.reads is not None
]
XML = {
    "tbx": "tbx",
    "tbx2": "martif",
    "multiterm": "mtf",
    "tmx": "tmx",
    "xliff": 'xliff version="2.1" srcLang="vi" trgLang="en"',
}
"""Format to the start tag of its root."""


def options(entry: Format) -> ConceptOptions:
    assert entry.concepts is not None
    return ConceptOptions(("vi", "en")[: entry.concepts.sides or 2])


def read(entry: Format, data: bytes) -> int:
    """How many concepts a file holds, for what need not be refused."""
    return len(list(read_concepts(entry, io.BytesIO(data), "file", options(entry))))


def refused(entry: Format, data: bytes) -> str:
    """The sentence that refuses a file."""
    with pytest.raises(TermkitError) as caught:
        read(entry, data)
    assert caught.value.path == "file"
    assert "\n" not in caught.value.problem
    return caught.value.problem


def golden_bytes(entry: Format) -> bytes:
    out = io.BytesIO()
    wanted = [c for c in golden() if c.id in ("mofa", "sea-games")]
    assert entry.concepts is not None
    sides = entry.concepts.sides
    write_concepts(entry, wanted, out, ConceptOptions(("vi", "en")[:sides] if sides else ()))
    return out.getvalue()


def formats(*names: str) -> list[object]:
    return [pytest.param(all_formats()[name], id=name) for name in names]


def entities(root: str, declarations: str, use: str) -> bytes:
    name = root.split()[0]
    return f"<!DOCTYPE {name} [{declarations}]><{root}><p>{use}</p></{name}>".encode()


BOMBS: dict[str, tuple[str, str]] = {
    "billion laughs": (
        '<!ENTITY a "lol">'
        + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "&i;",
    ),
    "quadratic": (f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 50_000),
    "external entity": ('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
    "parameter entity": ('<!ENTITY % a SYSTEM "http://localhost:1/x.dtd"> %a;', "x"),
    "network entity": ('<!ENTITY a SYSTEM "http://localhost:1/x">', "&a;"),
}


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("bomb", BOMBS)
def test_entities_are_refused(name: str, bomb: str) -> None:
    data = entities(XML[name], *BOMBS[bomb])
    assert "entit" in refused(all_formats()[name], data)


@pytest.mark.parametrize("entry_name", XML)
def test_an_external_dtd_is_never_asked_for(entry_name: str) -> None:
    """TBX 2 and TMX name theirs in each file; it adds nothing that a reader needs."""
    root = XML[entry_name]
    name = root.split()[0]
    data = f'<!DOCTYPE {name} SYSTEM "http://localhost:1/x.dtd"><{root}>&x;</{name}>'
    assert "entity" in refused(all_formats()[entry_name], data.encode())


@pytest.mark.parametrize("name", XML)
def test_another_kind_of_xml_is_named(name: str) -> None:
    assert "<html> where" in refused(all_formats()[name], b"<html/>")


@pytest.mark.parametrize("name", XML)
def test_depth_is_bounded(name: str) -> None:
    data = f"<{XML[name]}>{'<x>' * 100_000}".encode()
    assert "deep" in refused(all_formats()[name], data)


@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_half_a_file_is_an_error_or_whole_entries(entry: Format, cut: float) -> None:
    """Where a format cannot tell, as CSV, what is read is what stands there in full."""
    data = golden_bytes(entry)
    half = data[: int(len(data) * cut)]
    if entry.name in (*XML, "json", "xlsx", "memoq-xlsx", "parquet", "skos-jsonld"):
        assert refused(entry, half)
        return
    with suppress(TermkitError):
        assert read(entry, half) <= read(entry, data)


@pytest.mark.parametrize("entry", READERS)
@pytest.mark.parametrize("junk", [b"", b"\x00" * 100, b"\x89PNG\r\n\x1a\n" + b"\xff" * 64])
def test_what_is_no_glossary_is_told_so(entry: Format, junk: bytes) -> None:
    assert refused(entry, junk)


@pytest.mark.parametrize("entry", READERS)
def test_a_wrong_encoding_is_an_error(entry: Format) -> None:
    """Windows-1258 without a word about it: no letter is guessed."""
    data = golden_bytes(entry)
    if entry.name in ("xlsx", "memoq-xlsx", "parquet", "multiterm"):
        return  # they have their own
    problem = refused(entry, data.replace("ộ".encode(), b"\xf4\xf2"))
    assert "utf-8" in problem.lower() or "invalid token" in problem


@pytest.mark.parametrize("name", ["hex", "zlib", "rot13", "undefined", "utf-16", "klingon"])
def test_a_codec_that_is_no_encoding_of_the_file_is_refused(name: str) -> None:
    """Python would unpack *zlib*; a file that names itself in ASCII letters is not UTF-16."""
    tbx = f'<?xml version="1.0" encoding="{name}"?><tbx/>'
    po = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={name}\\n"\n'
    for format_name, text in (("tbx", tbx), ("po", po)):
        problem = refused(all_formats()[format_name], text.encode())
        assert "encoding" in problem or f"in {name}, and is not" in problem


@pytest.mark.parametrize("entry", formats("omegat", "omegat-csv"))
def test_a_line_of_one_cell_is_named(entry: Format) -> None:
    """DOS ended its files with SUB, long after the lines by which a delimiter is found."""
    tab = "\t" if entry.name == "omegat" else ","
    data = "".join(f"Huế {n}{tab}Hue {n}\n" for n in range(2000)).encode()
    assert "a line without a" in refused(entry, data + b"\x1a")


@pytest.mark.parametrize("entry", formats("omegat", "azure", "deepl", "omegat-csv", "google"))
def test_lines_of_an_old_mac_are_lines(entry: Format) -> None:
    data = golden_bytes(entry).replace(b"\n", b"\r")
    assert read(entry, data) == read(entry, golden_bytes(entry)) > 1


@pytest.mark.parametrize("entry", formats("csv", "json", "tbx", "tbx2", "multiterm", "tmx"))
def test_a_text_beyond_all_reason_is_refused(entry: Format) -> None:
    data = golden_bytes(entry)
    encoding = "utf-16-le" if entry.name == "multiterm" else "utf-8"
    long = ("Ministry" + "x" * (MAX_TEXT * 45)).encode(encoding)
    assert refused(entry, data.replace("Ministry".encode(encoding), long))


def rewrite(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize("entry", formats("xlsx", "memoq-xlsx"))
def test_a_zip_bomb_is_not_unpacked(entry: Format) -> None:
    data = rewrite(
        golden_bytes(entry),
        lambda name, part: part + b" " * 100_000_000 if "sheet1" in name else part,
    )
    assert "unpacks to" in refused(entry, data)


@pytest.mark.parametrize("entry", formats("xlsx", "memoq-xlsx"))
def test_a_cell_in_the_far_corner_takes_no_memory(entry: Format) -> None:
    """A reader that makes room for every cell between would need 17 thousand million."""
    far = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )
    data = rewrite(golden_bytes(entry), lambda _, part: part.replace(b"</sheetData>", far))
    assert "1048576 rows and 16384 columns" in refused(entry, data)


@pytest.mark.parametrize("entry", formats("xlsx", "memoq-xlsx"))
def test_entities_in_a_workbook_are_refused(entry: Format) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

    def plant(name: str, part: bytes) -> bytes:
        if "sheet1" not in name and "sharedStrings" not in name:
            return part
        head, rest = part.split(b"?>", 1)
        return head + b"?>" + bomb + rest.replace(b"Ministry", b"&b;&b;&b;")

    data = rewrite(golden_bytes(entry), plant)
    try:
        read(entry, data)
    except TermkitError:
        return
    found = list(read_concepts(entry, io.BytesIO(data), "file", options(entry)))
    assert not any("aaaa" in d.text for concept in found for d in concept.designations)


def test_jsonld_never_loads_a_context() -> None:
    entry = all_formats()["skos-jsonld"]
    for context in ('"http://localhost:1/c"', '[{}, "file:///etc/passwd"]'):
        assert "@context" in refused(entry, f'{{"@context": {context}, "@graph": []}}'.encode())
    inside = '{"@graph": [{"x": {"@context": "http://localhost:1/c"}}]}'
    assert "@context" in refused(entry, inside.encode())


def test_json_that_is_too_deep_or_says_a_thing_twice() -> None:
    entry = all_formats()["json"]
    assert refused(entry, b"[" * 200_000)
    assert "twice" in refused(entry, b'{"schema": "termkit.concepts/1", "schema": 1}')


@pytest.mark.parametrize("entry", READERS)
@settings(max_examples=15, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_damage_is_an_error_and_never_a_crash(entry: Format, data: st.DataObject) -> None:
    """Some bytes in the middle become others: a `TermkitError`, or concepts in order."""
    content = bytearray(golden_bytes(entry))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(TermkitError):
        read(entry, bytes(content))
