"""Read case tables: TSV, a header line, comments with ``#``."""

from __future__ import annotations

from pathlib import Path


def read_cases(path: Path) -> list[dict[str, str]]:
    """The rows of a table by column name; short rows are filled with empty cells."""
    lines = [
        line
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        assert len(cells) <= len(header), f"{path.name}: too many cells: {line}"
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    return rows
