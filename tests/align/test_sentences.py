"""Aligning sentences: gold thresholds, and what holds for any two texts."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.align.anchors import band_around
from termkit.align.bead_file import read_plain
from termkit.align.evaluate import indices, score_beads
from termkit.align.evidence import Evidence, word_chances
from termkit.align.headings import Joins, is_heading
from termkit.align.lexicon import learn_words
from termkit.align.sentences import align_documents, align_sentences
from termkit.align.texts import read_texts
from termkit.align.vocabulary import Vocabulary, tokenized
from termkit.lang import get_language
from termkit.lang.last_resort import last_resort

GOLD = Path(__file__).parents[2] / "seeds" / "statement" / "gold"
LAST = last_resort("en"), last_resort("fr")
EN_VI = get_language("en"), get_language("vi")


def _lines(lang: str) -> list[str]:
    return (GOLD / f"{lang}.sentences").read_text(encoding="utf-8").splitlines()


# Below what is reached, for a threshold is no snapshot.
@pytest.mark.parametrize(
    ("pair", "strict", "lax"), [("vi-en", 0.95, 0.98), ("vi-zh", 0.96, 0.98), ("en-zh", 0.96, 0.98)]
)
def test_gold(pair: str, strict: float, lax: float) -> None:
    """The statement alone, without a glossary: one short document is the hardest case."""
    langs = pair.split("-")
    found = align_sentences(
        _lines(langs[0]), _lines(langs[1]), (get_language(langs[0]), get_language(langs[1]))
    )
    gold = read_plain((GOLD / f"{pair}.beads").read_text(encoding="utf-8"), path=pair)
    score = score_beads([(gold, indices(found.beads))])
    assert score.strict.f1 >= strict, score
    assert score.lax.f1 >= lax, score


def test_confidence_orders_the_beads() -> None:
    """Of the surer half of the beads, more are right than of the other half.

    Every seventh English sentence is exchanged for another: its bead is wrong.
    """
    gold = set(read_plain((GOLD / "vi-en.beads").read_text(encoding="utf-8"), path="gold"))
    english = _lines("en")
    exchanged = range(3, len(english), 7)
    for one, other in itertools.pairwise(exchanged):
        english[one], english[other] = english[other], english[one]
    found = align_sentences(_lines("vi"), english, EN_VI[::-1]).beads
    ranked = sorted(found, key=lambda bead: -(bead.confidence or 0))
    right = [
        indices([bead])[0] in gold and not set(bead.target) & set(exchanged) for bead in ranked
    ]
    assert right.count(False) >= len(exchanged) - 2
    half = len(right) // 2
    assert sum(right[:half]) / half > sum(right[half:]) / (len(right) - half)
    assert right[:half].count(False) <= 1


def test_the_same_text_twice_is_a_diagonal() -> None:
    lines = _lines("vi")
    found = align_sentences(lines, lines, (EN_VI[1], EN_VI[1]))
    assert indices(found.beads) == tuple(((n,), (n,)) for n in range(len(lines)))


def test_text_without_a_counterpart_stays_unpaired() -> None:
    """A paragraph that only one side has is in 1-0 beads, and both ends are in step."""
    source, target = _lines("vi"), _lines("en")
    inserted = [f"Một đoạn không ai dịch, số {n}, nói về chuyện khác hẳn." for n in range(900, 910)]
    found = align_sentences([*source[:30], *inserted, *source[30:]], target, EN_VI[::-1])
    alone = {index for bead in found.beads if not bead.target for index in bead.source}
    assert set(range(30, 40)) <= alone
    assert found.beads[-1].target.stop == len(target)


def test_words_speak_against_a_bead_only_so_much() -> None:
    """A sentence translated freely has none of the words that the rest of the text taught."""
    numbers = "one two three four five six seven", "un deux trois quatre cinq six sept"
    colours = "red blue green black white brown grey", "rouge bleu vert noir blanc brun gris"
    pairs = [numbers, colours] * 20
    texts = read_texts([([s for s, _ in pairs], [t for _, t in pairs])], LAST, ("en", "fr"), ())
    source, target = texts.pairs[0]
    lessons = [(source.between(n, n + 1), target.between(n, n + 1)) for n in range(40)]
    table = learn_words(lessons, texts.sizes, {})
    band = band_around([], (40, 40), 40, 40)
    chances = word_chances(texts.pairs, texts.numbers)
    row = Evidence(source, target, table, chances, band, None).row(0, 0, 40, 1)[0, 0, 1:]
    assert row[0] > 1  # numbers beside numbers
    assert -5 <= row[1] < -4  # numbers beside colours


def test_documents_teach_each_other() -> None:
    """Ten sentences at a time are too few; together they know what the whole knows."""
    pair = _lines("vi"), _lines("en")
    gold = read_plain((GOLD / "vi-en.beads").read_text(encoding="utf-8"), path="gold")
    cuts = [(0, 0), *(ends for ends in _ends(gold)[9::10]), (len(pair[0]), len(pair[1]))]
    parts = [(pair[0][a:c], pair[1][b:d]) for (a, b), (c, d) in itertools.pairwise(cuts)]
    found = align_documents(parts, EN_VI[::-1])
    moved = [
        (tuple(i + a for i in bead.source), tuple(j + b for j in bead.target))
        for (a, b), one in zip(cuts, found, strict=False)
        for bead in one.beads
    ]
    assert score_beads([(gold, moved)]).strict.f1 >= 0.90


def _ends(beads: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]) -> list[tuple[int, int]]:
    ends = []
    done = (0, 0)
    for source, target in beads:
        done = (source[-1] + 1 if source else done[0], target[-1] + 1 if target else done[1])
        ends.append(done)
    return ends


@pytest.mark.parametrize("sizes", [(0, 3), (3, 0), (0, 0), (1, 1), (1, 400), (400, 1)])
def test_any_sizes(sizes: tuple[int, int]) -> None:
    source = [f"Sentence {n} of one text." for n in range(sizes[0])]
    target = [f"Câu {n} của văn bản kia." for n in range(sizes[1])]
    beads = align_sentences(source, target, EN_VI).beads
    assert sum(len(bead.source) for bead in beads) == sizes[0]
    assert sum(len(bead.target) for bead in beads) == sizes[1]


def test_a_language_without_a_room() -> None:
    german = ["Der Berg ist 4810 Meter hoch.", "Wir stiegen am Montag auf.", "Es schneite."]
    french = ["La montagne a 4810 mètres.", "Lundi, nous sommes montés.", "Il neigeait."]
    found = align_sentences(german, french, (last_resort("de"), last_resort("fr")))
    assert [bead.kind for bead in found.beads] == ["1-1", "1-1", "1-1"]
    assert str(found.signature).startswith("aligner:1|langs:de-fr|")


_TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=12)


@settings(max_examples=40)
@given(_TEXTS, _TEXTS)
def test_every_segment_is_in_one_bead(source: list[str], target: list[str]) -> None:
    """Also of empty, odd and repeated segments; the confidence is a probability."""
    beads = align_sentences(source, target, EN_VI).beads
    assert [index for bead in beads for index in bead.source] == list(range(len(source)))
    assert [index for bead in beads for index in bead.target] == list(range(len(target)))
    assert all(bead.confidence is not None and 0 <= bead.confidence <= 1 for bead in beads)
    assert all(bead.cost >= 0 for bead in beads)


REPORT = (
    [
        "The ferry to the island will sail twice a day",
        "Residents have waited for a second boat since the bridge was closed.",
        "The port expects more visitors next summer.",
        "A ticket will cost less than before.",
    ],
    [
        "Phà ra đảo sẽ chạy mỗi ngày hai chuyến",
        "Người dân chờ chuyến tàu thứ hai từ khi cây cầu bị đóng.",
        "Cảng dự kiến đón thêm du khách vào mùa hè tới.",
        "Giá vé sẽ rẻ hơn trước.",
    ],
)


def test_a_date_that_one_side_lacks_stays_alone() -> None:
    """Numbers are rendered by themselves; with the date on both sides the lines are a pair."""
    source, target = REPORT
    dated = [target[0], "May 14, 2027", *target[1:]]
    alone = align_sentences(source, dated, EN_VI).beads
    assert [bead.kind for bead in alone] == ["1-1", "0-1", "1-1", "1-1", "1-1"]
    both = [source[0], "May 14, 2027", *source[1:]]
    assert {bead.kind for bead in align_sentences(both, dated, EN_VI).beads} == {"1-1"}


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("caption", ["Director Le Hoai Trung", "Le Hoai Trung (Photo: the port)"])
def test_a_caption_is_no_part_of_the_sentence_beside_it(caption: str, at: int) -> None:
    """Though its words are those of the sentence; as a sentence of its own it is a part."""
    source = [
        "The ferry to the island will sail twice a day.",
        "The port expects more visitors next summer, said its director, Le Hoai Trung.",
        "Residents have waited for a second boat since the bridge was closed.",
        "A ticket will cost less than before.",
    ]
    target = [
        "Phà ra đảo sẽ chạy mỗi ngày hai chuyến.",
        "Ông Lê Hoài Trung, giám đốc cảng, cho biết cảng dự kiến đón thêm nhiều du khách.",
        "Người dân chờ chuyến tàu thứ hai từ khi cây cầu bị đóng.",
        "Giá vé sẽ rẻ hơn trước.",
    ]
    kinds = []
    for end in ("", "."):
        captioned = [*source[:at], caption + end, *source[at:]]
        beads = align_sentences(captioned, target, EN_VI).beads
        kinds.append([bead.kind for bead in beads])
    assert kinds[0] == ["1-1"] * at + ["1-0"] + ["1-1"] * (4 - at)
    assert "2-1" in kinds[1]


def test_headings_count_only_where_they_are_few() -> None:
    """Boundaries beside a heading; none in a text whose lines mostly end without a mark."""
    few = ["Tea", "It sold well.", "So did rice.", "Coffee did not.", "“Why?” she asked."]
    many = ["Tea", "It sold well", "So did rice.", "Coffee did not"]
    joined = []
    for lines in (few, many):
        empty = [[] for _ in lines], [1.0 for _ in lines]
        text = tokenized(*empty, map(is_heading, lines), Vocabulary())
        joined.append(Joins(text, text))
    first = joined[0].row(1, 0, 5, 2)
    assert first[1, 0, 1] < -1  # the heading and its neighbour of the source
    assert first[0, 1, 2] < -1  # and of the target
    assert first[0, 1, 3] == first[0, 0, 1] == 0  # two sentences; a heading alone
    assert joined[0].row(2, 0, 5, 2)[1].max() == 0
    assert not joined[1].row(1, 0, 4, 2).any()
