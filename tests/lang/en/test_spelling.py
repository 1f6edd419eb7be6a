"""The table of spellings is whole and says what it should."""

from __future__ import annotations

from termkit.lang.en.spelling import find_spelling
from termkit.lang.tables import load_rows


def test_no_word_stands_on_both_sides() -> None:
    rows = load_rows("en", "spelling")
    british = {row[0] for row in rows}
    american = {row[1] for row in rows}
    assert british.isdisjoint(american)
    assert len(british) == len(rows) == len(american)
    kinds = {"clear", "double", "american", "british", "ize", "variant"}
    assert {row[2] for row in rows} == kinds


def test_what_proves_nothing() -> None:
    """*Cancelled* is seen in American texts, *license* is a British verb."""
    telling = {word: find_spelling(word) for word in ("cancelled", "license", "organize")}
    assert not any(spelling.tells for spelling in telling.values() if spelling)
    assert find_spelling("innovation") is None
