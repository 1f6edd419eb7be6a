"""Where each candidate stands: what its reviewers say now, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from termkit.errors import TermkitError
from termkit.model.review import Candidate, Decision, Verdict


class DecisionConflictError(TermkitError):
    """Two reviewers, one candidate, two verdicts."""


class Standing(StrEnum):
    """What follows from all words on a candidate."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The words on one candidate that count: the last of each reviewer, in order.

    A reviewer who retracted or deferred has none.
    """

    decisions: tuple[Decision, ...] = ()

    @property
    def standing(self) -> Standing:
        if not self.decisions:
            return Standing.OPEN
        first = self.decisions[0]
        if not all(first.agrees(other) for other in self.decisions):
            return Standing.CONFLICT
        return Standing.REJECTED if first.verdict is Verdict.REJECT else Standing.ACCEPTED

    def others(self, reviewer: str) -> tuple[Decision, ...]:
        """What everybody else says."""
        return tuple(d for d in self.decisions if d.reviewer != reviewer)

    def of(self, reviewer: str) -> Decision | None:
        """What a reviewer says, or ``None``."""
        return next((d for d in self.decisions if d.reviewer == reviewer), None)


def opinions(decisions: Iterable[Decision]) -> dict[str, Opinion]:
    """By candidate, what counts of a journal."""
    last: dict[str, dict[str, Decision]] = {}
    for decision in decisions:
        of_candidate = last.setdefault(decision.candidate, {})
        of_candidate.pop(decision.reviewer, None)  # the latest word comes last
        of_candidate[decision.reviewer] = decision
    silent = (Verdict.RETRACT, Verdict.DEFER)
    return {
        candidate: Opinion(tuple(d for d in words.values() if d.verdict not in silent))
        for candidate, words in last.items()
    }


def queue(
    candidates: Sequence[Candidate],
    decisions: Sequence[Decision],
    reviewer: str,
    *,
    second: bool = False,
) -> list[Candidate]:
    """What a reviewer is asked: first conflicts of theirs, then what nobody has decided.

    A candidate that the reviewer deferred comes last.

    Args:
        candidates: The best first.
        decisions: Of the journal.
        reviewer: Who is asked.
        second: Ask also about what others accepted, for a second opinion.
    """
    said = opinions(decisions)
    deferred = {
        d.candidate for d in decisions if d.reviewer == reviewer and d.verdict is Verdict.DEFER
    }

    def turn(candidate: Candidate) -> int | None:
        opinion = said.get(candidate.id, Opinion())
        if opinion.standing is Standing.CONFLICT:
            return 0
        if opinion.of(reviewer) is not None:
            return None
        if opinion.standing is Standing.OPEN:
            return 2 if candidate.id in deferred else 1
        return 1 if second and opinion.standing is Standing.ACCEPTED else None

    turns = [(turn(candidate), n, candidate) for n, candidate in enumerate(candidates)]
    return [c for t, _, c in sorted((t, n, c) for t, n, c in turns if t is not None)]


def conflicts(said: Mapping[str, Opinion]) -> dict[str, Opinion]:
    """The candidates on which reviewers disagree."""
    return {ident: o for ident, o in said.items() if o.standing is Standing.CONFLICT}


def describe_conflict(opinion: Opinion) -> str:
    """Both sides of a disagreement, one line.

    It names the forms, then each reviewer with verdict, day and reason.
    """
    first = opinion.decisions[0]
    words = "; ".join(describe(decision) for decision in opinion.decisions)
    return f"{first.source.text} = {first.target.text}: {words}"


def describe(decision: Decision) -> str:
    """Who said what, when and why."""
    verb = {"accept": "accepts", "reject": "rejects", "merge": "merges"}.get(
        decision.verdict, decision.verdict.value
    )
    into = f" into {decision.concept}" if decision.concept else ""
    reason = f" ({decision.reason})" if decision.reason else ""
    return f"{decision.reviewer} {verb}{into} on {decision.date.date()}{reason}"
