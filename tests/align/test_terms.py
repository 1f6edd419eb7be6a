"""The lexicon of a bitext: renderings, names put together, odd input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pytest

from termkit.align.grow import NameGrower
from termkit.align.known import known_pairs
from termkit.align.phrase_pair import PhrasePair, best_first
from termkit.align.terms import Lexicon, learn_lexicon
from termkit.align.tokens import read_side
from termkit.glossary.store import load_glossary
from tests.align.statement import gold_terms, gold_units, plain

T = TypeVar("T")


def best(lexicon: Lexicon) -> dict[str, PhrasePair]:
    found: dict[str, PhrasePair] = {}
    for pair in lexicon.pairs:
        found.setdefault(pair.source, pair)
    return found


@pytest.mark.parametrize(
    ("source", "target", "share"), [("vi", "en", 0.6), ("vi", "zh", 0.6), ("en", "zh", 0.55)]
)
def test_terms_of_the_sample(source: str, target: str, share: float) -> None:
    """Seventy sentences and the glossary: most gold terms have their rendering in the lexicon."""
    units = gold_units(source, target)
    lexicon = learn_lexicon(
        [(unit.source.text, unit.target.text) for unit in units],
        (source, target),
        known_pairs(load_glossary(), (source, target)),
    )
    pairs = {(plain(pair.source), plain(pair.target)) for pair in lexicon.pairs}
    gold = gold_terms(source, target)
    assert sum(pair in pairs for pair in gold.items()) >= share * len(gold)


SENTENCES = [
    ("Ibrahim spoke to his people.", "易卜拉欣对他的人民说话。"),
    ("Ibrahim built a house.", "易卜拉欣建了一座房子。"),
    ("The people built a city.", "人民建了一座城市。"),
    ("His people left the city.", "他的人民离开了城市。"),
    ("Ibrahim left the house.", "易卜拉欣离开了房子。"),
    ("They spoke to Ibrahim.", "他们对易卜拉欣说话。"),
]


def test_an_unknown_name_is_put_together() -> None:
    found = best(learn_lexicon(SENTENCES, ("en", "zh-Hans")))
    assert found["Ibrahim"].target == "易卜拉欣"
    assert found["Ibrahim"].count == 4
    assert found["city"].target == "城市"


SAMIRI = [
    ("Samiri spoke to the people.", "撒米里对人民说话。"),
    ("The people followed Samiri.", "人民跟随撒米里。"),
    ("Samiri built a house in the city.", "撒米里在城市里建了一座房子。"),
    ("The people left the house.", "人民离开了房子。"),
    ("They left Samiri in the city.", "他们在城市里离开了撒米里。"),
    ("They followed the people in the city.", "他们在城市里跟随人民。"),
]


def test_a_grammatical_character_belongs_to_a_name_that_sounds_like_it() -> None:
    """里 is the liquid of Samiri; behind 城市 it is *inside*, and no part of any rendering."""
    lexicon = learn_lexicon(SAMIRI, ("en", "zh-Hans"))
    assert best(lexicon)["Samiri"].target == "撒米里"
    assert not any(pair.target == "城市里" for pair in lexicon.pairs)


def test_a_middle_dot_ties_a_name_together() -> None:
    """若 is *if*, and elsewhere no part of a name."""
    texts = ["若·艾瑟恩笑了。", "名叫若·艾瑟恩的巨魔来了。", "若他来了，我就走。"]
    side = read_side(texts, "zh-Hans")
    places = []
    for n in (0, 1):
        start = side.texts[n].index("艾瑟恩")
        inside = [k for k, s in enumerate(side.spans[n]) if start <= s.start < start + 3]
        places.append((n, (inside[0], inside[-1] + 1)))
    grown = NameGrower(side).grow("Ro’Arthian", places)
    assert [side.surface(n, *words) for n, words in enumerate(grown)] == ["若·艾瑟恩"] * 2


LOOSE = [
    *("安佩鲁来了。", "我见过安佩鲁。", "她叫安佩鲁。"),
    *("他是艾佩鲁。", "艾佩鲁走了。", "我见过艾佩鲁。"),
]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (LOOSE, ["安佩鲁"] * 3 + ["艾佩鲁"] * 3),
        ([*LOOSE, "佩鲁笑了。"], ["佩鲁"] * 7),
        ([*LOOSE, "在佩鲁身边。"], ["佩鲁"] * 7),
    ],
    ids=["never free", "free in one place", "behind a grammatical word"],
)
def test_a_name_that_never_stands_free_takes_in_what_is_loose(
    texts: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two spellings begin differently; where the name stands alone, it is whole.

    In so short a text the characters would be put together before they are aligned.
    """
    monkeypatch.setattr("termkit.align.tokens.join_characters", lambda _, cuts, __: cuts)
    side = read_side(texts, "zh-Hans")
    places = []
    for unit, text in enumerate(side.texts):
        start = text.index("佩鲁")
        inside = [n for n, s in enumerate(side.spans[unit]) if start <= s.start < start + 2]
        places.append((unit, (inside[0], inside[-1] + 1)))
    grown = NameGrower(side).grow("Pelu", places)
    assert [side.surface(unit, *words) for unit, words in enumerate(grown)] == expected


