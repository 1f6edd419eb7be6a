"""Whole names: the verdicts of the issue, and what must hold for any text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termkit.errors import UnsupportedLanguageError
from termkit.lang.vi.tones import set_tone_style
from termkit.names import compare_names
from tests.bounded import bounded

SAME = [
    ("Lê Hoài Trung", "LÊ HOÀI TRUNG"),
    ("Lê Hoài Trung", "Trung Lê Hoài"),
    ("Lê Hoài Trung", "LÊ, Hoài Trung"),
    ("Hòa Bình", "Hoà Bình"),
    ("Thừa Thiên-Huế", "Thừa Thiên - Huế"),
    ("Hà Nội", "Hà-Nội"),
    ("Đà Nẵng", "Ðà Nẵng"),
    ("Đinh Tiên Hoàng", "Gjinh Tiên Hoàng"),
    ("H'Yim Kđoh", "H’Yim Kđoh"),
    ("Lê Hoài Trung", "Bộ trưởng Ngoại giao Lê Hoài Trung"),
    ("Xi Jinping", "Jinping XI"),
    ("Xi Jinping", "President Xi Jin-ping"),
    ("TP. Huế", "Thành phố Huế"),
    ("Hà Nội", "Thủ đô Hà Nội"),
    ("习近平", "習近平主席"),
    ("习近平", "Tập Cận Bình"),
    ("河内市", "河内"),
    ("Đức", "Germany"),
    ("Le Hoai Trung", "Le Hoai Trung"),
    ("Le Hoai Trung", "TRUNG LE HOAI"),
    ("GS.TSKH. Vũ Minh Giang", "Vũ Minh Giang"),
    ("Dr. Lê Văn Sáu, PhD", "Lê Văn Sáu"),
    ("The Foreign Ministry", "Foreign Ministry"),
    ("H' Yim Kđoh", "H'Yim Kđoh"),
    ("Nguyễn Văn An, Đại sứ Việt Nam", "Nguyễn Văn An"),
    ("Đại sứ Việt Nam tại Trung Quốc Phạm Thanh Bình", "Phạm Thanh Bình"),
    ("全国人大常委会委员长赵乐际", "赵乐际"),
    ("Thị xã Sơn Tây", "TX. Sơn Tây"),
]
COMPATIBLE = [
    ("Le Hoai Trung", "Lê Hoài Trung"),
    ("Vương Đình Hue", "Vương Đình Huệ"),
    ("Hanoi", "Hà Nội"),
    ("Viet-Nam", "Việt Nam"),
    ("Minister Le Hoai Trung", "Bộ trưởng Lê Hoài Trung"),
    ("Lê Trung", "Lê Hoài Trung"),
    ("Le H. Trung", "Lê Hoài Trung"),
    ("L.H. Trung", "Lê Hoài Trung"),
    ("Lý Thường Kiệt", "Lí Thường Kiệt"),
    ("Bắc Kạn", "Bắc Cạn"),
    ("Xi Jinping", "Xí Jìnpíng"),
    ("习近平", "Xi Jinping"),
    ("習近平", "Hsi Chin-p'ing"),
    ("王毅", "Wáng Yì"),
    ("王毅", "Wang I"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Tập Cận Bình", "Xi Jinping"),
    ("Chairman Xi Jinping", "Tập Cận Bình"),
    ("Đà Nẵng", "Da Nang City"),
    ("Lu Bu", "Lü Bu"),
    ("Hồ Chí Minh", "Ho Chi Minh City"),
]
CONFLICT = [
    ("Lê Hoài Trúng", "Lê Hoài Trung"),
    ("Lê Hoài Trung", "Lê Hoài Trang"),
    ("Lê Văn Trung", "Lê Hoài Trung"),
    ("Nguyễn Minh Anh", "Nguyễn Anh Minh"),
    ("Quý", "Quỷ"),
    ("Thúy", "Thúi"),
    ("Hà Nam", "Nam Hà"),
    ("Minh Anh", "Anh Minh"),
    ("Đặng", "Dâng"),
    ("Trung", "Lê Hoài Trung"),
    ("Tỉnh Cao Bằng", "Thành phố Cao Bằng"),
    ("D. V. Minh", "Lê Văn Minh"),
    ("Đ. V. Minh", "Dương Văn Minh"),
    ("Xi Jinping", "Xi Jinming"),
    ("Xí Jìnpíng", "Xī Jìnpíng"),
    ("Zhang Wei", "Chang Wei"),
    ("习近平", "习近乎"),
    ("习近平", "Tập Cận Bính"),
    ("Nga", "Nigeria"),
    ("Áo", "Úc"),
    ("", "Lê Hoài Trung"),
    ("Bình Hưng Hòa", "Bình Hòa"),
    ("TSKD. Vũ Minh Giang", "Vũ Minh Giang"),
    ("The Lu", "Lu"),
    ("Nguyễn Văn An, Việt Nam", "Nguyễn Văn An"),
    ("Đại sứ Việt Nam tại Lê Phạm Thanh Bình", "Phạm Thanh Bình"),
    ("Thị xã Móng Cái", "Thành phố Móng Cái"),
    ("王毅", "Wáng Yí"),
]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [(*pair, "same") for pair in SAME]
    + [(*pair, "compatible") for pair in COMPATIBLE]
    + [(*pair, "conflict") for pair in CONFLICT],
)
def test_verdict(a: str, b: str, verdict: str) -> None:
    found = compare_names(a, b)
    assert found.verdict == verdict
    assert found.reasons
    turned = compare_names(b, a)
    assert (turned.verdict, turned.score) == (found.verdict, found.score)


def test_known_marks() -> None:
    """A bare name of a source that writes marks is another name; of one that does not, none."""
    bare, marked = "Le Hoai Trung", "Lê Hoài Trung"
    assert compare_names(bare, marked, marks_a=True).verdict == "conflict"
    assert compare_names(marked, bare, marks_b=True).verdict == "conflict"
    assert compare_names(marked, bare, marks_a=True).verdict == "compatible"
    assert compare_names("Lê Hoài Trúng", marked, marks_b=False).verdict == "compatible"
    assert compare_names(bare, bare, marks_a=True, marks_b=True).verdict == "same"


def test_one_reason_for_each_syllable() -> None:
    assert compare_names("Trung Le Hoai", "Lê Hoài Trung").reasons == (
        "Trung is the same",
        "Le lacks 1 mark of Lê",
        "Hoai lacks 1 mark of Hoài",
    )
    assert compare_names("Hanoi", "Hà Nội").reasons == (
        "Ha lacks 1 mark of Hà",
        "Noi lacks 2 marks of Nội",
    )


def test_unknown_language() -> None:
    with pytest.raises(UnsupportedLanguageError):
        compare_names("A", "B", lang_a="xx")


SYLLABLES = st.sampled_from(
    [
        "Lê",
        "Hoài",
        "Trung",
        "Trúng",
        "Nguyễn",
        "Đỗ",
        "Đô",
        "Hòa",
        "Hoá",
        "Thúy",
        "Quý",
        "Mỹ",
        "Lý",
        "Huỳnh",
        "Giữa",
        "Bà",
        "Xã",
        "Ông",
        "L.",
        "H.",
        "Xi",
        "Jinping",
        "Wang",
        "Yi",
        "Lü",
        "Hà",
        "Nội",
        "H'Yim",
        "Kđoh",
        "Zedong",
        "Tse-tung",
    ]
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join) | st.sampled_from(
    ["习近平", "黎怀忠", "河内市", "Le Hoai Trung", "Germany", "Đức", "越南"]
)
ANY = (
    NAMES
    | st.text(max_size=40)
    | st.text("aăâđeêioôơuưyĐđLH ' -.,\u0301\u0323\u0302\u031b\u200b习近平", max_size=30)
)


@settings(max_examples=400, deadline=None)
@given(ANY, ANY, st.sampled_from([None, True, False]), st.sampled_from([None, True, False]))
@example("Lê L.", "Lê Hoài", None, None)
@example("Y", "Ý", None, None)
def test_symmetric(a: str, b: str, marks_a: bool | None, marks_b: bool | None) -> None:
    one = compare_names(a, b, marks_a=marks_a, marks_b=marks_b)
    two = compare_names(b, a, marks_a=marks_b, marks_b=marks_a)
    assert (one.verdict, one.score) == (two.verdict, two.score)
    assert 0 <= one.score <= 1
    assert (one.score == 1) == (one.verdict == "same")
    assert (one.score < 0.5) == (one.verdict == "conflict")
    assert one.reasons


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_reflexive(a: str) -> None:
    assert compare_names(a, a).verdict == "same"


@settings(max_examples=300, deadline=None)
@given(ANY, ANY)
def test_normal_forms_are_one(a: str, b: str) -> None:
    found = compare_names(a, b).verdict
    for form in ("NFC", "NFD"):
        x, y = unicodedata.normalize(form, a), unicodedata.normalize(form, b)
        assert compare_names(x, b).verdict == found
        assert compare_names(x, y).verdict == found


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_forms_of_a_name_are_the_name(name: str) -> None:
    assert compare_names(name, name.upper())
    assert compare_names(name, set_tone_style(name, "new")).verdict == "same"
    assert compare_names(name, name.replace(" ", "-"))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\u0301", "\u0301\u0302\u0323", "\x00\x07", "\u200b", "\U000e0001", "\u0378",
        "\ud800", "a" * 10_000, "Lê " * 5_000, "e\u0301\u0302" * 5_000, "'" * 10_000,
        "-" * 10_000, "习" * 10_000, "L. " * 60, " ".join("abcdefghijklmnopqrstuvwxyz"),
        "xi" * 100, "Lê 习 Ле ﷽", "(" * 200, "[a](b)【c】", "한국",
        "Владимир Путин", "1 2 3", "𡨸𡨸",
    ],
)  # fmt: skip
def test_bad_input_has_an_answer(text: str) -> None:
    """A defined answer, in less than two seconds of CPU, whatever the text."""
    with bounded(2):
        assert compare_names(text, text).verdict == "same"
        for other in ("Lê Hoài Trung", "习近平", "x" * 10_000, text[::-1], text + "a"):
            one, two = compare_names(text, other), compare_names(other, text)
            assert (one.verdict, one.score) == (two.verdict, two.score)
