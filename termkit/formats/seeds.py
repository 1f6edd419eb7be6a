"""``seeds.toml``: what is known about the documents that lie beside it.

["004_d47d7625ee615e13.txt"]
source = "vns"
date = 2025-09-11
lang = "en"
profile = "vns"
title = "..."

["sample/"]
apart = true

A folder that is *apart* is no part of the folder above it: it is read when it is named.
"""

from __future__ import annotations

import datetime
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from termkit.errors import ConfigError, nearest
from termkit.formats.base import Metadata
from termkit.toml_ import decode_toml, line_of_key, toml_table

NAME = "seeds.toml"
KEYS = ("date", "lang", "note", "profile", "source", "title", "url")
"""`note` and `url` are for people."""
FOLDER_KEYS = ("apart", "note")
_NOTHING = Metadata()


def beside(path: str | Path) -> Metadata:
    """What the ``seeds.toml`` in a document's folder says of it; nothing when there is none.

    Raises:
        ConfigError: The file is wrong somewhere, even if not in the entry of this document.
    """
    folder, name = os.path.split(path)
    table = os.path.join(folder, NAME)
    stamp = _stamp(table)
    if stamp is None:
        return _NOTHING
    return load_seeds(Path(table), stamp).get(name, _NOTHING)


def folders_apart(folder: Path) -> frozenset[str]:
    """Names of the folders in a folder which its ``seeds.toml`` sets apart.

    Raises:
        ConfigError: As `load_seeds`.
    """
    table = folder / NAME
    stamp = _stamp(table)
    if stamp is None:
        return frozenset()
    load_seeds(table, stamp)
    return frozenset(
        name.removesuffix("/")
        for name, entry in _entries(table, stamp)[1].items()
        if name.endswith("/") and entry["apart"]
    )


def _stamp(table: str | Path) -> int | None:
    """When a table was written, or ``None`` when there is none."""
    try:
        return os.stat(table).st_mtime_ns
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=64)
def load_seeds(path: Path, stamp: int = 0) -> dict[str, Metadata]:
    """Every document of a ``seeds.toml``, by file name.

    Args:
        path: Of the table.
        stamp: When it was written: a changed file is read again.

    Raises:
        ConfigError: Not TOML, an unknown key, a value of the wrong kind, or a document that
            is not there; with path, line and the nearest right word.
    """
    text, entries = _entries(path, stamp)
    for name, entry in entries.items():
        if name.endswith("/"):
            _check_folder(name, entry, path, text)
    return {
        name: _entry(name, entry, path, text)
        for name, entry in entries.items()
        if not name.endswith("/")
    }


@lru_cache(maxsize=64)
def _entries(path: Path, stamp: int) -> tuple[str, dict[str, dict[str, Any]]]:
    """The text of a table and its entries."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    text = decode_toml(data, path=path, error=ConfigError)
    entries = toml_table(text, path=path, error=ConfigError)
    for name, entry in entries.items():
        if not isinstance(entry, dict):
            raise ConfigError(
                f"{name!r} is no table",
                path=path,
                line=line_of_key(text, "", name),
                hint=f'write ["{name}"] above its keys',
            )
    return text, entries


def _check_folder(name: str, entry: dict[str, Any], path: Path, text: str) -> None:
    line = line_of_key(text, "", name)
    folder = name.removesuffix("/")
    if folder == ".." or Path(folder).name != folder or not (path.parent / folder).is_dir():
        folders = [item.name + "/" for item in path.parent.iterdir() if item.is_dir()]
        raise ConfigError(
            f"there is no folder {name!r} beside it",
            path=path,
            line=line,
            hint=nearest(name, folders),
        )
    for key in entry.keys() - set(FOLDER_KEYS):
        raise ConfigError(
            f"key {key!r} is not known",
            path=path,
            line=line_of_key(text, name, key),
            hint=nearest(key, FOLDER_KEYS),
        )
    if not isinstance(entry.get("apart"), bool):
        raise ConfigError("a folder's entry says apart = true or false", path=path, line=line)


def _entry(name: str, entry: dict[str, Any], path: Path, text: str) -> Metadata:
    if Path(name).name != name or not (path.parent / name).is_file():
        files = [file.name for file in path.parent.iterdir() if file.is_file()]
        files = [file for file in files if file != NAME and not file.startswith(".")]
        raise ConfigError(
            f"there is no document {name!r} beside it",
            path=path,
            line=line_of_key(text, "", name),
            hint=nearest(name, files[:20]),
        )
    values: dict[str, Any] = {}
    for key, value in entry.items():
        try:
            values[key] = _value(key, value)
        except ConfigError as error:
            # The line is looked for where there is something to say: a table may be long.
            raise ConfigError(
                error.problem, path=path, line=line_of_key(text, name, key), hint=error.hint
            ) from None
    return Metadata(
        **{key: values.get(key) for key in ("lang", "source", "date", "profile", "title")}
    )


def _value(key: str, value: object) -> object:
    if key not in KEYS:
        raise ConfigError(f"key {key!r} is not known", hint=nearest(key, KEYS))
    if key == "date":
        return _date(value)
    if not (isinstance(value, str) and value.strip()):
        raise ConfigError(f"{key} is a text between quotes")
    return value


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.date.fromisoformat(str(value) if isinstance(value, str) else "")
    except ValueError:
        raise ConfigError(f"{value!s} is not a date", hint="write it as 2026-02-03") from None
