"""Which words can be Vietnamese syllables, and which letters Vietnamese words have."""

from __future__ import annotations

import pytest

from termkit.lang.tables import load_rows
from termkit.lang.vi.letters import repair_letters, repaired_word
from termkit.lang.vi.marks import (
    Tone,
    mark_distance,
    same_but_fewer_marks,
    split_tone,
    with_tone,
    without_marks,
)
from termkit.lang.vi.syllables import ONSETS, is_syllable, is_unmarked_syllable, parse_syllable

TEXT = """
Nhận lời mời của Bộ trưởng Ngoại giao, Ủy viên Bộ Chính trị, Giám đốc Văn phòng Ủy ban Công tác
đối ngoại Trung ương Đảng Cộng sản Trung Quốc thăm chính thức Việt Nam, đồng chủ trì phiên họp
lần thứ mười sáu Ủy ban chỉ đạo hợp tác song phương. Hai bên đánh giá cao những kết quả đạt được
trong giữ gìn hòa bình, ổn định; nhất trí tiếp tục quán triệt nhận thức chung, thúc đẩy quan hệ
đối tác hợp tác chiến lược toàn diện, xây dựng cộng đồng chia sẻ tương lai có ý nghĩa chiến lược,
huy động nguồn lực, khuyến khích doanh nghiệp, tạo thuận lợi thông quan, nghiêm túc thực hiện
thỏa thuận, kiểm soát bất đồng, duy trì nguyên trạng; nguệch ngoạc, khúc khuỷu, quýnh quáng, giặc
giã, giếng, gì, quốc, thuở, yểng, uống, ương, Kạn, Sa Pa
"""


@pytest.mark.parametrize("word", sorted(set(TEXT.replace(",", " ").replace(";", " ").split())))
def test_syllables_of_a_report(word: str) -> None:
    word = word.rstrip(".")
    assert is_syllable(word)
    assert is_unmarked_syllable(without_marks(word))


@pytest.mark.parametrize(
    "word",
    [
        "Brazil",
        "Trump",
        "Peter",
        "Wang",
        "Wuhan",
        "viet",
        "viêt",
        "cút2",
        "nghang",
        "ca-",
        "ke1",
        "cê",
        "kô",
        "ghà",
        "qò",
        "hợpp",
        "hòá",
        "strong",
        "thê giới",
        "ç",
        "Đðng",
        "quu",
    ],
)
def test_no_syllable(word: str) -> None:
    assert parse_syllable(word) is None


@pytest.mark.parametrize(("onset", "rime", "example"), load_rows("vi", "rimes"))
def test_every_rime_has_its_example(onset: str, rime: str, example: str) -> None:
    found = parse_syllable(example)
    assert found is not None
    assert found.rime == rime
    assert (found.onset == "qu") == (onset == "qu")


def test_onsets_are_tried_longest_first() -> None:
    for index, onset in enumerate(ONSETS):
        assert not any(onset.startswith(shorter) for shorter in ONSETS[:index])


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("vowel", list("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"))
def test_tones_come_off_every_vowel(vowel: str, tone: Tone) -> None:
    letter = with_tone(vowel, tone)
    assert len(letter) == 1
    assert split_tone(letter) == (vowel, tone)


@pytest.mark.parametrize(
    ("bare", "marked", "expected"),
    [
        ("Le Hoai Trung", "Lê Hoài Trung", True),
        ("Lê Hoài Trung", "Le Hoai Trung", False),
        ("Lê Hoài Trung", "Lê Hoài Trung", False),
        ("Le Hoài Trung", "Lê Hoai Trung", False),  # each has a mark the other lacks
        ("e", "ế", True),
        ("ê", "ế", True),
        ("é", "ế", True),
        ("è", "ế", False),
        ("ô", "ơ", False),
        ("Dang", "Đảng", True),
        ("đ", "d", False),
        ("DANG", "Đảng", True),
        ("Trung", "Trúc", False),
        ("Viet Nam", "Việt-Nam", False),
        ("", "", False),
    ],
)
def test_fewer_marks(bare: str, marked: str, expected: bool) -> None:
    assert same_but_fewer_marks(bare, marked) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Trung", "Trúng", 1),
        ("Trung", "Trung", 0),
        ("e", "ệ", 2),
        ("đá", "da", 2),
        ("a", "b", None),
        ("a", "aa", None),
        ("è", "é", 1),
        ("TRUNG", "trung", 0),
    ],
)
def test_distance(first: str, second: str, expected: int | None) -> None:
    assert mark_distance(first, second) == mark_distance(second, first) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ÐẢNG CỘNG SẢN", "ĐẢNG CỘNG SẢN"),
        ("Ðắk Lắk", "Đắk Lắk"),
        ("ông Ðinh ở Hà Nội", "ông Đinh ở Hà Nội"),
        ("Ɖặng Thùy Trâm", "Đặng Thùy Trâm"),
        ("Nghị định 30/2020/NÐ-CP của Chính phủ ở", "Nghị định 30/2020/NĐ-CP của Chính phủ ở"),
        ("President Guðni Th. Jóhannesson", "President Guðni Th. Jóhannesson"),
        ("Tổng thống Guðni gặp Halla Tómasdóttir ở Hà Nội", None),
        ("Það var ðe", None),
        ("Eʋegbe: ɖe", None),
    ],
)
def test_repaired(text: str, expected: str | None) -> None:
    assert repair_letters(text) == (text if expected is None else expected)


def test_a_plain_word_needs_a_vietnamese_text() -> None:
    assert repaired_word("Ðinh", in_vietnamese=False) is None
    assert repaired_word("Ðinh", in_vietnamese=True) == "Đinh"
