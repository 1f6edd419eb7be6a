"""The forms in a corpus as CSV and JSON (``termkit.usage/1``), a concept at a time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from termkit.model.usage import ConceptUse, FormCount, Shift
from termkit.report.compare import COLUMNS

SCHEMA = "termkit.usage/1"


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the forms were counted in.

    Attributes:
        files: How many tables or documents.
        sources: Documents of each source.
        months: Documents of each month, in order; those without a date under an empty month.
        unreadable: Rows that could not be read.
        by_month: Whether the counts are by month.
        signature: The settings.
    """

    files: int
    sources: Mapping[str, int]
    months: Mapping[str, int]
    unreadable: int
    by_month: bool
    signature: str

    @property
    def documents(self) -> int:
        return sum(self.sources.values())

    def summary(self, concepts: int) -> str:
        """The line that ends every form for people."""
        unreadable = f", {self.unreadable} unreadable" if self.unreadable else ""
        return (
            f"{_count(concepts, 'concept')} in {_count(self.documents, 'document')} of "
            f"{_count(len(self.sources), 'source')}{unreadable}   {self.signature}"
        )


def csv_pieces(uses: Iterable[ConceptUse], corpus: Corpus) -> Iterator[str]:
    """One line for each form and source, and each month if they are counted by month.

    The columns are those of a comparison of documents, with ``month`` behind the form, and
    ``documents``, ``row`` and ``document`` (the id of the first) at the end.
    """
    form = COLUMNS.index("form") + 1
    month = ("month",) if corpus.by_month else ()
    yield _line((*COLUMNS[:form], *month, *COLUMNS[form:], "documents", "row", "document"))
    for use in uses:
        for count in use.counts:
            yield _line(
                (
                    *(use.concept, use.type, use.name, count.role, count.source, count.lang),
                    *(count.form, *((count.month,) if corpus.by_month else ()), count.number),
                    *(count.path, count.line, count.column, count.first_date, count.last_date),
                    *(count.within, count.title, count.held),
                    *(count.documents, count.row, count.document),
                )
            )


def json_pieces(uses: Iterable[ConceptUse], corpus: Corpus) -> Iterator[str]:
    """One JSON object with a final newline."""
    head = {
        "schema": SCHEMA,
        "signature": corpus.signature,
        "files": corpus.files,
        "documents": corpus.documents,
        "unreadable": corpus.unreadable,
        "sources": dict(sorted(corpus.sources.items())),
        "months": dict(corpus.months),
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "concepts": ['
    comma = "\n"
    for use in uses:
        yield comma + json.dumps(_concept(use, corpus.by_month), ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def _line(cells: Iterable[str | int]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _concept(use: ConceptUse, by_month: bool) -> dict[str, Any]:
    return {
        "id": use.concept,
        "type": use.type,
        "name": use.name,
        "forms": [_form(count, by_month) for count in use.counts if count.role == "form"],
        "offices": [
            {**_form(count, by_month), "title": count.title, "held": _HELD[count.held]}
            for count in use.counts
            if count.role == "office"
        ],
        **({"shifts": [_shift(shift) for shift in use.shifts]} if by_month else {}),
    }


_HELD = {"": None, "true": True, "false": False}


def _form(count: FormCount, by_month: bool) -> dict[str, Any]:
    return {
        "source": count.source,
        "lang": count.lang,
        "text": count.form,
        **({"month": count.month or None} if by_month else {}),
        "count": count.number,
        "documents": count.documents,
        "first": {
            "path": count.path,
            "row": count.row,
            "document": count.document,
            "line": count.line,
            "column": count.column,
            "date": count.date or None,
        },
        "first_date": count.first_date or None,
        "last_date": count.last_date or None,
        "within": count.within or None,
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "source": shift.source or None,
        "lang": shift.lang,
        "month": shift.month,
        "old": shift.old,
        "new": shift.new,
        "before": dict(zip(("old", "new"), shift.before, strict=True)),
        "after": dict(zip(("old", "new"), shift.after, strict=True)),
    }


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
