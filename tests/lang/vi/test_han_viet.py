"""Han names read in Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang.tables import load_rows
from termkit.lang.vi.han_viet import (
    MOST_READINGS,
    can_read,
    han_viet_readings,
    read_han_viet,
    reading_key,
)
from termkit.lang.vi.syllables import is_syllable
from tests.bounded import bounded


@pytest.mark.parametrize(
    ("han", "name", "reads"),
    [
        ("习近平", "Tập Cận Bình", True),
        ("習近平", "TẬP CẬN BÌNH", True),
        ("习近平", "Tập-Cận-Bình", True),
        ("习近平", "Tập Cận Bính", False),
        ("习近平", "Tập Cân Bình", False),
        ("习近平", "Tap Can Binh", False),
        ("习近平", "Tập Bình", False),
        ("习近平", "Xi Jinping", False),
        ("黎怀忠", "Lê Hoài Trung", True),
        ("黎怀忠", "Lê Hoài Trúng", False),
        ("黎怀忠", "Lê Hoài Chung", False),
        ("苏林", "Tô Lâm", True),
        ("李希", "Lý Hy", True),
        ("李希", "Lí Hi", True),
        ("庆和", "Khánh Hoà", True),
        ("庆和", "Khánh Hòa", True),
        ("庆和", "Khánh Hóa", False),
        ("谅山", "Lạng Sơn", True),  # a name, not a reading: 谅 is lượng
        ("芒街", "Móng Cái", True),
        ("兴安", "Hưng Yên", True),
        ("兴安", "Hưng An", True),
        ("单士厘", "Thiện Sĩ Ly", True),
        ("重庆", "Trùng Khánh", True),
        ("宁夏", "Ninh Hạ", True),  # 宁 for 寧, not the rare 宁
        ("黄文欢", "Hoàng Văn Hoan", True),
        ("黃文歡", "Huỳnh Văn Hoan", True),
        ("武元甲", "Võ Nguyên Giáp", True),
        ("武元甲", "Vũ Nguyên Giáp", True),
        ("哈尔滨", "Cáp Nhĩ Tân", True),
        ("钟", "Chuông", False),  # Nôm, as Unihan has it
        ("", "", False),
        ("习近平", "", False),
        ("", "Tập", False),
    ],
)
def test_can_read(han: str, name: str, reads: bool) -> None:
    for form in ("NFC", "NFD"):
        assert can_read(han, unicodedata.normalize(form, name)) is reads


def test_marks_may_be_left_out_of_account() -> None:
    assert can_read("习近平", "Tap Can Binh", marked=False)
    assert not can_read("习近平", "Tap Can Bin", marked=False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoá", "hóa", True),
        ("Quý", "quí", True),
        ("mỹ", "mĩ", True),
        ("thúy", "thúi", False),
        ("tay", "tai", False),
        ("Đ", "d", False),
    ],
)
def test_reading_key(one: str, other: str, same: bool) -> None:
    assert (reading_key(one) == reading_key(other)) is same


def test_every_reading_of_the_table_is_a_syllable() -> None:
    for readings, characters in load_rows("vi", "han_viet"):
        for reading in readings.replace("*", "").split():
            assert is_syllable(reading), (reading, characters)


@given(st.text(alphabet="习近平重庆发單乐仇解A ·", max_size=8))
def test_a_name_can_be_read_as_it_is_read(text: str) -> None:
    read = read_han_viet(text)
    assert len(read) <= MOST_READINGS
    assert len(set(read)) == len(read)
    assert all(can_read(text, reading) for reading in read)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_has_an_answer(han: str, name: str) -> None:
    assert can_read(han, name) in (True, False)
    assert isinstance(read_han_viet(han), tuple)
    assert isinstance(han_viet_readings(han[:1]), tuple)


@pytest.mark.parametrize("text", ["重" * 64, "习" * 10_000, "\N{COMBINING ACUTE ACCENT}" * 10_000])
def test_bad_input_is_quick(text: str) -> None:
    read_han_viet("习")
    with bounded(0.2):
        read_han_viet(text), can_read(text, "Trọng " * 64), can_read(text, text)
