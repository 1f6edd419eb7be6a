"""Plain text: what is one paragraph, what is a headline, and where each letter stands."""

from __future__ import annotations

import unicodedata

import pytest

from termkit.formats.read import read_bytes
from termkit.model.document import Document, Pragma, SegmentKind


def read(text: str, lang: str = "en") -> Document:
    return read_bytes(text.encode("utf-8"), path="x.txt", lang=lang)


def texts(text: str, lang: str = "en") -> list[str]:
    return [segment.text for segment in read(text, lang).segments]


LONG = "Both sides agreed to deepen the partnership " * 4

# label, text, paragraphs
PARAGRAPHS = [
    ("blank lines", "One met two.\n\nThree met four.", ["One met two.", "Three met four."]),
    (
        "hard-wrapped",
        "The two sides agreed to build a community with a\n"
        "shared future that carries strategic significance.\n",
        ["The two sides agreed to build a community with a\n"
         "shared future that carries strategic significance."],
    ),
    (
        "wrapped inside a name, narrowly",
        "Special envoy Le Hoai\nTrung met Chinese Foreign Minister Wang Yi.",
        ["Special envoy Le Hoai\nTrung met Chinese Foreign Minister Wang Yi."],
    ),
    (
        "wrapped, a sentence ends inside a line",
        "The two sides met. They agreed to build a community\n"
        "with a shared future. It carries weight.",
        ["The two sides met. They agreed to build a community\n"
         "with a shared future. It carries weight."],
    ),
    (
        "wrapped paragraphs with a short last line",
        "The two sides agreed to build a community with a shared\n"
        "future.\n"
        "The minister thanked his host for the warm welcome in the\n"
        "capital.",
        ["The two sides agreed to build a community with a shared\nfuture.",
         "The minister thanked his host for the warm welcome in the\ncapital."],
    ),
    (
        "indented first lines",
        "   The two sides agreed to build a community with a\n"
        "shared future that carries strategic significance, he\n"
        "   The minister thanked his host.",
        ["The two sides agreed to build a community with a\n"
         "shared future that carries strategic significance, he",
         "The minister thanked his host."],
    ),
    ("long lines", f"{LONG}he said\n{LONG}she said", [f"{LONG}he said", f"{LONG}she said"]),
    ("long line cut at a comma", f"{LONG}he\n, who agreed.", [f"{LONG}he\n, who agreed."]),
    ("a sentence a line", "One met two.\nThree met four.\nAll agreed.",
     ["One met two.", "Three met four.", "All agreed."]),
    ("list", "They agreed on:\n- trade\n- rail", ["They agreed on:", "- trade", "- rail"]),
    ("list of one", "They agreed on:\n- trade", ["They agreed on:", "- trade"]),
    ("wrapped at a spaced hyphen", "the Year of Việt Nam\n- China Exchange, he said",
     ["the Year of Việt Nam\n- China Exchange, he said"]),
    ("numbered list", "1. Trade rose\n2. Rail grew", ["1. Trade rose", "2. Rail grew"]),
    ("names", "Present were\nWang Yi\nLe Hoai Trung\nHe Wei",
     ["Present were", "Wang Yi", "Le Hoai Trung", "He Wei"]),
    ("subheadings in capitals", "BACKGROUND\nOne met two\nin Hanoi.\nNEXT STEPS\nAll agreed.",
     ["BACKGROUND", "One met two\nin Hanoi.", "NEXT STEPS", "All agreed."]),
    ("a date on a wrapped line", "They met on\nFebruary 3, 2026\nin Beijing, it said.",
     ["They met on\nFebruary 3, 2026\nin Beijing, it said."]),
    ("an agency on a wrapped line", "It was reported by\nReuters\non Tuesday, he said.",
     ["It was reported by\nReuters\non Tuesday, he said."]),
    ("carriage returns", "One met two.\r\rThree met\rfour.", ["One met two.", "Three met\rfour."]),
    ("quotation", 'He said:\n"We are ready."', ['He said:\n"We are ready."']),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in PARAGRAPHS], ids=[row[0] for row in PARAGRAPHS]
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


