"""The word table: what it learns, what its prior is worth, and what it leaves open."""

from __future__ import annotations

import numpy as np

from termkit.align.lexicon import WordTable, learn_words
from termkit.align.vocabulary import Vocabulary

BEADS = (
    ("con mèo uống sữa", "the cat drinks milk"),
    ("con chó uống nước", "the dog drinks water"),
    ("con mèo ngủ", "the cat sleeps"),
    ("nước và sữa", "water and milk"),
    ("con chó ngủ", "the dog sleeps"),
)


def _learn(prior: dict[tuple[str, str], float]) -> tuple[WordTable, Vocabulary, Vocabulary]:
    words = Vocabulary(), Vocabulary()
    pairs = [
        tuple(
            np.array([words[side].number(word) for word in text.split()], np.int32)
            for side, text in enumerate(bead)
        )
        for bead in BEADS
    ]
    known = {(words[0].number(s), words[1].number(t)): p for (s, t), p in prior.items()}
    table = learn_words(
        [(pair[0], pair[1]) for pair in pairs], (len(words[0]), len(words[1])), known
    )
    return table, *words


def _best(table: WordTable, source: Vocabulary, target: Vocabulary, word: str) -> str:
    number = source.number(word)
    pairs = slice(int(table.starts[number]), int(table.starts[number + 1]))
    return target.words[int(table.targets[pairs][table.forward[pairs].argmax()])]


def test_words_are_learnt_from_what_they_share() -> None:
    table, source, target = _learn({})
    rendered = {"mèo": "cat", "chó": "dog", "sữa": "milk", "nước": "water", "ngủ": "sleeps"}
    assert {word: _best(table, source, target, word) for word in rendered} == rendered


def test_shares_are_probabilities_and_leave_something_open() -> None:
    """No word is fully known: a share stays for renderings nobody has met."""
    table, source, target = _learn({("mèo", "cat"): 0.8})
    forward = np.bincount(table.sources, table.forward, len(source))
    backward = np.bincount(table.targets, table.backward, len(target))
    assert 0 < forward.max() < 1
    assert 0 < backward.max() < 1


def test_without_text_the_prior_stands() -> None:
    table = learn_words([], (2, 2), {(0, 1): 0.8})
    assert table.sources.tolist() == [0]
    assert table.targets.tolist() == [1]
    assert 0.5 < float(table.forward[0]) < 0.8  # less what is held back


def test_a_prior_gives_way_to_the_text() -> None:
    """*nước* is water here, whatever a dictionary says of countries."""
    table, source, target = _learn({("nước", "dog"): 0.3})
    assert _best(table, source, target, "nước") == "water"
