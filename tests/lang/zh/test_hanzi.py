"""Simplified and traditional: one into the other, and whether two texts are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang.zh.hanzi import han_variants, same_han, simplify, traditional_variants
from tests.bounded import bounded

HAN = st.text(alphabet="国國发發髮习習近平后後里裏裡为為爲台臺乾隆干钟鐘鍾𡨸A ", max_size=12)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("習近平", "习近平"),
        ("黎懷忠", "黎怀忠"),
        ("阮氏金銀", "阮氏金银"),
        ("臺灣", "台湾"),
        ("裡面", "里面"),
        ("為爲", "为为"),
        ("乾隆", "乾隆"),
        ("餅乾", "饼干"),
        ("錢鍾書", "钱锺书"),
        ("皇后以後", "皇后以后"),
        ("Xi 習 123", "Xi 习 123"),
        ("𡨸", "𡨸"),
    ],
)
def test_simplify(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified
    assert simplify(simplified) == simplified


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("國", "国", True),
        ("髮", "发", True),
        ("發", "髮", False),  # both are 发, and still two words
        ("後", "后", True),
        ("鐘", "鍾", False),
        ("為", "爲", True),  # Hong Kong and the mainland's standard
        ("習近平", "习近乎", False),
        ("習近", "习近平", False),
        ("", "", True),
    ],
)
def test_same_han(a: str, b: str, same: bool) -> None:
    assert same_han(a, b) is same
    assert same_han(b, a) is same


@given(HAN)
def test_simplifying_is_idempotent_and_keeps_the_name(text: str) -> None:
    once = simplify(text)
    assert simplify(once) == once
    assert len(once) == len(text)
    assert same_han(text, text)


@given(HAN, HAN)
def test_sameness_is_symmetric(a: str, b: str) -> None:
    assert same_han(a, b) == same_han(b, a)


def test_variants_lead_back() -> None:
    for character in "国发后里为钟台":
        for form in traditional_variants(character):
            assert character == form or character in han_variants(form)


def test_long_text_takes_linear_time() -> None:
    simplify("習")
    with bounded(0.5):
        simplify("習近平總書記" * 20_000)
