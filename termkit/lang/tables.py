"""Packaged tables: TSV files in the folder `data/` of a package, each with its source.

Most are of one language: `termkit/lang/<room>/data/`.

A table starts with comment lines (``# source: … licence: … retrieved: …`` and
``# columns: …``); empty lines are skipped. `scripts/build_tables.py --check` holds every
table to that form.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


@cache
def load_table(package: str, table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each split at its tabs.

    Args:
        package: Where its folder `data` is.
        table: File name without ``.tsv``.
    """
    return tuple(tuple(line.split("\t")) for line in _lines(package, table))


def load_rows(room: str, table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of one language.

    Args:
        room: ``vi``, ``en`` or ``zh``.
        table: File name without ``.tsv``.

    >>> ("Mr.", "before-name") in {row[:2] for row in load_rows("en", "abbreviations")}
    True
    """
    return load_table(_package(room), table)


@cache
def load_by_character(room: str, table: str) -> Mapping[str, str]:
    """What a table of two columns has for each character: the second lists those of the first.

    >>> load_by_character("zh", "cantonese")["李"]
    'lei'
    """
    return {
        character: value for value, characters in load_rows(room, table) for character in characters
    }


@cache
def load_words(room: str, table: str) -> frozenset[str]:
    """The first column of a table, for membership."""
    return frozenset(line.partition("\t")[0] for line in _lines(_package(room), table))


def _package(room: str) -> str:
    return f"termkit.lang.{room}"


def _lines(package: str, table: str) -> list[str]:
    from importlib.resources import files  # it loads much, and not every caller asks for a table

    text = files(package).joinpath("data", f"{table}.tsv").read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
