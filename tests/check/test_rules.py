"""Every rule against its case file, each rule by itself, messages included.

A case file is `tests/check/rules/<module>.md`. A case is a paragraph of prose, then fences:

    ```glossary            TOML: one concept, or [[concept]] tables; ``default`` in the
                           info string means the shipped glossary (body ignored)
    ```profile             TOML of one house style (its `name` is used by the document)
    ```document LANG [date=2026-02-03] [profile=vns] [source=x] [strict] [escapes]
    ```units SOURCE TARGET [date=2026-02-03] [profile=vns] [strict]
                           one translation unit a line, its sides apart by `` | ``
    ```findings            LINE:FROM-TO SEVERITY CODE MESSAGE [ -> REPLACEMENT]

Of units a finding is `N SIDE FROM-TO SEVERITY CODE MESSAGE [ -> REPLACEMENT]`, N the unit, the
span in code points of that side.
Several documents may stand before one `findings`; lines then start with ``N/`` (``2/1:1-5``).
An empty `findings` says that the rule stays silent.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.check.rule import Scope, all_rules
from termkit.registry import discover
from tests.check.cases import Case, findings_of, load_cases

FOLDER = Path(__file__).parent / "rules"
MODULES = discover("termkit.check.rules", "RULE")
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in load_cases(path)]
DIRECTIONS = {("en", "vi"), ("vi", "en"), ("en", "zh"), ("zh", "vi")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_case(case: Case) -> None:
    assert findings_of(case) == list(case.expected)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_rule_is_whole(module: str) -> None:
    """A rule has a file named like its code and cases that fire and that stay silent."""
    rule = MODULES[module]
    assert module == f"{rule.code}_{rule.name}".lower().replace("-", "_")
    if rule.scope in (Scope.RUN, Scope.GLOSSARY):
        return
    cases = [case for case in CASES if case.code == rule.code]
    assert any(case.expected for case in cases), f"{rule.code} has no case that fires"
    assert any(not case.expected for case in cases), f"{rule.code} has no silent case"


@pytest.mark.parametrize("code", sorted(c for c, rule in all_rules().items() if rule.is_bilingual))
def test_bilingual_rule_has_every_direction(code: str) -> None:
    """In each direction a rule of translations has units that it reports, and near misses."""
    fires, silent = set(), set()
    for case in (case for case in CASES if case.code == code):
        for direction, found in case.directions():
            (fires if found else silent).add(direction)
    assert fires >= DIRECTIONS, f"{code}: no case fires in {DIRECTIONS - fires}"
    assert silent >= DIRECTIONS, f"{code}: no case is silent in {DIRECTIONS - silent}"


def test_case_files_belong_to_rules() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} <= set(MODULES)


def test_names_are_unique() -> None:
    names = [rule.name for rule in all_rules().values()]
    assert len(names) == len(set(names)) == len(MODULES)
