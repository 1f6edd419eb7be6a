"""Many patterns over one text or over many: the same hits, in exact places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.text import batch
from termkit.text.codepage import key_character, latin_key
from termkit.text.match import Hit, PatternSet

PATTERNS = (
    "Việt Nam",
    "Đảng Cộng sản Việt Nam",
    "U.S. Army",
    "国家主席",
    "主席",
    "𡨸喃",
    "Тест",
    "đảng",
)
PIECES = (
    *("a", "b", "á", "a\u0301", "A", "Đ", "ab", "7"),
    *(".", "?!", "。", " ", "\n", "-", "(", "\u200b", "\u0301", "\u00ad", "\0"),
    *("国", "主", "𡨸", "Ж", "한", "e\u0301\u0323", " " * 65, "é\u0300" * 5, "abcdefghijk"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def found(text: str, patterns: tuple[str, ...] = PATTERNS) -> list[tuple[str, str]]:
    """What stands at each hit, and the pattern."""
    hits = PatternSet(patterns).find(text)
    assert list(PatternSet(patterns).find_all([text])) == [hits]
    return [(text[hit.start : hit.end], patterns[hit.pattern]) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VIET NAM's", [("VIET NAM", "Việt Nam")]),
        ("the Vietnamese, VietNam", []),
        ("(Vie\u0323\u0302t\nNam\u0301)", [("Vie\u0323\u0302t\nNam\u0301", "Việt Nam")]),
        ("Việt-Nam; Việt (Nam", [("Việt-Nam", "Việt Nam"), ("Việt (Nam", "Việt Nam")]),
        ("Sống ở Việt. Nam đi rồi.", []),
        ("a U.S. Army man, a US Army man", [("U.S. Army", "U.S. Army")]),
        ("đảng cộng sản Việt Nam", [("đảng cộng sản Việt Nam", "Đảng Cộng sản Việt Nam")]),
        ("đảng cộng sản Việt", [("đảng", "đảng")]),
        ("中国国家主席、主席。", [("国家主席", "国家主席"), ("主席", "主席")]),
        ("国家。主席", [("主席", "主席")]),
        ("chữ 𡨸喃", [("𡨸喃", "𡨸喃")]),
        ("тест, тесты", [("тест", "Тест")]),
        ("Việt" + " " * 64 + "Nam", [("Việt" + " " * 64 + "Nam", "Việt Nam")]),
        ("Việt" + " " * 65 + "Nam", []),
        ("Đ\u200bảng\u200b", [("Đ\u200bảng", "đảng")]),
    ],
)
def test_whole_tokens_in_exact_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_patterns_with_one_key_are_one() -> None:
    patterns = PatternSet(["Đảng", "dang", "?", "đang"])
    assert patterns.find("DANG?") == [Hit(0, 4, 0)]
    assert patterns.alike(0) == (0, 1, 3)
    assert patterns.alike(2) == (2,)


def test_no_patterns_and_no_texts() -> None:
    assert list(PatternSet([]).find_all(["Việt Nam", ""])) == [[], []]
    assert list(PatternSet(["a"]).find_all([])) == []
    assert PatternSet(["", "!", "a" + " " * 65 + "b"]).find("a" + " " * 65 + "b") == []


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=5))
def test_both_ways_find_the_same(patterns: list[str], texts: list[str]) -> None:
    one = PatternSet([pattern[:12] for pattern in patterns])
    assert list(one.find_all(texts)) == [one.find(text) for text in texts]


@given(st.lists(TEXTS, min_size=1, max_size=12), st.lists(TEXTS, min_size=3).map("".join))
def test_a_long_text_is_found_in_pieces(patterns: list[str], text: str) -> None:
    one = PatternSet([pattern[:9] for pattern in patterns])
    whole = one.find(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "PIECE", 5)
        assert list(one.find_all([text])) == [whole]


@given(st.text())
def test_a_key_does_not_depend_on_the_normal_form(text: str) -> None:
    composed = unicodedata.normalize("NFC", "Việt Nam " + text[:5])
    decomposed = unicodedata.normalize("NFD", composed)
    hits = [
        [one[hit.start : hit.end] for hit in PatternSet(["việt nam"]).find(one)]
        for one in (composed, decomposed)
    ]
    assert [unicodedata.normalize("NFC", hit) for hit in hits[1]] == hits[0]


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF)))
def test_a_latin_key_is_the_key_of_each_character(text: str) -> None:
    expected = "".join(map(key_character, text))
    key = latin_key(text)
    if key is None:
        assert not expected.isascii()
    else:
        assert key.decode("ascii") == expected


def test_white_space_never_belongs_to_a_token() -> None:
    """A long text is cut there."""
    spaces = [chr(code) for code in range(0x110000) if chr(code).isspace()]
    assert {key_character(space) for space in spaces} == {" "}


def test_equal_hashes_need_equal_tokens() -> None:
    """Tokens that share their first eight, sixteen and more bytes are told apart."""
    words = ["a" * n for n in range(1, 40)] + ["a" * n + "b" for n in range(40)]
    for word in words:
        assert found(f"{word} x", tuple(words)) == [(word, word)]
