"""Parquet files of strangers: bombs, cells without end, values that Python does not have."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from termkit.errors import DamagedDocumentError, TermkitError, UnreadableDocumentError
from termkit.formats import parquet_rows
from termkit.formats.base import Languages, all_formats
from termkit.formats.parquet_rows import ParquetTable

MILLION = 1_000_000


def table(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    parquet.write_table(pyarrow.table(columns), path, **options)
    return path


def read(path: Path, *columns: str, largest: int = MILLION) -> list[Any]:
    """Rows, and in the place of a bad one what is wrong with it."""
    rows = ParquetTable(str(path), str(path)).rows(columns, largest)
    return [row if isinstance(row, dict) else row.problem for row in rows]


_PEAK = """
import sys
from termkit.formats.base import Languages, all_formats
from termkit.runners.sources import read_rows
if sys.argv[1] == "rows":
    size = sum(row.size for row in read_rows(sys.argv[2], {}))
else:
    door = all_formats()["parquet"].bitext
    with open(sys.argv[2], "rb") as file:
        size = sum(len(u.source.text) for u in door.reads(file, "x", Languages("en", "vi")))
with open("/proc/self/status") as file:
    (peak,) = (int(line.split()[1]) // 1024 for line in file if line.startswith("VmHWM"))
print(size, peak)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak there")
@pytest.mark.parametrize("door", ["rows", "units"])
def test_a_few_kilobytes_with_600_megabytes_of_cells_take_little_memory(
    tmp_path: Path, door: str
) -> None:
    """One cell, 600 times: decoded at once it is 600 MB and more."""
    cells = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0] * 600, pyarrow.int32()), pyarrow.array(["word " * (MILLION // 5)])
    )
    names = ["text"] if door == "rows" else ["source", "target"]
    path = table(tmp_path / "c.parquet", dict.fromkeys(names, cells), store_schema=False,
                 dictionary_pagesize_limit=10 * MILLION, compression="zstd")  # fmt: skip
    assert path.stat().st_size < 20_000
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, door, str(path)], capture_output=True, text=True, check=True
    )
    size, peak = map(int, done.stdout.split())
    assert size == 600 * MILLION
    assert peak < 250


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak there")
@pytest.mark.parametrize("story", ["a large dictionary", "text behind a dictionary"])
def test_memory_does_not_grow_with_what_a_dictionary_holds(tmp_path: Path, story: str) -> None:
    """Cells of a megabyte that make a dictionary of 17; 60 MB of texts, none like another."""
    if story == "a large dictionary":
        texts = pyarrow.array([chr(97 + n) * MILLION for n in range(17)])
        places = pyarrow.array([n % 17 for n in range(300)], pyarrow.int32())
        cells: Any = pyarrow.DictionaryArray.from_arrays(places, texts)
    else:
        cells = [f"{n:06} " * 500 for n in range(17_000)]
    limit = MILLION if isinstance(cells, list) else 100 * MILLION
    options = {"store_schema": False, "row_group_size": MILLION, "compression": "snappy"}
    path = table(
        tmp_path / "c.parquet", {"text": cells}, dictionary_pagesize_limit=limit, **options
    )
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, "rows", str(path)], capture_output=True, text=True, check=True
    )
    size, peak = map(int, done.stdout.split())
    assert size == (300 * MILLION if story == "a large dictionary" else 59_500_000)
    assert peak < 200


def test_what_unpacks_five_hundredfold_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_rows, "_LARGE", MILLION)
    bomb = table(
        tmp_path / "c.parquet",
        {"id": ["a", "b"], "text": ["a" * MILLION, "b" * MILLION]},
        use_dictionary=False,
        compression="zstd",
    )
    with pytest.raises(UnreadableDocumentError, match=r"'text' unpacks from .* a compression bomb"):
        read(bomb, "text")
    assert read(bomb, "id") == [{"id": "a"}, {"id": "b"}]  # the other column is none
    for codec in ("none", "snappy"):
        options = {"use_dictionary": False, "compression": codec}
        honest = table(tmp_path / "d.parquet", {"text": ["a" * MILLION] * 2}, **options)
        assert len(read(honest, "text")) == 2


def test_a_cell_above_the_limit_is_one_bad_row(tmp_path: Path) -> None:
    for texts in (["one", "x" * 101, None, "y" * 100], ["x" * 101] * 9 + ["one"]):
        path = table(tmp_path / "c.parquet", {"text": texts})
        assert read(path, "text", largest=100) == [
            "larger than 0 MiB, too large for one row" if text and len(text) > 100
            else {"text": text} for text in texts
        ]  # fmt: skip


def test_how_many_rows_are_taken_at_a_time_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = {"id": [str(n) for n in range(700)], "text": ["word " * (n % 9) for n in range(700)]}
    path = table(tmp_path / "c.parquet", columns, row_group_size=300)
    whole = read(path, "text", "id")
    assert whole == [{"text": t, "id": i} for i, t in zip(*columns.values(), strict=True)]
    for size in (1, 30):
        monkeypatch.setattr(parquet_rows, "_BYTES", size)
        for kept in (0, MILLION):
            monkeypatch.setattr(parquet_rows, "_DICTIONARY", kept)
            assert read(path, "text", "id") == whole


def test_a_value_that_python_does_not_have_spoils_its_row_alone(tmp_path: Path) -> None:
    dates = pyarrow.array([0, 2**60, 0], pyarrow.timestamp("ms"))
    path = table(tmp_path / "c.parquet", {"text": ["a", "b", "c"], "date": dates})
    first, bad, last = read(path, "text", "date")
    assert (first["text"], last["text"]) == ("a", "c")
    assert bad.startswith("the date cannot be read: ")


def test_lists_and_structures_are_no_text_and_are_not_unpacked(tmp_path: Path) -> None:
    nested = {"a": [["x"], ["y"]], "b": [{"x": 1}, {"x": 2}], "c": ["1", "2"]}
    assert read(table(tmp_path / "c.parquet", nested), "c", "a", "b") == [
        {"c": "1", "a": [], "b": {}}, {"c": "2", "a": [], "b": {}},
    ]  # fmt: skip


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    arrays = [pyarrow.array(["a"]), pyarrow.array(["b"])]
    parquet.write_table(pyarrow.table(arrays, names=["text", "text"]), tmp_path / "c.parquet")
    with pytest.raises(UnreadableDocumentError, match="two columns are named 'text'"):
        read(tmp_path / "c.parquet", "text")


def test_what_breaks_off_is_damaged(tmp_path: Path) -> None:
    path = table(tmp_path / "c.parquet", {"text": ["a"]})
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(DamagedDocumentError, match="damaged from the start"):
        ParquetTable(str(path), "c.parquet")


def test_a_unit_with_a_cell_without_end_is_told_with_its_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from termkit.formats import parquet as module

    monkeypatch.setattr(module, "MAX_BYTES", 100)
    path = table(tmp_path / "c.parquet", {"en": ["a", "a" * 101], "vi": ["b", "c"]})
    door = all_formats()["parquet"].bitext
    assert door is not None
    units = door.reads(io.BytesIO(path.read_bytes()), "c.parquet", Languages("en", "vi"))
    assert next(iter(units)).source.text == "a"
    with pytest.raises(TermkitError, match="row 2: larger than"):
        list(units)
