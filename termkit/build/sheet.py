"""Candidates as a sheet that a reviewer fills in, and the decisions that come back.

Columns that are read: ``id``, ``verdict`` (accept, reject, merge or defer; empty is no word),
``concept`` (where to merge), ``type``, ``reason``, ``reviewer`` (who fills in the sheet may
say so), ``source_lang``, ``source``, ``target_lang``, ``target``: a form that was edited is
decided on as edited. The others tell: ``score``, ``count``, ``renderings``, ``glossary``,
``publishers``, ``opinions``, ``source_context``, ``target_context``. A column of another name
is the reviewer's own: it is kept with the decision and comes back with the next sheet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from termkit.build.candidates import CandidateError
from termkit.build.standing import Opinion, describe
from termkit.errors import nearest
from termkit.model.concept import ConceptType
from termkit.model.review import Candidate, Decision, Form, Verdict, candidate_id

COLUMNS = (
    "id", "verdict", "source", "target", "concept", "type", "reason", "renderings", "glossary",
    "opinions", "score", "count", "publishers", "source_context", "target_context", "reviewer",
    "source_lang", "target_lang",
)  # fmt: skip
WIDTHS = {
    "source": 36,
    "target": 36,
    "renderings": 36,
    "reason": 28,
    "opinions": 28,
} | dict.fromkeys(("source_context", "target_context"), 60)
Known = TypeVar("Known", Verdict, ConceptType)
_NEEDED = ("id", "verdict", "source_lang", "source", "target_lang", "target")


def sheet_columns(said: Mapping[str, Opinion]) -> tuple[str, ...]:
    """The documented columns, then those that reviewers added."""
    own = {name for opinion in said.values() for d in opinion.decisions for name, _ in d.extra}
    return (*COLUMNS, *sorted(own - set(COLUMNS)))


def sheet_rows(
    candidates: Iterable[Candidate], said: Mapping[str, Opinion], reviewer: str
) -> Iterator[tuple[str, ...]]:
    """One row a candidate, in the order of `sheet_columns`, with the reviewer's own words."""
    columns = sheet_columns(said)
    for candidate in candidates:
        opinion = said.get(candidate.id, Opinion())
        yield tuple(_cells(candidate, opinion, reviewer).get(name, "") for name in columns)


def read_sheet(
    rows: Sequence[Sequence[str]],
    *,
    path: str,
    reviewer: str,
    said: Mapping[str, Opinion],
    concepts: Iterable[str],
    now: datetime.datetime,
) -> list[Decision]:
    """The decisions of a filled-in sheet that are not in the journal yet.

    Args:
        rows: Header first.
        path: Of the sheet, for messages.
        reviewer: Whose words they are, where a row does not say.
        said: What the journal has.
        concepts: Ids of the glossary: a merge goes into one of them.
        now: Date of the decisions.

    Raises:
        CandidateError: A column is missing, or a cell says what it cannot; with its line.
    """
    if not rows:
        raise CandidateError("an empty sheet", path=path)
    header = [name.strip() for name in rows[0]]
    for name in _NEEDED:
        if name not in header:
            raise CandidateError(f"column {name!r} is missing", path=path, line=1)
    known = frozenset(concepts)
    found: dict[tuple[str, str], tuple[int, Decision]] = {}
    for line, cells in enumerate(rows[1:], start=2):
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
        if not row.get("verdict"):
            continue
        decision = _decision(row, path, line, reviewer, known, now)
        key = decision.candidate, decision.reviewer
        if key in found and not found[key][1].agrees(decision):
            raise CandidateError(
                f"{row['verdict']} here, and line {found[key][0]} says "
                f"{found[key][1].verdict} of the same pair",
                path=path,
                line=line,
                hint="one row a pair",
            )
        found.setdefault(key, (line, decision))
    return [decision for _, decision in found.values() if _is_news(decision, said)]


def _cells(candidate: Candidate, opinion: Opinion, reviewer: str) -> dict[str, str]:
    evidence = candidate.evidence
    mine = opinion.of(reviewer)
    first = evidence.contexts[0] if evidence.contexts else None
    cells = {
        "id": candidate.id,
        "source_lang": candidate.source.lang,
        "source": candidate.source.text,
        "target_lang": candidate.target.lang,
        "target": candidate.target.text,
        "type": candidate.type.value,
        "renderings": "\n".join(f"{r.text} ({r.count})" for r in evidence.renderings),
        "glossary": ", ".join(evidence.concepts),
        "opinions": "\n".join(map(describe, opinion.others(reviewer))),
        "score": f"{candidate.score:.3f}",
        "count": str(evidence.count),
        "publishers": ", ".join(evidence.publishers),
        "source_context": first.source if first else "",
        "target_context": first.target if first else "",
    }
    if mine is not None:
        cells |= {
            "verdict": mine.verdict.value,
            "concept": mine.concept or "",
            "reason": mine.reason,
            "reviewer": mine.reviewer,
            **dict(mine.extra),
        }
        if mine.type is not None:
            cells["type"] = mine.type.value
    return cells


def _decision(
    row: Mapping[str, str],
    path: str,
    line: int,
    reviewer: str,
    concepts: frozenset[str],
    now: datetime.datetime,
) -> Decision:
    verdict = _one_of(Verdict, row["verdict"].lower(), "verdict", path, line)
    concept = row.get("concept") or None
    if verdict is Verdict.MERGE and concept not in concepts:
        raise CandidateError(
            f"concept {concept!r} is not in the glossary" if concept else "merge into what?",
            path=path,
            line=line,
            hint=nearest(concept, concepts) if concept else "its id in the column concept",
        )
    forms = []
    for name in ("source", "target"):
        if not row.get(name) or not row.get(f"{name}_lang"):
            raise CandidateError(f"no {name}", path=path, line=line)
        forms.append(Form(row[f"{name}_lang"], row[name]))
    kind = row.get("type")
    return Decision(
        candidate=candidate_id(*forms),
        verdict=verdict,
        reviewer=row.get("reviewer") or reviewer,
        date=now,
        source=forms[0],
        target=forms[1],
        concept=concept if verdict is Verdict.MERGE else None,
        reason=row.get("reason", ""),
        type=_one_of(ConceptType, kind, "type", path, line) if kind else None,
        extra=tuple(sorted((n, c) for n, c in row.items() if n not in COLUMNS and c)),
    )


def _one_of(kind: type[Known], value: str, column: str, path: str, line: int) -> Known:
    try:
        return kind(value)
    except ValueError:
        raise CandidateError(
            f"{column} {value!r} is not known",
            path=path,
            line=line,
            hint=nearest(value, [entry.value for entry in kind]),
        ) from None


def _is_news(decision: Decision, said: Mapping[str, Opinion]) -> bool:
    before = said.get(decision.candidate, Opinion()).of(decision.reviewer)
    return before is None or not _is_same(before, decision)


def _is_same(before: Decision, now: Decision) -> bool:
    return before.agrees(now) and (before.reason, before.extra) == (now.reason, now.extra)
