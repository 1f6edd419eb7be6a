"""``termkit import``: what comes back from a colleague, and what must not come in."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from termkit.cli.main import run
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.xlsx import EXPORTED, SHEET
from termkit.glossary.store import load_glossary
from termkit.model.concept import AdminStatus, Review
from tests.contracts.concepts import GOLDEN

Rows = list[list[str]]


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the golden glossary, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    shutil.copytree(GOLDEN, tmp_path / "words")
    return tmp_path / "words"


def export(*arguments: str) -> None:
    assert run(["export", "--glossary", "words", "--quiet", *arguments]) == 0


def edit(path: Path, change: Callable[[Rows], Rows]) -> None:
    """What a spreadsheet does: the rows of the first sheet change, the hidden sheet stays."""
    import python_calamine
    import xlsxwriter

    book = python_calamine.load_workbook(path)
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in (SHEET, EXPORTED)}
    sheets[SHEET] = change(sheets[SHEET])
    with xlsxwriter.Workbook(path) as out:
        for name, rows in sheets.items():
            sheet = out.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, str(cell))


def set_cell(rows: Rows, column: str, value: str, *, text: str) -> Rows:
    """Change one cell in the row of one designation."""
    where, name = rows[0].index(column), rows[0].index("text")
    (row,) = (row for row in rows if row[name] == text)
    row[where] = value
    return rows


def test_dry_run_shows_and_writes_nothing(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = load_glossary(words)
    export("--output", "w.xlsx")
    edit(Path("w.xlsx"), lambda rows: set_cell(rows, "status", "admitted", text="Nom script"))
    edit(Path("w.xlsx"), lambda rows: [row for row in rows if "đòn gánh" not in row])
    assert run(["import", "w.xlsx", "--glossary", "words", "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        "~ chu-nom\n"
        "    ~ en 'Nom script' status: 'preferred' -> 'admitted'\n"
        "- only-vietnamese\n"
        "\n"
        "0 new, 1 changed, 1 removed, 14 unchanged, 0 conflicts\n"
    )
    assert load_glossary(words) == before


def test_spreadsheet_comes_back_by_three_way_merge(words: Path) -> None:
    """The glossary went on while the file was away: both changes stay."""
    export("--output", "w.xlsx")
    concept = words / "concepts" / "writing" / "chu-nom.toml"
    text = concept.read_text(encoding="utf-8")
    concept.write_text(text.replace("喃字", "字喃"), encoding="utf-8")
    edit(Path("w.xlsx"), lambda rows: set_cell(rows, "note", "Not Chinese.", text="Nom script"))
    assert run(["import", "w.xlsx", "--glossary", "words", "--quiet"]) == 0
    merged = load_glossary(words).concepts["chu-nom"]
    named = {d.text: d for d in merged.designations}
    assert named["Nom script"].note == "Not Chinese."
    assert "字喃" in named
    assert "喃字" not in named
    assert len(merged.relations) == 1  # which a table cannot hold


def test_one_cell_changed_on_both_sides_stops_the_import(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export("--output", "w.xlsx")
    path = words / "concepts" / "state-organs" / "title-foreign-minister.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('form = "short"', 'form = "variant"'), encoding="utf-8")
    edit(Path("w.xlsx"), lambda rows: set_cell(rows, "form", "acronym", text="Foreign Minister"))
    arguments = ["import", "w.xlsx", "--glossary", "words"]
    assert run(arguments) == 1
    out, err = capsys.readouterr()
    assert "! form of en 'Foreign Minister': glossary 'variant', file 'acronym'" in out
    assert "nothing is written" in err
    assert 'form = "variant"' in path.read_text(encoding="utf-8")
    assert run([*arguments, "--take", "file"]) == 0
    assert 'form = "acronym"' in path.read_text(encoding="utf-8")


def test_a_field_of_the_concept_may_be_changed_in_one_of_its_rows(words: Path) -> None:
    export("--output", "w.xlsx")
    edit(Path("w.xlsx"), lambda rows: set_cell(rows, "definition", "Script.", text="Nom script"))
    assert run(["import", "w.xlsx", "--glossary", "words", "--quiet"]) == 0
    assert load_glossary(words).concepts["chu-nom"].definition == "Script."


def test_a_part_of_the_glossary_comes_back_as_a_part(words: Path) -> None:
    before = load_glossary(words)
    export("--output", "w.xlsx", "--lang", "vi", "--subject", "geography")
    assert run(["import", "w.xlsx", "--glossary", "words", "--quiet"]) == 0
    assert load_glossary(words) == before


def test_a_file_from_elsewhere_adds_and_never_overwrites(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A decomposed spelling is the same name; another status is a conflict."""
    Path("x.csv").write_text(
        "concept_id,lang,text,status,definition\n"
        "viet-nam,vi,Vie\u0323\u0302t Nam,,\n"
        "viet-nam,en,Vietnam,deprecated,\n"
        "đèn lồng,vi,đèn lồng,,A lantern.\n"
        "đèn lồng,fr,lanterne,,A lantern.\n",
        encoding="utf-8",
    )
    arguments = ["import", "x.csv", "--glossary", "words"]
    assert run(arguments) == 1
    out, err = capsys.readouterr()
    assert out == (
        "~ viet-nam\n"
        "    ! status of en 'Vietnam': glossary 'admitted', file 'deprecated'\n"
        "+ den-long: vi 'đèn lồng'\n"
        "\n"
        "1 new, 0 changed, 0 removed, 0 unchanged, 1 conflicts\n"
    )
    assert "left out: a designation in 'fr', which has no room (1)" in err
    assert run([*arguments, "--take", "glossary", "--proposed"]) == 0
    glossary = load_glossary(words)
    assert glossary.concepts["den-long"].review is Review.PROPOSED
    vietnam = next(d for d in glossary.concepts["viet-nam"].designations if d.text == "Vietnam")
    assert vietnam.status is AdminStatus.ADMITTED


