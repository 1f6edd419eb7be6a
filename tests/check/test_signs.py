"""A rule that asks for signs has nothing to say of a unit without them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termkit.check.bitext import view_of_unit
from termkit.check.plan import make_plan, view_of
from termkit.check.rule import all_rules
from termkit.check.view import UnitView
from termkit.lang.pieces import signs_of
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document, Segment
from tests.check.cases import shipped
from tests.check.test_bitext import CASES

SIGNED = [rule for rule in all_rules().values() if rule.signs]
NUMBERS = [rule for rule in SIGNED if rule.code in ("B301", "B302", "B306", "B401")]
TAGS = {"zh": "zh-Hans"}
# What a number may be written with, and what looks like one.
_WORDS = {
    "en": "one two third a hundred twenty-five May Feb. 3 Tuesday half dozen may second thousand",
    "vi": "một hai ba trăm mươi mười lăm tư năm tháng Giêng thứ Ba XIV vạn tỷ rưỡi mốt nghìn",
    "zh": "一 二 第三 百 百分之三十 十四 三月 二月三日 星期二 万 亿 一一 三成 两个",
}


@st.composite
def views(draw: st.DrawFn) -> UnitView:
    """Units of the case files, the sides of two put together, and numbers of all kinds."""
    one, other = draw(st.permutations(("en", "vi", "zh")))[:2]
    sides = {
        lang: st.sampled_from(
            [case[at] for case in CASES for at in (2, 3) if case[1].split("-")[at - 2] == lang]
        )
        | st.lists(st.sampled_from(_WORDS[lang].split(" ")), min_size=1, max_size=4).map(" ".join)
        for lang in (one, other)
    }
    return view(one, draw(sides[one]), other, draw(sides[other]))


def view(one: str, source: str, other: str, target: str) -> UnitView:
    segments = [
        Segment("x#1", TAGS.get(lang, lang), text)
        for lang, text in ((one, source), (other, target))
    ]
    plan = make_plan(shipped(), ())
    return view_of_unit(
        TranslationUnit("x#1", *segments), view_of(Document("x", "x", segments[1].lang), plan)
    )


@settings(max_examples=300, deadline=None)
@given(unit=views())
def test_without_its_signs_a_rule_is_silent(unit: UnitView) -> None:
    for rule in SIGNED:
        if rule.check is not None and not rule.signs & unit.signs():
            assert list(rule.check(unit)) == [], rule.code


@settings(max_examples=300, deadline=None)
@given(unit=views())
@example(unit=view("vi", "ba trăm người", "en", "four hundred people"))
def test_numbers_are_not_passed_over(unit: UnitView) -> None:
    """Reading all numbers of every unit finds what reading those that may be told finds."""
    assert unit.source is not None
    everything = UnitView(unit.document, unit.target, unit.source)
    for text in (unit.source, unit.target):
        text.__dict__["signs"] = signs_of(text.text)
    quick = [list(rule.check(unit)) for rule in NUMBERS if rule.check is not None]
    for text in (unit.source, unit.target):
        text.__dict__["language"] = replace(text.language, figure_signs=-1)
        text.__dict__["signs"] = -1
    assert quick == [list(rule.check(everything)) for rule in NUMBERS if rule.check is not None]


@pytest.mark.parametrize("code", [rule.code for rule in SIGNED])
def test_case_files_hold_units_for_and_against_each_sign(code: str) -> None:
    languages = [case[1].split("-") for case in CASES]
    units = [view(a, case[2], b, case[3]) for (a, b), case in zip(languages, CASES, strict=True)]
    borne = [bool(all_rules()[code].signs & unit.signs()) for unit in units]
    assert any(borne)
    assert not all(borne)
