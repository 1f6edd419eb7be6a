"""A small corpus with findings of several rules, in every form a corpus can have."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from termkit.check.engine import check_documents
from termkit.check.plan import Plan, make_plan
from termkit.check.rule import select_rules
from termkit.glossary.store import load_glossary
from termkit.model.finding import Severity
from termkit.runners.batches import Cut, cut_batches
from termkit.runners.local import check_batches
from termkit.runners.parts import Parts
from termkit.runners.record import Record
from termkit.runners.row import Row, document_of
from termkit.runners.sources import Reader
from termkit.runners.state import State
from termkit.runners.work import Task

Values = dict[str, Any]

_TEXTS = (
    ("en", "They build a community with shared future. The ASEAN - China talks, ASEAN-China."),
    ("en", "A traditional friendship is high level; leaders meet at high-level talks."),
    ("vi", "Vie\u0323\u0302t Nam và Việt Nam. Đảng Cộng sản Việt Nam họp tại Hà Nội."),
    ("zh-Hans", "习近平总书记同苏林总书记举行会谈。中越命运共同体。"),
    ("en", "General Secretary To Lam met Xi Jinping. Social foundation and popular foundation."),
    ("en", "The objective need and the plenum; the CPV Central Committee met."),
    ("en", "An objective necessity. The plenary session of the Party Central Committee met."),
)


def rows(count: int = 28) -> list[Values]:
    """Rows with every usual column."""
    sources = ("vns", "xinhua", "vna")
    return [
        {
            "id": f"d{number:03}",
            "text": f"{text}\n\nParagraph {number} of {number // 7}.",
            "source": sources[number % len(_TEXTS) % 3],
            "date": f"2025-{1 + number % 12:02}-03",
            "lang": lang,
        }
        for number in range(count)
        for lang, text in (_TEXTS[number % len(_TEXTS)],)
    ]


def write(path: Path, values: list[Values], **options: Any) -> Path:
    """The rows in the form of the file's suffix."""
    name = path.name
    if name.endswith(".parquet"):
        parquet.write_table(pyarrow.Table.from_pylist(values), path, **options)
    elif ".csv" in name:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(values[0]))
            writer.writeheader()
            writer.writerows(values)
    else:
        data = "".join(json.dumps(row) + "\n" for row in values).encode()
        if name.endswith(".gz"):
            data = gzip.compress(data)
        elif name.endswith(".zst"):
            data = pyarrow.compress(data, codec="zstd", asbytes=True)
        path.write_bytes(data)
    return path


def plan() -> Plan:
    return make_plan(load_glossary(), select_rules())


def run(
    paths: list[Path], task: Task, *, jobs: int = 1, cut: Cut | None = None,
    parts: Parts | None = None, reader: Reader | None = None,
) -> tuple[list[Record], State]:  # fmt: skip
    """All findings of a corpus, and the state at its end."""
    whole, records = State(), list[Record]()
    batches = cut_batches([str(path) for path in paths], {}, cut or Cut(), reader)
    for done in check_batches(batches, task, jobs=jobs, parts=parts):
        records += done.records
        whole.add(done.state)
    return records + list(whole.judge(task.plan)), whole


def in_memory(values: list[Values], task: Task) -> Iterator[tuple[str, str, int, int, str, str]]:
    """What the engine says of the same documents, all of them at once."""
    made = [Row("x", n, row["id"], row, 1) for n, row in enumerate(values, 1)]
    documents = [document_of(row, task.plan.glossary) for row in made]
    for _, found in check_documents(documents, task.plan).findings:
        if found.severity.rank >= Severity.INFO.rank:
            yield (
                found.code, found.unit_id, found.span.start, found.span.end,
                found.message, found.fingerprint,
            )  # fmt: skip


def essence(records: list[Record]) -> list[tuple[Any, ...]]:
    """Records without the file they were in, sorted."""
    keep = ("code", "document", "unit", "line", "column", "text", "message", "fingerprint")
    return sorted(
        (*tuple(record[key] for key in keep), str(record["related"])) for record in records
    )
