"""Clean news in three languages, paired in all six directions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from planted.carriers import LANGUAGES
from planted.samples import Sample

_TEXTS = Path(__file__).with_name("news.tsv")


def news() -> Iterator[Sample]:
    """A sample for each sentence and direction."""
    lines = _TEXTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for one, other in permutations(range(len(LANGUAGES)), 2):
        for texts in rows:
            yield Sample(texts[one], texts[other], (LANGUAGES[one], LANGUAGES[other]), "news", ())
