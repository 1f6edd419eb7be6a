"""Forms counted over a corpus: what a comparison of documents says, however it is cut."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import polars
import pytest
from polars.testing import assert_frame_equal

from termkit.__main__ import main
from termkit.glossary.store import load_glossary
from termkit.runners.batches import Cut, cut_batches
from termkit.runners.local import each_batch
from termkit.runners.use_table import UseTable
from termkit.runners.uses import FindingUses, Uses
from tests.runners.corpora import rows, write

SEEDS = Path(__file__).parents[2] / "seeds"


def show(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main([*arguments, "--no-progress"]) == code
    return capsys.readouterr().out


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def count(path: Path, cut: Cut, jobs: int = 1) -> list[Uses]:
    batches = cut_batches([str(path)], {}, cut)
    return list(each_batch(batches, FindingUses(load_glossary()), jobs=jobs))


@pytest.mark.parametrize("options", [[], ["--all"], ["--all", "--type", "person"]])
def test_a_corpus_has_the_table_of_its_documents(
    capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    arguments = ["compare", str(SEEDS), *options, "--format", "csv"]
    documents = lines(show(capsys, *arguments))
    corpus = lines(show(capsys, *arguments, "--jobs", "1"))
    assert len(documents) > 10
    assert [{key: row[key] for key in documents[0]} for row in corpus] == documents


def test_rows_of_a_table_are_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same texts as files and as rows differ in the places alone."""
    values = rows(35)
    folder = tmp_path / "news"
    folder.mkdir()
    for row in values:
        head = "".join(f"{key}: {row[key]}\n" for key in ("source", "date", "lang"))
        (folder / f"{row['id']}.txt").write_text(f"---\n{head}---\n\n{row['text']}", "utf-8")
    table = write(tmp_path / "c.parquet", values)
    options = ["--all", "--format", "csv"]
    documents = lines(show(capsys, "compare", str(folder), *options))
    corpus = lines(show(capsys, "compare", str(table), *options))
    same = [key for key in documents[0] if key not in ("path", "line", "column")]
    assert len(documents) > 20
    assert [[row[key] for key in same] for row in corpus] == [
        [row[key] for key in same] for row in documents
    ]


@pytest.mark.parametrize(("cut", "jobs"), [(Cut(rows=1), 1), (Cut(size=500), 1), (Cut(rows=9), 2)])
@pytest.mark.parametrize("by_month", [True, False])
def test_the_cut_does_not_matter(tmp_path: Path, cut: Cut, jobs: int, by_month: bool) -> None:
    path = write(tmp_path / "c.ndjson", rows(35))
    frames = []
    for found in (count(path, Cut()), count(path, cut, jobs)):
        table = UseTable()
        for uses in found:
            table.add(uses.tallies)
        frames.append(table.frame(by_month=by_month))
    assert frames[0].height > 20
    assert_frame_equal(*frames, check_row_order=False)


def test_tallies_merge_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = count(write(tmp_path / "c.ndjson", rows(35)), Cut(rows=2))
    forward, backward = UseTable(), UseTable()
    for uses in found:
        forward.add(uses.tallies)
    monkeypatch.setattr("termkit.runners.use_table._WAITING", 3)
    for uses in reversed(found):
        backward.add(uses.tallies)
    for by_month in (True, False):
        frames = (forward.frame(by_month=by_month), backward.frame(by_month=by_month))
        assert_frame_equal(*frames, check_row_order=False)


def _dated(*days: str | None) -> list[dict[str, Any]]:
    return [
        {"id": f"d{n}", "text": "Việt Nam.", "source": "vns", "date": day, "lang": "vi"}
        for n, day in enumerate(days)
    ]


