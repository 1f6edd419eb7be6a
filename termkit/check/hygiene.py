"""Run the rules of hygiene over a glossary: the G family, scope ``glossary``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from termkit.check.rule import Scope, all_rules
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.finding import Severity


@dataclass(frozen=True, slots=True)
class GlossaryFinding:
    """One place of a glossary where a rule fired.

    Attributes:
        file: Name within the glossary, with ``/``.
        line: From 1.
    """

    code: str
    severity: Severity
    file: str
    line: int
    message: str


def lint_glossary(view: GlossaryView, codes: Sequence[str] = ()) -> list[GlossaryFinding]:
    """Findings of a glossary, by file and line.

    Args:
        view: The glossary and its files.
        codes: Of the rules that run; empty is all of them.
    """
    found: list[GlossaryFinding] = []
    for rule in all_rules().values():
        if rule.scope is not Scope.GLOSSARY or rule.check is None:
            continue
        if codes and rule.code not in codes:
            continue
        for mark in rule.check(view):
            assert isinstance(mark, GlossaryMark)
            severity = mark.severity or rule.severity
            line = view.line_of(mark)
            found.append(GlossaryFinding(rule.code, severity, mark.file, line, mark.message))
    return sorted(found, key=lambda f: (f.file, f.line, f.code, f.message))
