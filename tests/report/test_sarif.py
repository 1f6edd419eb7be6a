"""SARIF 2.1.0, checked clause by clause of the standard."""

from __future__ import annotations

import json
from typing import Any

from termkit.report.sarif import render_sarif
from tests.report.runs import empty_run, full_run


def _run(values: dict[str, Any]) -> dict[str, Any]:
    assert values["version"] == "2.1.0"
    (run,) = values["runs"]
    assert isinstance(run, dict)
    return run


def test_log_is_consistent() -> None:
    run = _run(json.loads(render_sarif(full_run())))
    driver = run["tool"]["driver"]
    assert driver["name"] == "termkit"
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (
            region["endLine"],
            region["endColumn"],
        )
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith("## Why it matters")


def test_result_with_fix_fingerprint_and_related_places() -> None:
    run = _run(json.loads(render_sarif(full_run())))
    first, shown, wrong, inside = run["results"]
    uri = "tin%20t%E1%BB%A9c/a.txt"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": uri},
        "region": {
            "startLine": 1,
            "startColumn": 1,
            "endLine": 1,
            "endColumn": 17,
            "snippet": {"text": "Việt Nam - China"},
        },
    }
    assert first["partialFingerprints"] == {"termkit/v1": "tin tức/a.txt#1-0"}
    assert [
        place["physicalLocation"]["artifactLocation"]["uri"] for place in first["relatedLocations"]
    ] == [uri, "b.html"]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 17},
            "insertedContent": {"text": "Việt Nam-China"},
        }
    ]
    assert "fixes" not in shown, "for display only"
    assert wrong["level"] == "error"
    assert inside["fixes"][0]["description"] == {"text": "Delete it."}


def test_unreadable_file_is_a_notification() -> None:
    (invocation,) = _run(json.loads(render_sarif(full_run())))["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "the file is empty (write something)"
    assert notification["descriptor"]["id"] == "E101"


def test_empty_run_has_an_empty_list_of_results() -> None:
    run = _run(json.loads(render_sarif(empty_run())))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
