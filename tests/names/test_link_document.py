"""Who a running text mentions: full names, and short ones only after them."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

import pytest

from termkit.names.index import NameIndex
from tests.bounded import bounded

PEOPLE = (
    ("trung", "Lê Hoài Trung", "vi", "person"),
    ("trung", "Le Hoai Trung", "en", "person"),
    ("trung", "黎怀忠", "zh", "person"),
    ("wang", "Wang Yi", "en", "person"),
    ("wang", "Vương Nghị", "vi", "person"),
    ("wang", "王毅", "zh", "person"),
    ("huning", "Wang Huning", "en", "person"),
    ("huning", "王沪宁", "zh", "person"),
    ("xi", "Xi Jinping", "en", "person"),
    ("xi", "Tập Cận Bình", "vi", "person"),
    ("xi", "习近平", "zh", "person"),
    ("he", "He Wei", "en", "person"),
    ("he", "何炜", "zh", "person"),
    ("lam", "Tô Lâm", "vi", "person"),
    ("lam", "苏林", "zh", "person"),
    ("lam", "苏", "zh", "short"),
    ("chidung", "Nguyễn Chí Dũng", "vi", "person"),
    ("tandung", "Nguyễn Tấn Dũng", "vi", "person"),
    ("ngocdung", "Đào Ngọc Dung", "vi", "person"),
    ("chinh", "Phạm Minh Chính", "vi", "person"),
    ("hanoi", "Hà Nội", "vi", "place"),
    ("deng", "Deng Xiaoping", "en", "person"),
    ("cuong", "Lương Cường", "vi", "person"),
    ("ba", "Phan Văn Ba", "vi", "person"),
    ("yim", "H'Yim Kđoh", "vi", "person"),
    ("langson", "Lạng Sơn", "vi", "place"),
    ("binhduong", "Bình Dương", "vi", "place"),
    ("hoabinh", "Hòa Bình", "vi", "place"),
    ("chiu", "李家超", "zh", "person"),
    ("ho", "贺一诚", "zh", "person"),
)
INDEX = NameIndex.from_names(PEOPLE)
CASES = [
    tuple((line + "\t").split("\t")[:4])
    for line in (Path(__file__).parent / "cases" / "link_document.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("lang", "label", "text", "expect"), CASES, ids=[c[1] for c in CASES])
def test_document(lang: str, label: str, text: str, expect: str) -> None:
    text, expect = (re.sub(r"\\u\w{4}", _unescape, part) for part in (text, expect))
    found = INDEX.link_document(text, lang)
    assert " ".join(f"{span.slice(text)}={'+'.join(link.ids)}" for span, link in found) == expect


def _unescape(match: re.Match[str]) -> str:
    return codecs.decode(match[0], "unicode_escape")


@pytest.mark.parametrize("case", CASES, ids=[c[1] for c in CASES])
def test_normal_forms_mention_alike(case: tuple[str, ...]) -> None:
    lang, _, text, _ = case
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    links = [[link.ids for _, link in INDEX.link_document(form, lang)] for form in forms]
    assert links[0] == links[1]


@pytest.mark.parametrize("piece", ["a", "L.", "Trung-", "Lê ", "习", "\u0301", "www.", "王部长"])
def test_time_grows_with_the_text(piece: str) -> None:
    """Ten thousand pieces that never end in a name are read in a moment."""
    with bounded(5):
        INDEX.link_document("Tô Lâm " + piece * 10_000, "vi")


def test_spans_are_those_of_the_text_as_found() -> None:
    text = "  Lê\u00a0Hoài\nTrung,  Trung"
    assert [(span.start, span.end) for span, _ in INDEX.link_document(text, "vi")] == [
        (2, 15),
        (18, 23),
    ]


WORDS = NameIndex.from_names(
    (
        ("an", "Nguyễn Văn An", "vi", "person"),
        ("lam", "Tô Lâm", "vi", "person"),
        ("lam", "Tô", "vi", "short"),
        ("lam", "Lâm", "vi", "short"),
        ("long", "Hoàng Đức Long", "vi", "person"),
        ("hang", "Lê Thị Hằng", "vi", "person"),
        ("hung", "Bùi Quang Hưng", "vi", "person"),
        ("dung", "Nguyễn Tấn Dũng", "vi", "person"),
        ("bang", "Trần Hữu Bằng", "vi", "person"),
        ("sang", "Phạm Văn Sáng", "vi", "person"),
        ("sun", "Sun Wei", "en", "person"),
        ("song", "Song Tao", "en", "person"),
    )
)
MET = (
    "Nguyen Van An, To Lam, Hoang Duc Long, Le Thi Hang, Bui Quang Hung, Nguyen Tan Dung, "
    "Tran Huu Bang, Pham Van Sang, Sun Wei and Song Tao met."
)
WORD_CASES = [
    tuple((line + "\t").split("\t")[:3])
    for line in (Path(__file__).parent / "cases" / "english_words.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("label", "text", "expect"), WORD_CASES, ids=[c[0] for c in WORD_CASES])
def test_short_name_that_is_an_english_word(label: str, text: str, expect: str) -> None:
    whole = "\n".join((MET, *text.split("\\n")))
    found = WORDS.link_document(whole, "en")
    assert len(found) >= 10, "all are named in full first"
    said = [f"{span.slice(whole)}={'+'.join(link.ids)}" for span, link in found[10:]]
    assert " ".join(said) == expect
