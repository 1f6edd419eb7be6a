"""An accepted finding of ``allowed.toml``: which, where, and why."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding that people decided to live with.

    Attributes:
        code: Of the rule.
        path: Glob of the documents it holds for.
        reason: Why; required.
        text: Only findings on this text; empty is any.
        fingerprint: Only this very finding; empty is any.
    """

    code: str
    path: str
    reason: str
    text: str = ""
    fingerprint: str = ""

    def accepts(self, finding: Finding) -> bool:
        """Whether it accepts a finding in a document that its path fits."""
        return (
            self.code == finding.code
            and self.text in ("", finding.text)
            and self.fingerprint in ("", finding.fingerprint)
        )
