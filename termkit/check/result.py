"""What became of a run, ready to be reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termkit.errors import TermkitError
from termkit.glossary.allowance import Allowance
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document, Pragma
from termkit.model.finding import Fact, Finding, Severity
from termkit.model.signature import Signature


@dataclass(frozen=True)
class FileResult:
    """What became of one file: findings or an error; both only where a bitext breaks off.

    Attributes:
        path: As the user wrote it.
        document: ``None`` when it could not be read.
        allowed: How many findings somebody had accepted.
        met: The acceptances that met one of them.
        facts: For the collection rules, by code.
        units: Of a bitext, those that its findings and facts speak of; its document has no
            segments then.
        source_lang: Of a bitext, the language of its sources; ``None`` of a document.
        was_read: An error came after a part of the file had been checked.
    """

    path: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    error: TermkitError | None = None
    allowed: int = 0
    met: frozenset[Pragma | Allowance] = frozenset()
    facts: tuple[tuple[str, tuple[Fact, ...]], ...] = ()
    units: tuple[TranslationUnit, ...] = ()
    source_lang: str | None = None
    was_read: bool = False

    def with_findings(self, more: Iterable[Finding]) -> FileResult:
        """The result with more findings, all in reading order."""
        both = sorted((*self.findings, *more), key=reading_order)
        return replace(self, findings=tuple(both))


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


def reading_order(finding: Finding) -> tuple[int, int, int, str]:
    """Sorts the findings of one document: by segment, place and code."""
    number = int(finding.unit_id.rpartition("#")[2])
    return number, finding.span.start, finding.span.end, finding.code
