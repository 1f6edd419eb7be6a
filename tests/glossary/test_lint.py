"""The glossary's own hygiene: each G rule with a case that fires and one that stays silent."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from termkit.check.hygiene import lint_glossary
from termkit.cli.main import run
from termkit.glossary.lint import view_glossary
from termkit.glossary.write import canonical_text

TITLE = """\
id = "title-fm"
type = "title"
subject_field = ""
confidence = "medium"

[[designation]]
lang = "en"
text = "Minister of Foreign Affairs"
"""


def glossary(folder: Path, files: dict[str, str]) -> Path:
    """A glossary with these concept, style and source files."""
    (folder / "glossary.toml").write_text('name = "case"\n', encoding="utf-8")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def concept(id_: str, *designations: str, head: str = "", tail: str = "") -> dict[str, str]:
    """One concept file; a designation is ``lang|text[|key = value]``."""
    parts = [f'id = "{id_}"\n{head}\n']
    for entry in designations:
        lang, text, *rest = entry.split("|")
        lines = "\n".join(rest)
        parts.append(f'[[designation]]\nlang = "{lang}"\ntext = "{text}"\n{lines}\n')
    return {f"concepts/{id_}.toml": "".join(parts) + tail}


def office(*dates: str) -> str:
    lines = "\n".join(dates)
    return f'[[relation]]\nkind = "holds-office"\ntarget = "title-fm"\n{lines}\n'


PERSON = 'type = "person"\nsubject_field = "people Vietnam"'
FM = {"concepts/title-fm.toml": TITLE}
DECOMPOSED = unicodedata.normalize("NFD", "Việt Nam")
STYLE = 'name = "vns"\nlang = "en"\n\n'

CASES = [
    ("G101", concept("a", 'en|Politburo|status = "admitted"'),
     ["concepts/a.toml:5 a has no preferred designation in en"]),
    ("G101", concept("a", "en|Politburo", 'en|Political Bureau|status = "admitted"'), []),
    ("G102", concept("a", "en|Politburo", "en|Political Bureau"),
     ["concepts/a.toml:9 'Politburo' and 'Political Bureau' are both preferred"]),
    ("G102", concept("a", "en|Politburo", 'en|Labour Party|valid_until = "1976"'), []),
    ("G103", concept("a", "zh|东海") | concept("b", "zh|东海"),
     ["concepts/a.toml:5 '东海' (zh) names a, b"]),
    ("G103", concept("a", "vi|Hà Nam") | concept("b", "en|Ha Nam"), []),
    ("G104", concept("a", 'en|Quangxi|status = "deprecated"'),
     ["concepts/a.toml:5 'Quangxi' is deprecated and nothing replaces it"]),
    ("G104", concept("a", 'en|Quangxi|status = "deprecated"', 'en|Guangxi|status = "admitted"'),
     []),
    ("G105", concept("a", "en|To  Lam"), ["concepts/a.toml:5 'To  Lam' has spaces too many"]),
    ("G105", concept("a", "en|To\\u200BLam"),
     ["concepts/a.toml:1 'To\\u200bLam' has an invisible character: ZERO WIDTH SPACE"]),
    ("G105", concept("a", f"vi|{DECOMPOSED}"),
     [f'concepts/a.toml:5 decomposed text: text = "{DECOMPOSED}"']),
    ("G105", concept("a", "vi|Việt Nam", "vi-Hani|𡨸"), []),
    ("G106", FM | concept("p", "vi|Lê Hoài Trung", head=PERSON,
                          tail=office('valid_from = "2025"', 'valid_until = "2024"')),
     ["concepts/p.toml:10 title-fm: until 2024 is before from 2025"]),
    ("G106", FM | concept("p", "vi|Lê Hoài Trung", head=PERSON,
                          tail=office('valid_from = "2025-10"', 'confirmed = "2025-09"')),
     ["concepts/p.toml:10 title-fm: confirmed 2025-09 is before from 2025-10"]),
    ("G106", FM | concept("p", "vi|Lê Hoài Trung", head=PERSON,
                          tail=office('valid_from = "2025-10-25"', 'confirmed = "2025"')), []),
    ("G107", FM | concept("p", "vi|Lê Hoài Trung", head=PERSON,
                          tail=office('valid_from = "2024"', 'confirmed = "2026-02"'))
     | concept("q", "vi|Bùi Thanh Sơn", head=PERSON,
               tail=office('valid_from = "2021"', 'valid_until = "2025-08-29"')),
     ["concepts/p.toml:10 p and q both hold title-fm"]),
    ("G107", FM | concept("p", "vi|Lê Hoài Trung", head=PERSON,
                          tail=office('valid_from = "2025-08"', 'confirmed = "2026-02"'))
     | concept("q", "vi|Bùi Thanh Sơn", head=PERSON,
               tail=office('valid_from = "2021"', 'valid_until = "2025-08-29"')), []),
    ("G108", concept("a", "en|Hue", head='sources = ["x"]')
     | {"sources.toml": '[[source]]\nid = "x"\ntitle = "X"\n\n[[source]]\nid = "y"\ntitle = "Y"\n'},
     ["sources.toml:6 nothing cites 'y'"]),
    ("G109", concept("a", "en|Hue", head='review = "proposed"'),
     ["glossary.toml:1 1 of 1 concepts are proposed: a"]),
    ("G109", concept("a", "en|Hue"), []),
    ("G110", concept("title-fm", "en|Minister"),
     ["concepts/title-fm.toml:1 not in canonical form"]),
    ("G110", FM, []),
    ("G111", FM | {"profiles/vns.toml": STYLE + '[settings]\nquotes = "curly"\n'},
     ["profiles/vns.toml:5 vns: quotes = 'curly' has no source"]),
    ("G111", FM | {"profiles/vns.toml": STYLE
                   + '[settings]\nquotes = { value = "curly", evidence = "tendency" }\n'}, []),
    ("G112", FM | {"profiles/vns.toml": STYLE + '[preferred]\ntitle-fm = "Foreign Minister"\n'},
     ["profiles/vns.toml:5 vns: 'Foreign Minister' is no form of title-fm"]),
    ("G112", FM | {"profiles/vns.toml": STYLE
                   + '[preferred]\ntitle-fm = "Minister of Foreign Affairs"\n'}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "files", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_rule(tmp_path: Path, code: str, files: dict[str, str], expected: list[str]) -> None:
    _, view = view_glossary(glossary(tmp_path, files))
    found = lint_glossary(view, (code,))
    assert [f"{f.file}:{f.line} {f.message}" for f in found] == expected


def test_shipped_glossary_has_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    """Homographs and unreviewed entries are listed; nothing is wrong."""
    assert run(["glossary", "lint"]) == 0
    *findings, _, total = capsys.readouterr().out.splitlines()
    assert {line.split(" ")[1] for line in findings} == {"G103", "G109"}
    assert total == "20 findings (20 hints) in 524 concepts"


def test_lint_exit_code_follows_fail_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(glossary(tmp_path, concept("a", "en|Hue", head='review = "proposed"')))
    assert run(["glossary", "lint", folder, "--select", "G109"]) == 0
    assert run(["glossary", "lint", folder, "--select", "G109", "--fail-on", "hint"]) == 1
    assert run(["glossary", "lint", folder, "--select", "G999"]) == 2
    assert "no rule is called 'G999'" in capsys.readouterr().err


def test_fmt_writes_the_canonical_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = glossary(tmp_path, concept("a", "vi|Huế", "en|Hue"))
    path = folder / "concepts" / "a.toml"
    before = path.read_bytes()
    assert run(["glossary", "fmt", "--check", str(folder)]) == 1
    assert path.read_bytes() == before
    assert run(["glossary", "fmt", str(folder)]) == 0
    assert path.read_bytes() == canonical_text("concepts/a.toml", before, path=path).encode()
    assert run(["glossary", "fmt", "--check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 of 2 files would change"


def test_fmt_keeps_comments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The canonical text has no place for them, and people's words are not thrown away."""
    folder = glossary(tmp_path, {"concepts/title-fm.toml": "# ask the embassy\n" + TITLE})
    assert run(["glossary", "fmt", str(folder)]) == 1
    assert "left alone: make its comments notes" in capsys.readouterr().err
    text = (folder / "concepts" / "title-fm.toml").read_text(encoding="utf-8")
    assert text.startswith("# ask the embassy")


def test_fmt_writes_nothing_when_a_file_is_broken(tmp_path: Path) -> None:
    files = concept("a", "vi|Huế", "en|Hue") | {"concepts/b.toml": "id ="}
    folder = glossary(tmp_path, files)
    assert run(["glossary", "fmt", str(folder)]) == 2
    assert (folder / "concepts" / "a.toml").read_text(encoding="utf-8") == files["concepts/a.toml"]


def test_stats_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["glossary", "stats"]) == 0
    assert "  place           135" in capsys.readouterr().out.splitlines()


def test_a_killed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """The rename is the last step: a process that dies before it changes nothing."""
    path = tmp_path / "a.toml"
    path.write_text("old", encoding="utf-8")
    script = (
        "import os, sys\n"
        "from termkit import atomic\n"
        "atomic.os.replace = lambda *_: os._exit(9)\n"
        "atomic.write_text(sys.argv[1], 'new')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == 9
    assert path.read_text(encoding="utf-8") == "old"
