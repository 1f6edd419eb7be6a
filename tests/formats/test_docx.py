"""DOCX: paragraphs, headings and cells; and what is refused."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml

from termkit.errors import EmptyDocumentError, MissingExtraError, UnreadableDocumentError
from termkit.formats.read import read_bytes
from termkit.model.document import Document

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(write: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes) -> Document:
    return read_bytes(data, path="x.docx", lang="vi")


def sample(document: docx.document.Document) -> None:
    document.add_heading("Hội đàm cấp cao", 0)
    document.add_paragraph("")
    paragraph = document.add_paragraph("HÀ NỘI — Bộ trưởng ")
    paragraph.add_run("Lê Hoài").bold = True
    paragraph.add_run(" Trung 𡨸 gặp Vương Nghị.")
    document.add_heading("Kết quả", 2)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Việt Nam"
    table.cell(0, 1).text = "Trung Quốc"
    document.add_paragraph("Hai bên hài lòng. — VNA/VNS")


def test_sample() -> None:
    """Line 3 is the third paragraph; columns count in it."""
    document = read(made(sample))
    found = []
    for segment in document.segments:
        place = document.position(segment, 0)
        found.append((place.line, place.column, segment.kind.value, segment.text))
    assert found == [
        (1, 1, "heading", "Hội đàm cấp cao"),
        (3, 10, "paragraph", "Bộ trưởng Lê Hoài Trung 𡨸 gặp Vương Nghị."),
        (4, 1, "heading", "Kết quả"),
        (5, 1, "cell", "Việt Nam"),
        (6, 1, "cell", "Trung Quốc"),
        (7, 1, "paragraph", "Hai bên hài lòng."),
    ]
    assert document.source == "vns"
    assert [segment.locator.line for segment in document.segments] == [1, 3, 4, 5, 6, 7]


def test_changes_links_and_boxes() -> None:
    """Inserted text and links are read; deleted text, fields and comments are not."""

    def write(document: docx.document.Document) -> None:
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:p {NAMESPACE}><w:r><w:t>Le </w:t></w:r>"
                "<w:ins><w:r><w:t>Hoai </w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>Huai</w:delText><w:t>no</w:t></w:r></w:del>"
                "<w:hyperlink><w:r><w:t>Trung</w:t></w:r></w:hyperlink>"
                "<w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>came</w:t><w:tab/>"
                "<w:noBreakHyphen/></w:r>"
                "<w:r><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:r>"
                "</w:p>"
            ),
        )

    document = read(made(write))
    assert [segment.text for segment in document.segments] == ["Le Hoai Trung\ncame\t-", "Box"]
    second = document.position(document.segments[1], 0)
    assert (second.line, second.column) == (2, 1)


BAD = [
    ("text", b"Hanoi", "not a DOCX: the archive is damaged or cut off"),
    ("cut off", made(sample)[:5000], "not a DOCX: the archive is damaged or cut off"),
    ("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
     "an old Office file, or one protected by a password"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "problem"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_refused(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(data)
    assert (caught.value.problem, caught.value.path) == (problem, "x.docx")


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def test_archive_of_something_else() -> None:
    with pytest.raises(UnreadableDocumentError, match=r"a part of it is missing or damaged\n"):
        read(archive(a=b"x"))


def test_bomb() -> None:
    """What unpacks a thousandfold is refused by the sizes it declares, before unpacking."""
    with pytest.raises(UnreadableDocumentError, match=r"unpacks to 30720 KiB from .* KiB: refused"):
        read(archive(a=bytes(30 * 1024 * 1024)))


def damaged(name: str, content: bytes) -> bytes:
    """The sample with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(sample))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, content if entry.filename == name else old.read(entry))
    return out.getvalue()


@pytest.mark.parametrize("content", [b"", b"<w:document", b"<a/>"], ids=["empty", "cut", "other"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_damaged_part(name: str, content: bytes) -> None:
    """Whatever the library raises, the title's part included, ends in one sentence."""
    with pytest.raises(UnreadableDocumentError, match=r"a part of it is missing or damaged\n"):
        read(damaged(name, content))


def test_entities_stay_closed() -> None:
    """An entity that names a file is not followed."""
    data = made(sample)
    out = io.BytesIO()
    body = (
        '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<w:document {NAMESPACE}><w:body><w:p><w:r><w:t>A&x;B</w:t></w:r></w:p></w:body>"
        "</w:document>"
    ).encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, body if entry.filename == "word/document.xml" else old.read(entry))
    (segment,) = read(out.getvalue()).segments
    assert segment.text in ("A", "AB")


def test_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        read(b"")
    with pytest.raises(EmptyDocumentError, match="no text to check"):
        read(made(lambda document: None))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(sample)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError) as caught:
        read(data)
    assert caught.value.hint == "pip install 'termkit[office]'"