def test_the_first_use_is_the_earliest_by_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the corpus it is another, and a document without a date is no first use."""
    path = write(tmp_path / "c.ndjson", _dated(None, "2025-03-09", "2025-03-02", "2025-04-01"))
    by_month = lines(show(capsys, "stats", str(path), "--all", "--format", "csv"))
    assert [(r["month"], r["count"], r["document"], r["first_date"]) for r in by_month] == [
        ("", "1", "d0", ""),
        ("2025-03", "2", "d2", "2025-03-02"),
        ("2025-04", "1", "d3", "2025-04-01"),
    ]
    (whole,) = lines(show(capsys, "compare", str(path), "--all", "--format", "csv"))
    assert (whole["count"], whole["document"]) == ("4", "d0")
    assert (whole["first_date"], whole["last_date"]) == ("2025-03-02", "2025-04-01")


def test_documents_without_a_publisher_count_under_their_table_or_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").mkdir()
    for name in ("x", "y"):
        text = "---\nlang: en\n---\n\nVietnam and China.\n"
        (tmp_path / "a" / f"{name}.txt").write_text(text, encoding="utf-8")
    table = write(tmp_path / "c.ndjson", [{"text": "Vietnam and China.", "lang": "en"}] * 3)
    arguments = ["stats", str(tmp_path / "a"), str(table), "--all", "--format", "csv"]
    found = {(r["form"], r["source"], r["documents"]) for r in lines(show(capsys, *arguments))}
    assert found == {
        (form, *rest)
        for form in ("Vietnam", "China")
        for rest in ((f"{tmp_path}/a", "2"), (str(table), "3"))
    }


def test_bad_rows_are_named_and_the_rest_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = [*_dated("2025-03-09", "2025-13-09"), *({"text": None} for _ in range(30))]
    path = write(tmp_path / "c.ndjson", values)
    assert main(["stats", str(path), "--all", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (told["documents"], told["unreadable"]) == (1, 31)
    assert err.splitlines()[0] == f"termkit: {path}:2: the date '2025-13-09' is none"
    assert err.splitlines()[-1] == "termkit: and 11 more; `termkit check` names each"


def test_parquet_and_json_have_the_same_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(write(tmp_path / "c.ndjson", rows(35)))
    out = str(tmp_path / "use.parquet")
    show(capsys, "stats", path, "--format", "parquet", "--output", out)
    frame = polars.read_parquet(out)
    assert frame.schema["first_date"] == polars.Date
    told = json.loads(show(capsys, "stats", path, "--format", "json"))
    listed = [
        (each["id"], form["source"], form["lang"], form["text"], form["month"], form["count"])
        for each in told["concepts"]
        for form in (*each["forms"], *each["offices"])
    ]
    columns = ("concept", "source", "lang", "form", "month", "number")
    assert listed == frame.select(columns).rows()


HOSTILE = '<script>alert("x")</script>'


@pytest.mark.parametrize("command", ["compare", "stats"])
def test_the_page_needs_no_network_and_believes_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    values = [{**row, "source": HOSTILE, "id": HOSTILE} for row in rows(35)]
    path = write(tmp_path / "c.ndjson", values)
    page = show(capsys, command, str(path), "--format", "html")
    assert "<svg" in page
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    for outside in ("http:", "https:", "src=", "@import", "url("):
        assert outside not in page


@pytest.mark.parametrize("command", ["compare", "stats"])
def test_text_fits_eighty_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    from termkit.text.columns import columns

    values = [{**row, "source": f"The Daily {row['source']} of Somewhere"} for row in rows(70)]
    path = write(tmp_path / "c.ndjson", values)
    *body, summary = show(capsys, command, str(path)).splitlines()
    assert [line for line in body if columns(line) > 80] == []
    assert "in 70 documents of 3 sources" in summary


def test_a_stray_date_leaves_the_chart_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [f"2025-{1 + n % 12:02}-01" for n in range(600)]
    path = write(tmp_path / "c.ndjson", _dated(*days, "1970-01-01"))
    shown = show(capsys, "stats", str(path), "--all")
    assert "from 2025-01 to 2025-12" in " ".join(shown.split())
    assert "601  1970-01-01 vns" in shown
    assert "1 more years away" in show(capsys, "stats", str(path), "--all", "--format", "html")


def test_counting_is_taken_up_where_it_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch that is done stays as it is, one that is not or is damaged is done again, and
    both commands and every format have the same counts of it."""
    values = [*rows(20), {"id": "x", "text": None}, *rows(9)]
    path = write(tmp_path / "c.ndjson", values)
    monkeypatch.setattr(Cut.__init__, "__defaults__", (4, 1 << 20))
    kept = tmp_path / "kept"
    options = ["--all", "--format", "csv"]
    whole = show(capsys, "stats", str(path), *options, code=2)
    assert show(capsys, "stats", str(path), *options, "--parts", str(kept), code=2) == whole
    states = sorted((kept / "state").iterdir())
    assert len(states) == 8
    states[1].unlink()
    states[2].write_bytes(states[2].read_bytes()[:-9])
    states[5].write_bytes(b"{}")
    times = [state.stat().st_mtime_ns if state.exists() else 0 for state in states]
    arguments = ["--parts", str(kept), "--resume"]
    assert main(["stats", str(path), *options, *arguments, "--no-progress"]) == 2
    shown = capsys.readouterr()
    assert shown.out == whole
    assert "c.ndjson:21: the text is null" in shown.err
    again = [n for n, state in enumerate(states) if state.stat().st_mtime_ns != times[n]]
    assert again == [1, 2, 5]
    alone = show(capsys, "compare", str(path), "--format", "json", code=2)
    assert show(capsys, "compare", str(path), "--format", "json", *arguments, code=2) == alone


def test_counts_of_another_corpus_are_not_taken_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "c.ndjson", rows(5))
    arguments = ["stats", str(path), "--parts", str(tmp_path / "kept")]
    show(capsys, *arguments)
    for more, problem in (
        ([], "has what another run has done"),
        (["--resume", "--type", "person"], "was another: types differ"),
        (["--resume", "--source", "vns"], "was another: unless_told differ"),
    ):
        assert main([*arguments, *more]) == 2
        assert problem in capsys.readouterr().err
    write(path, rows(6))
    assert main([*arguments, "--resume"]) == 2
    assert "was another: files differ" in capsys.readouterr().err


@pytest.mark.parametrize("sign", "=+-@")
def test_a_cell_is_what_the_corpus_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sign: str
) -> None:
    """As in exported CSV: programs read it, and a mark before a sign would be data to them."""
    path = write(tmp_path / "c.ndjson", [{**row, "source": f"{sign}1+1"} for row in rows(4)])
    shown = lines(show(capsys, "stats", str(path), "--all", "--format", "csv"))
    assert {row["source"] for row in shown} == {f"{sign}1+1"}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["compare", "c.ndjson", "--format", "md"], "--format md is for documents"),
        (["stats", "c.ndjson", "--format", "parquet"], "--format parquet needs a file"),
        (["stats", "-"], "standard input is no corpus"),
        (["stats"], "no corpus is named"),
        (["stats", "c.ndjson", "--resume"], "--resume needs a folder"),
        (["compare", "c.ndjson", "--resume"], "--resume needs a folder"),
        (["stats", "c.ndjson", "--column", "x"], "is not FIELD=NAME"),
    ],
)
def test_what_a_corpus_cannot_have_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    problem: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("c.ndjson"), rows(1))
    assert main(arguments) == 2
    assert problem in capsys.readouterr().err
