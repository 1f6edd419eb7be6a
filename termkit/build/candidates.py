"""Candidates as a file: JSON, one a line, schema ``termkit.candidate/1``.

    {"schema": "termkit.candidate/1", "id": "…", "score": 0.71, "type": "organisation",
     "source": {"lang": "vi", "text": "…"}, "target": {"lang": "en", "text": "…"},
     "evidence": {"count": 2, "source_count": 2, "target_count": 2,
                  "dice": 1.0, "log_likelihood": 18.6, "fisher": 0.0004,
                  "renderings": [{"text": "…", "count": 2, "score": 0.8}],
                  "back_renderings": […],
                  "contexts": [{"unit": "memo.tmx#3", "path": "memo.tmx", "line": 12,
                                "publisher": "vna", "date": "2026-02-03",
                                "source": "…", "target": "…"}],
                  "publishers": ["vna"], "concepts": ["un"]}}

Unknown keys are passed over, so that a later minor version can add some.
"""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from termkit.errors import TermkitError
from termkit.model.concept import ConceptType
from termkit.model.review import Candidate, Context, Evidence, Form, Rendering, candidate_id

SCHEMA = "termkit.candidate/1"


class CandidateError(TermkitError):
    """A line that is no candidate."""


def render_candidate(candidate: Candidate) -> str:
    """One line, without its end."""
    evidence = candidate.evidence
    return json.dumps(
        {
            "schema": SCHEMA,
            "id": candidate.id,
            "score": candidate.score,
            "type": candidate.type.value,
            "source": render_form(candidate.source),
            "target": render_form(candidate.target),
            "evidence": {
                "count": evidence.count,
                "source_count": evidence.source_count,
                "target_count": evidence.target_count,
                "dice": evidence.dice,
                "log_likelihood": evidence.log_likelihood,
                "fisher": evidence.fisher,
                "renderings": [_rendering(entry) for entry in evidence.renderings],
                "back_renderings": [_rendering(entry) for entry in evidence.back_renderings],
                "contexts": [_context(entry) for entry in evidence.contexts],
                "publishers": list(evidence.publishers),
                "concepts": list(evidence.concepts),
            },
        },
        ensure_ascii=False,
    )


def render_candidates(candidates: Iterable[Candidate]) -> str:
    """A whole file."""
    return "".join(render_candidate(candidate) + "\n" for candidate in candidates)


def load_candidates(path: str | Path) -> tuple[Candidate, ...]:
    """The candidates of a file, in its order; one that comes again counts once.

    Raises:
        CandidateError: It is missing, or a line is no candidate; with path and line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise CandidateError(f"cannot be read: {reason}", path=path) from None
    found: dict[str, Candidate] = {}
    for candidate in _parse(text, path):
        found.setdefault(candidate.id, candidate)
    return tuple(found.values())


def parse_json_line(line: str, schema: str, path: str | Path, number: int) -> dict[str, Any]:
    """One line of a JSONL file of a schema.

    Raises:
        CandidateError: Not JSON, or of another schema.
    """
    try:
        value = json.loads(line, parse_constant=_no_number)
        line.encode("utf-8")
        if "\\u" in line:  # half a surrogate pair may be written so, and nowhere else
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):  # broken, an endless number, half a character
        raise CandidateError("not JSON", path=path, line=number) from None
    found = value.get("schema") if isinstance(value, dict) else None
    if found != schema:
        raise CandidateError(
            f"schema {found!r} is not known here", path=path, line=number, hint=f"known: {schema}"
        )
    assert isinstance(value, dict)
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number in JSON")


def render_form(form: Form) -> dict[str, str]:
    return {"lang": form.lang, "text": form.text}


def parse_form(value: Any) -> Form:
    """A form out of JSON; `KeyError`, `TypeError` or `ValueError` when it is none."""
    lang, text = value["lang"], value["text"]
    if not (isinstance(lang, str) and isinstance(text, str) and lang and text.strip()):
        raise ValueError("a form has a language and a text")
    return Form(lang, text)


def _parse(text: str, path: str | Path) -> Iterator[Candidate]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        value = parse_json_line(line, SCHEMA, path, number)
        try:
            yield _candidate(value)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            raise CandidateError(
                f"not a candidate: {type(error).__name__} {error}", path=path, line=number
            ) from None


def _candidate(value: dict[str, Any]) -> Candidate:
    found = value["evidence"]
    source, target = parse_form(value["source"]), parse_form(value["target"])
    return Candidate(
        id=candidate_id(source, target),  # a form may have been mended by hand
        source=source,
        target=target,
        score=_finite(value["score"]),
        type=ConceptType(value.get("type", "term")),
        evidence=Evidence(
            count=int(found["count"]),
            source_count=int(found["source_count"]),
            target_count=int(found["target_count"]),
            dice=_finite(found.get("dice", 0)),
            log_likelihood=_finite(found.get("log_likelihood", 0)),
            fisher=_finite(found.get("fisher", 1)),
            renderings=tuple(map(_parse_rendering, _list(found, "renderings"))),
            back_renderings=tuple(map(_parse_rendering, _list(found, "back_renderings"))),
            contexts=tuple(map(_parse_context, _list(found, "contexts"))),
            publishers=tuple(map(str, _list(found, "publishers"))),
            concepts=tuple(map(str, _list(found, "concepts"))),
        ),
    )


def _finite(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{number} is no number to compare by")
    return number


def _list(found: dict[str, Any], name: str) -> list[Any]:
    value = found.get(name, [])
    if not isinstance(value, list):
        raise TypeError(f"{name} is no list")
    return value


def _rendering(rendering: Rendering) -> dict[str, Any]:
    return {"text": rendering.text, "count": rendering.count, "score": rendering.score}


def _parse_rendering(value: dict[str, Any]) -> Rendering:
    return Rendering(str(value["text"]), int(value["count"]), _finite(value["score"]))


def _context(context: Context) -> dict[str, Any]:
    return {
        "unit": context.unit,
        "path": context.path,
        "line": context.line,
        "publisher": context.publisher,
        "date": context.date.isoformat() if context.date else None,
        "source": context.source,
        "target": context.target,
    }


def _parse_context(value: dict[str, Any]) -> Context:
    date, line = value.get("date"), value.get("line")
    return Context(
        unit=str(value["unit"]),
        source=str(value["source"]),
        target=str(value.get("target", "")),
        path=_text(value, "path"),
        line=None if line is None else int(line),
        publisher=_text(value, "publisher"),
        date=datetime.date.fromisoformat(date) if date else None,
    )


def _text(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    return None if found is None else str(found)
