"""Every syllable of the language, in every normal form and tone style, becomes canonical."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from termkit.cli.normalize import normalised
from termkit.lang.tables import load_rows
from termkit.lang.vi.marks import Tone
from termkit.lang.vi.syllables import ONSETS, is_syllable
from termkit.lang.vi.tones import Style, place_tone, set_tone_style

_MARKS = {
    Tone.SAC: "\N{COMBINING ACUTE ACCENT}",
    Tone.HUYEN: "\N{COMBINING GRAVE ACCENT}",
    Tone.HOI: "\N{COMBINING HOOK ABOVE}",
    Tone.NGA: "\N{COMBINING TILDE}",
    Tone.NANG: "\N{COMBINING DOT BELOW}",
}


@cache
def syllables(style: Style) -> tuple[str, ...]:
    """Every onset with every rime and tone that spell a syllable, in one tone style."""
    return tuple(sorted(set(_made(style))))


def _made(style: Style) -> Iterator[str]:
    for onset, (_, rime, *_) in product(ONSETS, load_rows("vi", "rimes")):
        for mark in ("", *_MARKS.values()):
            # The tone on the last vowel is where no style would leave it; `place_tone` knows.
            typed = unicodedata.normalize("NFC", _with_tone(onset + rime, mark))
            word = place_tone(typed, style) or ""
            if word and is_syllable(word):
                yield word


def _with_tone(word: str, mark: str) -> str:
    last = max((n for n, letter in enumerate(word) if _is_vowel(letter)), default=None)
    return word if last is None else word[: last + 1] + mark + word[last + 1 :]


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in "aeiouy"


def swapped(word: str) -> str:
    """Every letter decomposed, its marks in the other order."""
    letters = (unicodedata.normalize("NFD", letter) for letter in word)
    return "".join(letter[0] + letter[:0:-1] for letter in letters)


def test_the_language_has_its_syllables() -> None:
    """The table makes well over ten thousand; far fewer would mean that it was not read."""
    assert len(syllables("old")) > 10_000


@pytest.mark.parametrize("style", ["old", "new"])
def test_every_form_becomes_the_syllable(style: Style) -> None:
    harmed = [
        (word, form)
        for word in syllables(style)
        for cased in (word, word.capitalize(), word.upper())
        for form in (cased, unicodedata.normalize("NFD", cased), swapped(cased))
        if normalised(form) != cased
    ]
    assert harmed == []


@pytest.mark.parametrize("style", ["old", "new"])
def test_style_is_turned_and_nothing_else(style: Style) -> None:
    other: Style = "new" if style == "old" else "old"
    for word in syllables(style):
        turned = set_tone_style(word, other)
        assert set_tone_style(turned, style) == word
        assert turned == place_tone(word, other)
