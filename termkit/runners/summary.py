"""A run over a corpus in figures: by rule, concept, source and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from termkit.model.finding import Severity
from termkit.report.summary import counted
from termkit.runners.state import Kind, State
from termkit.text.columns import columns

AXES = {"rule": "code", "concept": "concept", "source": "source", "month": "month"}
_SHOWN = 10
_BAR = 30  # columns


def summary_of(state: State, signature: str) -> dict[str, Any]:
    """The figures as JSON values."""
    return {
        "signature": signature,
        "documents": state.rows,
        "documents_with_findings": state.touched,
        "errors": state.errors,
        "accepted": state.accepted,
        "bytes": state.size,
        "findings": sum(state.kinds.values()),
        **{f"by_{axis}": dict(_ranked(state, axis)) for axis in ("severity", *AXES)},
        "counts": [
            {**kind._asdict(), "number": number} for kind, number in sorted(state.kinds.items())
        ],
    }


def render_summary(state: State, signature: str) -> str:
    """The figures for people: the ten highest on each axis, months in order."""
    lines = []
    for axis in AXES:
        ranked = [(name, number) for name, number in _ranked(state, axis) if name]
        if ranked:
            lines += ["", *_table(axis, ranked)]
    number = sum(state.kinds.values())
    count = counted(number, state.touched, state.rows)
    if state.errors:
        count += f", {state.errors} unreadable"
    if state.accepted:
        count += f", {state.accepted} accepted"
    return "\n".join([*lines, "", count, signature]).lstrip("\n") + "\n"


def worst(state: State) -> Severity | None:
    """The highest severity of any finding."""
    found = [Severity(kind.severity) for kind in state.kinds]
    return max(found, key=lambda severity: severity.rank, default=None)


def _ranked(state: State, axis: str) -> list[tuple[str, int]]:
    field = Kind._fields.index(AXES.get(axis, axis))
    counts: Counter[str] = Counter()
    for kind, number in state.kinds.items():
        counts[kind[field]] += number
    if axis == "month":
        return sorted(counts.items())
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _table(axis: str, ranked: list[tuple[str, int]]) -> Iterator[str]:
    shown = ranked[-_SHOWN:] if axis == "month" else ranked[:_SHOWN]
    most = max(number for _, number in shown)
    room = max(columns(name) for name, _ in shown)
    left = f" ({len(ranked) - len(shown)} more)" if len(shown) < len(ranked) else ""
    yield f"by {axis}{left}"
    for name, number in shown:
        bar = "\N{FULL BLOCK}" * max(1, round(_BAR * number / most))
        yield f"  {name}{' ' * (room - columns(name))} {number:>8}  {bar}"
