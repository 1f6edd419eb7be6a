"""``seeds.toml``: what is known about the documents that lie beside it.

["004_d47d7625ee615e13.txt"]
source = "vns"
date = 2025-09-11
lang = "en"
profile = "vns"
title = "..."
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from termkit.errors import ConfigError, nearest
from termkit.formats.base import Metadata
from termkit.toml_ import decode_toml, line_of_key, toml_table

NAME = "seeds.toml"
KEYS = ("date", "lang", "note", "profile", "source", "title", "url")
"""`note` and `url` are for people."""


def beside(path: Path) -> Metadata:
    """What the ``seeds.toml`` in a document's folder says of it; nothing when there is none.

    Raises:
        ConfigError: The file is wrong somewhere, even if not in the entry of this document.
    """
    table = path.parent / NAME
    try:
        stamp = table.stat().st_mtime_ns
    except (OSError, ValueError):
        return Metadata()
    return load_seeds(table, stamp).get(path.name, Metadata())


@lru_cache(maxsize=64)
def load_seeds(path: Path, stamp: int = 0) -> dict[str, Metadata]:
    """Every entry of a ``seeds.toml``, by file name.

    Args:
        path: Of the table.
        stamp: When it was written: a changed file is read again.

    Raises:
        ConfigError: Not TOML, an unknown key, a value of the wrong kind, or a document that
            is not there; with path, line and the nearest right word.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    text = decode_toml(data, path=path, error=ConfigError)
    entries = toml_table(text, path=path, error=ConfigError)
    return {name: _entry(name, entry, path, text) for name, entry in entries.items()}


def _entry(name: str, entry: Any, path: Path, text: str) -> Metadata:
    line = line_of_key(text, "", name)
    if not isinstance(entry, dict):
        raise ConfigError(
            f"{name!r} is no table", path=path, line=line, hint=f'write ["{name}"] above its keys'
        )
    if Path(name).name != name or not (path.parent / name).is_file():
        files = [file.name for file in path.parent.iterdir() if file.is_file()]
        files = [file for file in files if file != NAME and not file.startswith(".")]
        raise ConfigError(
            f"there is no document {name!r} beside it",
            path=path,
            line=line,
            hint=nearest(name, files[:20]),
        )
    values: dict[str, Any] = {}
    for key, value in entry.items():
        place = line_of_key(text, name, key)
        if key not in KEYS:
            raise ConfigError(
                f"key {key!r} is not known", path=path, line=place, hint=nearest(key, KEYS)
            )
        values[key] = _date(value, path, place) if key == "date" else value
        if key != "date" and not (isinstance(value, str) and value.strip()):
            raise ConfigError(f"{key} is a text between quotes", path=path, line=place)
    return Metadata(
        **{key: values.get(key) for key in ("lang", "source", "date", "profile", "title")}
    )


def _date(value: object, path: Path, line: int | None) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.date.fromisoformat(str(value) if isinstance(value, str) else "")
    except ValueError:
        raise ConfigError(
            f"{value!s} is not a date", path=path, line=line, hint="write it as 2026-02-03"
        ) from None
