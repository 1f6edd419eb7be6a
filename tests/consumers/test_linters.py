"""The linters flag the planted error, and nothing in the sentence without one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import write_concepts
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation
from tests.consumers.tools import needs_command

WRONG = "Officials met in Saigon City and spoke of Peiping.\n"
RIGHT = "Officials met in Ho Chi Minh City and spoke of Beijing.\n"
CONCEPTS = (
    Concept(
        "ho-chi-minh-city",
        ConceptType.PLACE,
        "",
        (
            Designation("en", "Ho Chi Minh City"),
            Designation("en", "Saigon City", status=AdminStatus.DEPRECATED, deprecated_by="guide"),
        ),
    ),
    Concept(
        "beijing",
        ConceptType.PLACE,
        "",
        (
            Designation("en", "Beijing"),
            Designation("en", "Peiping", status=AdminStatus.DEPRECATED, deprecated_by="guide"),
        ),
    ),
)


def written(name: str, path: Path) -> Path:
    with path.open("wb") as file:
        write_concepts(all_formats()[name], CONCEPTS, file, ConceptOptions(("en",)))
    return path


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


@needs_command("textlint", "npm install textlint textlint-rule-terminology")
def test_textlint_flags_the_deprecated_names(tmp_path: Path) -> None:
    written("textlint", tmp_path / "terms.json")
    rule = {"terminology": {"defaultTerms": False, "terms": str(tmp_path / "terms.json")}}
    (tmp_path / ".textlintrc.json").write_text(json.dumps({"rules": rule}))
    modules = Path(str(shutil.which("textlint"))).parents[1]
    (tmp_path / "node_modules").symlink_to(modules)
    found = {}
    for name, text in (("wrong.md", WRONG), ("right.md", RIGHT)):
        (tmp_path / name).write_text(text)
        done = run("textlint", "--format", "json", name, cwd=tmp_path)
        assert done.returncode in (0, 1), done.stderr
        messages = json.loads(done.stdout)[0]["messages"] if done.stdout else []
        found[name] = [message["message"] for message in messages]
    assert len(found["wrong.md"]) == 2
    assert "Ho Chi Minh City" in found["wrong.md"][0]
    assert found["right.md"] == []


@needs_command("cspell", "npm install cspell")
def test_cspell_flags_the_deprecated_word(tmp_path: Path) -> None:
    """One word at a time: *Saigon City* is two, and is told as a loss on export."""
    config = written("cspell", tmp_path / "cspell.json")
    found = {}
    for name, text in (("wrong.txt", WRONG), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text)
        done = run(
            "cspell",
            "lint",
            "--no-progress",
            "--no-summary",
            "--config",
            config,
            name,
            cwd=tmp_path,
        )
        found[name] = (done.returncode, done.stdout)
    assert found["wrong.txt"][0] == 1
    assert "Peiping" in found["wrong.txt"][1]
    assert found["right.txt"] == (0, "")
