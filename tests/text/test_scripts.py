"""Every Han extension is Han, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest

from termkit.text.scripts import has_han, is_han


@pytest.mark.parametrize(
    "character", ["一", "鿿", "㐀", "豈", "〇", "々", "𠀀", "𡨸", "𪜀", "𫝀", "𰀀", "𱍐"]
)
def test_han(character: str) -> None:
    assert is_han(character)
    assert has_han(f"chữ {character}.")


@pytest.mark.parametrize("character", ["a", "ệ", "ひ", "カ", "가", "，", "、", "Ａ", "😀", "⺀"])
def test_not_han(character: str) -> None:
    assert not is_han(character)


def test_all_unified_ideographs() -> None:
    """What this Python's Unicode calls a unified ideograph is Han."""
    names = (chr(code) for code in range(0x3400, 0x33480))
    assert all(is_han(c) for c in names if unicodedata.name(c, "").startswith("CJK UNIFIED"))
