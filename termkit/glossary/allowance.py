"""An accepted finding of ``allowed.toml``: which, where, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from termkit.config import fits
from termkit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding that people decided to live with.

    Attributes:
        code: Of the rule.
        path: Glob of the documents it holds for, read from the end of their paths; globs are
            those of the configuration.
        reason: Why; required.
        text: Only findings on this text; empty is any.
        fingerprint: Only this very finding; empty is any.
    """

    code: str
    path: str
    reason: str
    text: str = ""
    fingerprint: str = ""

    def covers(self, path: str) -> bool:
        """Whether it speaks of the document at a path, however long the way there is written.

        >>> entry = Allowance("O204", "archive/1998/*", "scanned")
        >>> entry.covers("/home/me/archive/1998/a.txt"), entry.covers("archive/1999/a.txt")
        (True, False)
        """
        parts = PurePath(path).parts
        return any(fits(self.path, "/".join(parts[start:])) for start in range(len(parts)))

    def accepts(self, finding: Finding) -> bool:
        """Whether it accepts a finding in a document that its path fits."""
        return (
            self.code == finding.code
            and self.text in ("", finding.text)
            and self.fingerprint in ("", finding.fingerprint)
        )
