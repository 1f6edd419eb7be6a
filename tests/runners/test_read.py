"""Rows come out of every form of corpus; a bad row and a bad file are named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from termkit.runners import read_csv, read_ndjson
from termkit.runners.row import Row
from termkit.runners.sources import find_sources, read_rows
from tests.runners.corpora import rows, write

FORMS = ("c.parquet", "c.ndjson", "c.jsonl.gz", "c.ndjson.zst", "c.csv")


def errors(path: Path) -> list[tuple[int, str]]:
    """Number and problem of each bad row."""
    return [(row.number, row.error.problem) for row in read(path) if row.error is not None]


def read(path: Path) -> list[Row]:
    return list(read_rows(str(path), {}))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_has_the_same_rows(tmp_path: Path, name: str) -> None:
    values = rows(9)
    found = read(write(tmp_path / name, values))
    assert [row.number for row in found] == list(range(1, 10))
    assert [row.id for row in found] == [value["id"] for value in values]
    for row, value in zip(found, values, strict=True):
        assert {**(row.values or {}), "id": row.id} == {
            **value,
            "profile": None,
            "title": None,
        } or {key: cell for key, cell in (row.values or {}).items() if cell is not None} == {
            key: cell for key, cell in value.items() if key != "id"
        }
    assert found[-1].share == pytest.approx(1.0, abs=0.01)


def test_a_row_without_id_is_named_by_its_place(tmp_path: Path) -> None:
    path = write(tmp_path / "c.ndjson", [{"text": "a"}, {"text": "b", "id": ""}])
    assert [row.id for row in read(path)] == [f"{path}:1", f"{path}:2"]


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_row_groups_do_not_matter(tmp_path: Path, size: int) -> None:
    path = write(tmp_path / "c.parquet", rows(700), row_group_size=size)
    assert [row.id for row in read(path)] == [value["id"] for value in rows(700)]


def test_bad_lines_are_rows_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_ndjson, "_LONGEST", 200)
    monkeypatch.setattr(read_ndjson, "_SKIPPED", 64)
    path = tmp_path / "c.ndjson"
    lines = [
        b'{"text": "one"}', b"", b'{"text": "two"', b'["text"]', b'{"text": "\xff"}',
        b'{"content": "three"}', b'{"x": 1}', b'{"text": "%b"}' % (b"a" * 900), b'{"text": "four"}',
    ]  # fmt: skip
    path.write_bytes(b"\n".join(lines))
    assert errors(path) == [
        (3, "not JSON: Expecting ',' delimiter at column 15"),
        (4, "the line is no JSON object"),
        (5, "not valid UTF-8: byte 0xFF at byte 11 of the line"),
        (7, "no column holds the text"),
        (8, "a line of more than 0 MiB, too large for one document"),
    ]
    good = [row.values["text"] for row in read(path) if row.values]
    assert good == ["one", "three", "four"]


def test_bad_records_are_rows_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "MAX_BYTES", 200)
    monkeypatch.setattr(read_csv, "_LINE", 64)
    path = tmp_path / "c.csv"
    huge = b"\n".join(b"%d,x" % n for n in range(200))
    path.write_bytes(
        b"\xef\xbb\xbfid,text\r\n1,one\r\n2,two,2\r\n3,\xff\r\n"
        b'4,"with\nline, and ""quotes"""\r\n5,"%b"\r\n6,six\r\n7,"a"b\r\n8,"open' % huge
    )
    assert errors(path) == [
        (2, "3 cells in a table of 2 columns"),
        (3, "not valid UTF-8: byte 0xFF at byte 3 of the record"),
        (5, "a record of more than 0 MiB, too large for one document"),
        (7, "not a CSV record: ',' expected after '\"'"),
        (8, "not a CSV record: unexpected end of data"),
    ]
    good = [row.values["text"] for row in read(path) if row.values]
    assert good == ["one", 'with\nline, and "quotes"', "six"]


@pytest.mark.parametrize("name", ["c.parquet", "c.jsonl.gz", "c.ndjson.zst"])
@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9])
def test_a_file_that_breaks_off_is_named_after_its_rows(
    tmp_path: Path, name: str, kept: float
) -> None:
    path = write(tmp_path / name, [{"text": f"{n} " + str(hash(str(n)))} for n in range(2000)])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    *before, last = read(path)
    assert all(row.error is None for row in before)
    assert last.number == 0
    assert last.error is not None
    assert "cut off" in last.error.problem or "damaged" in last.error.problem
    assert last.error.path == str(path)


def test_what_stands_before_a_break_is_read(tmp_path: Path) -> None:
    """Text that packs well: half a kilobyte is thousands of rows."""
    path = write(tmp_path / "c.jsonl.gz", [{"text": "the same"}] * 9000)
    path.write_bytes(path.read_bytes()[:-40])
    *before, last = read(path)
    assert len(before) > 4000
    assert last.number == 0


def test_damage_inside_a_parquet_file_is_named(tmp_path: Path) -> None:
    values = [{"text": f"{n} " * 40} for n in range(3000)]
    path = write(tmp_path / "c.parquet", values, row_group_size=500, compression="zstd")
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 40] = b"\0" * 40
    path.write_bytes(data)
    *before, last = read(path)
    assert 0 < len(before) < 3000
    assert last.error is not None
    assert "damaged after row" in last.error.problem


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    schema = pyarrow.schema([("text", pyarrow.string())])
    parquet.write_table(schema.empty_table(), tmp_path / "c.parquet")
    assert read(tmp_path / "c.parquet") == []
    (tmp_path / "c.ndjson").write_bytes(b"\n\n")
    assert read(tmp_path / "c.ndjson") == []
    (tmp_path / "c.csv").write_bytes(b"")
    assert errors(tmp_path / "c.csv") == [(0, "the table is empty")]


def test_a_folder_stands_for_its_tables_or_else_its_documents(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.md", ".d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    assert find_sources([tmp_path]) == [f"{tmp_path}/a.txt", f"{tmp_path}/b/c.md"]
    write(tmp_path / "b" / "x.ndjson", rows(1))
    (tmp_path / "_SUCCESS.csv").write_bytes(b"")
    assert find_sources([tmp_path]) == [f"{tmp_path}/b/x.ndjson"]


def test_members_of_a_gzip_file_are_one_text(tmp_path: Path) -> None:
    lines = [json.dumps({"text": str(n)}).encode() + b"\n" for n in range(3)]
    (tmp_path / "c.jsonl.gz").write_bytes(b"".join(map(gzip.compress, lines)))
    assert [row.number for row in read(tmp_path / "c.jsonl.gz")] == [1, 2, 3]
