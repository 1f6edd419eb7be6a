"""LibreOffice opens the workbook and saves it again: every cell is as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import python_calamine

from termkit.cli.main import run as termkit
from termkit.formats.xlsx import EXPORTED, SHEET
from tests.consumers.tools import golden_file, needs_command, run
from tests.contracts.concepts import GOLDEN

pytestmark = needs_command("soffice", "apt-get install libreoffice-calc")


def resaved(path: Path) -> Path:
    folder = path.parent / "again"
    profile = (path.parent / "profile").as_uri()
    run(
        "soffice",
        f"-env:UserInstallation={profile}",
        *("--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path),
        timeout=120,
    )
    return folder / path.name


def cells(path: Path, sheet: str) -> list[list[object]]:
    """Rows as wide as their last cell that says something."""
    rows = python_calamine.load_workbook(path).get_sheet_by_name(sheet).to_python()
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    return rows


def test_cells_are_identical_and_nothing_comes_back_changed(tmp_path: Path, capsys: object) -> None:
    path = golden_file("xlsx", tmp_path / "glossary.xlsx")
    again = resaved(path)
    for sheet in (SHEET, EXPORTED):
        assert cells(again, sheet) == cells(path, sheet)
    texts = {str(row[5]) for row in cells(again, SHEET)}
    assert {"=1+1", "00123", "#start", "NO", "1E5", "TRUE", "2026-11-27", "1/2", "-5"} <= texts
    words = tmp_path / "words"
    shutil.copytree(GOLDEN, words)
    assert termkit(["import", str(again), "--glossary", str(words), "--dry-run"]) == 0
    out = capsys.readouterr().out  # type: ignore[attr-defined]
    assert "0 new, 0 changed, 0 removed" in out
