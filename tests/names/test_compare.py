"""Two written forms of a name, mark by mark."""

from __future__ import annotations

import unicodedata

import pytest

from termkit.lang.vi.marks import without_marks
from termkit.model.name import Verdict
from termkit.names.forms import name_key, with_capitals_of
from termkit.names.parse import find_personal_names
from termkit.names.written import compare_syllables, compare_written, lacks_marks, read_syllable


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Đỗ", "Do", "compatible"),
        ("Đỗ", "ĐỖ", "same"),
        ("Ðỗ", "Đỗ", "same"),  # eth poses as đ
        ("Đỗ", "Dỗ", "compatible"),
        ("Dũng", "Dung", "compatible"),
        ("Dũng", "Dụng", "conflict"),
        ("Thủy", "Thuỷ", "same"),
        ("Mẫn", "Mẩn", "conflict"),
        ("Trung", "Chung", "conflict"),
    ],
)
def test_syllables(a: str, b: str, verdict: str) -> None:
    assert compare_syllables(a, b) == verdict
    assert compare_syllables(b, a) == verdict


def test_normal_forms_agree() -> None:
    """Decomposed text says the same as composed text."""
    for name in ("Lê Hoài Trung", "Nguyễn Phú Trọng", "Đặng Thị Thuỷ"):
        loose = unicodedata.normalize("NFD", name)
        assert compare_written(name, loose) is Verdict.SAME
        assert read_syllable(name) == read_syllable(loose)


def test_a_whole_name_is_not_a_partly_marked_one() -> None:
    """Only against a name known to be whole can a lost mark be told from a won one."""
    assert lacks_marks("Vương Đình Hue", "Vương Đình Huệ")
    assert not lacks_marks("Lê Hoài Trúng", "Lê Hoài Trung")
    assert not lacks_marks("Lê Hoài", "Lê Hoài Trung")


@pytest.mark.parametrize("name", ["", "\N{COMBINING ACUTE ACCENT}", "𡨸", "X", "1982", "Ng" * 5000])
def test_odd_names_have_an_answer(name: str) -> None:
    assert compare_written(name, name) is Verdict.SAME
    assert isinstance(name_key(name), str)
    assert isinstance(without_marks(name), str)
    assert with_capitals_of(name, "Hà Nội") in ("Hà Nội", "HÀ NỘI")


def test_people_in_running_text() -> None:
    text = (
        "Thủ tướng Phạm Minh Chính gặp ông Tô Lâm ở Hà Nội; Liu Haixing met Tran Thi Bich. "
        "Nguyen Hue Street, Le Monde, Vietnam Airlines, Long March and He said are none."
    )
    assert [(name.text, name.lang) for name in find_personal_names(text)] == [
        ("Phạm Minh Chính", "vi"),
        ("Tô Lâm", "vi"),
        ("Hà Nội", "vi"),  # by shape alone; the glossary knows better
        ("Liu Haixing", "zh"),
        ("Tran Thi Bich", "vi"),
    ]
