"""G901: an acceptance that nothing needs any more."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule


@rule("G901", "unused-allowance", scope="run", severity="warning", since="0.1")
def RULE(_: object) -> Iterator[Mark]:
    """An inline comment or an entry of allowed.toml accepts nothing.

    ## Why it matters
    An acceptance that outlives its slip hides the next one, and tells the reader of a
    problem that is no longer there. A comment without a reason, or with a code that no rule
    has, never accepted anything.

    ## Use instead
    Delete the comment or the entry. If it was written for a rule under another code,
    correct the code; if it gives no reason, add one: ``termkit: ignore[N107] -- quoted``.
    Only acceptances of rules that ran are reported, and none of a rule that compares
    documents, since what it says depends on which documents were named. An entry that covers
    many documents is used when it is used in one of them.

    ## Source
    The practice of linters that report their own unused suppressions, such as RUF100 of ruff
    and --report-unused-disable-directives of ESLint.
    """
    # Only the engine knows which acceptances met a finding: termkit/check/allow.py.
    yield from ()
