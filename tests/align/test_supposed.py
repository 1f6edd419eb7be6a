"""What is supposed to render what, before a text has taught anything."""

from __future__ import annotations

from functools import partial

import pytest

from termkit.align.evaluate import indices
from termkit.align.lexemes import LanguagePair, find_lexemes
from termkit.align.sentences import align_sentences
from termkit.align.supposed import supposed_pairs
from termkit.align.vocabulary import Vocabulary
from termkit.glossary.store import load_glossary
from termkit.lang import get_language
from termkit.model.concept import Concept

CONCEPTS = tuple(load_glossary("diplomacy"))


def supposed(
    langs: tuple[str, str], source: str, target: str, concepts: tuple[Concept, ...] = ()
) -> dict[tuple[str, str], float]:
    lexemes = tuple(partial(find_lexemes, language=get_language(lang)) for lang in langs)
    words = Vocabulary(), Vocabulary()
    for vocabulary, find, text in zip(words, lexemes, (source, target), strict=True):
        for word in find(text):
            vocabulary.number(word)
    pairs = supposed_pairs(words, LanguagePair(langs, (lexemes[0], lexemes[1])), concepts)
    return {(words[0].words[s], words[1].words[t]): round(p, 2) for (s, t), p in pairs}


@pytest.mark.parametrize(
    ("langs", "source", "target", "pairs"),
    [
        (("zh", "en"), "水", "water and fire", {("水", "water"): 0.3}),
        (("en", "zh"), "water and fire", "水", {("water", "水"): 0.3}),
        (("zh", "en"), "政府", "the government", {("政府", "gover"): 0.1}),
        (("vi", "en"), "hòa bình", "peace, no war", {("hòa bình", "peace"): 0.1}),
        (("vi", "zh"), "bệnh viện", "医院", {("bệnh viện", "医院"): 0.3}),
        (("en", "vi"), "a ship on the bridge", "tàu", {("ship", "tàu"): 0.3}),
        (("en", "vi"), "a doe", "dò", {}),  # that share their letters only
        (("vi", "en"), "nước", "fire", {}),
        (("zh", "en"), "水", "a fire", {}),
    ],
)
def test_words_of_the_tables(
    langs: tuple[str, str], source: str, target: str, pairs: dict[tuple[str, str], float]
) -> None:
    assert supposed(langs, source, target) == pairs


def test_designations_teach_their_words() -> None:
    taught = supposed(("en", "vi"), "ministry of cooperation", "bộ hợp tác", CONCEPTS)
    assert {("minis", "bộ"), ("coope", "hợp tác")} <= taught.keys()
    assert ("minis", "hợp tác") not in taught


def test_names_of_persons_teach_nothing() -> None:
    person = next(c for c in CONCEPTS if c.id == "per-to-lam")
    assert not supposed(("en", "vi"), "To Lam", "Tô Lâm", (person,))


def test_a_short_text_alone_is_told_apart_by_what_its_words_mean() -> None:
    """No length, number or name says which of the two sentences was left out."""
    english = [
        "Two horses ran over the bridge.",
        "Our teacher drank her cold tea.",
        "The old house has a green door.",
        "Snow fell on the high mountain.",
    ]
    chinese = ["两匹马跑过了桥。", "那座老房子有绿门。", "高山上下了大雪。"]
    found = align_sentences(english, chinese, (get_language("en"), get_language("zh")))
    assert indices(found.beads) == (((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)))
