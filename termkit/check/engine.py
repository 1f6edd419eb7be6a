"""Run rules over documents: the one way from values to findings, on every surface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termkit import __version__
from termkit.check.allow import UNUSED, accept, check_codes, idle_allowances, idle_pragmas
from termkit.check.rule import Mark, Rule, Scope, all_rules
from termkit.check.view import DocumentView
from termkit.errors import ConfigError, TermkitError, nearest
from termkit.glossary.allowance import Allowance
from termkit.glossary.profile import Profile, profile_on
from termkit.glossary.store import Glossary
from termkit.model.concept import Review
from termkit.model.document import Document, Pragma
from termkit.model.finding import Fact, Finding, Fix, Related, Severity, Tally, fingerprint
from termkit.model.signature import Signature
from termkit.model.span import Span

_CONTEXT = 20  # code points on each side that tell two equal slips apart


@dataclass(frozen=True)
class Plan:
    """Everything that decides the findings of a document; pickles, so that it travels.

    Attributes:
        codes: Of the rules that run, in order.
        profile: A house style for every document, over what each document says itself.
        strict: Marks that are silent by default are reported.
    """

    glossary: Glossary
    codes: tuple[str, ...]
    profile: str | None = None
    strict: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        rules = all_rules()
        return tuple(rules[code] for code in self.codes)

    @property
    def signature(self) -> Signature:
        return Signature(
            (
                ("glossary", f"{self.glossary.name}@{self.glossary.digest[:7]}"),
                ("profile", self.profile or "by-document"),
                ("rules", f"{len(self.codes)}{'-strict' if self.strict else ''}"),
                ("termkit", __version__),
            )
        )


@dataclass(frozen=True)
class FileResult:
    """What became of one file: findings or an error, never both.

    Attributes:
        path: As the user wrote it.
        document: ``None`` when it could not be read.
        allowed: How many findings somebody had accepted.
        met: The acceptances that met one of them.
        facts: For the collection rules, by code.
    """

    path: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    error: TermkitError | None = None
    allowed: int = 0
    met: frozenset[Pragma | Allowance] = frozenset()
    facts: tuple[tuple[str, tuple[Fact, ...]], ...] = ()


@dataclass(frozen=True)
class RunResult:
    """A whole run, ready to be reported."""

    files: tuple[FileResult, ...]
    signature: Signature

    @property
    def findings(self) -> Iterator[tuple[FileResult, Finding]]:
        for file in self.files:
            for finding in file.findings:
                yield file, finding

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for _, finding in self.findings)

    @property
    def errors(self) -> int:
        """How many files could not be checked."""
        return sum(file.error is not None for file in self.files)


def make_plan(
    glossary: Glossary,
    codes: tuple[str, ...],
    *,
    profile: str | None = None,
    strict: bool = False,
) -> Plan:
    """Settle what runs.

    Raises:
        ConfigError: The house style is not one of the glossary's, or its ``allowed.toml``
            names no rule.
    """
    check_codes(glossary.allowed)
    if profile is not None:
        _find_profile(glossary, profile)
    return Plan(glossary, codes, profile, strict)


def check_document(document: Document, plan: Plan) -> Iterator[Finding]:
    """Findings of one document, in reading order, without those somebody accepted."""
    for file in check_documents((document,), plan).files:
        yield from file.findings


def check_file(document: Document, plan: Plan) -> FileResult:
    """Check one document and keep what is judged over all of them: facts and acceptances."""
    view = view_of(document, plan)
    rules = [rule for rule in plan.rules if not rule.languages or view.language in rule.languages]
    made = [(rule, mark) for rule in rules for mark in _marks(rule, view)]
    stamped: list[tuple[Rule, Finding]] = []
    silent: list[Finding] = []
    for rule, mark in made:
        finding = _finding(rule, mark, view)
        if plan.strict or not mark.strict:
            stamped.append((rule, finding))
        else:
            silent.append(finding)
    kept = _distinct(finding for finding in _explained(stamped))
    kept.sort(key=lambda finding: _order(document, finding))
    accepted = accept(kept, document, plan.glossary.allowed)
    # Who accepts what only --strict reports is right to do so without --strict as well.
    spared = accept(silent, document, plan.glossary.allowed)
    facts = tuple(
        (rule.code, tuple(rule.collect(view))) for rule in rules if rule.collect is not None
    )
    return FileResult(
        document.path,
        document,
        findings=accepted.findings,
        allowed=accepted.number,
        met=accepted.met | spared.met,
        facts=facts,
    )


def check_documents(
    documents: Iterable[Document | tuple[str, TermkitError]], plan: Plan
) -> RunResult:
    """Check many documents and judge what they say together.

    Args:
        documents: Documents, or the path and error of those that could not be read.
        plan: What runs.
    """
    files = [
        FileResult(entry[0], error=entry[1])
        if isinstance(entry, tuple)
        else check_file(entry, plan)
        for entry in documents
    ]
    files = list(_with_judgements(files, plan))
    if UNUSED in plan.codes:
        files = list(_with_idle(files, plan))
    return RunResult(tuple(files), plan.signature)


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


def view_of(document: Document, plan: Plan) -> DocumentView:
    """The view that rules get of a document under a plan."""
    name = plan.profile or document.profile
    profile = None if name is None else _find_profile(plan.glossary, name)
    if profile is not None and profile.lang != document.lang.split("-")[0]:
        profile = None  # a style speaks of one language; a Chinese file in a mixed folder has none
    if profile is not None:
        profile = profile_on(profile, document.date)
    return DocumentView(document, plan.glossary, profile)


def _find_profile(glossary: Glossary, name: str) -> Profile:
    if name not in glossary.profiles:
        raise ConfigError(
            f"house style {name!r} is not known", hint=nearest(name, glossary.profiles)
        )
    return glossary.profiles[name]


def _marks(rule: Rule, view: DocumentView) -> Iterator[Mark]:
    if rule.check is None:
        return
    if rule.scope is Scope.UNIT:
        for unit in view.units:
            yield from rule.check(unit)
    elif rule.scope is Scope.DOCUMENT:
        yield from rule.check(view)


def _finding(rule: Rule, mark: Mark, view: DocumentView) -> Finding:
    segment = view.document.segments[mark.unit]
    text = mark.span.slice(segment.text)
    severity = mark.severity or rule.severity
    replacement = mark.replacement
    concept = view.glossary.concepts.get(mark.concept_id or "")
    if concept is not None:
        if concept.review is Review.PROPOSED:
            severity = Severity.HINT
        if concept.claim:
            replacement = None
    before = segment.text[max(0, mark.span.start - _CONTEXT) : mark.span.start]
    after = segment.text[mark.span.end : mark.span.end + _CONTEXT]
    return Finding(
        code=rule.code,
        severity=severity,
        unit_id=segment.id,
        span=mark.span,
        text=text,
        message=mark.message,
        side=mark.side,
        concept_id=mark.concept_id,
        related=tuple(
            Related(
                view.document.segments[place.unit].id,
                place.span,
                place.span.slice(view.document.segments[place.unit].text),
                place.message,
            )
            for place in mark.related
        ),
        fix=None if replacement is None else Fix(mark.span, replacement, mark.safety),
        fingerprint=fingerprint(rule.code, view.document.id, text, before, after),
    )


def _explained(stamped: Sequence[tuple[Rule, Finding]]) -> Iterator[Finding]:
    """Drop findings that a better one explains (`Rule.yields_to`)."""
    places: dict[tuple[str, str], list[Span]] = {}
    for rule, finding in stamped:
        places.setdefault((rule.code, finding.unit_id), []).append(finding.span)
    for rule, finding in stamped:
        if not any(
            span.overlaps(finding.span)
            for code in rule.yields_to
            for span in places.get((code, finding.unit_id), ())
        ):
            yield finding


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Number equal fingerprints: the same slip in the same words twice is two findings."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        if seen[finding.fingerprint] > 1:
            numbered = f"{finding.fingerprint}-{seen[finding.fingerprint]}"
            finding = replace(finding, fingerprint=numbered)
        result.append(finding)
    return result


def _order(document: Document, finding: Finding) -> tuple[int, int, int, str]:
    number = int(finding.unit_id.rpartition("#")[2])
    return number, finding.span.start, finding.span.end, finding.code


def _with_judgements(files: Sequence[FileResult], plan: Plan) -> Iterator[FileResult]:
    judged: dict[str, list[Finding]] = {}
    for rule in plan.rules:
        if rule.judge is None:
            continue
        for key, counts in sorted(tally(files, rule.code).items()):
            for judgement in rule.judge(key, counts, plan.glossary):
                if judgement.strict and not plan.strict:
                    continue
                place = counts.counts[judgement.value].first
                others = [(value, counts.counts[value]) for value in judgement.related]
                finding = Finding(
                    code=rule.code,
                    severity=judgement.severity or rule.severity,
                    unit_id=place.unit_id,
                    span=place.span,
                    text=place.text,
                    message=judgement.message,
                    concept_id=judgement.concept_id,
                    related=tuple(
                        Related(
                            count.first.unit_id,
                            count.first.span,
                            count.first.text,
                            f"{count.number} in {source}",
                        )
                        for (_, source), count in others
                    ),
                    fingerprint=fingerprint(rule.code, key, judgement.message, "", ""),
                )
                judged.setdefault(place.unit_id.rpartition("#")[0], []).append(finding)
    for file in files:
        extra = judged.get(file.document.id, []) if file.document is not None else []
        if file.document is None or not extra:
            yield file
            continue
        accepted = accept(extra, file.document, plan.glossary.allowed)
        yield replace(
            _with_findings(file, file.document, accepted.findings),
            allowed=file.allowed + accepted.number,
            met=file.met | accepted.met,
        )


def _with_idle(files: Sequence[FileResult], plan: Plan) -> Iterator[FileResult]:
    """Add the acceptances that met nothing; an entry of ``allowed.toml`` speaks of many files."""
    documents = [file.document for file in files if file.document is not None]
    met = frozenset[Pragma | Allowance]().union(*(file.met for file in files))
    entries: dict[str, list[Finding]] = {}
    for document, finding in idle_allowances(documents, plan.glossary.allowed, met, plan.codes):
        entries.setdefault(document.id, []).append(finding)
    for file in files:
        if file.document is None:
            yield file
            continue
        idle = (
            *idle_pragmas(file.document, file.met, plan.codes),
            *entries.get(file.document.id, ()),
        )
        yield _with_findings(file, file.document, idle) if idle else file


def _with_findings(file: FileResult, document: Document, more: Iterable[Finding]) -> FileResult:
    """The result with more findings, all in reading order."""
    both = sorted((*file.findings, *more), key=lambda finding: _order(document, finding))
    return replace(file, findings=tuple(both))