CHINESE = [
    ("wrapped inside a term", "构建人类命运\n共同体。", ["构建人类命运\n共同体。"]),
    (
        "full-width indents",
        "　　王毅表示，中方愿同越方加强高层交往。\n　　黎怀忠表示，越中关系是头等优先。",
        ["王毅表示，中方愿同越方加强高层交往。", "黎怀忠表示，越中关系是头等优先。"],
    ),
    (
        "full-width indents and wrapped lines",
        "　　王毅表示，中方愿同越方加强\n高层交往\n　　黎怀忠表示感谢。",
        ["王毅表示，中方愿同越方加强\n高层交往", "黎怀忠表示感谢。"],
    ),
    ("a paragraph a line", "王毅欢迎。\n黎怀忠感谢。", ["王毅欢迎。", "黎怀忠感谢。"]),
    ("list", "一、贸易\n二、铁路", ["一、贸易", "二、铁路"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in CHINESE], ids=[row[0] for row in CHINESE]
)
def test_chinese_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text, "zh-Hans") == expected


BODY = "Vietnam's foreign minister met his Chinese counterpart in Beijing on Tuesday, both said."


def test_headlines() -> None:
    """The first lines are headlines until a sentence comes; later, a short line over a text."""
    document = read(f"News / Asia\n\nMinisters meet in Beijing\n\n{BODY}\n\nBackground\n\n{BODY}")
    kinds = [(segment.kind.value, segment.text) for segment in document.segments]
    assert kinds == [
        ("heading", "News / Asia"),
        ("heading", "Ministers meet in Beijing"),
        ("paragraph", BODY),
        ("heading", "Background"),
        ("paragraph", BODY),
    ]
    assert document.title == "Ministers meet in Beijing"


@pytest.mark.parametrize(
    "text",
    [
        "Ministers meet in Beijing",  # nothing follows
        f"Ministers met in Beijing.\n\n{BODY}",
        f"- Ministers meet\n\n{BODY}",
        f"the ministers\n\n{BODY}",
        "Việt Nam - China\n\nViệt Nam-China\n\nViet Nam- China",  # no text follows
        f"{BODY}\n\nIn short: they met\n\nAll agreed.",
        f"HANOI (VNA) - Ministers met in Beijing\n\n{BODY}",
    ],
)
def test_no_headline(text: str) -> None:
    assert {segment.kind for segment in read(text).segments} == {SegmentKind.PARAGRAPH}


def test_headline_without_a_blank_line_below() -> None:
    document = read("Ministers meet\nOne met two.\nThree met four.")
    assert [(s.kind.value, s.text) for s in document.segments] == [
        ("heading", "Ministers meet"),
        ("paragraph", "One met two."),
        ("paragraph", "Three met four."),
    ]


