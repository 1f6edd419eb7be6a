"""From a file to its translation units, whatever format carries them."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from termkit.errors import (
    TermkitError,
    UnknownFormatError,
    UnreadableDocumentError,
    UnsupportedLanguageError,
    UsageError,
)
from termkit.formats.base import Languages, UnitReader, all_formats, unit_suffixes
from termkit.model.bitext import TranslationUnit

_TABLES = frozenset((".csv", ".parquet", ".ndjson", ".jsonl"))
"""What may as well hold documents or a glossary: its columns decide."""
_NAMED = _TABLES | {".tsv"}
"""What is checked when it is named, and not when it lies in a folder: data of any kind."""


def folder_suffixes() -> tuple[str, ...]:
    """Suffixes of files in a folder that are sure to hold translations."""
    return tuple(suffix for suffix in unit_suffixes() if suffix not in _NAMED)


def unit_reader(suffix: str, *, path: str) -> UnitReader:
    """The reader of translation units for a file suffix (with its dot, any case).

    Raises:
        UnknownFormatError: There is none.
    """
    for entry in all_formats().values():
        reads = entry.bitext.reads if entry.bitext is not None else None
        if reads is not None and suffix.lower() in entry.suffixes:
            return reads
    raise UnknownFormatError(
        f"no reader of translations for {suffix!r} files",
        path=path,
        hint="known: " + ", ".join(unit_suffixes()),
    )


def is_bitext(
    path: str,
    languages: Languages = Languages(),  # noqa: B008 (frozen)
) -> bool:
    """Whether a file is one of translation units, by its suffix or the columns of its table.

    Args:
        path: Names the format by its suffix.
        languages: That columns may be named by, where the user says them.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in unit_suffixes():
        return False
    return suffix not in _TABLES or _has_units(path, suffix, languages)


def is_table(path: str) -> bool:
    """Whether a file is a table, whose columns may hold anything."""
    return PurePath(path).suffix.lower() in _TABLES


def read_units(
    path: str,
    languages: Languages = Languages(),  # noqa: B008 (frozen)
    data: bytes | None = None,
) -> Iterator[TranslationUnit]:
    """The units of a file, one at a time.

    Args:
        path: Names the format by its suffix.
        languages: Of the sides, where the user says them.
        data: The bytes, when they are not those of the file (standard input).

    Raises:
        UnknownFormatError: No reader for the suffix.
        UnreadableDocumentError: Missing, not a file, or nothing of its format.
        DamagedDocumentError: Broken off; the units before have been yielded.
        TermkitError: As the reader.
    """
    reads = unit_reader(PurePath(path).suffix, path=path)
    with _open(path) if data is None else io.BytesIO(data) as file:
        yield from reads(file, path, languages)


def _open(path: str) -> BinaryIO:
    try:
        if os.path.isdir(path):
            raise UnreadableDocumentError("this is a folder", path=path)
        return Path(path).open("rb")
    except FileNotFoundError:
        raise UnreadableDocumentError("there is no such file", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocumentError(f"cannot be read: {reason}", path=path) from None


def _has_units(path: str, suffix: str, languages: Languages) -> bool:
    """Whether a table names a source and a target; one that cannot be read has none."""
    try:
        with _open(path) as file:
            next(unit_reader(suffix, path=path)(file, path, languages), None)
    except (UsageError, UnsupportedLanguageError):
        return True  # it has the columns, and does not say the languages
    except TermkitError:
        return False
    return True
