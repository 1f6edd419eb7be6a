"""Markdown: what is text, what is markup, and where each letter stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.formats.read import read_bytes, read_document
from termkit.model.document import Document, Pragma

SAMPLE = Path(__file__).parent / "samples" / "talks.vi.md"


def read(text: str) -> Document:
    return read_bytes(text.encode("utf-8"), path="x.md", lang="en")


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


def places(document: Document) -> list[tuple[int, int, str, str]]:
    found = []
    for segment in document.segments:
        place = document.position(segment, 0)
        found.append((place.line, place.column, segment.kind.value, segment.text))
    return found


def test_sample() -> None:
    """A whole file: metadata, text, places, the accepted finding."""
    document = read_document(SAMPLE)
    assert (document.lang, document.source, document.title) == ("vi", "vna", "Hội đàm")
    assert str(document.date) == "2026-02-03"
    assert places(document) == [
        (8, 3, "heading", "Hội đàm Việt Nam - Trung Quốc"),
        (10, 20, "paragraph", "Bộ trưởng Lê Hoài\nTrung gặp Vương Nghị."),
        (14, 1, "paragraph", "Sách viết Vuong Nghi."),
        (20, 3, "paragraph", "Hai bên nhất trí\nthúc đẩy hợp tác."),
        (23, 4, "paragraph", "Thương mại"),
        (24, 4, "paragraph", "Đường sắt"),
        (25, 6, "paragraph", "Lào Cai - Hà Nội"),
        (27, 3, "cell", "Nước"),
        (27, 10, "cell", "Tên"),
        (29, 3, "cell", "VN"),
        (29, 10, "cell", "Việt Nam | VN"),
        (31, 1, "heading", "Kết luận"),
        (34, 1, "paragraph", "Hai bên hài lòng."),
    ]
    assert document.pragmas == (Pragma(14, ("N101",), "tên trong sách", 221),)


def test_every_letter_is_in_its_place() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    document = read_document(SAMPLE)
    for segment in document.segments:
        for index, character in enumerate(segment.text):
            assert text[segment.file_offset(index)] == character


def test_a_finding_ends_before_the_mark_that_follows() -> None:
    document = read("See **Viet Nam** now.")
    (segment,) = document.segments
    start, end = segment.text.index("Viet"), segment.text.index("Viet") + len("Viet Nam")
    first = document.position(segment, start)
    last = document.position(segment, end, end=True)
    assert (first.column, last.column) == (7, 15)


# label, Markdown, text
INLINES = [
    ("emphasis", "*Le* _Hoai_ **Trung** ***To*** __Lam__", "Le Hoai Trung To Lam"),
    ("inside a word", "Viet**nam**ese *V*iệt", "Vietnamese Việt"),
    ("nested", "**Le *Hoai* Trung**", "Le Hoai Trung"),
    ("around Chinese", "**中越**关系*友好*", "中越关系友好"),
    ("strike", "~~old~~ new ~ about", "old new ~ about"),
    ("no emphasis", "2 * 3 * 4, snake_case_name, a*, **", "2 * 3 * 4, snake_case_name, a*, **"),
    ("unmatched", "**Le Hoai Trung", "**Le Hoai Trung"),
    ("escape", r"\*not\* \# \\ \a", r"*not* # \ \a"),
    ("code", "use `Viet Nam` and ``a ` b`` now", "use  and  now"),
    ("open code", "use `Viet Nam now", "use `Viet Nam now"),
    ("link", "[Wang Yi](http://x.cn/a_(b) 'Wong') came", "Wang Yi came"),
    ("link in angles", "[Wang Yi](<http://x.cn/a b>) came", "Wang Yi came"),
    ("link with emphasis", "[Wang **Yi**](x) came", "Wang Yi came"),
    ("image", "![To Lam](a.png) came", "To Lam came"),
    ("image in a link", "[![To Lam](a.png)](b) came", "To Lam came"),
    ("brackets", "the party [CPV] (in power)", "the party [CPV] (in power)"),
    ("autolink", "see <https://x.vn/Viet_Nam> now", "see  now"),
    ("mail", "write <a@x.vn> now", "write  now"),
    ("address", "see https://x.vn/a_b_c now", "see https://x.vn/a_b_c now"),
    ("tag", 'a <b class="x>y">Le</b> <i>Hoai</i>', "a Le Hoai"),
    ("break", "Le<br>Hoai<br/>Trung", "Le\nHoai\nTrung"),
    ("no tag", "1 < 2 > 0 <3", "1 < 2 > 0 <3"),
    ("comment", "Le <!-- x --> Hoai", "Le  Hoai"),
    ("open comment", "Le <!-- x Hoai", "Le <!-- x Hoai"),
    ("reference", "A&amp;B &lt;&#272;&gt; &nope; &", "A&B <Đ> &nope; &"),
    ("footnote", "He came.[^1] She left.", "He came. She left."),
    ("hard break", "Le Hoai\\\nTrung  \ncame", "Le Hoai\nTrung  \ncame"),
    ("Chữ Nôm", "**𡨸喃** 🇻🇳 *x*", "𡨸喃 🇻🇳 x"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in INLINES], ids=[row[0] for row in INLINES]
)
def test_inline(text: str, expected: str) -> None:
    assert texts(text) == [expected]


BLOCKS = [
    ("fence", "A.\n```py\nx = 'Viet Nam'\n```\nB.", ["A.", "B."]),
    ("tildes", "A.\n~~~~\n~~~\nx\n~~~~\nB.", ["A.", "B."]),
    ("open fence", "A.\n```\nx", ["A."]),
    ("indented code", "A.\n\n    x = 1\n\n    y\n\nB.", ["A.", "B."]),
    ("no code inside a paragraph", "A one\n    two.", ["A one\n    two."]),
    ("item", "- A\n- B\n  more\n\n  again\n", ["A", "B\n  more", "again"]),
    ("code in an item", "- A\n\n      x = 1\n\n- B", ["A", "B"]),
    ("tasks", "- [x] A\n- [ ] B", ["A", "B"]),
    ("year at a line's start", "It was in\n1975. Then peace.", ["It was in\n1975. Then peace."]),
    ("numbers", "It was:\n1. A\n2. B", ["It was:", "A", "B"]),
    ("quotation", "> A one\n> two\n>\n> > B", ["A one\ntwo", "B"]),
    ("setext", "A\n===\n\nB\n---\nC", ["A", "B", "C"]),
    ("rules", "A\n\n***\n\n- - -\n\nB", ["A", "B"]),
    ("definitions", "[A b] c\n\n[a  B]: http://x.vn\n", ["A b c"]),
    ("footnote text", "A[^1]\n\n[^1]: The *note*.", ["A", "The note."]),
    ("raw", "A\n\n<pre>\nViet Nam\n</pre>\n\n<div>\n\nB\n\n</div>", ["A", "B"]),
    ("comment over lines", "A\n<!-- x\n\ny\n-->\nB", ["A", "B"]),
    ("comment with a fence", "A\n\n<!--\n```\n-->\n\nB", ["A", "B"]),
    ("comment in a fence", "```\n<!--\n```\nA -->", ["A -->"]),
    ("table", "A | B\n--|--\nC | `x|y` D\n\nE | F", ["A", "B", "C", "D", "E | F"]),
    ("closing marks", "## A # b ##\n\n#no\n\n#", ["A # b", "#no"]),
    ("carriage returns", "# A\r\n\r\nB\r\nC", ["A", "B\nC"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in BLOCKS], ids=[row[0] for row in BLOCKS]
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert [found.replace("\r\n", "\n") for found in texts(text)] == expected


def test_a_comment_in_code_accepts_nothing() -> None:
    document = read(
        "Write `<!-- termkit: ignore[T101] -- why -->` above it.\n\n"
        "```\n<!-- termkit: ignore[T101] -- why -->\n```\n\n"
        "Text. <!-- termkit: ignore[T102] -- here -->\n"
    )
    assert document.pragmas == (Pragma(7, ("T102",), "here", 110),)


def test_comment_over_several_lines() -> None:
    document = read("A.\n\n<!-- termkit: ignore[T101]\n  -- a long\n  reason -->\n\nB.")
    assert document.pragmas == (Pragma(7, ("T101",), "a long reason", 4),)
