"""Every public function of names answers whatever it is given, in time that grows with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.names import NameIndex, compare_names, find_territory, read_personal_name, variants
from tests.bounded import bounded

INDEX = NameIndex.from_names(
    [("t", "Lê Hoài Trung", "vi", "person"), ("x", "习近平", "zh", "person"), ("h", "Hà Nội")]
)
TEXTS = (
    "", " ", "\u0301", "\u0301\u0302\u0323" * 20, "\x00\x07\x1b", "\u200b\ufeff", "\U000e0001",
    "\u0378", "\uffff", "\ud800", "\u202eLê\u202c", "Lê 习 Ле ﷽ 한국", "𡨸𡨸", "1 2 3",
    "a" * 10_000, "Lê " * 3_333, "e\u0301\u0302" * 3_333, "'" * 10_000, "-" * 10_000,
    "习" * 10_000, "王外长" * 3_333, "L. " * 3_333, "(" * 10_000, "（a" * 5_000, "Mr " * 3_333,
    "Cộng hòa " * 1_111, "yi'" * 3_333, "\n" * 10_000,
)  # fmt: skip


def read_parts(text: str) -> None:
    for lang in ("vi", "en", "zh"):
        read_personal_name(text, lang)


def link_document(text: str) -> None:
    for lang in ("vi", "en", "zh"):
        INDEX.link_document(text, lang)


def index_it(text: str) -> None:
    index = NameIndex.from_names([("a", text, "vi", "person"), ("b", text, "zh", "place")])
    assert index.ids == ("a", "b")


@pytest.mark.parametrize(
    "function",
    [
        INDEX.link,
        lambda text: INDEX.link("Trung", context=text),
        link_document,
        index_it,
        find_territory,
        variants,
        read_parts,
    ],
    ids=["link", "context", "link_document", "from_names", "territory", "variants", "parts"],
)
def test_bad_input_has_an_answer(function: Callable[[str], object]) -> None:
    """No exception, and no text of ten thousand characters takes long."""
    for text in TEXTS:
        with bounded(3, text[:20]):
            function(text)


def test_a_text_is_no_name_of_its_entry() -> None:
    index = NameIndex.from_names([("a", "Lê " * 100), ("a", "Tô Lâm"), ("b", "习" * 300)])
    assert index.link("Tô Lâm").id == "a"
    assert not index.link("习" * 300)


# What names are made of, and what breaks readers, in any mixture.
FRAGMENTS = (
    "Lê", "Hoài", "Trung", "Nguyễn", "Xi", "Jinping", "习近平", "習", "Tập", "Tse-tung", "Hsi",
    "Chin-p'ing", "Đ", "ð", "Gj", "H'", "H’", "TP.", "GS.TSKH.", "Công ty TNHH", "JSC", "Sen.",
    "Ambassador to China", "and", "The", "省", "主席", "(", "）", "【", ",", ".", "-", "‑", "'",
    "\u0301", "\u0323", "\u031b", "\u0335", "\u030c", "\x00", "\x1b", "\u200b", "\ufeff", "\u202e",
    "\ud800", "\U000e0001", "\uffff", "\u0378", "ﷺ", "한", "ß", "İ", "ﬁ", "𡨸", "½", "L.", "Th.",
    "\n", "\u00a0", "\u3000", "1", "Sun Yat-sen", "Peking", "Huế", "Long", "An", "said", "’s", "ü",
)  # fmt: skip
MIXED = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join),
    st.text(max_size=40),
)


@settings(max_examples=120, deadline=None)
@given(MIXED, MIXED, st.sampled_from(("vi", "en", "zh")))
def test_any_mixture_has_an_answer(one: str, two: str, lang: str) -> None:
    """Symmetric, reflexive, and every mention is where it says."""
    found, turned = compare_names(one, two, lang_a=lang), compare_names(two, one, lang_b=lang)
    assert (found.verdict, found.score) == (turned.verdict, turned.score)
    assert compare_names(one, one).verdict == "same"
    for span, link in INDEX.link_document(one, lang):
        assert link.mention == span.slice(one)
    INDEX.link(one, context=two)
    index_it(one)
    find_territory(one, lang=lang)
    variants(one)
    read_personal_name(one, lang)
