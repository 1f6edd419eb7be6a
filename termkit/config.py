"""Settings of a project: ``termkit.toml``, or ``[tool.termkit]`` in ``pyproject.toml``.

Globs are relative to the folder of the file. A glob without a slash fits a file name in any
folder; ``**`` crosses folders; the first glob that fits decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from termkit.errors import ConfigError, nearest
from termkit.model.finding import Severity
from termkit.toml_ import decode_toml, line_of_key, toml_table

NEVER = "never"
FAIL_ON = (*(severity.value for severity in reversed(Severity)), NEVER)
KEYS = (
    "fail_on",
    "glossary",
    "ignore",
    "lang",
    "min_severity",
    "profiles",
    "select",
    "source",
    "strict",
)
Globs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Config:
    """Settings as plain values; what a file does not say has its default here.

    Attributes:
        path: Of the file they come from; ``None`` when there is none.
        folder: That globs are relative to.
        glossary: Name of a shipped glossary, or a folder; ``None`` is *diplomacy*.
        select: Codes, families or names of the rules that run; empty is the default set.
        ignore: Rules that do not run.
        strict: Whether what is silent by default is reported too.
        fail_on: ``error``, ``warning`` (the default), ``info``, ``hint`` or ``never``: what
            exit code 1 starts at.
        min_severity: What is reported at least; ``None`` leaves it to the command: ``info``,
            or ``hint`` under ``--strict``.
        profiles: Glob to house style.
        lang: Glob to language tag.
        source: Glob to publisher.
    """

    path: str | None = None
    folder: Path = field(default_factory=Path)
    glossary: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    fail_on: str = Severity.WARNING.value
    min_severity: Severity | None = None
    profiles: Globs = ()
    lang: Globs = ()
    source: Globs = ()

    def profile_for(self, path: str | Path) -> str | None:
        """House style of a document, or ``None`` when no glob fits."""
        return self._first(self.profiles, path)

    def lang_for(self, path: str | Path) -> str | None:
        """Language tag of a document, or ``None`` when no glob fits."""
        return self._first(self.lang, path)

    def source_for(self, path: str | Path) -> str | None:
        """Publisher of a document, or ``None`` when no glob fits."""
        return self._first(self.source, path)

    def _first(self, globs: Globs, path: str | Path) -> str | None:
        if not globs:
            return None
        try:
            name = Path(path).resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return None  # outside the project
        return next((value for glob, value in globs if fits(glob, name)), None)


def fits(glob: str, name: str) -> bool:
    """Whether a glob fits a path, both relative and with forward slashes.

    >>> fits("news/vns/**", "news/vns/2026/a.txt"), fits("news/*", "news/vns/a.txt")
    (True, False)
    >>> fits("*.zh.txt", "news/a.zh.txt"), fits("news/", "news/vns/a.txt")
    (True, True)
    """
    if "/" not in glob:
        name = name.rpartition("/")[2]
    return _compile(glob).fullmatch(name) is not None


def load_config(path: str | Path | None = None, *, start: Path | None = None) -> Config:
    """Load one configuration file, or the nearest one above a folder.

    Args:
        path: Of the file; ``None`` searches upward.
        start: Where the search begins: the working directory when ``None``. It ends at a
            folder that holds ``.git``, or at the root.

    Raises:
        ConfigError: The file is missing or broken, or says something unknown.
    """
    if path is not None:
        return _load(Path(path), required=True) or Config()
    folder = (start or Path.cwd()).absolute()
    for place in (folder, *folder.parents):
        for name in ("termkit.toml", "pyproject.toml"):
            if (place / name).is_file():
                config = _load(place / name, required=name == "termkit.toml")
                if config is not None:
                    return config
        if (place / ".git").exists():
            break
    return Config()


def parse_config(text: str, path: str | Path) -> Config | None:
    """Read the text of a configuration file; ``None`` for a pyproject that is silent on termkit.

    Raises:
        ConfigError: With path, line and, for an unknown key, the nearest known one.
    """
    name = Path(path).name
    table: Any = toml_table(text, path=path, error=ConfigError)
    header = ""
    if name == "pyproject.toml":
        header = "tool.termkit"
        table = table.get("tool", {}).get("termkit")
        if table is None:
            return None
    return _Reader(text, str(path), header).config(table)


class _Reader:
    """Checks one table, and knows in which line each key stands."""

    def __init__(self, text: str, path: str, header: str) -> None:
        self._text, self._path, self._header = text, path, header

    def config(self, table: Mapping[str, Any]) -> Config:
        for key in table:
            if key not in KEYS:
                raise self._error(f"key {key!r} is not known", key, hint=nearest(key, KEYS))
        folder = Path(self._path).parent
        least = self._choice(table, "min_severity", tuple(Severity), None)
        return Config(
            path=self._path,
            folder=folder,
            glossary=self._glossary(table, folder),
            select=self._words(table, "select"),
            ignore=self._words(table, "ignore"),
            strict=self._flag(table, "strict"),
            fail_on=self._choice(table, "fail_on", FAIL_ON, Severity.WARNING.value) or NEVER,
            min_severity=None if least is None else Severity(least),
            profiles=self._globs(table, "profiles"),
            lang=self._globs(table, "lang"),
            source=self._globs(table, "source"),
        )

    def _glossary(self, table: Mapping[str, Any], folder: Path) -> str | None:
        value = table.get("glossary")
        if value is None:
            return None
        if not isinstance(value, str) or not value:
            raise self._error("'glossary' must be a name or a folder", "glossary")
        return str(folder / value) if (folder / value).is_dir() else value

    def _words(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self._error(f"{key!r} must be a list of rule codes or names", key)
        return tuple(value)

    def _flag(self, table: Mapping[str, Any], key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self._error(f"{key!r} must be true or false", key)
        return value

    def _choice(
        self, table: Mapping[str, Any], key: str, known: tuple[str, ...], default: str | None
    ) -> str | None:
        value = table.get(key, default)
        if value is None:
            return None
        if value not in known:
            raise self._error(f"{key} {value!r} is not known", key, hint=nearest(str(value), known))
        return str(value)

    def _globs(self, table: Mapping[str, Any], key: str) -> Globs:
        value = table.get(key, {})
        if not isinstance(value, dict):
            raise self._error(f"{key!r} must be a table from glob to value", key)
        for glob, name in value.items():
            if not isinstance(name, str):
                raise self._error(f"the value of {glob!r} must be a text", glob, below=key)
        return tuple(value.items())

    def _error(
        self, problem: str, key: str, *, below: str = "", hint: str | None = None
    ) -> ConfigError:
        table = ".".join(part for part in (self._header, below) if part)
        line = line_of_key(self._text, table, key)
        return ConfigError(problem, path=self._path, line=line, hint=hint)


def _load(path: Path, *, required: bool) -> Config | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    if not required and b"termkit" not in data:
        return None  # a pyproject of somebody else need not even be parsed
    return parse_config(decode_toml(data, path=path, error=ConfigError), path)


@cache
def _compile(glob: str) -> re.Pattern[str]:
    pieces = re.split(
        r"(\*\*/|\*\*|\*|\?|\[!?[^\]/]+\])", glob + ("**" if glob[-1:] == "/" else "")
    )
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = [
        meaning.get(piece) or (piece.replace("[!", "[^") if n % 2 else re.escape(piece))
        for n, piece in enumerate(pieces)
    ]
    return re.compile("".join(parts), re.DOTALL)
