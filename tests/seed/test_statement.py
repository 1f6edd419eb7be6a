"""The trilingual sample: its sentences, its alignments and its terms agree with its texts."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from termkit.formats.read import read_document
from termkit.glossary.store import load_glossary
from termkit.lang import get_language

STATEMENT = Path(__file__).parents[2] / "seeds" / "statement"
GOLD = STATEMENT / "gold"
LANGS = ("vi", "en", "zh")


def sentences(lang: str) -> list[str]:
    return (GOLD / f"{lang}.sentences").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGS)
def test_the_splitter_finds_the_sentences_that_the_beads_count(lang: str) -> None:
    document = read_document(STATEMENT / f"statement.{lang}.txt")
    found = [
        span.slice(segment.text)
        for segment in document.segments
        for span in get_language(lang).sentences(segment.text)
    ]
    assert found == sentences(lang)


@pytest.mark.parametrize("pair", ["vi-en", "vi-zh", "en-zh"])
def test_gold_beads_cover_every_sentence_once(pair: str) -> None:
    lines = (GOLD / f"{pair}.beads").read_text(encoding="utf-8").splitlines()
    beads = [[json.loads(side) for side in line.split(":")] for line in lines]
    for side, lang in enumerate(pair.split("-")):
        covered = [index for bead in beads for index in bead[side]]
        assert covered == list(range(len(sentences(lang))))
    kinds = {f"{len(source)}-{len(target)}" for source, target in beads}
    assert {"1-1", "1-2", "2-1"} <= kinds  # merged and split, as real translations are


def test_gold_terms_are_in_the_texts_and_their_concepts_in_the_glossary() -> None:
    texts = {
        lang: (STATEMENT / f"statement.{lang}.txt").read_text(encoding="utf-8") for lang in LANGS
    }
    concepts = load_glossary().concepts
    with (GOLD / "terms.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 90
    for row in rows:
        assert row["type"] == concepts[row["concept"]].type
        for lang in LANGS:
            assert row[lang] in texts[lang], row["concept"]
