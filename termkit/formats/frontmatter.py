"""Front matter: ``key: value`` lines between two lines ``---`` at the top of a text.

Only flat pairs are read, which is what termkit needs; anything richer belongs to other tools.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from termkit.errors import ConfigError, nearest
from termkit.formats.base import Metadata

KEYS = ("date", "lang", "profile", "source", "title")
# What other tools call them (Hugo, Jekyll, Pandoc).
_ALIASES = {"language": "lang", "publisher": "source", "style": "profile"}
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[ \t]*-(?:[ \t].*)?")
_TIME = re.compile(r"(?:[Tt]|[ \t]+)(\d\d?):(\d\d)")
# What means a day of the calendar; other tools' *last-modified* and *June 3, 2026* do not.
_NUMERIC = re.compile(r"\d{4}-\d+-\d")


def front_matter(
    text: str, rows: Sequence[tuple[int, int]], path: str, *, strict: bool
) -> tuple[Metadata, int]:
    r"""What a text says of itself, and how many lines it takes to say so.

    Args:
        text: The decoded file.
        rows: Its lines.
        path: For the error.
        strict: An unknown key is an error; else it is another tool's and passed over.

    Raises:
        ConfigError: A day or time that no calendar has, or a list of profiles; when strict,
            also an unknown key and any other date that is none.

    >>> front_matter("---\nlang: vi\n---\nHà Nội", [(0, 3), (4, 12), (13, 16), (17, 23)],
    ...              "x.txt", strict=True)
    (Metadata(lang='vi', source=None, date=None, profile=None, title=None), 3)
    """
    if not text.startswith("---"):
        return Metadata(), 0
    content = [text[start:end].rstrip() for start, end in rows[:200]]
    if content[0] != "---":
        return Metadata(), 0
    end = next((n for n, line in enumerate(content[1:], 1) if line in ("---", "...")), None)
    pairs = [pair for line in content[1:end] if (pair := _PAIR.fullmatch(line))]
    if end is None or not pairs or (strict and not any(_key(pair) in KEYS for pair in pairs)):
        return Metadata(), 0  # rules drawn around a text
    values: dict[str, str] = {}
    date: datetime.date | None = None
    open_key = ""  # of the line before, where it has no value of its own
    for number, line in enumerate(content[1:end], start=2):
        pair = _PAIR.fullmatch(line)
        if pair is None:
            if open_key == "profile" and _ITEM.fullmatch(line):
                raise _no_list(path, number - 1)
            if strict and line.strip() and not line.lstrip().startswith("#"):
                raise ConfigError("front matter is lines of 'key: value'", path=path, line=number)
            continue
        key = _key(pair)
        open_key = "" if pair[2] else pair[1].lower()
        if key not in KEYS:
            if strict:
                raise ConfigError(
                    f"key {pair[1]!r} is not known", path=path, line=number, hint=nearest(key, KEYS)
                )
            continue
        value = _unquote((pair[2] or "").strip())
        if value:
            values[key] = value
        if key == "date" and value:
            date = _date(value, path, number, strict=strict)
        if key == "profile" and value.startswith("["):
            raise _no_list(path, number)
    values.pop("date", None)
    return Metadata(**values, date=date), end + 1


def _key(pair: re.Match[str]) -> str:
    return _ALIASES.get(pair[1].lower(), pair[1].lower())


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _date(value: str, path: str, line: int, *, strict: bool) -> datetime.date | None:
    try:
        date = datetime.date.fromisoformat(value[:10])
        if time := _TIME.match(value, 10):
            datetime.time(int(time[1]), int(time[2]))
        return date
    except ValueError:
        if not strict and not _NUMERIC.match(value):
            return None
        raise ConfigError(
            f"{value!r} is not a date", path=path, line=line, hint="write it as 2026-02-03"
        ) from None


def _no_list(path: str, line: int) -> ConfigError:
    return ConfigError(
        "profile is one name, not a list",
        path=path,
        line=line,
        hint="write it as profile: vns",
    )
