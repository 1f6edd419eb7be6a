"""Rules over all sources: facts are counted, the counts are judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from termkit.check.allow import accept
from termkit.check.findings import severity_for
from termkit.check.plan import Plan
from termkit.check.result import FileResult
from termkit.check.rule import Judgement, Rule
from termkit.glossary.store import Glossary
from termkit.model.finding import Finding, Related, Tables, Tally, count_fact, fingerprint

Tallies = Mapping[str, Mapping[str, Tally]]
"""By code of a collection rule and by key."""


class Counted:
    """The facts of a run, counted as they come: of each value its first place is kept."""

    def __init__(self) -> None:
        self._tables: dict[str, Tables] = {}

    def add(self, file: FileResult) -> set[str]:
        """Count the facts of one file; the units in which something is first seen."""
        return {
            fact.place.unit_id
            for code, facts in file.facts
            for fact in facts
            if count_fact(self._tables.setdefault(code, {}), fact)
        }

    @property
    def tallies(self) -> Tallies:
        """Of all that was counted."""
        return {
            code: {key: Tally(table) for key, table in tables.items()}
            for code, tables in self._tables.items()
        }


def with_judgements(
    files: Sequence[FileResult], tallies: Tallies, plan: Plan
) -> Iterator[FileResult]:
    """The results with what the collection rules say, each at its first place."""
    judged: dict[str, list[Finding]] = {}
    for finding in judge_tallies(tallies, plan):
        judged.setdefault(finding.unit_id.rpartition("#")[0], []).append(finding)
    for file in files:
        extra = judged.get(file.document.id, []) if file.document is not None else []
        if file.document is None or not extra:
            yield file
            continue
        accepted = accept(extra, file.document, plan.glossary.allowed)
        yield replace(
            file.with_findings(accepted.findings),
            allowed=file.allowed + accepted.number,
            met=file.met | accepted.met,
        )


def judge_tallies(tallies: Tallies, plan: Plan) -> Iterator[Finding]:
    """What the collection rules say of counts, by rule and key; nothing is accepted yet."""
    for rule in plan.rules:
        if rule.judge is None:
            continue
        for key, counts in sorted(tallies.get(rule.code, {}).items()):
            for judgement in rule.judge(key, counts, plan.glossary):
                if plan.strict or not judgement.strict:
                    yield _finding(rule, key, counts, judgement, plan.glossary)


def _finding(
    rule: Rule, key: str, counts: Tally, judgement: Judgement, glossary: Glossary
) -> Finding:
    place = counts.counts[judgement.value].first
    others = [(value, counts.counts[value]) for value in judgement.related]
    return Finding(
        code=rule.code,
        severity=severity_for(judgement.severity or rule.severity, judgement.concept_id, glossary),
        unit_id=place.unit_id,
        span=place.span,
        text=place.text,
        message=judgement.message,
        side=place.side,
        concept_id=judgement.concept_id,
        related=tuple(
            Related(
                count.first.unit_id,
                count.first.span,
                count.first.text,
                f"{count.number} in {source}",
                count.first.side,
            )
            for (_, source), count in others
        ),
        fingerprint=fingerprint(rule.code, key, judgement.message, "", ""),
    )


def tally(files: Iterable[FileResult], code: str) -> dict[str, Tally]:
    """The merged tallies of one collection rule, by key."""
    facts = (
        fact
        for file in files
        for rule_code, facts in file.facts
        if rule_code == code
        for fact in facts
    )
    return Tally.of(facts)
