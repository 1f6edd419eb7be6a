"""The script that builds the shipped glossary, on a few rows in the shape of the real tables."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from termkit.glossary.store import load_glossary
from termkit.model.concept import AdminStatus, DesignationKind, Form, Review

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = [
    "concept_id", "subject_field", "type", "en_preferred", "en_admitted", "en_deprecated",
    "vi_preferred", "vi_admitted", "zh_preferred", "zh_admitted", "usage_note", "valid_from",
    "valid_to", "source", "confidence",
]  # fmt: skip
ROWS = [
    ["rel-six-mores", "bilateral relations", "slogan", "six mores", "", "", "phương hướng “6 hơn”",
     "“6 hơn”", "“六个更”总体目标", "", "", "2023-12-13", "", "Readout 2025-04-15", "high"],
    ["tw-independence", "Taiwan and sovereignty", "set-phrase", "“Taiwan independence”", "", "",
     "“Đài Loan độc lập”", "", "“台独”", "台独", "", "", "", "x ; y", "high"],
    ["media-vgp", "media", "organisation", "Viet Nam Government Portal", "VGP|baochinhphu.vn", "",
     "Cổng Thông tin điện tử Chính phủ", "", "", "", "", "", "",
     "general knowledge, unverified", "medium"],
    ["title-fm", "state organs", "title", "Minister of Foreign Affairs", "foreign minister", "",
     "Bộ trưởng Bộ Ngoại giao", "", "外交部长", "外长", "", "", "", "x", "low"],
    ["per-le-hoai-trung", "people Vietnam", "person", "Le Hoai Trung", "Lê Hoài Trung",
     "Li Huaizhong", "Lê Hoài Trung", "", "黎怀忠", "", "Minister from 2025-10-25.", "2025-10-25",
     "", "x", "high"],
    ["per-le-hoai-trung-acting", "people Vietnam", "person", "Le Hoai Trung", "", "",
     "Lê Hoài Trung", "", "黎怀忠", "", "Acting.", "2025-08-29", "2025-10-25", "z", "high"],
    ["ulc", "multilateral", "term", "win-win cooperation", "", "", "hợp tác cùng thắng", "",
     "合作共赢", "", "", "", "", "x", "medium"],
]  # fmt: skip
CHANGES = [
    ["ulc", "RENAME id to rel-win-win", "slug says nothing"],
    ["per-le-hoai-trung-acting", "DELETE: fold into per-le-hoai-trung as an office", "one person"],
    ["title-fm", "ADD after it: title", "see the tables"],
]
STATUS = [["per-le-hoai-trung", "seen in office, not verifiable as of 2026-11", "2026-03-17"]]
DATA = {
    "changed_rows.tsv": [
        ["change", *COLUMNS],
        ["title-fm", "title-acting-fm", "state organs", "title", "Acting Minister", "", "", "", "",
         "", "", "", "", "", "x", "medium"],
    ],
    "added_titles.tsv": [
        COLUMNS,
        ["title-defence-minister", "state organs", "title", "Minister of National Defence", "", "",
         "Bộ trưởng Bộ Quốc phòng", "", "国防部长", "", "", "", "", "z", "high"],
    ],
    "offices.tsv": [
        ["person", "title", "from", "until", "confirmed", "source", "note"],
        ["per-le-hoai-trung", "title-acting-fm", "2025-08-29", "2025-10-25", "2025-10-25", "z", ""],
        ["per-le-hoai-trung", "title-fm", "2025-10-25", "", "2026-03-17", "x", "seen"],
    ],
    "deprecations.tsv": [
        ["concept_id", "text", "deprecated_by"],
        ["per-le-hoai-trung", "Li Huaizhong", "pinyin of 黎怀忠"],
    ],
    "claims.tsv": [["concept_id", "reason"], ["tw-independence", "a claim"]],
    "quoted.tsv": [["concept_id", "reason"], ["tw-independence", "never strip"]],
    "dates.tsv": [["concept_id", "lang", "text", "from", "until", "reason"]],
    "extra_designations.tsv": [
        ["concept_id", "lang", "text", "status", "form", "deprecated_by", "note"],
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "import_reference", ROOT / "scripts" / "import_reference.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["import_reference"] = module
    spec.loader.exec_module(module)
    return module


def write(path: Path, rows: list[list[str]]) -> Path:
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def built(script: ModuleType, tmp_path: Path) -> Path:
    tables = tmp_path / "tables"
    tables.mkdir()
    for name, rows in DATA.items():
        write(tables / name, rows)
    into = tmp_path / "case"
    into.mkdir()
    (into / "glossary.toml").write_text('name = "case"\n', encoding="utf-8")
    arguments = [
        write(tmp_path / "terms.tsv", [COLUMNS, *ROWS]),
        write(tmp_path / "changes.tsv", [["concept_id", "change", "evidence"], *CHANGES]),
        write(tmp_path / "status.tsv", [["concept_id", "status_2026_11", "last_seen"], *STATUS]),
    ]
    code = script.main([*map(str, arguments), "--into", str(into), "--data", str(tables)])
    assert code == 0
    return into


def test_every_row_and_every_text_is_there(built: Path) -> None:
    glossary = load_glossary(built)
    assert list(glossary.concepts) == [
        "media-vgp", "per-le-hoai-trung", "rel-six-mores", "rel-win-win", "title-acting-fm",
        "title-defence-minister", "title-fm", "tw-independence",
    ]  # fmt: skip
    texts = {d.text for concept in glossary for d in concept.designations}
    wanted = {
        text.strip("“”").replace("“", "").replace("”", "")
        for row in ROWS
        for cell in row[3:10]
        for text in cell.split("|")
    }
    assert wanted - {"", "Taiwan independence", "Đài Loan độc lập"} <= texts


def test_unsure_rows_are_proposed(built: Path) -> None:
    reviews = {concept.id: concept.review for concept in load_glossary(built)}
    assert [id_ for id_, review in reviews.items() if review is Review.PROPOSED] == [
        "media-vgp",  # general knowledge, unverified
        "title-fm",  # low
    ]


def test_notes_tell_what_was_not_who_ordered_it(built: Path) -> None:
    """A reader of ``termkit lookup`` sees the note, and is no editor of the table."""
    concepts = load_glossary(built).concepts
    assert concepts["rel-win-win"].note == "Its id was ulc."
    assert concepts["per-le-hoai-trung"].sources == ("x", "z")
    assert "Acting." in concepts["per-le-hoai-trung"].note
    assert not any("Changed:" in concept.note for concept in concepts.values())


def test_dates_of_people_are_dates_of_office(built: Path) -> None:
    trung = load_glossary(built).concepts["per-le-hoai-trung"]
    assert trung.valid_from is None
    assert [
        (r.target, str(r.valid_from), str(r.valid_until), str(r.confirmed)) for r in trung.relations
    ] == [
        ("title-acting-fm", "2025-08-29", "2025-10-25", "2025-10-25"),
        ("title-fm", "2025-10-25", "None", "2026-03-17"),
    ]
    assert trung.note.endswith("As of 2026-11: seen in office, not verifiable (2026-03-17).")


def test_quotation_marks_addresses_and_variants(built: Path) -> None:
    found = {
        (concept.id, d.text): (d.kind, d.status, d.form)
        for concept in load_glossary(built)
        for d in concept.designations
    }
    term, name = DesignationKind.TERM, DesignationKind.PROPER_NAME
    admitted, preferred = AdminStatus.ADMITTED, AdminStatus.PREFERRED
    assert found["rel-six-mores", "6 hơn"] == (term, admitted, Form.SHORT)
    assert found["tw-independence", "“Taiwan independence”"] == (term, preferred, Form.FULL)
    assert found["media-vgp", "baochinhphu.vn"] == (DesignationKind.SYMBOL, admitted, Form.FULL)
    assert found["media-vgp", "VGP"] == (name, admitted, Form.ACRONYM)
    assert found["title-fm", "外长"] == (term, admitted, Form.ABBREVIATION)
    assert found["per-le-hoai-trung", "Lê Hoài Trung"][2] is not Form.SHORT


def test_a_second_run_changes_nothing(built: Path, script: ModuleType) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*.toml")}
    folder = built.parent
    tables = [str(folder / name) for name in ("terms.tsv", "changes.tsv", "status.tsv")]
    assert script.main([*tables, "--into", str(built), "--data", str(folder / "tables")]) == 0
    assert {path: path.read_bytes() for path in built.rglob("*.toml")} == before


def test_change_that_nobody_wrote_is_an_error(script: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "changed_rows.tsv", [["change", *COLUMNS]])
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
    change = {"concept_id": "title-fm", "change": "ADD after it: title", "evidence": ""}
    with pytest.raises(ValueError, match="nobody has written the rows of 'title-fm'"):
        script.changed_rows(rows, [change], tmp_path)
    with pytest.raises(ValueError, match="not understood: 'MOVE'"):
        script.changed_rows(rows, [change | {"change": "MOVE"}], tmp_path)
