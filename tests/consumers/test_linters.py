"""Linters find the planted error with the rules termkit writes, and nothing else."""

from __future__ import annotations

import io
import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import write_concepts
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation
from tests.consumers.tools import needs_command, run

DEPRECATED = AdminStatus.DEPRECATED
NAMES = {
    "en": (("Ho Chi Minh City", "Saigon City"), ("Port of Saigon City Harbour", None)),
    "vi": (("Đô thị cổ", "Đô thị cũ"), ("Huế", "Thuận-Hoá"), ("hòa", "hoà")),
    "zh-Hans": (("外交部长", "外长官"), ("南海诸岛", None)),
}
# Planted, with what must be found; then near misses, with nothing.
TEXTS = {
    "en": (
        "She left Saigon City.",
        ["Saigon City"],
        "The Port of Saigon City Harbour, Saigon Citys.",
    ),
    "vi": ("Ở Đô thị cũ, cải hoà.", ["Đô thị cũ", "hoà"], "Khu Đô thị cũng hoàn thành."),
    "zh-Hans": ("他是外长官吗？", ["外长官"], "外交部长在南海诸岛。"),
}
LANGUAGES = list(NAMES)


def rules(name: str, lang: str, path: Path, dialect: str | None = None) -> Path:
    """The rules of a small glossary in a file."""
    concepts = [
        Concept(
            f"c{number}",
            ConceptType.TERM,
            "",
            (
                Designation(lang, good),
                *([Designation(lang, bad, status=DEPRECATED)] if bad else []),
            ),
        )
        for number, (good, bad) in enumerate(NAMES[lang])
    ]
    out = io.BytesIO()
    write_concepts(all_formats()[name], concepts, out, ConceptOptions((lang,), dialect))
    path.write_bytes(out.getvalue())
    return path


@needs_command("textlint", "npm install textlint textlint-rule-terminology")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_textlint_finds_the_planted_error(lang: str, tmp_path: Path) -> None:
    # textlint looks for its rules beside the text.
    modules = Path(str(shutil.which("textlint"))).parent.parent
    (tmp_path / "node_modules").symlink_to(modules, target_is_directory=True)
    terms = json.loads(rules("textlint", lang, tmp_path / "terms.json").read_text("utf-8"))
    config = {"rules": {"terminology": {"defaultTerms": False, "terms": terms}}}
    (tmp_path / ".textlintrc.json").write_text(json.dumps(config), "utf-8")
    planted, expect, clean = TEXTS[lang]
    (tmp_path / "planted.md").write_text(f"{planted}\n", "utf-8")
    (tmp_path / "clean.md").write_text(f"{clean}\n", "utf-8")
    out = run(
        *("textlint", "--format", "json", "planted.md", "clean.md"),
        cwd=tmp_path,
        finds=True,
    )
    found = {Path(one["filePath"]).name: one["messages"] for one in json.loads(out)}
    assert [message["message"].split("“")[1].split("”")[0] for message in found["planted.md"]] == (
        expect
    )
    assert found["clean.md"] == []


@needs_command("cspell", "npm install cspell")
def test_cspell_flags_the_planted_error(tmp_path: Path) -> None:
    """Words of Vietnamese; a name of two words is beyond it."""
    rules("cspell", "vi", tmp_path / "cspell.json")
    (tmp_path / "planted.md").write_text("Huế hoà, Hoà hoàn Đô thị cổ\n", "utf-8")
    out = run(
        *("cspell", "--no-progress", "--no-summary", "-c", "cspell.json", "planted.md"),
        cwd=tmp_path,
        finds=True,
    )
    flagged = [line.partition(" - ")[2] for line in out.splitlines()]
    assert [line for line in flagged if line.startswith("Forbidden")] == [
        "Forbidden word (hoà) fix: (hòa)",
        "Forbidden word (Hoà) fix: (Hòa)",
    ]
    assert not [line for line in flagged if "(Huế)" in line or "(Đô)" in line]


@needs_command("vale", "a binary of Vale, which no package registry ships")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_vale_finds_the_planted_error(lang: str, tmp_path: Path) -> None:
    (tmp_path / "styles" / "House").mkdir(parents=True)
    rules("vale", lang, tmp_path / "styles" / "House" / "Terms.yml")
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    planted, expect, clean = TEXTS[lang]
    (tmp_path / "planted.md").write_text(f"{planted}\n\n{clean}\n", "utf-8")
    out = run("vale", "--output=JSON", "planted.md", cwd=tmp_path, finds=True)
    assert [alert["Match"] for alert in json.loads(out)["planted.md"]] == expect


@needs_command("node", "apt-get install nodejs")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_patterns_for_vale_find_the_planted_error(lang: str, tmp_path: Path) -> None:
    """Where Vale is not to be had: JavaScript's dialect with Unicode properties is close to it."""
    lines = rules("vale", lang, tmp_path / "Terms.yml").read_text("utf-8").partition("swap:\n")[2]
    patterns = list(json.loads("{" + ",".join(lines.splitlines()) + "}"))
    planted, expect, clean = TEXTS[lang]
    program = tmp_path / "find.js"
    program.write_text(
        "const [patterns, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(texts.map((t) => patterns.flatMap("
        "(p) => [...t.matchAll(new RegExp(p, 'gmu'))].map((m) => m[0])))))"
    )
    out = run("node", program, stdin=json.dumps([patterns, [planted, clean]]))
    assert json.loads(out) == [expect, []]


@needs_command("javac", "apt-get install default-jdk-headless")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_patterns_for_languagetool_find_the_planted_error(
    lang: str, tmp_path: Path, classes: Path
) -> None:
    """By java.util.regex, which LanguageTool uses; every example is found by its own rule."""
    path = rules("languagetool", lang, tmp_path / "rules.xml")
    _compile(classes)
    planted, expect, clean = TEXTS[lang]
    (tmp_path / "planted.txt").write_text(planted, "utf-8")
    (tmp_path / "clean.txt").write_text(clean, "utf-8")
    run("java", "-cp", classes, "FindRules", path)
    for name, wanted in (("planted.txt", expect), ("clean.txt", [])):
        out = run("java", "-cp", classes, "FindRules", path, tmp_path / name)
        assert [bytes.fromhex(line).decode() for line in out.splitlines()] == wanted


@cache
def _compile(folder: Path) -> None:
    run("javac", "-d", folder, Path(__file__).with_name("FindRules.java"))
