"""From what rules mark to what people read: findings, one for each slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from termkit.check.rule import Mark, Rule
from termkit.check.view import DocumentView
from termkit.glossary.store import Glossary
from termkit.model.concept import Review
from termkit.model.document import Segment
from termkit.model.finding import Finding, Fix, Related, Severity, Side, fingerprint
from termkit.model.span import Span
from termkit.text.cover import Cover

_CONTEXT = 20  # code points on each side that tell two equal slips apart


def make_finding(rule: Rule, mark: Mark, view: DocumentView) -> Finding:
    """The finding of a mark.

    A proposed concept never gets beyond a hint, and a name that states a claim of
    sovereignty is never rewritten, whatever the rule says.
    """
    segments = view.document.segments
    return finding_at(rule, mark, lambda unit, _: segments[unit], view.document.id, view.glossary)


def finding_at(
    rule: Rule,
    mark: Mark,
    segment_of: Callable[[int, Side | None], Segment],
    document: str,
    glossary: Glossary,
) -> Finding:
    """The finding of a mark in any text.

    Args:
        rule: That made the mark.
        mark: The mark.
        segment_of: Index of a unit and side to the segment.
        document: Id of the document.
        glossary: What is known about the mark's concept.
    """
    segment = segment_of(mark.unit, mark.side)
    text = mark.span.slice(segment.text)
    concept = glossary.concepts.get(mark.concept_id or "")
    replacement = None if concept is not None and concept.claim else mark.replacement
    before = segment.text[max(0, mark.span.start - _CONTEXT) : mark.span.start]
    after = segment.text[mark.span.end : mark.span.end + _CONTEXT]
    return Finding(
        code=rule.code,
        severity=severity_for(mark.severity or rule.severity, mark.concept_id, glossary),
        unit_id=segment.id,
        span=mark.span,
        text=text,
        message=mark.message,
        side=mark.side,
        concept_id=mark.concept_id,
        related=tuple(
            Related(other.id, place.span, place.span.slice(other.text), place.message, place.side)
            for place in mark.related
            for other in (segment_of(place.unit, place.side),)
        ),
        fix=None if replacement is None else Fix(mark.span, replacement, mark.safety),
        fingerprint=fingerprint(rule.code, document, text, before, after),
    )


def severity_for(severity: Severity, concept_id: str | None, glossary: Glossary) -> Severity:
    """The severity a finding on a concept may have: nothing proposed is above a hint."""
    concept = glossary.concepts.get(concept_id or "")
    proposed = concept is not None and concept.review is Review.PROPOSED
    return Severity.HINT if proposed else severity


def explained(stamped: Sequence[tuple[Rule, Finding]]) -> Iterator[Finding]:
    """Drop findings that a better one explains (`Rule.yields_to`)."""
    places: dict[tuple[str, str, Side | None], list[Span]] = {}
    for rule, finding in stamped:
        key = (rule.code, finding.unit_id, finding.side)
        places.setdefault(key, []).append(finding.span)
    covers = {key: Cover(spans) for key, spans in places.items()}
    for rule, finding in stamped:
        keys = ((code, finding.unit_id, finding.side) for code in rule.yields_to)
        if not any(covers[key].overlaps(finding.span) for key in keys if key in covers):
            yield finding


def distinct(findings: Iterable[Finding]) -> list[Finding]:
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
