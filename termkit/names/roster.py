"""Rosters: tables of people, places and organisations, one form of a name per line."""

from __future__ import annotations

from collections.abc import Sequence

from termkit.errors import TermkitError
from termkit.names.entry import read_kind

COLUMNS = ("id", "name", "lang", "kind")

Row = tuple[str, str, str, str]


def parse_roster(text: str, *, path: str | None = None) -> tuple[Row, ...]:
    """The rows of a tab-separated roster: id, name, and perhaps language and kind.

    A first line of column names may put them in another order and add others; lines that
    are empty or begin with ``#`` are passed over. Several lines of one id are several forms.
    A kind is ``person``, ``place``, ``organisation``, or ``short`` for what a person is called
    alone against the custom.

    Raises:
        TermkitError: A line has no name, or its kind or language is not known.

    >>> parse_roster("id\\tname\\tkind\\np1\\tTô Lâm\\tperson\\np1\\tTo Lam\\n")
    (('p1', 'Tô Lâm', '', 'person'), ('p1', 'To Lam', '', ''))
    """
    columns: Sequence[str] = COLUMNS
    rows: list[Row] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not rows and columns is COLUMNS and {"id", "name"} <= set(map(str.lower, cells)):
            columns = [cell.lower() for cell in cells]
            continue
        row = dict(zip(columns, cells, strict=False))
        if not row.get("id") or not row.get("name"):
            raise TermkitError(
                "no id or no name", path=path, line=number, hint="id<tab>name<tab>lang<tab>kind"
            )
        rows.append((row["id"], row["name"], row.get("lang", ""), row.get("kind", "")))
        _verify(rows[-1], path, number)
    return tuple(rows)


def _verify(row: Row, path: str | None, line: int) -> None:
    from termkit.lang import get_language

    if row[2]:
        try:
            get_language(row[2])
        except TermkitError as error:
            raise TermkitError(error.problem, path=path, line=line, hint=error.hint) from None
    if row[3].lower() not in ("short", "alias"):
        try:
            read_kind(row[3])
        except ValueError as error:
            raise TermkitError(str(error), path=path, line=line) from None
