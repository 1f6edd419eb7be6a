"""One row of a corpus, and the document it becomes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from termkit.errors import ConfigError, TermkitError, UnreadableDocumentError, nearest
from termkit.formats.base import Metadata
from termkit.formats.read import read_bytes, read_document
from termkit.glossary.store import Glossary
from termkit.model.document import Document

MAX_TEXT = 8 << 20
"""Bytes of the text in a row. All rules take some 70 bytes of memory a byte of one document."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document of a corpus that has not been looked at, or the reason why it cannot be.

    Attributes:
        path: The file it is in.
        number: From 1 in that file; 0 stands for the file itself.
        id: Names the document; unique in a well-kept corpus.
        values: By field (`columns.FIELDS`), as found; ``None`` is a document file of its own.
        size: Bytes of the text, or thereabouts.
        error: It could not even be taken out of the file.
        breaks_off: The error came after other rows of the file.
        share: How much of its file has been read with it, from 0 to 1.
    """

    path: str
    number: int
    id: str
    values: dict[str, Any] | None = None
    size: int = 0
    error: TermkitError | None = None
    breaks_off: bool = False
    share: float = 1.0


@contextmanager
def faults_as_errors() -> Iterator[None]:
    """Around the work on one row: a fault of ours is that row's error, and ends no night's run.

    Raises:
        UnreadableDocumentError: Instead of whatever is no `TermkitError`.
    """
    try:
        yield
    except TermkitError:
        raise
    except Exception as error:
        problem = f"termkit failed in this row: {type(error).__name__}: {error}"
        raise UnreadableDocumentError(problem, hint="please report it") from error


def document_of(row: Row, glossary: Glossary, fallback: Metadata = Metadata()) -> Document:  # noqa: B008
    """Read the document in a row as a text file with the same content is read.

    Args:
        row: Its ``source``, ``date``, ``lang``, ``profile`` and ``title`` say what they say;
            an empty cell says nothing.
        glossary: Knows the house styles.
        fallback: What the user says of rows that say nothing.

    Raises:
        TermkitError: No text, or text that cannot be checked; a date or style nobody knows.
    """
    if row.error is not None:
        raise row.error
    if row.values is None:
        document = read_document(row.path, fallback=fallback)
    else:
        document = _from_values(row, row.values, fallback)
    if document.profile not in (None, *glossary.profiles):
        raise ConfigError(
            f"house style {document.profile!r} is not known",
            hint=nearest(str(document.profile), glossary.profiles),
        )
    return document


def _from_values(row: Row, values: dict[str, Any], fallback: Metadata) -> Document:
    text = values.get("text")
    if text is None:
        raise UnreadableDocumentError("the text is null")
    if not isinstance(text, str):
        raise UnreadableDocumentError(f"the text is not text but {type(text).__name__}")
    _check_size(len(text))
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableDocumentError(
            f"half of a surrogate pair at character {error.start}, which is no text"
        ) from None
    _check_size(len(data))
    return read_bytes(
        data,
        path=row.id,
        suffix=".txt",
        lang=_word(values, "lang") or fallback.lang,
        source=_word(values, "source") or fallback.source,
        date=_date(values.get("date")) or fallback.date,
        profile=_word(values, "profile") or fallback.profile,
        title=_word(values, "title"),
    )


def _check_size(size: int) -> None:
    if size > MAX_TEXT:
        raise UnreadableDocumentError(
            f"larger than {MAX_TEXT >> 20} MiB, too large for one row", hint="split it"
        )


def _word(values: dict[str, Any], field: str) -> str | None:
    value = values.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UnreadableDocumentError(f"the {field} is not text but {type(value).__name__}")
    return value.strip() or None


def _date(value: Any) -> datetime.date | None:
    """The day of a date, a point in time, or either in ISO 8601."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise UnreadableDocumentError(
        f"the date {str(value)[:40]!r} is none", hint="write it as 2026-02-03"
    )
