"""Look-up by any form: an SQLite file beside the glossary, because a key press cannot wait.

Parsing five hundred concept files takes a tenth of a second; asking the index takes a few
milliseconds. A wheel carries the index ready-made (`hatch_build.py`). For any other folder
it is built on first use into the user's cache, under a name that changes when a file does.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termkit.text.fold import fold

if TYPE_CHECKING:
    from termkit.glossary.store import Glossary
    from termkit.model.concept import Concept

FILE_NAME = "index.sqlite"
VERSION = 2  # of the schema below; part of the cached file's name

_SCHEMA = """
CREATE TABLE concept (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE form (key TEXT, compact TEXT, lang TEXT, text TEXT, status TEXT, concept TEXT);
CREATE INDEX form_key ON form (key);
CREATE INDEX form_compact ON form (compact);
"""


class Closeness(IntEnum):
    """How a query met a form; lower is better."""

    SAME = 0  # letter for letter, capitals aside
    MARKS = 1  # but for marks, hyphens and spaces
    PREFIX = 2  # the form starts so
    INSIDE = 3  # a word of the form starts so
    NEAR = 4  # a letter or two away


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that a query led to.

    Attributes:
        concept: As `to_plain` gives it, with ``house_forms``: profile, text and evidence.
        lang, text: The form that was met.
        closeness: How it was met.
    """

    concept: dict[str, Any]
    lang: str
    text: str
    closeness: Closeness


def build_index(glossary: Glossary, path: Path) -> None:
    """Write the index of a glossary; the file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".index-")
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        connection.executescript(_SCHEMA)
        connection.executemany(
            "INSERT INTO concept VALUES (?, ?)",
            (
                (concept["id"], json.dumps(concept, ensure_ascii=False))
                for concept in _with_house_forms(glossary)
            ),
        )
        connection.executemany("INSERT INTO form VALUES (?, ?, ?, ?, ?, ?)", _forms(glossary))
        connection.commit()
        connection.close()
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _with_house_forms(glossary: Glossary) -> Iterator[dict[str, Any]]:
    from termkit.model.plain import to_plain

    houses: dict[str, list[dict[str, Any]]] = {}
    for profile in glossary.profiles.values():
        for concept_id, lines in profile.preferred.items():
            houses.setdefault(concept_id, []).extend(
                {
                    "profile": profile.name,
                    "lang": profile.lang,
                    "text": line.value,
                    "evidence": line.evidence.value,
                }
                for line in lines
            )
    for concept in glossary:
        plain = to_plain(concept)
        plain["sources"] = [
            glossary.sources[key].title if key in glossary.sources else key
            for key in concept.sources
        ]
        plain["house_forms"] = houses.get(concept.id, [])
        for relation in plain.get("relations", ()):
            target = glossary.concepts.get(relation["target"])
            relation["target_name"] = _name(target) if target else relation["target"]
        yield plain


def _name(concept: Concept) -> str:
    """What to call a concept in a list: its English name, else its first."""
    english = concept.preferred("en")
    return english.text if english is not None else concept.designations[0].text


def _forms(glossary: Glossary) -> Iterator[tuple[str, str, str, str, str, str]]:
    for concept in glossary:
        yield concept.id, concept.id.replace("-", ""), "", concept.id, "preferred", concept.id
        for designation in concept.designations:
            key = fold(designation.text)
            yield (
                key,
                key.replace(" ", ""),
                designation.lang,
                designation.text,
                designation.status.value,
                concept.id,
            )


def open_index(folder: Path) -> sqlite3.Connection:
    """The index of a glossary folder, built first if there is none that is up to date."""
    packaged = folder / FILE_NAME
    path = packaged if packaged.is_file() else _cached(folder)
    if not path.is_file():
        from termkit.glossary.store import load_glossary

        build_index(load_glossary(folder), path)
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _cached(folder: Path) -> Path:
    """A name in the user's cache that changes when any file of the glossary does."""
    state = hashlib.sha256(f"{VERSION}\0{folder.resolve()}".encode())
    for path in sorted(_files(folder)):
        stat = os.stat(path)
        state.update(f"\0{path}\0{stat.st_size}\0{stat.st_mtime_ns}".encode())
    root = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(root) / "termkit" / f"{state.hexdigest()[:24]}.sqlite"


def _files(folder: Path | str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.name.endswith(".toml"):
                yield entry.path


def lookup(
    index: sqlite3.Connection, query: str, *, lang: str | None = None, limit: int = 20
) -> tuple[Hit, ...]:
    """Concepts that a form leads to, the closest first.

    Tries letter for letter, then without marks, then as the beginning of a form or of a
    word in it, then a letter or two away, and stops at the first step that meets anything.

    Args:
        index: From `open_index`.
        query: Any form in any language, with or without marks, or a concept id.
        lang: Only forms of this primary language.
        limit: At most so many concepts.

    Returns:
        Hits, none when nothing is near.
    """
    key = fold(query)
    if not key.strip():
        return ()
    compact = key.replace(" ", "")
    steps: tuple[tuple[Closeness, str, tuple[str, ...]], ...] = (
        (Closeness.MARKS, "key = ? OR compact = ?", (key, compact)),
        (
            Closeness.PREFIX,
            "(key >= ? AND key < ?) OR (compact >= ? AND compact < ?)",
            (key, _after(key), compact, _after(compact)),
        ),
        (Closeness.INSIDE, "key LIKE ? ESCAPE '\\'", (f"% {_escape(key)}%",)),
    )
    columns = "SELECT lang, text, status, concept FROM form WHERE "
    for closeness, where, arguments in steps:
        rows = index.execute(columns + where, arguments).fetchall()
        if hits := _hits(index, _ranked(rows, query, closeness), lang, limit):
            return hits
    near = _near(index, key)
    rows = [row for name in near for row in index.execute(columns + "key = ?", (name,))]
    return _hits(index, [(Closeness.NEAR, row) for row in rows], lang, limit)


def all_forms(
    index: sqlite3.Connection, lang: str | None = None
) -> Iterator[tuple[str, str, str, str]]:
    """Every form with its language, status and concept id, in alphabetical order of keys."""
    rows = index.execute(
        "SELECT text, lang, status, concept FROM form WHERE lang <> '' ORDER BY key, lang"
    )
    for row in rows:
        if lang is None or row[1].split("-")[0] == lang.split("-")[0]:
            yield row


_Row = tuple[str, str, str, str]
_STATUS = ("preferred", "admitted", "superseded", "deprecated")


def _ranked(rows: Iterable[_Row], query: str, closeness: Closeness) -> list[tuple[Closeness, _Row]]:
    """Same letters before same key; shorter before longer; preferred before deprecated."""
    wanted = unicodedata.normalize("NFC", query).casefold()
    ranked = [(Closeness.SAME if row[1].casefold() == wanted else closeness, row) for row in rows]
    ranked.sort(key=lambda item: (item[0], len(item[1][1]), _STATUS.index(item[1][2]), item[1][1]))
    return ranked


def _near(index: sqlite3.Connection, key: str) -> list[str]:
    from termkit.text.near import most_similar

    keys = [row[0] for row in index.execute("SELECT DISTINCT key FROM form")]
    return [name for name, _ in most_similar(key, keys, min_score=75.0)]


def _hits(
    index: sqlite3.Connection,
    rows: Iterable[tuple[Closeness, _Row]],
    lang: str | None,
    limit: int,
) -> tuple[Hit, ...]:
    found: dict[str, Hit] = {}
    for closeness, (form_lang, text, _, concept_id) in rows:
        if lang is not None and form_lang.split("-")[0] != lang.split("-")[0]:
            continue
        if concept_id in found:
            continue
        (data,) = index.execute("SELECT data FROM concept WHERE id = ?", (concept_id,)).fetchone()
        found[concept_id] = Hit(json.loads(data), form_lang, text, closeness)
        if len(found) == limit:
            break
    return tuple(found.values())


def _after(prefix: str) -> str:
    """The least string above all that start with the prefix."""
    return prefix + "\U0010ffff"


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
