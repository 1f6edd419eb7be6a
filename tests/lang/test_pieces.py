"""What is put together of pieces is what the whole text has."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from termkit.lang.pieces import (
    letters_of,
    sign_of_characters,
    sign_of_pieces,
    sign_of_words,
    signs_of,
    tokens_of,
    word_set,
)
from termkit.lang.words import TOKEN

_MIXED = st.text(alphabet="aZđệ 0.,'’()-国會𡨸 \N{COMBINING DOT BELOW}", max_size=30)


@given(text=_MIXED | st.text(max_size=30))
@example("một  hai")
@example("Việt Nam-China 1.200,5 ha")
def test_tokens_are_those_of_the_whole_text(text: str) -> None:
    assert tokens_of(text) == tuple(TOKEN.findall(text))
    assert {token.lower() for token in tokens_of(text)} <= word_set(text)


@given(text=_MIXED)
def test_letters_are_those_of_the_whole_text(text: str) -> None:
    assert letters_of(text) == re.sub(r"[\W_]+", "", text.lower())


def test_a_sign_made_late_is_borne_by_pieces_met_before() -> None:
    """Signs are made as rules are imported, which may be after the first text."""
    text = "thứ Ba, 7/4 (xem a@b.vn)"
    assert signs_of(text) >= 0
    days, brackets = sign_of_words({"thứ"}.__contains__), sign_of_characters("()")
    mails = sign_of_pieces(re.compile(r"\w@\w").search)
    assert signs_of(text) & (days | brackets | mails) == days | brackets | mails
    assert not signs_of("Hứa thế, a @ b") & (days | brackets | mails)


def test_a_long_piece_is_not_remembered_and_bears_its_signs_all_the_same() -> None:
    bracket = sign_of_characters("（")
    clause = "双方同意深化全面战略合作伙伴关系推动构建具有战略意义的命运共同体" * 3
    assert not signs_of(clause) & bracket
    assert signs_of(clause + "（完）") & bracket
