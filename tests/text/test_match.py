"""The automaton finds what a slow search finds, on whole tokens."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.text.match import Automaton, Occurrence, is_whole


def words(text: str, *patterns: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Automaton(patterns).find(text)]


@pytest.mark.parametrize(
    ("text", "patterns", "found"),
    [
        ("the communist party of vietnam", ["party", "vietnam", "communist party of vietnam"],
         ["communist party of vietnam", "party", "vietnam"]),
        ("vietnamese", ["vietnam"], []),
        ("china's vietnam-china", ["china", "vietnam"], ["china", "vietnam", "china"]),
        ("apec2026 and apec 2026", ["apec"], ["apec"]),
        ("全国人民代表大会", ["全国人民代表大会", "人民", "大会"],
         ["全国人民代表大会", "人民", "大会"]),
        ("访问vietnam时", ["vietnam"], ["vietnam"]),
        ("chữ 𡨸𡨸喃", ["𡨸喃", "𡨸"], ["𡨸", "𡨸喃", "𡨸"]),
        ("x\u0301y x", ["x"], ["x"]),
        ("(vietnam)", ["vietnam"], ["vietnam"]),
        ("u.s. and u.s.a.", ["u.s."], ["u.s.", "u.s."]),
        ("", ["a"], []),
    ],
)  # fmt: skip
def test_found(text: str, patterns: list[str], found: list[str]) -> None:
    assert words(text, *patterns) == found


@given(st.text(alphabet="ab 国"), st.lists(st.text(alphabet="ab 国", min_size=1, max_size=3)))
def test_agrees_with_a_slow_search(text: str, patterns: list[str]) -> None:
    slow = [
        Occurrence(match.start(), match.start() + len(pattern), index)
        for index, pattern in enumerate(patterns)
        for match in re.finditer(f"(?={re.escape(pattern)})", text)
        if is_whole(text, match.start(), match.start() + len(pattern))
    ]
    assert sorted(Automaton(patterns).find(text)) == sorted(slow)


def test_travels_to_a_worker() -> None:
    automaton = Automaton(["nam"])
    list(automaton.find("nam"))
    assert list(pickle.loads(pickle.dumps(automaton)).find("nam")) == [Occurrence(0, 3, 0)]


def test_an_empty_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="a pattern is empty"):
        Automaton(["a", ""])
