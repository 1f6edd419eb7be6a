"""Findings that somebody accepted with a reason, and acceptances that do nothing.

An acceptance is an inline comment (a `Pragma`) or an entry of ``allowed.toml`` (an `Allowance`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termkit.check.rule import Scope, all_rules, find_rules, select_rules
from termkit.errors import ConfigError
from termkit.glossary.allowance import Allowance
from termkit.model.document import Document, Pragma, Segment
from termkit.model.finding import Finding, Severity, fingerprint
from termkit.model.span import Span

UNUSED = "G901"  # its page is rules/g901_unused_allowance.py


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is left of some findings.

    Attributes:
        findings: Those that nobody accepted.
        number: How many were accepted.
        met: The acceptances that met a finding.
    """

    findings: tuple[Finding, ...]
    number: int
    met: frozenset[Pragma | Allowance]


def accept(
    findings: Iterable[Finding], document: Document, allowances: Sequence[Allowance]
) -> Accepted:
    """Take out what inline comments and ``allowed.toml`` accept.

    Args:
        findings: Of one document.
        document: Its pragmas speak of lines, allowances of its path.
        allowances: Of the glossary.
    """
    segments = {segment.id: segment for segment in document.segments}
    pragmas = [
        (pragma, codes) for pragma in document.pragmas if (codes := _codes(pragma)) is not None
    ]
    local = [entry for entry in allowances if entry.covers(document.path)]
    met: set[Pragma | Allowance] = set()
    kept: list[Finding] = []
    number = 0
    for finding in findings:
        reasons: list[Pragma | Allowance] = []
        if pragmas:
            line = document.position(segments[finding.unit_id], finding.span.start).line
            reasons += [
                pragma
                for pragma, codes in pragmas
                if pragma.line == line and (not codes or finding.code in codes)
            ]
        reasons += [entry for entry in local if entry.accepts(finding)]
        met.update(reasons)
        if reasons:
            number += 1
        else:
            kept.append(finding)
    return Accepted(tuple(kept), number, frozenset(met))


def pragma_codes(document: Document, line: int) -> frozenset[str] | None:
    """Codes of the rules that inline comments accept on a line; empty is all of them.

    ``None`` when none does.
    """
    found = [
        codes
        for pragma in document.pragmas
        if pragma.line == line and (codes := _codes(pragma)) is not None
    ]
    if not found:
        return None
    return frozenset().union(*found) if all(found) else frozenset()


def idle_pragmas(
    document: Document, met: frozenset[Pragma | Allowance], ran: Sequence[str]
) -> Iterator[Finding]:
    """A finding for each inline comment that accepts nothing.

    Args:
        document: Its comments.
        met: Those that met a finding.
        ran: Codes of the rules that ran: a comment on another rule may well be needed.
    """
    for pragma in document.pragmas:
        comment = f"the comment on line {pragma.line}"
        unknown = [selector for selector in pragma.codes if not find_rules(selector)]
        if not pragma.reason:
            yield _idle(document, f"{comment} accepts nothing, for it gives no reason", pragma)
        elif unknown:
            named = ", ".join(unknown)
            yield _idle(document, f"{comment} accepts {named}, and no rule is called so", pragma)
        elif pragma not in met and _would_show(_codes(pragma) or select_rules(), ran):
            codes = ", ".join(pragma.codes) or "everything"
            message = f"{comment} accepts {codes}, and nothing fires there"
            yield _idle(document, message, pragma)


def idle_allowances(
    documents: Sequence[Document],
    allowances: Sequence[Allowance],
    met: frozenset[Pragma | Allowance],
    ran: Sequence[str],
) -> Iterator[tuple[Document, Finding]]:
    """A finding, in the first document it covers, for each entry that accepts nothing in any."""
    for entry in allowances:
        covered = next((found for found in documents if entry.covers(found.path)), None)
        if covered is not None and entry not in met and _would_show((entry.code,), ran):
            yield (
                covered,
                _idle(
                    covered, f"allowed.toml accepts {entry.code} in {entry.path}, and nothing fires"
                ),
            )


def segment_before(document: Document, offset: int) -> Segment:
    """The last segment that begins before a place in the file, else the first."""
    before = (entry for entry in document.segments if (entry.locator.offset or 0) <= offset)
    return max(before, key=lambda entry: entry.locator.offset or 0, default=document.segments[0])


def check_codes(allowances: Iterable[Allowance]) -> None:
    """See that every entry of ``allowed.toml`` names a rule.

    Raises:
        ConfigError: One does not.
    """
    for entry in allowances:
        if entry.code not in all_rules():
            raise ConfigError(
                f"allowed.toml: no rule has the code {entry.code!r}",
                hint="termkit rules lists them",
            )


def _codes(pragma: Pragma) -> frozenset[str] | None:
    """The rules that a comment speaks of; empty is all of them, ``None`` no rule at all."""
    codes = frozenset(code for selector in pragma.codes for code in find_rules(selector))
    return codes if pragma.reason and (codes or not pragma.codes) else None


def _would_show(codes: Iterable[str], ran: Sequence[str]) -> bool:
    """Whether the run would have met the findings: every rule ran, and saw all it judges by.

    What a collection rule says depends on which other documents were named.
    """
    rules = all_rules()
    judged = [code for code in codes if rules[code].scope in (Scope.UNIT, Scope.DOCUMENT)]
    return bool(judged) and set(ran).issuperset(judged)


def _idle(document: Document, message: str, pragma: Pragma | None = None) -> Finding:
    """A finding at the start of the segment that the comment follows, else of the first."""
    segment = segment_before(document, 0 if pragma is None else pragma.offset)
    return Finding(
        code=UNUSED,
        severity=Severity.WARNING,
        unit_id=segment.id,
        span=Span(0, 0),
        text="",
        message=message,
        fingerprint=fingerprint(UNUSED, document.id, message, "", ""),
    )
