"""Normalising is idempotent, unites NFC and NFD, and finds its way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termkit.model.span import Span
from termkit.text.normalise import normalise, normalise_text
from tests.bounded import bounded

ACUTE, CIRCUMFLEX, DOT = "\u0301", "\u0302", "\u0323"
LETTERS = ("Việt", "Nam", "e", "ê", "Đ", "é", "Å", "中", "国", "𡨸", "豈", "가", "ᄀ", "ᅡ", "क", "ि")
MARKS = (ACUTE, CIRCUMFLEX, DOT, "\u031b", "\u0309", "\u200b", "\u00ad", "\ufeff", "\u202a")
OTHERS = (
    " ",
    "\n",
    "\r\n",
    "\u00a0",
    "\u3000",
    "，",
    "”",
    "Ａ",
    "😀",
    "\u200d",
    "\ufe0f",
    "\u2329",
)
PIECES = st.sampled_from((*LETTERS, *MARKS, *OTHERS))
TEXTS = st.one_of(st.lists(PIECES).map("".join), st.text())


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Lê Hoài Trung", "Lê Hoài Trung"),
        ("e" + ACUTE + CIRCUMFLEX, "ế"),
        ("e" + DOT + CIRCUMFLEX, "ệ"),
        ("ọ\u031b", "ợ"),
        ("a" + ACUTE + "\u0306", "ắ"),
        ("e\u0340", "è"),  # U+0340, the deprecated Vietnamese tone mark
        ("Bộ  trưởng\r\n\tNgoại giao", "Bộ trưởng Ngoại giao"),
        ("\ufeffHà\u00a0Nội\u200b", "Hà Nội"),
        ("a \u200b b", "a b"),
        ("e\u200b" + ACUTE, "é"),
        ("全国人民\n代表大会", "全国人民代表大会"),
        ("中国，\n越南", "中国，越南"),
        ("“中国”\n和越南", "“中国”和越南"),
        ("中国\n\n越南", "中国 越南"),  # a paragraph break is not a line wrap
        ("中国 越南", "中国 越南"),
        ("chữ \U00021a38\n\U00021a38", "chữ \U00021a38\U00021a38"),
        ("in 中国\nand Vietnam", "in 中国 and Vietnam"),
        ("ＡＢＣ１２３", "ＡＢＣ１２３"),
        ("e" + CIRCUMFLEX + CIRCUMFLEX + ACUTE, "ế"),
        ("x" + ACUTE + CIRCUMFLEX, "x" + ACUTE + CIRCUMFLEX),  # no such letter: left alone
        ("", ""),
        (" \n ", ""),
    ],
)
def test_normalised(found: str, expected: str) -> None:
    assert normalise(found).text == expected


def test_unchanged_text_has_no_map() -> None:
    assert normalise("Việt Nam – Trung Quốc: “hòa bình”, 中国。").origin is None


def test_span_covers_marks_and_stops_before_the_gap() -> None:
    original = "ông Vie" + DOT + CIRCUMFLEX + "t\u00ad  \n Nam."
    found = normalise(original)
    assert found.text == "ông Việt Nam."
    assert found.to_original(Span(4, 8)).slice(original) == "Vie" + DOT + CIRCUMFLEX + "t"
    assert found.to_original(Span(6, 7)).slice(original) == "e" + DOT + CIRCUMFLEX
    assert found.to_original(Span(9, 12)).slice(original) == "Nam"
    assert found.to_original(Span(8, 9)).slice(original) == "  \n "


def test_span_over_a_removed_wrap() -> None:
    original = "全国\n人大会"
    assert normalise(original).to_original(Span(0, 4)) == Span(0, 5)
    assert normalise(original).to_original(Span(0, 2)) == Span(0, 2)


@given(TEXTS)
@example("\u2329\n中")
@example("a \u200b\u0301")
def test_idempotent(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once
    assert normalise(once).origin is None


@given(TEXTS)
@example("이 \u0301")
def test_composed_and_decomposed_agree(text: str) -> None:
    texts = {normalise(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD")}
    assert texts == {normalise(text).text}


@given(TEXTS)
def test_every_character_maps_back(text: str) -> None:
    found = normalise(text)
    spans = [found.to_original(Span(i, i + 1)) for i in range(len(found.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
    for character, span in zip(found.text, spans, strict=True):
        assert character in normalise(span.slice(text)).text or character == " "
    if found.origin is not None:
        assert len(found.origin) == len(found.text) + 1
    assert found.to_original(Span(len(found.text), len(found.text))).end <= len(text)


@pytest.mark.parametrize("stack", [ACUTE, ACUTE + DOT, "\u05b0\u05b1\u0591"])
def test_ten_thousand_marks_take_no_time(stack: str) -> None:
    with bounded(1.0):
        normalise("e" + stack * 10_000)


@given(TEXTS)
def test_the_quick_way_gives_the_same_text(text: str) -> None:
    assert normalise_text(text) == normalise(text).text


@given(st.text(st.sampled_from("aeiouăâêôơưđ bcǵ̛̣̀̃̉̂̆"), max_size=30))
def test_the_quick_way_gives_the_same_marks(text: str) -> None:
    assert normalise_text(text) == normalise(text).text
