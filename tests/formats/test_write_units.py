"""Translation units on their way out: TMX, TSV, JSON and Parquet."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterator

import polars
from lxml import etree

from termkit.formats.base import all_formats
from termkit.formats.unit_rows import COLUMNS
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment

UNITS = (
    TranslationUnit(
        "a.en=a.vi#1",
        Segment("a.en#1", "en", "Fish & <rice>,\n\t3 tonnes."),
        Segment("a.vi#1", "vi", "Cá và gạo, 3 tấn 𡨸."),
        publisher="vns",
        date=datetime.date(2026, 2, 3),
        profile="vns",
        confidence=0.98765,
    ),
    TranslationUnit("a.en=a.vi#2", Segment("", "en", ""), Segment("a.vi#2", "vi", "Thêm.\x07")),
    TranslationUnit(
        "a.en=a.vi#3", Segment("", "en", "ABC"), Segment("", "vi", "ABC"), translate=False
    ),
)


def _written(name: str) -> bytes:
    door = all_formats()[name].bitext
    assert door is not None
    assert door.writes is not None
    out = io.BytesIO()
    door.writes(iter(UNITS), out)
    return out.getvalue()


def test_tmx_is_well_formed_and_carries_what_is_known() -> None:
    """A side without text has no ``tuv``; a character XML cannot hold is marked."""
    root = etree.fromstring(_written("tmx"))
    assert root.get("version") == "1.4"
    assert root.find("header").get("srclang") == "en"
    units = root.findall("body/tu")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [[(v.get(lang), v.findtext("seg")) for v in unit.findall("tuv")] for unit in units] == [
        [("en", "Fish & <rice>,\n\t3 tonnes."), ("vi", "Cá và gạo, 3 tấn 𡨸.")],
        [("vi", "Thêm.\N{REPLACEMENT CHARACTER}")],
        [("en", "ABC"), ("vi", "ABC")],
    ]
    assert [[(p.get("type"), p.text) for p in unit.findall("prop")] for unit in units] == [
        [
            ("x-termkit-confidence", "0.9877"),
            ("x-termkit-publisher", "vns"),
            ("x-termkit-date", "2026-02-03"),
            ("x-termkit-profile", "vns"),
        ],
        [],
        [("x-termkit-translate", "no")],
    ]


def test_tsv_keeps_one_unit_a_line() -> None:
    lines = _written("tsv").decode().split("\n")
    assert lines[0].split("\t") == list(COLUMNS)
    assert lines[1].split("\t")[:2] == ["Fish & <rice>, 3 tonnes.", "Cá và gạo, 3 tấn 𡨸."]
    assert lines[2].split("\t")[:2] == ["", "Thêm.\x07"]
    assert lines[3].split("\t")[-1] == "no"
    assert len(lines) == 5


def test_json_leaves_out_what_is_usual() -> None:
    result = json.loads(_written("json"))
    assert result["schema"] == "termkit.bitext/1"
    assert result["units"][0]["date"] == "2026-02-03"
    assert result["units"][0]["source"] == "Fish & <rice>,\n\t3 tonnes."
    assert result["units"][1].keys() == {"id", "source", "target", "source_lang", "target_lang"}
    assert result["units"][2]["translate"] is False


def test_parquet_types_and_order() -> None:
    frame = polars.read_parquet(_written("parquet"))
    assert frame.columns == list(COLUMNS)
    assert frame["date"].to_list() == [datetime.date(2026, 2, 3), None, None]
    assert frame["confidence"].to_list() == [0.98765, None, None]
    assert frame["target"][0] == "Cá và gạo, 3 tấn 𡨸."


def test_parquet_keeps_the_order_over_many_batches() -> None:
    def many() -> Iterator[TranslationUnit]:
        for number in range(25_000):
            yield TranslationUnit(f"d#{number}", Segment("", "en", "a"), Segment("", "vi", "b"))

    door = all_formats()["parquet"].bitext
    assert door is not None
    assert door.writes is not None
    out = io.BytesIO()
    door.writes(many(), out)
    ids = polars.read_parquet(out.getvalue())["id"].to_list()
    assert ids == [f"d#{number}" for number in range(25_000)]
