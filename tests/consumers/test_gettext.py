"""gettext takes the compendium as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.consumers.tools import golden_file, needs_command, run

pytestmark = needs_command("msgfmt", "apt-get install gettext")


@pytest.mark.parametrize("languages", [("vi", "en"), ("en", "zh-Hans"), ("zh-Hant", "vi")])
def test_msgfmt_checks_it(languages: tuple[str, str], tmp_path: Path) -> None:
    path = golden_file("po", tmp_path / "glossary.po", *languages)
    run("msgfmt", "--check", "--output-file", tmp_path / "glossary.mo", path)


def test_msgmerge_takes_translations_from_it(tmp_path: Path) -> None:
    path = golden_file("po", tmp_path / "glossary.po", "vi", "en")
    template = tmp_path / "new.pot"
    template.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "mofa"\nmsgid "Bộ Ngoại giao"\nmsgstr ""\n',
        encoding="utf-8",
    )
    out = run("msgmerge", "--quiet", "--compendium", path, "/dev/null", template)
    assert 'msgstr "Ministry of Foreign Affairs"' in out