def test_a_rendering_by_meaning_takes_in_no_neighbour() -> None:
    """Of 指导委员会将 the last character is an auxiliary, though it stands there twice."""
    text = [
        ("The Steering Committee will meet.", "指导委员会将开会。"),
        ("The Steering Committee will go.", "指导委员会将离开。"),
        ("They will meet.", "他们将开会。"),
    ]
    targets = {pair.target for pair in learn_lexicon(text, ("en", "zh-Hans")).pairs}
    assert not any(target.endswith("委员会将") for target in targets)


def test_case_and_marks_stay_and_tone_placement_makes_no_difference() -> None:
    text = [("Hoà Bình", "Hoa Binh"), ("Hòa Bình", "Hoa Binh"), ("Hòa Bình", "Hoa Binh")]
    pair = best(learn_lexicon(text, ("vi", "en")))["Hòa Bình"]
    assert (pair.target, pair.count) == ("Hoa Binh", 3)


def test_decomposed_text_and_characters_beyond_the_basic_plane() -> None:
    text = [("Vie\u0323\u0302t Nam", "𡨸越南")] * 4
    assert best(learn_lexicon(text, ("vi", "zh")))["Việt Nam"].target in ("𡨸越南", "越南")


@pytest.mark.parametrize(
    "text",
    [[], [("", "")], [("...", "。")], [("a", "")], [("x " * 5000, "y " * 5000)]],
    ids=["nothing", "empty", "marks", "one side", "endless"],
)
def test_nothing_to_learn(text: list[tuple[str, str]]) -> None:
    assert learn_lexicon(text, ("en", "vi")).pairs == ()


def test_the_same_text_twice() -> None:
    """Every word renders itself."""
    lines = ["The two sides agreed.", "They signed the agreement.", "The agreement was signed."]
    lexicon = learn_lexicon([(line, line) for line in lines], ("en", "en"))
    assert all(pair.source == pair.target for pair in best(lexicon).values())


def test_a_unit_left_untranslated_teaches_nothing() -> None:
    """Without it *close* would be rendered by itself."""
    left = [("Close the window now please.", "Close the window now please.")] * 3
    lines = [("Close the window.", "Đóng cửa sổ."), ("Close the file.", "Đóng tập tin.")] * 2
    lexicon = learn_lexicon(left + lines, ("en", "vi"))
    assert all(pair.target.casefold() != "close" for pair in lexicon.pairs)


def pair(target: str, words: int, count: int, *, name: bool) -> PhrasePair:
    seen = (count, count, count)
    return PhrasePair("x", target, (1, words), count, 6, 6, seen, 0.9 / words, name, 0, ())


@pytest.mark.parametrize(
    ("pairs", "first"),
    [
        ([pair("mỏng", 1, 6, name=False), pair("sách mỏng", 2, 6, name=False)], "sách mỏng"),
        ([pair("ô", 1, 6, name=False), pair("nguyên ô", 2, 2, name=False)], "ô"),
        ([pair("格", 1, 3, name=True), pair("格曼", 2, 3, name=True),
          pair("鲁格曼", 3, 3, name=True)], "鲁格曼"),
        ([pair("công cụ", 1, 6, name=False), pair("hộp công cụ nhỏ", 3, 6, name=False)],
         "công cụ"),
    ],
    ids=["a piece", "now and then longer", "a name of characters", "more than one word"],
)  # fmt: skip
def test_the_whole_comes_before_its_piece(pairs: list[PhrasePair], first: str) -> None:
    assert best_first(pairs)[0].target == first


def test_who_waits_is_told_of_every_round_and_unit() -> None:
    told: dict[str, list[int]] = {}

    def watch(items: Iterable[T], total: int, what: str) -> Iterable[T]:
        told[what] = [total, 0]
        for item in items:
            told[what][1] += 1
            yield item

    texts = [("Liên hợp quốc họp", "The United Nations met"), ("Hà Nội", "Hanoi")]
    learn_lexicon(texts, ("vi", "en"), watch=watch)
    assert told == {"learning words": [10, 10], "gathering phrases": [2, 2]}
