"""Where sentences end, room by room."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang import ROOMS, get_language
from termkit.lang.last_resort import last_resort
from termkit.text.normalise import normalise
from tests.lang.tables import read_cases

FOLDER = Path(__file__).parent


def parameters() -> list[object]:
    """Room and marked text of each case; known failures must fail, or lose their label."""
    return [
        pytest.param(
            room,
            case["text"],
            id=f"{room}: {case['label']}",
            marks=[pytest.mark.xfail(strict=True)] if "known failure" in case["label"] else [],
        )
        for room in ROOMS
        for case in read_cases(FOLDER / room / "cases" / "sentences.tsv")
    ]


# What sentences are made of, and what makes their ends hard to see.
PIECES = (
    *("Mr.", "TP.", "GS.TS.", "U.S.", "5 p.m.", "v.v.", "No.", "1.", "A.", "1.200,5", "[1]"),
    *("...", "…", "……", ". . .", ".", "?!", "。", "！", "．", "｡", "；", ":", "—", "- "),
    *(
        "“",
        "”",
        '"',
        "「",
        "」",
        "』",
        "（",
        "）",
        ")",
        "》",
        "他说",
        "双方",
        "Lan said",
        "Ông",
        "he",
    ),
    *(" ", "\u3000", "\n", "\u00a0", "𡨸", "Vie\u0323\u0302t", "\u0301", "https://a.b/?c"),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@pytest.mark.parametrize(("room", "marked"), parameters())
def test_sentences(room: str, marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("¶")]
    assert sentences(room, re.sub("¶ ?", "", marked)) == expected


@pytest.mark.parametrize(("room", "marked"), parameters())
def test_sentences_of_decomposed_text(room: str, marked: str) -> None:
    """Marks that are characters of their own move no end."""
    decomposed = unicodedata.normalize("NFD", marked)
    expected = [sentence.strip() for sentence in decomposed.split("¶")]
    assert sentences(room, re.sub("¶ ?", "", decomposed)) == expected


def sentences(room: str, text: str) -> list[str]:
    normalised = normalise(text)
    found = get_language(room).sentences(normalised.text)
    return [normalised.to_original(span).slice(text) for span in found]


@pytest.mark.parametrize("room", [*ROOMS, "ja"])
@given(text=TEXTS)
def test_sentences_cover_the_text(room: str, text: str) -> None:
    """They stand in order, do not overlap, and leave only white space."""
    language = get_language(room) if room in ROOMS else last_resort(room)
    end = 0
    for span in language.sentences(text):
        assert text[end : span.start].strip() == ""
        assert span.slice(text) == span.slice(text).strip() != ""
        end = span.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("mark", ["…", ".", "？", '."', "A. ", "《？", "a; 1. "])
def test_a_long_run_of_marks_is_read_once(room: str, mark: str) -> None:
    """Would take minutes if each mark looked over the rest."""
    text = mark * 50_000 + "x"
    assert get_language(room).sentences(text)[-1].end == len(text)
