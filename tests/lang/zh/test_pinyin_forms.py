"""Pinyin and Wade-Giles: what a written name may be, and which Han name it reads."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang.zh.readings import can_read_pinyin, family_readings, pinyin_readings
from termkit.lang.zh.syllables import (
    PinyinSyllable,
    parse_syllable,
    pinyin_syllables,
    read_pinyin,
    same_pinyin,
    split_syllables,
)
from termkit.lang.zh.wade_giles import (
    from_wade_giles,
    read_wade_giles,
    same_as_pinyin,
    to_wade_giles,
)
from tests.bounded import bounded


@pytest.mark.parametrize(
    ("text", "splits"),
    [
        ("Jinping", (("jin", "ping"),)),
        ("Xi'an", (("xi", "an"),)),
        ("Xi’an", (("xi", "an"),)),
        ("Xian", (("xian",), ("xi", "an"))),
        ("Fangan", (("fan", "gan"), ("fang", "an"))),
        ("Lü Xiulian", (("lü", "xiu", "lian"),)),
        ("Lyu Xiu-lian", (("lü", "xiu", "lian"),)),
        ("NV ER", (("nü", "er"),)),
        ("lu:e", (("lüe",), ("lü", "e"))),
        ("Shaanxi", (("shan", "xi"),)),
        ("Bejing", ()),
        ("Trung", ()),
        ("", ()),
        ("123", ()),
    ],
)
def test_split_syllables(text: str, splits: tuple[tuple[str, ...], ...]) -> None:
    found = split_syllables(text)
    assert set(splits) <= set(found) if splits else found == ()
    assert all("".join(split) for split in found)


@pytest.mark.parametrize(
    ("a", "b", "same", "same_toneless"),
    [
        ("Xí Jìnpíng", "Xi2 Jin4ping2", True, True),
        ("Xí Jìnpíng", "Xī Jìnpíng", False, True),
        ("Xi Jinping", "Xi Jin-ping", True, True),
        ("XI JINPING", "Xi Jinping", True, True),
        ("Xi Jinping", "Xi Jinpin", False, False),
        ("Li Xi", "Li Xin", False, False),
        ("Lü", "Lu", False, True),
        ("Lü", "Lyu", True, True),
        ("Xi'an", "Xian", True, True),
        ("Lê Hoài Trung", "Lê Hoài Trung", False, False),  # no pinyin
    ],
)
def test_same_pinyin(a: str, b: str, same: bool, same_toneless: bool) -> None:
    assert same_pinyin(a, b) is same_pinyin(b, a) is same
    assert same_pinyin(a, b, tones=False) is same_pinyin(b, a, tones=False) is same_toneless


@pytest.mark.parametrize(
    ("han", "latin", "reads"),
    [
        ("习近平", "Xi Jinping", True),
        ("習近平", "Xí Jìnpíng", True),
        ("习近平", "Xi Jinpin", False),
        ("刘海星", "Liu Haixing", True),
        ("刘海星", "Liu Haiting", False),
        ("重庆", "Chongqing", True),
        ("陕西", "Shaanxi", True),
        ("单士厘", "Shan Shili", True),
        ("仇和", "Qiu He", True),
        ("解振华", "Xie Zhenhua", True),
        ("尉迟敬德", "Yuchi Jingde", True),
        ("吕秀莲", "Lyu Xiulian", True),
        ("习近平", "Tập Cận Bình", False),
        ("习近平", "", False),
        ("", "Xi", False),
    ],
)
def test_can_read_pinyin(han: str, latin: str, reads: bool) -> None:
    assert can_read_pinyin(han, latin) is reads


@pytest.mark.parametrize(
    ("family", "reading"),
    [("单", "shàn"), ("仇", "qiú"), ("解", "xiè"), ("尉迟", "yù chí"), ("欧阳", "ōu yáng")],
)
def test_family_names_have_readings_of_their_own(family: str, reading: str) -> None:
    assert reading in [" ".join(map(str, name)) for name in family_readings(family)]


@pytest.mark.parametrize(
    ("wade_giles", "pinyin", "same"),
    [
        ("Mao Tse-tung", "Mao Zedong", True),
        ("Chou En-lai", "Zhou Enlai", True),
        ("Teng Hsiao-p’ing", "Deng Xiaoping", True),
        ("Teng Hsiao-ping", "Deng Xiaoping", True),
        ("Ch’en Tu-hsiu", "Chen Duxiu", True),
        ("Chen Tu-hsiu", "Chen Duxiu", True),
        ("Chên Tu-hsiu", "Chen Duxiu", True),
        ("Ch’en Tu-hsiu", "Zhen Duxiu", False),  # the apostrophe says ch
        ("Ssu-ma Ch’ien", "Sima Qian", True),
        ("Taipei", "Taibei", True),
        ("Kaohsiung", "Gaoxiong", True),
        ("Mao Tse-tung", "Mao Dedong", False),
        ("Le Hoai Trung", "Le Huaizhong", False),
    ],
)
def test_wade_giles(wade_giles: str, pinyin: str, same: bool) -> None:
    assert same_as_pinyin(wade_giles, pinyin) is same


def test_every_syllable_goes_to_wade_giles_and_back() -> None:
    for syllable in pinyin_syllables():
        form = to_wade_giles(syllable)
        assert form is not None
        assert syllable in from_wade_giles(form)
        assert syllable in from_wade_giles(form.replace("’", "'"))
        assert syllable in from_wade_giles(form.replace("’", "").replace("ü", "u"))


def test_every_syllable_carries_every_tone() -> None:
    for letters in pinyin_syllables():
        for tone in range(1, 5):
            syllable = PinyinSyllable(letters, tone)
            for text in (
                str(syllable),
                f"{letters}{tone}",
                unicodedata.normalize("NFD", str(syllable)),
            ):
                assert parse_syllable(text) == syllable


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(read_pinyin(text), tuple)
    assert isinstance(read_wade_giles(text), tuple)
    assert isinstance(can_read_pinyin(text, text), bool)
    assert all(isinstance(reading, PinyinSyllable) for reading in pinyin_readings(text[:1]))


@pytest.mark.parametrize(
    "text",
    [
        "xian" * 10,
        "gangan" * 6,
        "xian " * 20,
        "a" * 10_000,
        "\N{COMBINING ACUTE ACCENT}" * 10_000,
        "习" * 10_000,
    ],
)
def test_bad_input_is_quick(text: str) -> None:
    read_pinyin("xi"), read_wade_giles("hsi")
    with bounded(0.2):
        read_pinyin(text), read_wade_giles(text), can_read_pinyin(text, text)
