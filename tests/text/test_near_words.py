"""What a slip leaves of a word is found, wherever it stands."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from termkit.text.grams import Grams
from termkit.text.near_words import NearWords

_TEXTS = st.text("东西南北中，", max_size=14)
_WORDS = st.lists(st.text("东西南北中", min_size=3, max_size=7), max_size=6)


def _is_near(written: str, word: str) -> bool:
    """One character replaced, or two neighbours exchanged, whose outer neighbours stand in the
    first or last four."""
    odd = [at for at, (one, other) in enumerate(zip(written, word, strict=True)) if one != other]
    if len(odd) == 1:
        return True
    swapped = len(odd) == 2 and len(word) > 3 and odd[1] == odd[0] + 1
    return swapped and sorted(written) == sorted(word) and odd[0] in (0, 2, len(word) - 2)


@given(_TEXTS, _WORDS)
def test_every_slip_is_found(text: str, words: list[str]) -> None:
    found = set(NearWords(words).find(Grams(text)))
    for word in words:
        for start in range(len(text) - len(word) + 1):
            if _is_near(text[start : start + len(word)], word):
                assert (start, word) in found


@given(_TEXTS, st.integers(0, 14), st.integers(0, 14))
def test_a_part_has_the_stretches_of_its_text(text: str, start: int, end: int) -> None:
    whole, part = Grams(text), Grams(text[start:end])
    cut = whole.part(start, min(end, len(text)))
    for name in ("text", "pairs", "outer", "triples", "without_second", "without_third"):
        assert getattr(cut, name) == getattr(part, name)
    assert cut.pair_counts == Counter(part.pairs)