FORMS = {
    "composed": "Việt Nam và Trung Quốc 🇻🇳 𡨸喃 ký kết.",
    "decomposed": unicodedata.normalize("NFD", "Việt Nam và Trung Quốc 🇻🇳 𡨸喃 ký kết."),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("form", FORMS)
def test_places(end: str, encoding: str, form: str) -> None:
    """Lines and columns are those of the file, whatever its encoding and line ends."""
    line = FORMS[form]
    text = f" date 2026-02-04 HÀ NỘI — {line}{end}{end}  {line} — VNA/VNS{end}"
    document = read_bytes(text.encode(encoding), path="x.txt", lang="vi")
    first, second = document.segments
    assert (first.text, second.text) == (line, line)
    assert document.position(first, 0).line == 1
    assert document.position(first, 0).column == 27
    assert document.position(second, 0).line == 3
    assert document.position(second, 0).column == 3
    for segment in document.segments:
        for index, character in enumerate(segment.text):
            assert text[document.position(segment, index).offset] == character


def test_archive_prefix() -> None:
    """The prefix gives the date, and is no text; an impossible date is text."""
    document = read(f" date 2026-02-04 Ministers meet\n\n{BODY}")
    assert str(document.date) == "2026-02-04"
    assert document.segments[0].text == "Ministers meet"
    assert document.position(document.segments[0], 0).column == 18
    odd = read(f"date 2026-02-31 Ministers met.\n\n{BODY}")
    assert (odd.date, odd.segments[0].text) == (None, "date 2026-02-31 Ministers met.")
    near = read("Date 2026-02-04 is when they met.")
    assert near.segments[0].text == "Date 2026-02-04 is when they met."


def test_page_dates() -> None:
    """Lines that are dates are no text; the last of them is when the page was published."""
    document = read(f"Ministers meet\nFebruary 04, 2026\nFeb. 3, 2026\n{BODY}")
    assert [segment.text for segment in document.segments] == ["Ministers meet", BODY]
    assert str(document.date) == "2026-02-04"
    given = read_bytes(
        f"February 04, 2026\n\n{BODY}".encode(), path="-", lang="en", source="vns", profile="x"
    )
    assert (str(given.date), given.source, given.profile) == ("2026-02-04", "vns", "x")


def test_wire() -> None:
    """A report as an agency sends it: only the text is left, and who sent it."""
    document = read(
        "Ministers meet\n"
        "By Some Author\n"
        "HANOI, Aug 12 (Reuters) - Vietnam's foreign minister met his\n"
        "Chinese counterpart on Monday.\n"
        "\n"
        "(Reporting by Some Author; Editing by Another One)\n"
    )
    assert [segment.text for segment in document.segments] == [
        "Ministers meet",
        "Vietnam's foreign minister met his\nChinese counterpart on Monday.",
    ]
    assert document.source == "reuters"


def test_two_publishers_are_none() -> None:
    text = f"HANOI (Reuters) - {BODY}\n\nBEIJING (AP) — {BODY}"
    assert read(text).source is None
    assert texts(text) == [BODY, BODY]


PRAGMAS = [
    ("hash", "One.\nTwo. # termkit: ignore[T101] -- said", Pragma(2, ("T101",), "said", 10)),
    ("slashes", "Two. // termkit: ignore[T1, O2] -- why", Pragma(1, ("T1", "O2"), "why", 5)),
    ("bare", "Two. termkit: ignore[T101] -- why", Pragma(1, ("T101",), "why", 5)),
    ("HTML", "Two. <!-- termkit: ignore[T101] -- why -->", Pragma(1, ("T101",), "why", 5)),
    ("no reason", "Two. # termkit: ignore[T101]", Pragma(1, ("T101",), "", 5)),
    ("every rule", "Two. # termkit: ignore -- why", Pragma(1, (), "why", 5)),
    ("em dash", "Two. # termkit: ignore[t101] — why", Pragma(1, ("T101",), "why", 5)),
    ("alone", "One.\n\n# termkit: ignore[T101] -- why\n\nTwo.", Pragma(5, ("T101",), "why", 6)),
    ("alone at the end", "One.\n# termkit: ignore[T101] -- why\n", Pragma(2, ("T101",), "why", 5)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pragma"), [row[1:] for row in PRAGMAS], ids=[row[0] for row in PRAGMAS]
)
def test_pragma(text: str, pragma: Pragma) -> None:
    document = read(text)
    assert document.pragmas == (pragma,)
    assert all("termkit" not in segment.text for segment in document.segments)


@pytest.mark.parametrize(
    "text",
    [
        "Write termkit: ignore[T101] before the word.",
        "The tool termkit: ignore it.",
        "#termkit is popular.",
    ],
)
def test_no_pragma(text: str) -> None:
    document = read(text)
    assert (document.pragmas, document.segments[0].text) == ((), text)


def test_pragma_inside_a_wrapped_paragraph() -> None:
    """The comment is taken out, the line end stays, and places are exact after it."""
    text = "The two sides met in Hà # termkit: ignore[N101] -- why\nNội and agreed."
    document = read(text)
    (segment,) = document.segments
    assert segment.text == "The two sides met in Hà\nNội and agreed."
    position = document.position(segment, segment.text.index("Nội"))
    assert (position.line, position.column) == (2, 1)
    assert text[position.offset] == "N"


def test_front_matter() -> None:
    document = read_bytes(
        "---\nlang: vi\nsource: vns\ndate: 2026-02-03\nprofile: vi-vn\ntitle: 'Hội đàm'\n---\n"
        "Hai bên đã gặp nhau.".encode(),
        path="x.txt",
    )
    assert (document.lang, document.source, str(document.date)) == ("vi", "vns", "2026-02-03")
    assert (document.profile, document.title) == ("vi-vn", "Hội đàm")
    assert [segment.text for segment in document.segments] == ["Hai bên đã gặp nhau."]
    assert document.position(document.segments[0], 0).line == 8