def test_sources_that_a_file_cites_become_sources(words: Path) -> None:
    Path("x.csv").write_text(
        "concept_id,lang,text,sources\nkite,en,kite,Annual Report 2026; style-guide\n"
    )
    assert run(["import", "x.csv", "--glossary", "words", "--quiet"]) == 0
    glossary = load_glossary(words)
    assert glossary.concepts["kite"].sources == ("annual-report-2026", "style-guide")
    assert glossary.sources["annual-report-2026"].title == "Annual Report 2026"


def test_what_no_glossary_can_hold_leaves_it_as_it_was(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A concept that another one points to is removed; a status does not fit its reason."""
    before = load_glossary(words)
    export("--output", "w.xlsx")
    edit(Path("w.xlsx"), lambda rows: [row for row in rows if "quoted-writing" not in row])
    assert run(["import", "w.xlsx", "--glossary", "words"]) == 2
    assert "broader leads to 'quoted-writing', which is not there" in capsys.readouterr().err
    export("--output", "w.xlsx")
    edit(Path("w.xlsx"), lambda rows: set_cell(rows, "status", "preferred", text="Saigon City"))
    assert run(["import", "w.xlsx", "--glossary", "words"]) == 2
    assert load_glossary(words) == before


@pytest.mark.parametrize("name", ["json", "csv", "xlsx", "parquet", "tbx", "tbx2", "tmx"])
def test_what_was_exported_changes_nothing(
    words: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_glossary(words)
    export("--to", name, "--output", f"w.{name}")
    assert run(["import", f"w.{name}", "--from", name, "--glossary", "words"]) == 0
    assert capsys.readouterr().out.startswith("\n0 new, 0 changed, 0 removed, ")
    assert load_glossary(words) == before


def test_the_shipped_glossary_is_not_written_by_accident(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export("--output", "w.csv")
    assert run(["import", "w.csv"]) == 2
    assert "into which glossary?" in capsys.readouterr().err


def test_xlsx_holds_the_state_of_its_export(words: Path) -> None:
    export("--output", "w.xlsx")
    door = all_formats()["xlsx"].concepts
    assert door is not None
    assert door.reads_exported is not None
    data = io.BytesIO(Path("w.xlsx").read_bytes())
    assert len(list(door.reads_exported(data, "w.xlsx", ConceptOptions()))) == 16
