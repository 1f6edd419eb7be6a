"""What the matcher finds and what it leaves alone, on a small glossary of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from termkit.glossary.matcher import Likeness, Match, Matcher, build_matcher
from termkit.glossary.store import parse_concept
from termkit.model.concept import AdminStatus, Concept
from termkit.model.span import Span
from tests.lang.tables import read_cases

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = ("en", "vi", "zh")
CASES = [
    (lang, case["label"], case) for lang in LANGUAGES for case in read_cases(FOLDER / f"{lang}.tsv")
]


@cache
def concepts() -> tuple[Concept, ...]:
    tables: dict[str, dict[str, object]] = {}
    for row in read_cases(FOLDER / "concepts.tsv"):
        table = tables.setdefault(row["id"], {"id": row["id"], "type": row["type"]})
        designations = table.setdefault("designation", [])
        assert isinstance(designations, list)
        designations.append({key: row[key] for key in ("lang", "text", "status")})
    return tuple(parse_concept(table, path="concepts.tsv") for table in tables.values())


@cache
def matcher(lang: str) -> Matcher:
    return build_matcher(concepts(), lang)


def outermost(lang: str, text: str) -> str:
    """Outermost matches in the notation of the cases."""
    return "|".join(_write(m) for m in matcher(lang).find(text) if m.nested_in is None)


def _write(match: Match) -> str:
    likeness = "" if match.likeness is Likeness.EXACT else f" ({match.likeness})"
    foreign = " (foreign)" if match.is_foreign else ""
    return f"{match.text}={match.concept.id}{likeness}{foreign}"


@pytest.mark.parametrize(("lang", "label", "case"), CASES)
def test_outermost_matches(
    lang: str, label: str, case: dict[str, str], request: pytest.FixtureRequest
) -> None:
    if case["source"] == "known failure":
        request.applymarker(pytest.mark.xfail(strict=True, reason=label))
    assert outermost(lang, case["text"]) == case["expect"].strip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_cases(lang: str) -> None:
    cases = [case for other, _, case in CASES if other == lang]
    assert len(cases) >= 50
    assert sum(not case["expect"].strip() for case in cases) >= 10, "too few that stay silent"


def test_nested_matches_say_in_what() -> None:
    """Another concept's designation inside a longer one stays visible to rules that want it."""
    text = "the Communist Party of Vietnam"
    party, country = matcher("en").find(text)
    assert (party.text, party.nested_in) == ("Communist Party of Vietnam", None)
    assert (country.text, country.nested_in) == ("Vietnam", party.span)


def test_nested_of_one_concept_is_claimed_by_the_longest() -> None:
    assert [m.text for m in matcher("en").find("a Viet Nam trip")] == ["Viet Nam"]


def test_deprecated_place_inside_is_outermost() -> None:
    """The outer designation approves its own forms of the place, not a deprecated one."""
    party, country = matcher("en").find("the Communist Party of Viet-Nam")
    assert party.nested_in is None
    assert country.designation.status is AdminStatus.DEPRECATED
    assert country.nested_in is None


def test_deprecated_inside_approved_is_nested() -> None:
    """*Sài Gòn* is deprecated for the city, and part of the river's name."""
    river, city = matcher("vi").find("trên sông Sài Gòn")
    assert (river.concept.id, city.concept.id) == ("saigon-river", "saigon")
    assert city.nested_in == river.span


def test_homographs_name_each_other() -> None:
    first, second = matcher("en").find("Politburo")
    assert (first.homographs, second.homographs) == (("politburo-cpv",), ("politburo-cpc",))


def test_best_designation_is_the_one_as_written() -> None:
    found = matcher("en").find("the VietNam office in Viet Nam")
    assert [m.designation.text for m in found] == ["VietNam", "Viet Nam"]


def test_spans_are_of_the_text() -> None:
    text = "In Vietnam's north, the MoUs."
    assert [m.span for m in matcher("en").find(text)] == [Span(3, 10), Span(24, 28)]
    assert all(m.span.slice(text) == m.text for m in matcher("en").find(text))


@pytest.mark.parametrize("text", ["", " ", "...", "(", "((((", "'s", "’s", "“”", "-"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_without_words(lang: str, text: str) -> None:
    assert matcher(lang).find(text) == ()


def test_time_is_linear() -> None:
    """A hundred times the text gives a hundred times the matches, each where it should be."""
    text = "Communist Party of Vietnam (CPV) Central Committee. "
    once, often = matcher("en").find(text), matcher("en").find(text * 100)
    assert len(often) == 100 * len(once)
    assert often[-1].span.shift(-len(text) * 99) == once[-1].span


def test_every_own_designation_finds_itself() -> None:
    """But for a word that means something else in most longer terms, and a lone character."""
    for lang in LANGUAGES:
        for concept in concepts():
            for designation in concept.designations:
                if designation.lang.split("-")[0] != lang:
                    continue
                if designation.text in ("Minister", "苏", "和平", "Đổi mới", "Renewal"):
                    continue
                text = designation.text if lang == "zh" else f"xx {designation.text}"
                found = matcher(lang).find(text)
                assert any(m.designation == designation for m in found), designation
