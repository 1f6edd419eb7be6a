"""What is kept of a batch beside its findings: counts, and what collection rules collected.

States merge in any order to the same whole, and travel as JSON: between processes, to disk
for a run that is taken up again, from a cluster to its driver.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from termkit.check.collection import judge_tallies
from termkit.check.plan import Plan
from termkit.model.finding import Count, Finding, Place, Tally
from termkit.model.span import Span
from termkit.runners.record import Record, record_of, related_of

_EVERY = "*"


class Kind(NamedTuple):
    """What findings are counted by; empty text where there is nothing to say."""

    code: str
    severity: str
    concept: str
    source: str
    month: str


@dataclass(slots=True)
class State:
    """Counts of some rows.

    Attributes:
        rows: How many were looked at.
        touched: How many have a finding.
        errors: How many could not be checked, files that broke off included.
        accepted: How many findings somebody had accepted.
        size: Bytes of text.
        kinds: Number of findings of each kind.
        tallies: By rule and key, for the collection rules.
        places: By unit and start, where the tallies' first places stand (`record.Record`
            fields), with the codes that an inline comment accepts there.
    """

    rows: int = 0
    touched: int = 0
    errors: int = 0
    accepted: int = 0
    size: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)
    places: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)

    def add(self, other: State) -> None:
        """Count the other's rows as well."""
        self.rows += other.rows
        self.touched += other.touched
        self.errors += other.errors
        self.accepted += other.accepted
        self.size += other.size
        self.kinds.update(other.kinds)
        for code, tallies in other.tallies.items():
            mine = self.tallies.setdefault(code, {})
            for key, tally in tallies.items():
                mine[key] = mine[key].merge(tally) if key in mine else tally
        for place, known in other.places.items():
            mine_too = self.places.get(place, known)
            # Two rows of one id: the same one must stand, whatever came first.
            self.places[place] = min(known, mine_too, key=lambda p: (p["path"], p["row"]))

    def prune(self) -> None:
        """Forget the places that are no longer first: memory goes by renderings, not rows."""
        first = {
            (count.first.unit_id, count.first.span.start)
            for tallies in self.tallies.values()
            for tally in tallies.values()
            for count in tally.counts.values()
        }
        self.places = {place: known for place, known in self.places.items() if place in first}

    def judge(self, plan: Plan) -> Iterator[Record]:
        """What the collection rules say of all that was counted, less what was accepted."""
        for finding in judge_tallies(self.tallies, plan):
            place = dict(self.places[finding.unit_id, finding.span.start])
            ignored = place.pop("ignored")
            if _is_accepted(finding, place["document"], ignored, plan):
                self.accepted += 1
                continue
            related = [
                related_of(self.places[other.unit_id, other.span.start], other)
                for other in finding.related
            ]
            yield record_of(place, finding, related)

    def count(self, records: Iterable[Record]) -> None:
        """Count findings by kind."""
        self.kinds.update(kind_of(record) for record in records)

    def to_json(self) -> str:
        """One line."""
        values = {
            "counts": [self.rows, self.touched, self.errors, self.accepted, self.size],
            "kinds": [[*kind, number] for kind, number in sorted(self.kinds.items())],
            "tallies": {
                code: {key: _counts_to_list(tally) for key, tally in sorted(tallies.items())}
                for code, tallies in sorted(self.tallies.items())
            },
            "places": [[*place, known] for place, known in sorted(self.places.items())],
        }
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> State:
        """What `to_json` wrote.

        Raises:
            ValueError, KeyError, TypeError: It did not.
        """
        values = json.loads(text)
        state = cls(*values["counts"])
        state.kinds.update({Kind(*kind): number for *kind, number in values["kinds"]})
        state.tallies = {
            code: {key: _counts_from_list(counts) for key, counts in tallies.items()}
            for code, tallies in values["tallies"].items()
        }
        state.places = {(unit, start): known for unit, start, known in values["places"]}
        return state


def kind_of(record: Mapping[str, Any]) -> Kind:
    """What a finding is counted by."""
    return Kind(
        record["code"],
        record["severity"],
        record["concept"] or "",
        record["source"] or "",
        (record["date"] or "")[:7],
    )


def ignored_codes(codes: Iterable[str] | None) -> list[str]:
    """The codes an inline comment accepts, for a state; every code for one that names none."""
    return [] if codes is None else sorted(codes) or [_EVERY]


def _is_accepted(finding: Finding, document: str, ignored: list[str], plan: Plan) -> bool:
    return (
        finding.code in ignored
        or _EVERY in ignored
        or any(e.covers(document) and e.accepts(finding) for e in plan.glossary.allowed)
    )


def _counts_to_list(tally: Tally) -> list[list[Any]]:
    return [
        [*key, count.number, p.unit_id, list(p.order), p.span.start, p.span.end, p.text]
        for key, count in sorted(tally.counts.items())
        for p in (count.first,)
    ]


def _counts_from_list(rows: list[list[Any]]) -> Tally:
    return Tally(
        {
            (value, source): Count(number, Place(unit, tuple(order), Span(start, end), text))
            for value, source, number, unit, order, start, end, text in rows
        }
    )
