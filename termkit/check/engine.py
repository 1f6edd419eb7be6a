"""Run rules over documents: the one way from values to findings, on every surface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termkit.check.allow import UNUSED, accept, idle_allowances, idle_pragmas
from termkit.check.bitext import Bitext, check_bitext
from termkit.check.collection import Counted, with_judgements
from termkit.check.findings import distinct, explained, make_finding
from termkit.check.kept import kept
from termkit.check.plan import Plan, view_of
from termkit.check.result import FileResult, RunResult, reading_order
from termkit.check.rule import Mark, Rule, Scope
from termkit.check.view import DocumentView
from termkit.errors import TermkitError
from termkit.glossary.allowance import Allowance
from termkit.model.document import Document, Pragma
from termkit.model.finding import Fact, Finding


def check_document(document: Document, plan: Plan) -> Iterator[Finding]:
    """Findings of one document, in reading order, without those somebody accepted."""
    for file in check_documents((document,), plan).files:
        yield from file.findings


def check_file(document: Document, plan: Plan) -> FileResult:
    """Check one document and keep what is judged over all of them: facts and acceptances."""
    return check_files((document,), plan)[0]


def check_files(documents: Sequence[Document], plan: Plan) -> list[FileResult]:
    """Check some small documents, each by itself, in less time than one after the other.

    A rule goes over all of them before the next one: its code and its tables stay at hand.
    """
    views = [view_of(document, plan) for document in documents]
    made: list[list[tuple[Rule, Mark]]] = [[] for _ in views]
    facts: list[list[tuple[str, tuple[Fact, ...]]]] = [[] for _ in views]
    for rule in plan.rules:
        for view, marks, collected in zip(views, made, facts, strict=True):
            if rule.languages and view.language not in rule.languages:
                continue
            marks += [(rule, mark) for mark in marks_of(rule, view)]
            if rule.collect is not None and not rule.is_bilingual:
                collected.append((rule.code, tuple(rule.collect(view))))
    return [_result(*file, plan) for file in zip(views, made, facts, strict=True)]


def _result(
    view: DocumentView,
    made: list[tuple[Rule, Mark]],
    facts: list[tuple[str, tuple[Fact, ...]]],
    plan: Plan,
) -> FileResult:
    document = view.document
    stamped: list[tuple[Rule, Finding]] = []
    silent: list[Finding] = []
    for rule, mark in made:
        finding = make_finding(rule, mark, view)
        if plan.strict or not mark.strict:
            stamped.append((rule, finding))
        else:
            silent.append(finding)
    kept = sorted(distinct(explained(stamped)), key=reading_order)
    accepted = accept(kept, document, plan.glossary.allowed)
    # Who accepts what only --strict reports is right to do so without --strict as well.
    spared = accept(silent, document, plan.glossary.allowed)
    return FileResult(
        document.path,
        document,
        findings=accepted.findings,
        allowed=accepted.number,
        met=accepted.met | spared.met,
        facts=tuple(facts),
    )


def check_documents(
    documents: Iterable[Document | Bitext | tuple[str, TermkitError]], plan: Plan
) -> RunResult:
    """Check many documents and judge what they say together.

    The result holds of each document what its findings speak of (`kept`), and not its text.

    Args:
        documents: Documents and bitexts, or the path and error of what could not be read.
        plan: What runs.
    """
    counted = Counted()
    files = [_checked(entry, plan, counted) for entry in documents]
    files = list(with_judgements(files, counted.tallies, plan))
    if UNUSED in plan.codes:
        files = list(_with_idle(files, plan))
    return RunResult(tuple(files), plan.signature)


def _checked(
    entry: Document | Bitext | tuple[str, TermkitError], plan: Plan, counted: Counted
) -> FileResult:
    if isinstance(entry, tuple):
        return FileResult(entry[0], error=entry[1])
    file = check_bitext(entry, plan) if isinstance(entry, Bitext) else check_file(entry, plan)
    return kept(file, counted.add(file), plan.glossary.allowed)


def marks_of(rule: Rule, view: DocumentView) -> Iterator[Mark]:
    """What one rule marks in a document; nothing where its signal does not stand."""
    if rule.check is None or (rule.signal is not None and not rule.signal(view)):
        return
    if rule.scope is Scope.UNIT:
        for unit in view.units:
            if rule.signal is None or rule.signal(unit.target):
                yield from rule.check(unit)
    elif rule.scope is Scope.DOCUMENT:
        yield from rule.check(view)


def _with_idle(files: Sequence[FileResult], plan: Plan) -> Iterator[FileResult]:
    """Add the acceptances that met nothing; an entry of ``allowed.toml`` speaks of many files."""
    documents = [file.document for file in files if file.document and file.document.segments]
    met = frozenset[Pragma | Allowance]().union(*(file.met for file in files))
    entries: dict[str, list[Finding]] = {}
    for document, finding in idle_allowances(documents, plan.glossary.allowed, met, plan.codes):
        entries.setdefault(document.id, []).append(finding)
    for file in files:
        if file.document is None or not file.document.segments:
            yield file
            continue
        idle = (
            *idle_pragmas(file.document, file.met, plan.codes),
            *entries.get(file.document.id, ()),
        )
        yield file.with_findings(idle) if idle else file
