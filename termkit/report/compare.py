"""The comparison of sources as JSON (``termkit.compare/1``), CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from termkit.check.comparison import FormPlace, FormUse, OfficeUse, Row, concept_title
from termkit.errors import TermkitError
from termkit.model.document import Document
from termkit.model.signature import Signature

SCHEMA = "termkit.compare/1"
COLUMNS = (
    *("concept", "type", "name", "role", "source", "lang", "form", "count"),
    *("path", "line", "column", "first_date", "last_date", "within", "title", "held"),
)


@dataclass(frozen=True)
class Comparison:
    """Everything a comparison has to say.

    Attributes:
        rows: Concepts.
        files: Documents, or path and error of one that could not be read.
        signature: The settings that made it.
    """

    rows: tuple[Row, ...]
    files: tuple[Document | tuple[str, TermkitError], ...]
    signature: Signature

    @property
    def errors(self) -> int:
        return sum(isinstance(file, tuple) for file in self.files)

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(file for file in self.files if isinstance(file, Document))

    @property
    def summary(self) -> str:
        """The line that ends every form for people."""
        return (
            f"{count(len(self.rows), 'concept')} in {count(len(self.documents), 'document')}"
            f"   {self.signature}"
        )


def render_json(comparison: Comparison) -> str:
    """One JSON object with a final newline; places as in ``termkit.findings/1``."""
    values = {
        "schema": SCHEMA,
        "signature": str(comparison.signature),
        "files": [_file(file) for file in comparison.files],
        "concepts": [_row(row) for row in comparison.rows],
        "summary": {
            "files": len(comparison.files),
            "errors": comparison.errors,
            "concepts": len(comparison.rows),
        },
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def render_csv(comparison: Comparison) -> str:
    """One line per concept, source and form; a person's offices are lines of role ``office``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in comparison.rows:
        head = (row.concept.id, row.concept.type.value, concept_title(row.concept))
        for use in row.forms:
            writer.writerow((*head, "form", *_cells(use), "", ""))
        for office in row.offices:
            held = "" if office.held is None else str(office.held).lower()
            writer.writerow((*head, "office", *_cells(office.use), office.title, held))
    return out.getvalue()


def render_markdown(comparison: Comparison) -> str:
    """One pipe table: concept by source and form."""
    lines = [
        "| concept | source | form | count | first place | date |",
        "|---|---|---|--:|---|---|",
    ]
    for row in comparison.rows:
        head = f"{_escape(concept_title(row.concept))} (`{row.concept.id}`)"
        for source, form, number, place, date in people_rows(row):
            cells = (head, _escape(source), _escape(form), number, f"`{place}`", date)
            lines.append(f"| {' | '.join(cells)} |")
            head = ""
    lines += [
        f"| *{_escape(path)}* | | {_escape(str(error))} | | | |"
        for path, error in (file for file in comparison.files if isinstance(file, tuple))
    ]
    return "\n".join([*lines, "", comparison.summary]) + "\n"


def people_rows(row: Row) -> Iterator[tuple[str, str, str, str, str]]:
    """Source, form, count, place and date of every use, in words for people."""
    for use in row.forms:
        within = f" (in {use.within})" if use.within else ""
        yield use.source, use.text + within, str(use.number), place_of(use), dates_of(use)
    for office in row.offices:
        yield (
            office.use.source,
            f"office: {office.use.text}{held_note(office)}",
            str(office.use.number),
            place_of(office.use),
            dates_of(office.use),
        )


def place_of(use: FormUse) -> str:
    """Where a form stands first, as an editor takes it."""
    return f"{use.first.path}:{use.first.start.line}:{use.first.start.column}"


def dates_of(use: FormUse) -> str:
    """The date of a form's documents, or the first and the last; empty when unknown."""
    return " to ".join(dict.fromkeys(str(date) for date in use.dates))


def held_note(office: OfficeUse) -> str:
    """What the glossary says of the office on that date."""
    return {None: "", True: " (held then)", False: " (not held then)"}[office.held]


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 concept``, ``2 concepts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _file(file: Document | tuple[str, TermkitError]) -> dict[str, Any]:
    if isinstance(file, tuple):
        path, error = file
        return {"path": path, "lang": None, "source": None, "date": None, "error": str(error)}
    return {
        "path": file.path,
        "lang": file.lang,
        "source": file.source,
        "date": file.date.isoformat() if file.date else None,
        "error": None,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.concept.id,
        "type": row.concept.type.value,
        "name": concept_title(row.concept),
        "sources": list(row.sources),
        "forms": [_use(use) for use in row.forms],
        "offices": [
            {**_use(office.use), "title": office.title, "held": office.held}
            for office in row.offices
        ],
    }


def _use(use: FormUse) -> dict[str, Any]:
    return {
        "source": use.source,
        "lang": use.lang,
        "text": use.text,
        "count": use.number,
        "places": [_place(place) for place in use.places],
        "within": use.within or None,
    }


def _place(place: FormPlace) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
        "start": place.start.offset,
        "end": place.end.offset,
        "text": place.text,
        "date": place.date.isoformat() if place.date else None,
    }


def _cells(use: FormUse) -> tuple[str | int, ...]:
    first, last = use.dates or ("", "")
    return (
        use.source,
        use.lang,
        use.text,
        use.number,
        use.first.path,
        use.first.start.line,
        use.first.start.column,
        str(first),
        str(last),
        use.within,
    )


def _escape(text: str) -> str:
    """Text in a cell of a pipe table.

    >>> _escape("a|b\\n*c*")
    'a\\\\|b \\\\*c\\\\*'
    """
    text = " ".join(text.split())
    for mark in ("\\", "|", "*", "`", "<"):
        text = text.replace(mark, "\\" + mark)
    return text
