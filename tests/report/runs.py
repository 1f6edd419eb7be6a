"""A run made by hand: two documents, one bad file, and every kind of finding."""

from __future__ import annotations

import datetime

from termkit.check.result import FileResult, RunResult
from termkit.errors import UnreadableDocumentError
from termkit.model.document import Document, Segment
from termkit.model.finding import Finding, Fix, Related, Safety, Severity
from termkit.model.signature import Signature
from termkit.model.span import Locator, Span

SIGNATURE = Signature((("glossary", "words@1234567"), ("rules", "2"), ("termkit", "0.1.0")))

# The second line begins with a character beyond the Basic Multilingual Plane, and the
# third with decomposed letters: columns count code points, whatever they look like.
_A = "Việt Nam - China\n\U00021a38 Viet Nam\nHuê\u0301 100 %\n"
# <b> and </b> are no text, so the segment maps each character.
_B = "<p>a <b>Nam</b>.</p>"


def document(path: str, text: str, *, plain: bool = True) -> Document:
    starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]
    if plain:
        segments = tuple(
            Segment(f"{path}#{n}", "vi", line, Locator(start, n))
            for n, (line, start) in enumerate(zip(text.split("\n"), starts, strict=True), 1)
            if line
        )
    else:
        origin = (3, 4, 8, 9, 10, 15, 16)
        segments = (Segment(f"{path}#1", "en", "a Nam.", Locator(3, 1), origin=origin),)
    return Document(
        id=path,
        path=path,
        lang=segments[0].lang,
        source="vns" if plain else None,
        date=datetime.date(2025, 9, 11) if plain else None,
        profile="vns" if plain else None,
        segments=segments,
        sha256="0" * 64,
        line_starts=tuple(starts),
    )


def finding(unit: str, start: int, end: int, text: str, **values: object) -> Finding:
    fields: dict[str, object] = {
        "code": "G901",
        "severity": Severity.WARNING,
        "unit_id": unit,
        "span": Span(start, end),
        "text": text,
        "message": f"{text!r} stands here",
        "fingerprint": f"{unit}-{start}",
        **values,
    }
    return Finding(**fields)  # type: ignore[arg-type]


def full_run() -> RunResult:
    a, b = document("tin tức/a.txt", _A), document("b.html", _B, plain=False)
    hyphen = finding(
        a.segments[0].id,
        0,
        16,
        "Việt Nam - China",
        fix=Fix(Span(0, 16), "Việt Nam-China", Safety.SAFE),
        related=(
            Related(a.segments[1].id, Span(2, 10), "Viet Nam", "2 in vns"),
            Related(b.segments[0].id, Span(2, 5), "Nam", "1 in b"),
        ),
        concept_id="vietnam",
    )
    beyond = finding(
        a.segments[1].id,
        2,
        10,
        "Viet Nam",
        severity=Severity.INFO,
        fix=Fix(Span(2, 10), "Việt Nam", Safety.DISPLAY),
    )
    marks = finding(
        a.segments[2].id, 0, 4, "Huê\u0301", severity=Severity.ERROR, message="100 % wrong:\nmarks"
    )
    inside = finding(b.segments[0].id, 2, 5, "Nam", severity=Severity.HINT, fix=Fix(Span(2, 5), ""))
    error = UnreadableDocumentError("the file is empty", path="c.txt", hint="write something")
    return RunResult(
        (
            FileResult(a.path, a, findings=(hyphen, beyond, marks), allowed=1),
            FileResult(b.path, b, findings=(inside,)),
            FileResult("c.txt", error=error),
        ),
        SIGNATURE,
    )


def empty_run() -> RunResult:
    a = document("a.txt", "Việt Nam\n")
    return RunResult((FileResult(a.path, a),), SIGNATURE)
