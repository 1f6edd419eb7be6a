"""Tone placement: open oa, oe, uy move; nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang.vi.syllables import is_syllable
from termkit.lang.vi.tones import place_tone, set_tone_style, tone_key, tone_style

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases/tones.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("word", "style", "old", "new", "source"), ROWS)
def test_word(word: str, style: str, old: str, new: str, source: str) -> None:
    assert (tone_style(word) or "-") == style
    assert (set_tone_style(word, "old"), set_tone_style(word, "new")) == (old, new)
    assert tone_key(old) == tone_key(new) == tone_key(word)
    if is_syllable(word):
        assert (place_tone(word, "old"), place_tone(word, "new")) == (old, new)


def test_only_the_words_that_move_are_touched() -> None:
    found = "Ủy ban Hòa bình (khóa XV): “Quý vị hoàn toàn khỏe”, Thụy-sĩ, xóa/hóa."
    new = "Uỷ ban Hoà bình (khoá XV): “Quý vị hoàn toàn khoẻ”, Thuỵ-sĩ, xoá/hoá."
    assert set_tone_style(found, "new") == new
    assert set_tone_style(new, "old") == found
    assert set_tone_style(new, "keep") == new


def test_decomposed_and_glued_text_is_left_alone() -> None:
    text = "hoa\u0300 hoà\u0323 hòa1 x_hòa"
    assert set_tone_style(text, "new") == text


@given(st.text(alphabet="hqu oóòaáàeéyýỳnQUỲ-"))
def test_there_and_back(text: str) -> None:
    old = set_tone_style(text, "old")
    assert set_tone_style(set_tone_style(old, "new"), "old") == old
    assert len(old) == len(text)
    assert set_tone_style(old, "old") == old


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("hòan", "hoàn"),
        ("tòan", "toàn"),
        ("qúy", "quý"),
        ("gìa", "già"),
        ("cuả", "của"),
        ("biểu", "biểu"),
        ("bíêt", "biết"),
        ("Tòan", "Toàn"),
        ("thuếê", None),
        ("nuớc", None),
    ],
)
def test_misplaced(slip: str, right: str | None) -> None:
    assert place_tone(slip, "old") == right
