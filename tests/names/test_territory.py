"""A territory's name gives one code, or none; never the code of another."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.lang.locale import territory_names
from termkit.lang.tables import load_words
from termkit.model.concept import Concept, ConceptType, Designation
from termkit.names.cities import city_forms
from termkit.names.exonyms import (
    is_listed_or_none,
    letters_of_territories,
    may_be_territory,
)
from termkit.names.read import read_name
from termkit.names.spellings import spellings
from termkit.names.territory import Territories, find_territory
from termkit.names.territory_keys import close_key, fewer_marks, sound_key
from termkit.names.territory_names import conflicts, territory_forms
from tests.bounded import bounded
from tests.lang.tables import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "territories.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['label']}: {case['name']}")
def test_name_gives_its_code(case: dict[str, str]) -> None:
    found = find_territory(case["name"], lang=case["lang"] or None)
    assert found == (case["code"] or None)


@pytest.mark.parametrize("lang", ["vi", "en", "zh", "zh-Hant"])
def test_every_name_of_cldr_gives_its_own_code(lang: str) -> None:
    """Nothing in the tables takes a name of today away from its entry."""
    names = {
        code: name for code, name in territory_names(lang).items() if len(code) == 2 != code[:1]
    }
    no_state = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    wrong = {
        (code, name, find_territory(name, lang=lang))
        for code, name in names.items()
        if code not in no_state and find_territory(name, lang=lang) != code
    }
    assert wrong == set()
    assert [find_territory(name) for code, name in names.items() if code in no_state] == [
        None
    ] * len(no_state & set(names))


def test_no_name_is_claimed_by_two_entries() -> None:
    """But for those that are ambiguous in the world."""
    assert {name for name, _ in conflicts()} <= {"en:virginislands"}


def test_a_glossary_adds_its_names() -> None:
    """A place whose names lead to one entry lends it the others; one of the past does not."""
    myanmar = Concept(
        id="ctry-myanmar",
        type=ConceptType.PLACE,
        subject_field="countries",
        designations=(
            Designation(lang="en", text="Myanmar"),
            Designation(lang="vi", text="xứ sở chùa vàng"),
        ),
    )
    past = Concept(
        id="ctry-drv",
        type=ConceptType.PLACE,
        subject_field="countries",
        designations=(Designation(lang="vi", text="Việt Nam Dân chủ Cộng hòa"),),
    )
    assert find_territory("xứ sở chùa vàng") is None
    index = Territories([myanmar, past])
    assert index.find("Xứ sở Chùa Vàng", lang="vi") == "MM"
    assert index.find("Việt Nam Dân chủ Cộng hòa") is None


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_form_is_style(form: str) -> None:
    for name, code in (("Việt Nam", "VN"), ("Côte d’Ivoire", "CI"), ("Đức", "DE"), ("Úc", "AU")):
        assert find_territory(unicodedata.normalize(form, name)) == code


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    found = find_territory(text)
    assert found is None or (len(found) == 2 and found.isupper())
    assert find_territory(text) == found


@given(st.text(alphabet="aăâeêioôơuưyđnmtckhgx' -áàảãạ", max_size=20))
def test_keys_are_stable(text: str) -> None:
    """A key of a key is itself, and no text lacks marks of itself."""
    key = close_key(text)
    assert close_key(key.upper()) == close_key(key)
    assert fewer_marks(key, key)
    assert isinstance(sound_key(key), str)


@pytest.mark.parametrize(
    "text",
    ["", "\N{COMBINING ACUTE ACCENT}" * 9, "Việt" * 2500, "习" * 10_000, "\U000e0fff", "\x00",
     "a-" * 50, "(" * 100, "," * 100, "\N{COMBINING ACUTE ACCENT}" * 10_000],
)  # fmt: skip
def test_bad_input_is_none_and_quick(text: str) -> None:
    find_territory("Việt Nam")  # the tables are loaded
    with bounded(0.2):
        assert find_territory(text) is None


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_letters_of_territories_are_those_of_the_names(lang: str) -> None:
    """`scripts/build_territory_letters.py` was run after the last change of a table or babel."""
    assert load_words(lang, "territory_letters") == letters_of_territories(lang)


@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_what_is_passed_over_is_no_territory(lang: str) -> None:
    """Two names are compared without CLDR where one is short and in no list (*Giang Hải*)."""
    forms = [*(form for _, form in territory_forms(lang)), *city_forms(lang)]
    written = {form.replace(gap, "") for form in forms for gap in (" ", "-", "岛", "群岛", "市")}
    for words in (read_name(form).words for form in forms):
        written.update(" ".join(other).title() for other in spellings(words))
    for form in (*forms, *written, *(f"Đảo {form}" for form in forms)):
        name = read_name(form)
        if is_listed_or_none(name) and not may_be_territory(name):
            assert find_territory(form) is None, form
