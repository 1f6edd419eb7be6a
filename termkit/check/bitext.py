"""Run rules over translation units, one at a time: a memory of any size in bounded memory.

Rules of the scope *translation* see both sides; those of the scope *unit* judge the target by
itself, as they judge a segment of a document.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from termkit.check.allow import accept
from termkit.check.findings import distinct, explained, finding_at
from termkit.check.plan import Plan, profile_for
from termkit.check.result import FileResult, reading_order
from termkit.check.rule import Rule, Scope
from termkit.check.view import DocumentView, TextView, UnitView
from termkit.errors import EmptyDocumentError, TermkitError
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document
from termkit.model.finding import Fact, Finding, Side
from termkit.model.span import Span

KEPT = "B402"
"""The rule for units that are not to be translated: no other has anything to say of them."""
MOST_FACTS = 30_000
"""What the collection rules remember of one file, each: the memory of a run is bounded."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """A file of translation units, not yet read.

    Attributes:
        path: As the user wrote it; the id of its document.
        units: In file order; reading may raise a `TermkitError` at any unit.
    """

    path: str
    units: Iterable[TranslationUnit]


@dataclass(frozen=True, slots=True)
class UnitResult:
    """What became of one unit.

    Attributes:
        unit: The values.
        findings: In reading order, source before target.
        facts: For the collection rules, by code.
    """

    unit: TranslationUnit
    findings: tuple[Finding, ...]
    facts: tuple[tuple[str, Fact], ...]


def check_units(units: Iterable[TranslationUnit], plan: Plan) -> Iterator[UnitResult]:
    """Check units one by one, in their order; nothing is kept of one that has passed."""
    documents = _Documents(plan)
    judging = _Due(rule for rule in plan.rules if rule.judges_units)
    keeping = _Due(rule for rule in plan.rules if rule.code == KEPT)
    collecting = _Due(rule for rule in plan.rules if rule.collect and rule.is_bilingual)
    for unit in units:
        view = view_of_unit(unit, documents.of(unit))
        if not unit.translate:
            yield UnitResult(unit, _findings(unit, view, keeping, plan), ())
            continue
        findings = _findings(unit, view, judging, plan)
        facts = [
            (rule.code, fact)
            for rule in collecting.on(view)
            if rule.collect is not None
            for fact in rule.collect(view)
        ]
        yield UnitResult(unit, findings, tuple(facts))


def check_bitext(bitext: Bitext, plan: Plan) -> FileResult:
    """Check a file of units; where it breaks off, what came before is checked all the same."""
    findings: list[Finding] = []
    facts: dict[str, dict[tuple[str, str], Fact]] = {}
    kept: dict[str, TranslationUnit] = {}
    first: TranslationUnit | None = None
    error: TermkitError | None = None
    try:
        for result in check_units(bitext.units, plan):
            first = first or result.unit
            findings += result.findings
            new = [_remember(facts.setdefault(code, {}), fact) for code, fact in result.facts]
            if result.findings or any(new):
                kept[result.unit.id] = result.unit
    except TermkitError as raised:
        error = raised
    if first is None:
        problem = error or EmptyDocumentError("no translation unit in it", path=bitext.path)
        return FileResult(bitext.path, error=problem)
    document = Document(
        bitext.path, bitext.path, first.target.lang, first.publisher, first.date, first.profile
    )
    accepted = accept(distinct(findings), document, plan.glossary.allowed)
    return FileResult(
        bitext.path,
        document,
        findings=accepted.findings,
        error=error,
        allowed=accepted.number,
        met=accepted.met,
        facts=tuple((code, tuple(found.values())) for code, found in facts.items()),
        units=tuple(kept.values()),
        source_lang=first.source.lang,
        was_read=error is not None,
    )


def view_of_unit(unit: TranslationUnit, document: DocumentView) -> UnitView:
    """What rules see of a unit: both sides, and what is known of where they were published."""
    glossary, source = document.glossary, unit.source
    if not unit.translate:
        source = replace(source, protected=(Span(0, len(source.text)),))
    return UnitView(
        document,
        TextView(unit.target, 0, glossary, Side.TARGET),
        TextView(source, 0, glossary, Side.SOURCE),
    )


class _Documents:
    """The views of the documents that units come from: units of one date and house share one."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._views: dict[tuple[str, str | None, datetime.date | None, str | None], DocumentView]
        self._views = {}

    def of(self, unit: TranslationUnit) -> DocumentView:
        key = (unit.target.lang, unit.publisher, unit.date, unit.profile)
        view = self._views.get(key)
        if view is None:
            if len(self._views) > 1000:  # a memory of many dates
                self._views.clear()
            lang, publisher, date, style = key
            path = unit.id.rpartition("#")[0]
            profile = profile_for(self._plan, style, lang, date)
            document = Document(path, path, lang, publisher, date, style)
            view = self._views[key] = DocumentView(document, self._plan.glossary, profile)
        return view


class _Due:
    """Which of some rules a unit calls for: few texts ask what none before them has asked."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._asked = reduce(or_, (rule.signs for rule in self._rules), 0)
        self._due: dict[tuple[str, bool, int], tuple[Rule, ...]] = {}

    def on(self, view: UnitView) -> tuple[Rule, ...]:
        """The rules that may have something to say of a unit, by its language and its signs."""
        target = view.target
        signs = self._asked and self._asked & view.signs()
        key = (target.lang, not target.original, signs)
        due = self._due.get(key)
        if due is None:
            lang, is_empty, _ = key
            due = self._due[key] = tuple(
                rule
                for rule in self._rules
                if not (is_empty and rule.scope is Scope.UNIT)
                and (not rule.languages or lang.split("-")[0] in rule.languages)
                and (not rule.signs or rule.signs & signs)
            )
        return due


def _findings(
    unit: TranslationUnit, view: UnitView, rules: _Due, plan: Plan
) -> tuple[Finding, ...]:
    marks = [
        (rule, mark)
        for rule in rules.on(view)
        if rule.check is not None and (rule.signal is None or rule.signal(view.target))
        for mark in rule.check(view)
        if plan.strict or not mark.strict
    ]
    if not marks:
        return ()
    document = unit.id.rpartition("#")[0]
    made = [
        (
            rule,
            finding_at(
                rule, mark, lambda _, side: unit.side(side or Side.TARGET), document, plan.glossary
            ),
        )
        for rule, mark in marks
    ]
    found = sorted(explained(made), key=lambda found: (found.side or "", reading_order(found)))
    return tuple(found)


def _remember(known: dict[tuple[str, str], Fact], fact: Fact) -> bool:
    """Keep the first fact of each key and value; whether this one is new."""
    key = (fact.key, fact.value)
    if key in known or len(known) >= MOST_FACTS:
        return False
    known[key] = fact
    return True
