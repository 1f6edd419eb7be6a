"""The contract on real reports: every place of the JSON is where its text stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from termkit.__main__ import main
from tests.report.test_json import SCHEMA

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(params=[[], ["--strict"]], ids=["default", "strict"])
def report(
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, Any]:
    monkeypatch.chdir(REPOSITORY)
    assert main(["check", "seeds", "--format", "json", *request.param]) == 1
    values = json.loads(capsys.readouterr().out)
    assert isinstance(values, dict)
    return values


def test_schema(report: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(report)


def test_places(report: dict[str, Any]) -> None:
    assert report["findings"]
    for found in report["findings"]:
        text = (REPOSITORY / found["path"]).read_bytes().decode("utf-8")
        lines = text.split("\n")
        assert text[found["start"] : found["end"]] == found["text"]
        if found["line"] == found["end_line"]:
            line = lines[found["line"] - 1]
            assert line[found["column"] - 1 : found["end_column"] - 1] == found["text"]
        for place in found["related"]:
            other = (REPOSITORY / place["path"]).read_bytes().decode("utf-8").split("\n")
            assert other[place["line"] - 1].startswith(place["text"], place["column"] - 1)


def test_fingerprints_are_unique(report: dict[str, Any]) -> None:
    prints = [found["fingerprint"] for found in report["findings"]]
    assert len(prints) == len(set(prints))
