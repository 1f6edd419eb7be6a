"""Which language a text is in; `None` when that cannot be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.formats.read import read_document
from termkit.lang import detect
from termkit.lang.detect import detect_language
from tests.lang.tables import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "detect.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_detect_language(case: dict[str, str]) -> None:
    assert (detect_language(case["text"]) or "") == case["expect"]


SEEDS = Path(__file__).parents[2] / "seeds" / "statement"


@pytest.mark.parametrize("lang", ["vi", "en", "zh"])
def test_stretches_agree_with_the_whole(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a real text begins, a look at three stretches says what all its words say."""
    text = seed_text(lang)
    samples = [text[start : start + 4000] for start in range(0, len(text) - 1000, 400)]
    at_sight = [detect._at_sight(sample) for sample in samples]
    assert at_sight.count(lang) > len(samples) // 2
    monkeypatch.setattr(detect, "_LONG", 1 << 30)
    assert {detect_language(sample) for sample in samples} == {lang}
    assert set(at_sight) <= {lang, None}


@pytest.mark.parametrize(("one", "other"), [("vi", "en"), ("en", "vi"), ("zh", "en"), ("en", "zh")])
def test_stretches_that_differ_say_nothing(one: str, other: str) -> None:
    mixed = seed_text(one)[:1500] + " " + seed_text(other)[:1500]
    assert detect._at_sight(mixed) is None


def test_a_list_of_words_is_no_running_text() -> None:
    """English at one end only."""
    words = "achos agos amgylch angen ardal bychan cyfan dros efallai felly gyda heddiw " * 12
    assert detect._at_sight(f"{words} and of the to in for that which with on at by " * 2) is None


def test_kana_anywhere_is_no_chinese() -> None:
    text = seed_text("zh")[:1000]
    assert detect_language(text) == "zh"
    assert detect_language(f"{text[:500]}ミャンマー{text[500:]}") is None


def seed_text(lang: str) -> str:
    path = SEEDS / f"statement.{lang}.txt"
    return " ".join(segment.text for segment in read_document(path).segments)
