"""Confidence: a pair that lacks what the other pairs of its text have is told."""

from __future__ import annotations

import json
from statistics import median

import numpy as np
import pytest

from termkit.align.confidence import calibrated
from termkit.align.sentences import align_sentences
from termkit.align.support import Support, Weighed, learn_support
from termkit.lang import get_language
from tests.align.statement import GOLD

TAUGHT = Support(same=(4.0, 1.5), near=(-0.6, 0.4))


def test_exchanged_targets_are_not_sure() -> None:
    """Sentences of the statement with, for their translation, another of the same length."""
    source, target = (
        (GOLD / f"{lang}.sentences").read_text(encoding="utf-8").splitlines()
        for lang in ("vi", "zh")
    )
    languages = get_language("vi"), get_language("zh")
    right: list[float] = []
    exchanged: list[float] = []
    for i, j in _singles()[2::5]:
        others = (k for k in range(len(target)) if abs(k - j) > 5)
        other = min(others, key=lambda k: abs(len(target[k]) - len(target[j])))
        changed = [*target[:j], target[other], *target[j + 1 :]]
        for texts, sure in ((target, right), (changed, exchanged)):
            beads = align_sentences(source, texts, languages).beads
            (bead,) = [bead for bead in beads if i in bead.source]
            sure.append((bead.confidence or 0.0) if j in bead.target else 0.0)
    assert median(right) > 0.98
    assert median(exchanged) < 0.8


def _singles() -> list[tuple[int, int]]:
    """The 1-1 beads of the gold."""
    rows = (GOLD / "vi-zh.beads").read_text(encoding="utf-8").splitlines()
    beads = [[json.loads(side) for side in row.split(":")[:2]] for row in rows]
    return [(s[0], t[0]) for s, t in beads if len(s) == len(t) == 1]


def test_nothing_lacks_where_the_words_speak_for_a_bead() -> None:
    assert TAUGHT.lack(12.0, 81.0) == 0
    assert calibrated(3.0, TAUGHT.lack(12.0, 81.0)) == calibrated(3.0)


def test_the_same_evidence_means_less_where_nobody_knows_the_words() -> None:
    """Sure beads and sentences that only stand near are hardly apart."""
    untaught = Support(same=(0.0, 0.6), near=(-0.2, 0.5))
    assert calibrated(5.0, untaught.lack(-1.5, 81.0)) > 0.9
    assert calibrated(5.0, TAUGHT.lack(-1.5, 81.0)) < 0.2


def test_support_is_learnt_from_sure_beads() -> None:
    weighed = Weighed(
        beads=np.array([9.0] * 100 + [-50.0]),
        sizes=np.array([81.0] * 101),
        near=np.array([[-3.0, 81.0]] * 400),
    )
    learnt = learn_support([(weighed, np.array([True] * 100 + [False]))])
    assert learnt.same[0] == pytest.approx(3.0, abs=0.5)
    assert learnt.near[0] == pytest.approx(-1.0, abs=0.1)
    assert learnt.lack(-6.0, 81.0) > learnt.lack(-2.0, 81.0) > learnt.lack(6.0, 81.0) == 0


def test_without_beads_the_usual_is_learnt() -> None:
    empty = Weighed(np.zeros(0), np.zeros(0), np.zeros((0, 2)))
    assert learn_support([(empty, np.zeros(0, bool))]) == Support()
    assert learn_support([]) == Support()


@pytest.mark.parametrize("evidence", [-1e6, 0.0, 1e6])
@pytest.mark.parametrize("size", [0.0, 1.0, 5000.0])
def test_confidence_is_a_probability(evidence: float, size: float) -> None:
    for odds in (-12.0, 0.0, 12.0):
        assert 0 < calibrated(odds, TAUGHT.lack(evidence, size)) < 1
