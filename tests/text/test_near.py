"""One slip is what the distance calls one, and the most similar key comes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.text.near import edits, most_similar, one_edit_apart

KEYS = st.text(alphabet="abc", max_size=6)


@given(KEYS, KEYS)
def test_one_edit_is_what_the_distance_says(first: str, second: str) -> None:
    assert one_edit_apart(first, second) == (edits(first, second) == 1)


def test_most_similar_is_best_first() -> None:
    keys = ["le hoai trung", "le hoai nam", "wang yi"]
    assert [key for key, _ in most_similar("le hoai trng", keys)] == [
        "le hoai trung",
        "le hoai nam",
    ]
