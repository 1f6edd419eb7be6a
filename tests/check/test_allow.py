"""Accepted findings: with a reason, in a comment or in ``allowed.toml``; an idle one is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.check.result import RunResult
from termkit.check.rule import select_rules
from termkit.errors import ConfigError
from termkit.formats.read import read_bytes
from termkit.glossary.allowance import Allowance
from termkit.glossary.store import Glossary
from tests.check.cases import shipped

EMPTY = Glossary("empty", {})
SLIP = "The Việt Nam - China talks{}\nLater the Việt Nam-China talks.\n"


def run(
    *texts: str,
    glossary: Glossary = EMPTY,
    select: tuple[str, ...] = (),
    strict: bool = False,
) -> RunResult:
    documents = [
        read_bytes(text.encode(), path=f"news/{number}.txt", lang="en", source=f"house {number}")
        for number, text in enumerate(texts, start=1)
    ]
    return check_documents(
        documents, make_plan(glossary, select_rules(select, strict=strict), strict=strict)
    )


def messages(result: RunResult) -> list[tuple[str, str, str]]:
    return [(file.path, finding.code, finding.message) for file, finding in result.findings]


@pytest.mark.parametrize("selector", ["O203", "o203", "O", "hyphen-spacing", "T101, O203"])
def test_a_comment_with_a_reason_accepts_its_line(selector: str) -> None:
    result = run(SLIP.format(f". termkit: ignore[{selector}] -- the event's title"))
    assert messages(result) == []
    assert [file.allowed for file in result.files] == [1]


def test_a_comment_without_a_reason_accepts_nothing() -> None:
    result = run(SLIP.format(". # termkit: ignore[O203]"))
    slip = "'Việt Nam - China' has spaces around the hyphen, 'Việt Nam-China' has none"
    idle = "the comment on line 1 accepts nothing, for it gives no reason"
    assert set(messages(result)) == {
        ("news/1.txt", "O203", slip),
        ("news/1.txt", "G901", idle),
    }


def test_a_comment_on_a_rule_that_is_none_is_told() -> None:
    result = run("A calm line. termkit: ignore[O998] -- as spoken\n")
    assert messages(result) == [
        ("news/1.txt", "G901", "the comment on line 1 accepts O998, and no rule is called so")
    ]


def test_an_idle_comment_is_told_only_when_its_rule_ran() -> None:
    text = "A calm line. termkit: ignore[O203] -- the event's title\n"
    idle = "the comment on line 1 accepts O203, and nothing fires there"
    assert messages(run(text)) == [("news/1.txt", "G901", idle)]
    assert messages(run(text, select=("O204", "G901"))) == []
    assert messages(run(text.replace("[O203]", ""), select=("O204", "G901"))) == []


def test_what_only_strict_reports_is_accepted_without_strict_too() -> None:
    """The same text runs in both ways, so the comment must be right in both."""
    text = (
        "Relations of the two Parties and the two countries grow.\n\n"
        "The two Parties and countries agreed. termkit: ignore[T103] -- VNS writes both\n"
    )
    assert messages(run(text, glossary=shipped())) == []
    strict = run(text, glossary=shipped(), select=("T103", "G901"), strict=True)
    assert messages(strict) == []
    assert [file.allowed for file in strict.files] == [1]


def test_a_comment_on_a_comparison_waits_for_the_other_document() -> None:
    """X301 speaks only when the other source is there too, so alone its comment is not idle."""
    here = "They reached an important consensus. termkit: ignore[X301] -- VNS is quoted\n"
    there = "They reached high-level common perceptions.\n"
    assert messages(run(here, glossary=shipped())) == []
    both = run(here, there, glossary=shipped())
    assert messages(both) == []
    assert [file.allowed for file in both.files] == [1, 0]


def test_an_entry_is_used_when_one_of_its_documents_needs_it() -> None:
    entry = Allowance("O203", "news/*", "titles of events")
    glossary = replace(EMPTY, allowed=(entry,))
    calm = "A calm line.\n"
    assert messages(run(calm, SLIP.format("."), calm, glossary=glossary)) == []
    assert messages(run(calm, calm, glossary=glossary)) == [
        ("news/1.txt", "G901", "allowed.toml accepts O203 in news/*, and nothing fires")
    ]


def test_an_entry_for_documents_that_were_not_named_is_not_idle() -> None:
    glossary = replace(EMPTY, allowed=(Allowance("O203", "archive/*", "scanned"),))
    assert messages(run("A calm line.\n", glossary=glossary)) == []


def test_an_entry_of_a_rule_that_is_none_is_an_error() -> None:
    glossary = replace(EMPTY, allowed=(Allowance("O998", "*", "scanned"),))
    with pytest.raises(ConfigError, match="no rule has the code 'O998'"):
        run("A calm line.\n", glossary=glossary)
