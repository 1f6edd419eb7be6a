"""Beads in files: what is read is what was written, and what is wrong is told with its place."""

from __future__ import annotations

import json

import pytest

from termkit.align.bead_file import (
    SCHEMA,
    BeadFileError,
    digest,
    read_alignment,
    read_beads,
    read_plain,
    write_plain,
)
from termkit.align.evaluate import indices
from termkit.model.bitext import Bead
from termkit.model.document import Segment

SOURCE = tuple(Segment(f"a#{n}", "en", f"Sentence {n}.") for n in range(4))
TARGET = tuple(Segment(f"b#{n}", "vi", f"Câu {n}.") for n in range(3))
BEADS = (
    Bead(range(0, 2), range(0, 1), 0.25),
    Bead(range(2, 3), range(1, 1)),
    Bead(range(3, 4), range(1, 3)),
)
PLAIN = "[0, 1]:[0]:0.2500\n[2]:[]:0.0000\n[3]:[1, 2]:0.0000\n"


def _corrections(**changes: object) -> str:
    beads = [{"source": list(b.source), "target": list(b.target)} for b in BEADS]
    value = {"schema": SCHEMA, "source": digest(SOURCE), "target": digest(TARGET), "beads": beads}
    return json.dumps({**value, **changes})


def test_plain_round_trip() -> None:
    assert write_plain(BEADS) == PLAIN
    assert read_plain(PLAIN, path="x") == indices(BEADS)


@pytest.mark.parametrize("text", [PLAIN, _corrections()])
def test_beads_come_back_as_an_alignment(text: str) -> None:
    found = read_alignment(text, SOURCE, TARGET, path="x")
    assert indices(found.beads) == indices(BEADS)


def test_what_no_bead_pairs_is_unpaired() -> None:
    """The near miss of a broken file: a gold that lists only pairs is a whole alignment."""
    found = read_alignment("[1]:[1]\n", SOURCE, TARGET, path="x")
    assert indices(found.beads) == (
        ((0,), ()), ((), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ()), ((), (2,)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[0]:[0]\nhello\n", "x:2: this line is no bead"),
        ("[0]", "x:1: this line is no bead"),
        ("[-1]:[0]", "x:1: this line is no bead"),
        ("[" + "9" * 5000 + "]:[0]", "x:1: this line is no bead"),
        ("[0]:[0]\n[0]:[1]\n", "x: [0]:[1] crosses or overlaps another bead"),
        ("[0]:[1]\n[1]:[0]\n", "x: [1]:[0] crosses or overlaps another bead"),
        ("[0, 2]:[0]", "x: [0, 2]:[0] skips a segment"),
        ("[4]:[0]", "x: [4]:[0] names a segment that is not there"),
        ("{}", f"x: not a file of {SCHEMA}"),
        ("{", f"x: not a file of {SCHEMA}"),
        (_corrections(beads=[{"source": ["0"], "target": [0]}]), f"x: not a file of {SCHEMA}"),
        (_corrections(target="0"), "x: these beads are of another target text"),
    ],
)
def test_what_is_wrong_is_told(text: str, problem: str) -> None:
    with pytest.raises(BeadFileError) as caught:
        read_alignment(text, SOURCE, TARGET, path="x")
    assert str(caught.value).split("\n")[0] == problem


def test_a_gold_may_cross() -> None:
    """Scoring asks for no order; only an alignment does."""
    assert read_beads("[0]:[1]\n[1]:[0]\n", path="x") == (((0,), (1,)), ((1,), (0,)))
