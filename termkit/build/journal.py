"""The journal of decisions: ``decisions.jsonl``, one a line, only ever added to.

    {"schema": "termkit.decision/1", "candidate": "…", "verdict": "accept",
     "reviewer": "lan", "date": "2026-11-27T21:15:00+00:00", "concept": null, "reason": "",
     "type": "organisation", "source": {"lang": "vi", "text": "…"}, "target": {…},
     "extra": {"column of a sheet": "…"}}

A decision is on the disk before the next question is asked. What a power cut left of a last
line is closed with a line end, and passed over: nobody was told that it was kept.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from termkit.build.candidates import CandidateError, parse_form, parse_json_line, render_form
from termkit.model.concept import ConceptType
from termkit.model.review import Decision, Verdict

SCHEMA = "termkit.decision/1"
NAME = "decisions.jsonl"
_BEGINNING = f'{{"schema": "{SCHEMA}"'


def append_decisions(path: str | Path, decisions: Iterable[Decision]) -> None:
    """Add decisions and wait until the disk has them.

    Each call is one write at the end of the file, so two reviewers may share it.

    Raises:
        OSError: The file cannot be written.
    """
    lines = "".join(_render(decision) + "\n" for decision in decisions)
    if not lines:
        return
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        size = os.fstat(handle).st_size
        broken = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
        data = (("\n" if broken else "") + lines).encode("utf-8")
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def load_decisions(
    path: str | Path, *, broken: Callable[[int], None] = lambda line: None
) -> tuple[Decision, ...]:
    """Every decision of a journal in the order they were made; none when there is no file.

    Args:
        path: Of the journal.
        broken: Called with the number of each line that broke off and is passed over.

    Raises:
        CandidateError: Another line is no decision; with path and line.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CandidateError(f"cannot be read: {reason}", path=path) from None
    found = []
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        if _broke_off(line):
            broken(number)
            continue
        value = parse_json_line(line, SCHEMA, path, number)
        try:
            found.append(_parse(value))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CandidateError(
                f"not a decision: {type(error).__name__} {error}", path=path, line=number
            ) from None
    return tuple(found)


def _broke_off(line: str) -> bool:
    """Whether a line begins as a decision does, and ends before one can.

    >>> _broke_off('{"schema": "termkit.deci'), _broke_off('{"schema": "termkit.decision/1"}')
    (True, False)
    """
    line = line.strip("\0")  # what some file systems leave of a write that a power cut stopped
    if not (line.startswith(_BEGINNING) or _BEGINNING.startswith(line)):
        return False
    try:
        json.loads(line)
    except json.JSONDecodeError:
        return True
    except (ValueError, RecursionError):  # whole, and no decision
        return False
    return False


def _render(decision: Decision) -> str:
    return json.dumps(
        {
            "schema": SCHEMA,
            "candidate": decision.candidate,
            "verdict": decision.verdict.value,
            "reviewer": decision.reviewer,
            "date": decision.date.isoformat(timespec="seconds"),
            "concept": decision.concept,
            "reason": decision.reason,
            "type": decision.type.value if decision.type else None,
            "source": render_form(decision.source),
            "target": render_form(decision.target),
            "extra": dict(decision.extra),
        },
        ensure_ascii=False,
    )


def _parse(value: dict[str, Any]) -> Decision:
    kind, concept = value.get("type"), value.get("concept")
    verdict = Verdict(value["verdict"])
    if verdict is Verdict.MERGE and not concept:
        raise ValueError("a merge names its concept")
    return Decision(
        candidate=str(value["candidate"]),
        verdict=verdict,
        reviewer=str(value["reviewer"]),
        date=datetime.datetime.fromisoformat(value["date"]),
        source=parse_form(value["source"]),
        target=parse_form(value["target"]),
        concept=str(concept) if concept else None,
        reason=str(value.get("reason") or ""),
        type=ConceptType(kind) if kind else None,
        extra=tuple(sorted((str(k), str(v)) for k, v in (value.get("extra") or {}).items())),
    )
