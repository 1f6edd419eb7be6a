"""What two wordings of a concept share, and when they differ as prose does."""

from __future__ import annotations

import pytest

from termkit.check.phrases import (
    is_abbreviated,
    is_ordinary,
    optional_words,
    word_key,
    wording,
)
from termkit.glossary.store import Glossary, load_glossary
from termkit.model.concept import Designation


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary()


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "Communist Party of Vietnam", "Communist Party of Việt Nam"),
        ("en", "Communist Party of Vietnam", "communist party of Viet Nam"),
        ("en", "neighbourhood diplomacy", "Neighborhood Diplomacy"),
        ("en", "high-level exchanges", "high-level exchange"),
        ("en", "the two Parties and countries", "two parties and countries"),
        ("en", "Supreme People's Court", "Supreme Peoples’ Court"),
        ("en", "joint communiqué", "Joint Communique"),
        ("vi", "Bộ Văn hóa", "Bộ Văn hoá"),
        ("vi", "nhận thức chung", "Nhận thức chung"),
    ],
)
def test_nobodys_choice_of_term_is_taken_away(
    lang: str, one: str, other: str, glossary: Glossary
) -> None:
    assert wording(glossary, lang, one) == wording(glossary, lang, other)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "the two Parties and the two countries", "the two Parties and the two nations"),
        ("en", "common perceptions", "common understandings"),
        ("vi", "chia sẻ tương lai", "chia sẽ tương lai"),
        ("zh", "重要共识", "高层共识"),
    ],
)
def test_another_word_is_another_wording(
    lang: str, one: str, other: str, glossary: Glossary
) -> None:
    first, second = wording(glossary, lang, one), wording(glossary, lang, other)
    assert first != second
    assert not is_ordinary(first, second)


@pytest.mark.parametrize(
    ("one", "other", "ordinary"),
    [
        ("high-level common perceptions", "common perceptions", True),
        ("strategic mutual trust", "strategic trust", True),
        ("political mutual trust", "mutual political trust", True),
        ("the two Parties and the two countries", "the two Parties and countries", True),
        ("important consensus", "common perceptions", False),
        (
            "community with a shared future of strategic significance",
            "community with a shared future that carries strategic significance",
            False,
        ),
    ],
)
def test_prose_leaves_words_out_and_terms_replace_them(
    one: str, other: str, ordinary: bool, glossary: Glossary
) -> None:
    first, second = wording(glossary, "en", one), wording(glossary, "en", other)
    assert is_ordinary(first, second) is is_ordinary(second, first) is ordinary


def test_a_formula_is_held_to_its_function_words(glossary: Glossary) -> None:
    first = wording(glossary, "en", "a shared future for mankind")
    second = wording(glossary, "en", "a shared future of mankind")
    assert is_ordinary(first, second)
    assert not is_ordinary(first, second, formula=True)


def test_modifiers_that_designations_leave_out_are_optional(glossary: Glossary) -> None:
    """*High-level* and *important* come and go; *common* never does."""
    concept = glossary.concepts["rel-common-perceptions"]
    optional = optional_words(glossary, concept, "en")
    assert {"high", "level", "important"} <= optional
    assert "common" not in optional
    assert is_ordinary(
        wording(glossary, "en", "important consensus"),
        wording(glossary, "en", "high-level consensus"),
        optional,
    )


def test_abbreviations_are_told_from_words() -> None:
    known = {text: is_abbreviated(Designation("en", text)) for text in ("BRI", "ASEAN+3", "Asean")}
    assert known == {"BRI": True, "ASEAN+3": True, "Asean": False}


def test_marks_are_letters_in_vietnamese_and_none_in_english() -> None:
    assert word_key("Đối", "vi") != word_key("Doi", "vi")
    assert word_key("communiqué", "en") == word_key("communique", "en")
    assert word_key("𡨸", "zh") == "𡨸"
