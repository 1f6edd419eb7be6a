"""HTML: what is text, what is markup, and where each letter stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.errors import UnreadableDocumentError
from termkit.formats.read import read_bytes, read_document
from termkit.model.document import Document, Pragma

SAMPLE = Path(__file__).parent / "samples" / "talks.html"


def read(text: str) -> Document:
    return read_bytes(text.encode("utf-8"), path="x.html", lang="en")


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


def test_sample() -> None:
    """A whole page: metadata, text, places, the accepted finding."""
    document = read_document(SAMPLE)
    assert (document.lang, document.source) == ("zh-Hans", "xinhua")
    assert str(document.date) == "2026-02-03"
    found = []
    for segment in document.segments:
        place = document.position(segment, 0)
        found.append((place.line, place.column, segment.kind.value, segment.text))
    assert found == [
        (6, 8, "heading", "王毅会见黎怀忠"),
        (11, 5, "heading", "王毅会见黎怀忠"),
        (13, 22, "paragraph", "外交部长王毅\xa0在北京会见黎怀忠。"),
        (14, 4, "paragraph", "第一行\n第二行"),
        (14, 22, "paragraph", "第三行"),
        (16, 4, "paragraph", "李怀忠/黎怀忠 <引用> 1 < 2"),
        (17, 16, "cell", "国"),
        (17, 26, "cell", "越南"),
    ]
    (pragma,) = document.pragmas
    assert (pragma.line, pragma.codes, pragma.reason) == (16, ("N101",), "引用")


def test_every_letter_is_in_its_place() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    for segment in read_document(SAMPLE).segments:
        for index, character in enumerate(segment.text):
            assert text[segment.file_offset(index)] in (character, "&", "<")


# label, HTML, texts
PAGES = [
    ("inline", "<p>Le <b>Hoai</b> <a href='x'>Tr<i>ung</i></a></p>", ["Le Hoai Trung"]),
    ("no closing tags", "<p>One<p>Two<li>Three", ["One", "Two", "Three"]),
    ("blocks", "<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
    ("bare text", "One\ntwo", ["One\ntwo"]),
    ("code", "<p>Use <code>Viet Nam</code> now</p>", ["Use  now"]),
    ("nested skip", "<p>A<noscript><p>B</p><noscript>C</noscript>D</noscript>E", ["A", "E"]),
    ("unclosed skip", "<body><p>A<nav>B</body><p>C", ["A", "C"]),
    ("script", "<p>A</p><script>if (a < b) '<p>B</p>'</script><p>C", ["A", "C"]),
    ("open script", "<p>A</p><script>B", ["A"]),
    ("hidden", "<p>A</p><div hidden><p>B</p></div><p>C</p>", ["A", "C"]),
    ("void elements", "<p>A<img alt='B'><wbr>C</p>", ["AC"]),
    ("comment", "<p>A<!-- <p>B</p> -->C<!--></p>", ["AC"]),
    ("open comment", "<p>A <!-- B", ["A <!-- B"]),
    ("declarations", "<?xml version='1.0'?><!DOCTYPE html><p>A", ["A"]),
    ("attribute with a sign", "<p title='a > b'>A</p>", ["A"]),
    ("no tag", "<p>1 < 2 <3 AT&T &nope; &#0; &</p>", ["1 < 2 <3 AT&T &nope; \ufffd &"]),
    ("references", "<p>T&ocirc; L&acirc;m &#x1EC7; &quot;A&quot;</p>", ['Tô Lâm ệ "A"']),
    ("one break", "<p>A<br>B<br/>\nC</p>", ["A\nB\n\nC"]),
    ("two breaks", "A<br><br>B<br>&nbsp;<br>C", ["A", "B", "C"]),
    ("capital tags", "<P>A</P><SCRIPT>B</SCRIPT><H2>C</H2>", ["A", "C"]),
    ("Chữ Nôm", "<p>🇻🇳 <b>𡨸</b>喃</p>", ["🇻🇳 𡨸喃"]),
    ("definition", "<dl><dt>A<dd>B</dl>", ["A", "B"]),
    ("stray closing tags", "</div></p>A</b></td>B", ["A", "B"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES]
)
def test_page(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_dateline_and_credit_inside_tags() -> None:
    document = read("<p><strong>HANOI (VNA)</strong> – The two met.<em>/.</em></p><p>VNA</p>")
    assert [segment.text for segment in document.segments] == ["The two met."]
    assert document.source == "vna"


def test_headings_and_cells_end() -> None:
    document = read("<h2>A<p>B</h2>C<table><td>D<p>E</td></table>F")
    assert [(s.kind.value, s.text) for s in document.segments] == [
        ("heading", "A"),
        ("heading", "B"),
        ("paragraph", "C"),
        ("cell", "D"),
        ("cell", "E"),
        ("paragraph", "F"),
    ]


def test_declared_character_set() -> None:
    """An old Chinese page says what it is written in; one that lies about UTF-8 is refused."""
    page = "<meta charset='gb2312'><p>王毅在北京会见黎怀忠。</p>"
    document = read_bytes(page.encode("gb18030"), path="x.html", lang="zh")
    assert [segment.text for segment in document.segments] == ["王毅在北京会见黎怀忠。"]
    assert document.position(document.segments[0], 0).column == 27
    lying = page.replace("gb2312", "utf-8").encode("gb18030")
    with pytest.raises(UnreadableDocumentError, match="byte 0xCD at offset"):
        read_bytes(lying, path="x.html", lang="zh")
    with pytest.raises(UnreadableDocumentError, match="not valid UTF-8"):
        read_bytes(b"<meta charset=nonsense><p>caf\xe9", path="x.html", lang="en")


def test_pragma() -> None:
    document = read("<p>A</p> <!-- termkit: ignore[T101] -- why -->\n<p>B</p>")
    assert document.pragmas == (Pragma(1, ("T101",), "why", 9),)
