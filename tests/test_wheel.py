"""What a wheel carries: the glossary, its index, and nothing of the tests."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from termkit.glossary.index import lookup

ROOT = Path(__file__).parents[1]
PLACE = "termkit/_glossaries/diplomacy/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(path)


def test_glossary_travels(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    concepts = [name for name in names if name.startswith(f"{PLACE}concepts/")]
    assert len(concepts) == len(list(ROOT.glob("glossaries/diplomacy/concepts/*/*.toml")))
    assert f"{PLACE}profiles/vns.toml" in names
    assert not any(name.split("/")[0] in ("tests", "seeds", "scripts") for name in names)


def test_tables_and_schema_travel(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "termkit/report/findings.schema.json" in names
    assert any(name.startswith("termkit/lang/vi/data/") for name in names)


def test_index_answers(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    path = Path(wheel.extract(f"{PLACE}index.sqlite", tmp_path))
    with closing(sqlite3.connect(path)) as index:
        (hit, *_) = lookup(index, "Le Hoai Trung")
    assert hit.concept["id"] == "per-le-hoai-trung"
