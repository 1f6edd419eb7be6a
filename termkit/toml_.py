"""Read TOML that people write: one sentence with path and line about what is wrong with it.

`tomllib` gives a line only for broken syntax; where a value is well written but wrong,
`line_of_key` finds the line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from termkit.errors import TermkitError


def decode_toml(data: bytes, *, path: str | Path, error: type[TermkitError]) -> str:
    """The text of a TOML file, a byte order mark taken off.

    Args:
        data: Of the file.
        path: Of the file, for the error.
        error: What to raise.

    Raises:
        TermkitError: Of the type given: not UTF-8; byte and offset are named.
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        raise error(
            f"not UTF-8: byte 0x{data[problem.start]:02X} at offset {problem.start}",
            path=path,
            line=data.count(b"\n", 0, problem.start) + 1,
            hint="save the file as UTF-8",
        ) from None


def toml_table(text: str, *, path: str | Path, error: type[TermkitError]) -> dict[str, Any]:
    """The top table of a TOML text.

    Raises:
        TermkitError: Of the type given: not TOML.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as failure:
        problem = str(failure)
        # tomllib puts the place into words: "(at line 7, column 3)" or "(at end of document)".
        place = re.search(r" \(at line (\d+), column \d+\)$", problem)
        line = int(place[1]) if place else max(1, len(text.splitlines()))
        problem = re.sub(r" \(at [^()]*\)$", "", problem)
        raise error(f"not TOML: {problem[:1].lower()}{problem[1:]}", path=path, line=line) from None


def line_of_key(text: str, table: str, key: str) -> int | None:
    """Line, from 1, of a key, or of the header of the table it names; ``None`` when not found.

    Args:
        text: Of the file.
        table: Dotted name of the table the key stands in; empty is the top.
        key: As written, without quotes.

    >>> line_of_key('[lang]\\n"*.txt" = "vi"', "lang", "*.txt")
    2
    """
    current = ""
    inside = re.compile(rf"""\s*(["']?){re.escape(key)}\1\s*[=.]""")
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header is not None:
            current = re.sub(r"""\s*\.\s*|["']""", lambda m: "." if "." in m[0] else "", header[1])
            wanted = f"{table}.{key}" if table else key
            if current == wanted or current.startswith(f"{wanted}."):
                return number
        elif current == table and inside.match(line):
            return number
    return None
