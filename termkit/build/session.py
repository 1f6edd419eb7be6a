"""One reviewer going through the queue: each word is on the disk before the next question."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from termkit.build.journal import append_decisions, load_decisions
from termkit.build.standing import Opinion, Standing, opinions, queue
from termkit.model.review import Candidate, Decision, Form, Verdict, candidate_id

Clock = Callable[[], datetime.datetime]


class Session:
    """Where a reviewer is in the queue, and what can be taken back.

    Attributes:
        reviewer: Who decides.
        decided: Number of words of this session that stand.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        journal: str | Path,
        reviewer: str,
        *,
        second: bool = False,
        clock: Clock = lambda: datetime.datetime.now(datetime.UTC),
    ) -> None:
        """Args:
        candidates: The best first.
        journal: File of decisions; it need not be there yet.
        reviewer: Who decides.
        second: Ask also about what others accepted.
        clock: Says when.
        """
        self.reviewer = reviewer
        self.decided = 0
        self._journal = journal
        self._clock = clock
        self._decisions = list(load_decisions(journal))
        self._queue = queue(candidates, self._decisions, reviewer, second=second)
        self._at = 0
        self._done: list[tuple[int, Decision]] = []

    @property
    def current(self) -> Candidate | None:
        """The candidate that is asked about, or ``None`` at the end."""
        return self._queue[self._at] if self._at < len(self._queue) else None

    @property
    def place(self) -> tuple[int, int]:
        """Number of the current candidate, from 1, and how many there are."""
        return min(self._at + 1, len(self._queue)), len(self._queue)

    def opinion(self, candidate: Candidate) -> Opinion:
        """What everybody says of a candidate now."""
        return opinions(self._decisions).get(candidate.id, Opinion())

    def decide(
        self,
        verdict: Verdict,
        *,
        concept: str | None = None,
        reason: str = "",
        target: str | None = None,
    ) -> tuple[Decision, ...]:
        """Write a word on the current candidate and go on.

        Args:
            verdict: Accept, reject, merge or defer.
            concept: Where to merge.
            reason: In words.
            target: Another rendering that is meant instead; the current one stays.

        Returns:
            The words of other reviewers that say something else.

        Raises:
            OSError: It could not be written; nothing has changed.
        """
        candidate = self.current
        if candidate is None:
            raise IndexError("the queue is at its end")
        form = candidate.target if target is None else Form(candidate.target.lang, target)
        decision = Decision(
            candidate=candidate_id(candidate.source, form),
            verdict=verdict,
            reviewer=self.reviewer,
            date=self._clock(),
            source=candidate.source,
            target=form,
            concept=concept,
            reason=reason,
            type=candidate.type if verdict is Verdict.ACCEPT else None,
        )
        self._write(decision)
        self._done.append((self._at, decision))
        self.decided += 1
        if target is None:
            self._at += 1
        said = opinions(self._decisions).get(decision.candidate, Opinion())
        return said.others(self.reviewer) if said.standing is Standing.CONFLICT else ()

    def undo(self) -> Candidate | None:
        """Take back the last word of this session and go back to it; ``None``: there is none."""
        if not self._done:
            return None
        at, decision = self._done.pop()
        self._write(
            Decision(
                candidate=decision.candidate,
                verdict=Verdict.RETRACT,
                reviewer=self.reviewer,
                date=self._clock(),
                source=decision.source,
                target=decision.target,
            )
        )
        self.decided -= 1
        self._at = at
        return self._queue[at]

    def _write(self, decision: Decision) -> None:
        append_decisions(self._journal, [decision])
        self._decisions.append(decision)
