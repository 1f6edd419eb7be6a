"""Other people's readers give back the terms of Weblate, UTX and memoQ glossaries."""

from __future__ import annotations

import json
from pathlib import Path

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.carry import carried
from termkit.formats.concepts import door_of
from termkit.formats.pairs import pairs_of
from tests.consumers.tools import needs_module, python
from tests.contracts.concepts import golden
from tests.contracts.test_concept_formats import accepted, write

VI_EN = ConceptOptions(("vi", "en"))


def golden_pairs(name: str, path: Path) -> set[tuple[str, str]]:
    """The golden glossary in a file, as far as the format takes it, and its pairs of names."""
    entry = all_formats()[name]
    wanted = accepted(entry, golden(), VI_EN)
    path.write_bytes(write(entry, wanted, VI_EN)[0])
    kept = [carried(concept, door_of(entry), VI_EN) for concept in wanted]
    return {(pair.source, pair.target) for pair in pairs_of(kept, VI_EN)}


READ = """
import json, sys
from translate.storage import {module}
store = {module}.{factory}(open(sys.argv[1], "rb"))
print(json.dumps([[unit.source, unit.target, unit.getcontext()] for unit in store.units]))
"""


@needs_module("translate")
def test_translate_toolkit_reads_weblate_csv(tmp_path: Path) -> None:
    """Weblate reads CSV through the Translate Toolkit: sources, targets and contexts."""
    expect = golden_pairs("weblate", tmp_path / "glossary.csv")
    program = READ.format(module="csvl10n", factory="csvfile")
    units = json.loads(python("-c", program, tmp_path / "glossary.csv"))
    units = [unit for unit in units if unit[0] != "source"]
    assert {(source, target) for source, target, _ in units} == expect
    assert {context for _, _, context in units} <= {concept.id for concept in golden()}


@needs_module("translate")
def test_translate_toolkit_reads_utx(tmp_path: Path) -> None:
    expect = golden_pairs("utx", tmp_path / "glossary.utx")
    program = READ.format(module="utx", factory="UtxFile")
    units = json.loads(python("-c", program, tmp_path / "glossary.utx"))
    assert {(source, target) for source, target, _ in units} == expect


@needs_module("python_calamine")
def test_calamine_reads_memoq_xlsx_as_text(tmp_path: Path) -> None:
    """Every cell is text: a leading zero, a formula and NO stay what they are."""
    import python_calamine

    entry = all_formats()["memoq-xlsx"]
    path = tmp_path / "glossary.xlsx"
    path.write_bytes(write(entry, accepted(entry, golden(), VI_EN), VI_EN)[0])
    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    cells = {cell for row in rows for cell in row}
    assert all(isinstance(cell, str) for cell in cells)
    assert {"=1+1", "00123", "NO", "Entry_ID", "Vietnamese", "Term_Info"} <= cells
