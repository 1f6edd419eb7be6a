"""Translation units through the engine: hand-made cases, broken files, reports of both sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from termkit.check.bitext import MOST_FACTS, Bitext, check_bitext, check_units
from termkit.check.engine import check_documents
from termkit.check.plan import Plan, make_plan
from termkit.check.rule import select_rules
from termkit.errors import DamagedDocumentError
from termkit.glossary.store import Glossary
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.finding import Severity
from termkit.report.write import render_report
from tests.check.cases import shipped

CASES = [
    tuple(line.split("\t"))
    for path in sorted((Path(__file__).parent / "bilingual").glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TAGS = {"zh": "zh-Hans"}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan(shipped(), select_rules())


def unit(source: str, target: str, languages: str = "vi-en", number: int = 1) -> TranslationUnit:
    one, other = (TAGS.get(tag, tag) for tag in languages.split("-"))
    ident = f"x.tmx#{number}"
    return TranslationUnit(ident, Segment(ident, one, source), Segment(ident, other, target))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[1]} {case[0]}")
def test_hand_made_case(case: tuple[str, ...], plan: Plan) -> None:
    _, languages, source, target, expected = case
    (result,) = check_units([unit(source, target, languages)], plan)
    found = {one.code for one in result.findings if one.severity is not Severity.HINT}
    assert found == set(expected.split(",")) - {"-"}


def test_a_wording_of_another_house_is_one_finding(plan: Plan) -> None:
    """T102 speaks of the target alone; where the source names the concept, B103 speaks for it."""
    english = "They build a community with a shared future of strategic significance."
    vietnamese = (
        "Hai bên xây dựng Cộng đồng chia sẻ tương lai Việt Nam - Trung Quốc có ý nghĩa chiến lược."
    )
    for source, codes in ((vietnamese, ["B103"]), ("Hai bên nhất trí như vậy.", ["T102"])):
        one = replace(unit(source, english), profile="xinhua-en")
        (result,) = check_units([one], plan)
        told = [found.code for found in result.findings if found.severity is Severity.INFO]
        assert told == codes


def broken() -> Iterator[TranslationUnit]:
    yield unit("Hai bên ký 45 văn kiện.", "The two sides signed 54 documents.")
    raise DamagedDocumentError("the file breaks off here", path="x.tmx", line=7)


def test_what_came_before_the_break_is_checked(plan: Plan) -> None:
    result = check_bitext(Bitext("x.tmx", broken()), plan)
    assert [finding.code for finding in result.findings] == ["B301"]
    assert result.was_read
    assert result.error is not None
    assert result.error.line == 7


def test_a_file_without_units_was_not_read(plan: Plan) -> None:
    result = check_bitext(Bitext("x.tmx", iter(())), plan)
    assert str(result.error) == "x.tmx: no translation unit in it"
    assert not result.was_read


def test_every_report_shows_both_sides_and_the_break(plan: Plan) -> None:
    run = check_documents([Bitext("x.tmx", broken())], plan)
    text = render_report(run, "text")
    assert text.splitlines()[:4] == [
        "x.tmx:7 E102 the file breaks off here",
        "x.tmx:1:22 B301 '54' stands for '45' of the source",
        "    source (vi): Hai bên ký 45 văn kiện.",
        "    target (en): The two sides signed 54 documents.",
    ]
    finding = json.loads(render_report(run, "json"))["findings"][0]
    assert (finding["side"], finding["start"], finding["end"]) == ("target", 21, 23)
    assert finding["sides"]["source"] == {"lang": "vi", "text": "Hai bên ký 45 văn kiện."}
    assert finding["related"][0]["text"] == "45"
    sarif = json.loads(render_report(run, "sarif"))["runs"][0]
    messages = [one["message"]["text"] for one in sarif["results"][0]["relatedLocations"]]
    assert messages == ["source (vi)", "target (en)", "here"]
    notice = sarif["invocations"][0]["toolExecutionNotifications"][0]
    assert notice["descriptor"]["id"] == "E102"
    assert notice["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    github = render_report(run, "github")
    assert "::error file=x.tmx,title=E102 broken-off,line=7::the file breaks off here" in github
    assert "source (vi): Hai bên ký 45 văn kiện." in github


def test_facts_of_one_file_are_bounded() -> None:
    """A memory of any size is checked in bounded memory: only so many segments are compared."""
    plan = make_plan(Glossary("none", {}, {}, {}), ("B104",))
    many = (unit(f"câu số {'x' * (n % 7)}{n}", f"sentence {n}", number=n) for n in range(31_000))
    result = check_bitext(Bitext("x.tmx", many), plan)
    assert len(result.units) == MOST_FACTS


def test_consistency_is_judged_across_files() -> None:
    plan = make_plan(Glossary("none", {}, {}, {}), ("B104",))
    one = [unit("Phát biểu bế mạc", "Closing remarks")]
    two = [TranslationUnit("y.tmx#1", one[0].source, Segment("y.tmx#1", "en", "Final words"))]
    run = check_documents([Bitext("x.tmx", one), Bitext("y.tmx", two)], plan)
    assert [(file.path, len(file.findings)) for file in run.files] == [("x.tmx", 0), ("y.tmx", 1)]
    text = render_report(run, "text")
    assert "y.tmx:1:1 B104 info: 'Final words' translates what is elsewhere" in text
    assert "x.tmx:1:1 " in text
