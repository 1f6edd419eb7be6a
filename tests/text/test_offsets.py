"""Three ways of counting agree with Python's own encoders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.text.offsets import Utf16, byte_offset, index_at_byte, line_starts

TEXTS = st.lists(st.sampled_from(["a", "ệ", "\u0301", "国", "𡨸", "😀", "\n", "\r"])).map("".join)


@given(TEXTS)
def test_utf16_agrees_with_the_encoder(text: str) -> None:
    utf16 = Utf16(text)
    for index in range(len(text) + 1):
        units = len(text[:index].encode("utf-16-le")) // 2
        assert utf16.from_index(index) == units
        assert utf16.to_index(units) == index
    assert utf16.to_index(10**6) == len(text)


def test_half_a_character_is_the_character() -> None:
    assert [Utf16("a𡨸b").to_index(units) for units in range(5)] == [0, 1, 1, 2, 3]


@given(TEXTS)
def test_bytes_there_and_back(text: str) -> None:
    for index in range(len(text) + 1):
        assert index_at_byte(text, byte_offset(text, index)) == index


@given(TEXTS)
def test_lines_are_those_of_universal_newlines(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = line_starts(text)
    assert len(starts) == len(lines)
    ends = (*starts[1:], len(text) + 1)
    assert [text[a:b].rstrip("\r\n") for a, b in zip(starts, ends, strict=True)] == lines
