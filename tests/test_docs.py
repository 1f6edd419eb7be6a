"""Documentation that cannot fall behind: every rule, command and format has its page."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from termkit.check.rule import all_rules
from termkit.cli.main import all_commands, make_parser
from termkit.formats.base import all_formats

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def test_generated_pages_agree_with_the_code() -> None:
    script = ROOT / "scripts" / "gen_docs.py"
    run = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_rule_has_a_page(code: str) -> None:
    assert (DOCS / "reference" / "rules" / f"{code}.md").is_file()


def test_commands_and_formats_have_help() -> None:
    for command in all_commands():
        assert command.summary, f"{command.name} has no summary"
        assert not command.summary.endswith("."), f"{command.name}: no full stop"
        assert command.examples, f"{command.name} has no example"
        assert (DOCS / "reference" / "commands" / f"{command.name}.md").is_file()
    assert all(entry.spec for entry in all_formats().values())


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        if "rules" not in page.parts
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [
        command.name for command in all_commands() if f"termkit {command.name}" not in readme
    ]
    assert missing == []


def command_lines() -> list[tuple[str, str]]:
    """Every command line of termkit in the pages that people write, with its page."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("scripts/**/*.md")]
    pages += [page for page in DOCS.rglob("*.md") if "reference" not in page.parts]
    return [
        (str(page.relative_to(ROOT)), line)
        for page in pages
        for block in re.findall(r"```(?:sh|yaml)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
        for line in re.findall(r"^(?:- run: )?(termkit .*)$", block, re.MULTILINE)
    ]


@pytest.mark.parametrize(("page", "line"), command_lines())
def test_command_lines_in_the_pages_are_understood(page: str, line: str) -> None:
    """What a page tells people to type is what the parser takes."""
    _, name, *arguments = shlex.split(line, comments=True)
    command = next(command for command in all_commands() if command.name == name)
    make_parser(command).parse(arguments)
