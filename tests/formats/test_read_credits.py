"""What is a credit at the end of a paragraph or alone on a line, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.formats.credits import (
    LONGEST,
    _lines,
    _may_be_credit,
    _patterns,
    credit_line,
    find_credit,
    may_hold_credit,
)
from termkit.text.normalise import normalise

# label, what stays, credit, publisher
ENDINGS = [
    ("VNS", "that carries strategic significance.", " — VNA/VNS", "vns"),
    ("VNS alone", "he said.", " — VNS", "vns"),
    ("VNS, no space", "he said.", "—VNS", "vns"),
    ("VNS photo", "receives Chinese Ambassador to Việt Nam He Wei.", " — VNA/VNS Photo |", "vns"),
    ("VNS photo, no stop", "at the talks in Beijing", " — VNA/VNS Photo", "vns"),
    ("VNS photographer", "met on Tuesday.", " — VNA/VNS Photo Lâm Khánh", "vns"),
    ("VNA en dash", "he said.", "–VNA", "vna"),
    ("VNA stop", "he said.", "/.", None),
    ("VNA stop, sentence without", "he said", "/.", None),
    ("VNA stop and name", "he said.", "/. VNA", "vna"),
    ("Vietnamese stop", "hai nước.", "/.", None),
    ("Xinhua", "after the talks.", " (Xinhua)", "xinhua"),
    ("Xinhua photographer", "in Beijing on Monday.", " (Xinhua/Xie Huanchi)", "xinhua"),
    ("Enditem", "he added.", " Enditem", None),
    ("Photo", "on February 3, 2026.", " Photo: VNA", None),
    ("Photo after hyphen", "Ha Noi, February 26, 2025", " - Photo: VGP", None),
    ("Photo in brackets", "met in Beijing.", " (Photo: VNA)", None),
    ("Ảnh", "tại Việt Nam Hà Vĩ.", " Ảnh: An Đăng - TTXVN", None),
    ("Ảnh with a stop", "tại Việt Nam Hà Vĩ.", " Ảnh: VGP.", None),
    ("Ảnh in capitals", "thực hiện nghi thức chào cờ", " ẢNH: TUẤN MINH", None),
    ("Ảnh after dash", "hợp tác song phương", " – Ảnh: Nguyễn Khánh |", None),
    ("Ảnh number", "Vice Foreign Minister", "- Ảnh 1.", None),
    ("完", "为两国人民作出贡献。”", "(完)", None),
    ("完 full width", "作出贡献。", "（完）", None),
    ("zh agency", "在北京会见黎怀忠。", "（新华社）", "xinhua"),
    ("zh photographer", "在北京会见黎怀忠。", "新华社记者 翟健岚 摄", "xinhua"),
    ("zh bracketed agency", "两国特殊友谊。", "(越通社——VNA)", "vna"),
    ("图自", "双方会谈现场。", "图自越通社", None),
    ("责编", "更坚实基础。", "(责编:某某、某某)", None),
    ("bar", "leaves Hanoi on Sunday.", " |", None),
    ("zh Reuters picture", "越南国家主席苏林。", "(图/路透)", None),
    ("Theo", "hai nước.", " (Theo TTXVN)", "vna"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "text", "credit", "source"), ENDINGS, ids=[row[0] for row in ENDINGS]
)
def test_credit(label: str, text: str, credit: str, source: str | None) -> None:
    found = find_credit(text + credit)
    assert found is not None
    assert ((text + credit)[: found.start].rstrip(), found.source) == (text, source)


TEXT = [
    ("agency in brackets, sentence goes on", "The agency (Xinhua) said so."),
    ("agency in brackets before the stop", "according to the agency (Xinhua)."),
    ("agency as subject of a short sentence", "This was reported by VNA."),
    ("two agencies working together", "the cooperation of Xinhua and VNA"),
    ("a dash inside the sentence", "the agency — VNA — said so."),
    ("a spaced hyphen of two bodies", "an agreement between Reuters - VNA"),
    ("a photo in the text", "The photo shows the two ministers."),
    ("a source named last", "They cited one source — Reuters"),
    ("a press conference", "记者会现场"),
    ("and/or", "Party and/or State."),
    ("the end of something", "They saw the end."),
    ("完 as a word", "任务已经完成。"),
    ("Vietnamese word for photo", "Ông xem ảnh 2 lần."),
    ("attribution", "Theo TTXVN, hai bên đã ký."),
    ("abbreviation defined last", "the General Department of Customs (GDC)"),
]


@pytest.mark.parametrize(("label", "text"), TEXT, ids=[row[0] for row in TEXT])
def test_text_is_left_alone(label: str, text: str) -> None:
    assert find_credit(text) is None
    assert credit_line(text) is None


LINES = [
    ("VNA/VNS", "vns"),
    ("Xinhua", "xinhua"),
    ("(Xinhua)", "xinhua"),
    ("越通社", "vna"),
    ("TTXVN/Vietnam+", "vna"),
    ("Theo TTXVN", "vna"),
    ("(Theo TTXVN/Vietnam+)", "vna"),
    ("Nguồn: TTXVN", "vna"),
    ("Source: Xinhua", "xinhua"),
    ("Source: Xinhua   Editor: Some Name", "xinhua"),
    ("Web Editor:MXJ", None),
    ("来源：新华社", "xinhua"),
    ("来源:中联部新闻办", None),
    ("责任编辑：某某", None),
    ("(责编:某某、某某)", None),
    ("Reporting by A. Writer; Editing by B. Editor", None),
    ("(Reporting by A. Writer in Hanoi; Editing by B. Editor)", None),
    ("Photo: VNA", None),
    ("记者郑思楠/综合报导", None),
    ("聯合報／ 記者陳宥菘／即時報導", "udn"),
    ("HANOI, Jan. 16, Kyodo", "kyodo"),
    ("新华社记者 马卓言", "xinhua"),
    ("记者：马卓言、某某某", None),
    ("（完）", None),
    ("Enditem", None),
    ("./.", None),
]


@pytest.mark.parametrize(("line", "source"), LINES, ids=[row[0] for row in LINES])
def test_credit_line(line: str, source: str | None) -> None:
    found = credit_line(line)
    assert found is not None
    assert found.source == source


def test_the_last_paragraph_needs_no_stop() -> None:
    found = find_credit("that carries strategic significance — VNS", last=True)
    assert found is not None
    assert (found.start, found.source) == (35, "vns")


_PIECES = (
    *(credit for _, _, credit, _ in ENDINGS),
    *"(（[【)）]】/.:：|—–-―'\"”。！？…完图照摄攝 ",
    *(
        "Photo",
        "Ảnh",
        "ẢNH",
        "ảnh 1",
        "Nguồn",
        "Source",
        "记者",
        "Enditem",
        "VNA",
        "新华社",
        "Theo",
    ),
    *("he said", "the two sides", "hai nước", "双方", "2026", "\n"),
    *("\u200b", "\u00ad", "\U0002f84b", "記\ufa5b"),  # a look at text as it is sees less
)


_LINE_PIECES = ("Edited by ", "编辑", "来源：", "HANOI, Jan. 16, ", "(Theo ", ")", "####", "/...")


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_the_quick_look_passes_over_no_credit(text: str) -> None:
    """What no signal stands in has no credit, whatever its pieces."""
    tail = text.rstrip()[-LONGEST:]
    if not may_hold_credit(tail):
        quick = [pattern for pattern, _ in _patterns()[:-1]]
        assert [one.pattern for one in quick if one.search(normalise(tail).text)] == []


@given(
    st.lists(st.sampled_from((*_PIECES, *_LINE_PIECES)), max_size=6).map("".join),
    st.sampled_from(("", " Nguyễn Văn Thành" * 6, "某" * 120)),
)
def test_the_quick_look_passes_over_no_credit_line(line: str, names: str) -> None:
    for whole in (line, line + names):
        if not _may_be_credit(whole):
            stripped = normalise(whole).text
            assert [p.pattern for p in _lines() if p.fullmatch(stripped)] == []


def test_a_credit_line_may_be_long() -> None:
    names = ", ".join(["Nguyễn Văn Thành"] * 8)
    assert credit_line(f"Edited by {names}") is not None
    assert credit_line(f"Cả {names}") is None
