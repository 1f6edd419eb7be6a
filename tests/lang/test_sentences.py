"""Where sentences end, room by room."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.lang import ROOMS, get_language
from tests.lang.tables import read_cases

SHORT_TEXTS = ["", " ", ".", "...", "。", "a", " He came.  She went. ", "\u00a0"]
FOLDER = Path(__file__).parent
CASES = [
    (room, case["label"], case["text"])
    for room in ROOMS
    for case in read_cases(FOLDER / room / "cases" / "sentences.tsv")
]


@pytest.mark.parametrize(("room", "label", "marked"), CASES)
def test_sentences(room: str, label: str, marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("¶")]
    joiner = " " if room != "zh" else ""
    text = joiner.join(expected)
    assert [span.slice(text) for span in get_language(room).sentences(text)] == expected


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("text", SHORT_TEXTS)
def test_sentences_cover_the_text(room: str, text: str) -> None:
    """Every character that is no white space is in exactly one sentence."""
    spans = get_language(room).sentences(text)
    covered = [index for span in spans for index in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert all(index in covered for index, c in enumerate(text) if not c.isspace())
    assert all(span.slice(text) == span.slice(text).strip() for span in spans)
