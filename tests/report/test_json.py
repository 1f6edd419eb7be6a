"""The contract `termkit.findings/1`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from termkit.report.json_ import as_values, render_json
from tests.report.runs import empty_run, full_run

SCHEMA = json.loads(files("termkit.report").joinpath("findings.schema.json").read_text("utf-8"))


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("run", [full_run, empty_run])
def test_reports_keep_to_the_schema(run: Any) -> None:
    values = json.loads(render_json(run()))
    jsonschema.Draft202012Validator(SCHEMA).validate(values)


def test_files_have_findings_or_an_error() -> None:
    values = as_values(full_run())
    assert values["files"][0] == {
        "path": "tin tức/a.txt",
        "lang": "vi",
        "source": "vns",
        "date": "2025-09-11",
        "profile": "vns",
        "error": None,
    }
    assert values["files"][2] == {
        "path": "c.txt",
        "lang": None,
        "source": None,
        "date": None,
        "profile": None,
        "error": "the file is empty (write something)",
    }
    assert values["summary"] == {
        "files": 3,
        "errors": 1,
        "error": 1,
        "warning": 1,
        "info": 1,
        "hint": 1,
    }


def test_finding_and_the_places_in_other_documents() -> None:
    assert as_values(full_run())["findings"][0] == {
        "code": "G901",
        "rule": "unused-allowance",
        "severity": "warning",
        "path": "tin tức/a.txt",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 17,
        "start": 0,
        "end": 16,
        "side": None,
        "unit": "tin tức/a.txt#1",
        "text": "Việt Nam - China",
        "message": "'Việt Nam - China' stands here",
        "concept": "vietnam",
        "suggestions": ["Việt Nam-China"],
        "related": [
            {
                "path": "tin tức/a.txt",
                "line": 2,
                "column": 3,
                "text": "Viet Nam",
                "message": "2 in vns",
            },
            {"path": "b.html", "line": 1, "column": 9, "text": "Nam", "message": "1 in b"},
        ],
        "fingerprint": "tin tức/a.txt#1-0",
    }


def test_columns_count_code_points() -> None:
    beyond, marks, inside = as_values(full_run())["findings"][1:]
    # U+21A38 is one column, a combining accent another.
    assert (beyond["line"], beyond["column"], beyond["end_column"]) == (2, 3, 11)
    assert (beyond["start"], beyond["end"]) == (19, 27)
    assert (marks["column"], marks["end_column"]) == (1, 5)
    # The end tag after "Nam" is not in it.
    assert (inside["start"], inside["end"], inside["end_column"]) == (8, 11, 12)
    assert inside["suggestions"] == [""]
