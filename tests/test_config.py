"""What a configuration file can say, and what is said of one that says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.config import Config, fits, load_config, parse_config
from termkit.errors import ConfigError
from termkit.model.finding import Severity


def test_every_key() -> None:
    text = """
select = ["O", "hyphen-spacing"]
ignore = ["O204"]
strict = true
fail_on = "never"
min_severity = "hint"
glossary = "geography"
[profiles]
"news/vns/**" = "vns"
[lang]
"*.zh.txt" = "zh-Hans"
[source]
"news/xinhua/*" = "xinhua"
"""
    assert parse_config(text, "termkit.toml") == Config(
        path="termkit.toml",
        folder=Path(),
        glossary="geography",
        select=("O", "hyphen-spacing"),
        ignore=("O204",),
        strict=True,
        fail_on="never",
        min_severity=Severity.HINT,
        profiles=(("news/vns/**", "vns"),),
        lang=(("*.zh.txt", "zh-Hans"),),
        source=(("news/xinhua/*", "xinhua"),),
    )


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (
            "strict = true\nselects = []\n",
            "termkit.toml",
            "termkit.toml:2: key 'selects' is not known",
        ),
        (
            '[tool.other]\nselect = 1\n[tool.termkit]\n\nselect = "O"\n',
            "pyproject.toml",
            "pyproject.toml:5: 'select' must be a list of rule codes or names",
        ),
        ("[lang]\nx = 1\n", "termkit.toml", "termkit.toml:2: the value of 'x' must be a text"),
        (
            '[lang]\n"*.txt" = 1\n',
            "termkit.toml",
            "termkit.toml:2: the value of '*.txt' must be a text",
        ),
        (
            "[tool.termkit.langs]\n",
            "pyproject.toml",
            "pyproject.toml:1: key 'langs' is not known",
        ),
        ("strict = 1\n", "termkit.toml", "termkit.toml:1: 'strict' must be true or false"),
        (
            'fail_on = "warn"\n',
            "termkit.toml",
            "termkit.toml:1: fail_on 'warn' is not known\n  hint: did you mean 'warning'? "
            "known: error, hint, info, never, warning",
        ),
        ("min_severity = 3\n", "termkit.toml", "termkit.toml:1: min_severity 3 is not known"),
        ("profiles = 1\n", "termkit.toml", "'profiles' must be a table from glob to value"),
        ("glossary = []\n", "termkit.toml", "'glossary' must be a name or a folder"),
        ("a = \n", "termkit.toml", "termkit.toml:1: not TOML: invalid value"),
        ('a = "\n', "termkit.toml", "termkit.toml:1: not TOML: "),
    ],
)
def test_mistakes(text: str, name: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, name)
    assert message in str(caught.value)


def test_nearest_file_above_wins(tmp_path: Path) -> None:
    deep = tmp_path / "news" / "vns"
    deep.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.termkit]\nstrict = true\n")
    (tmp_path / "news" / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert load_config(start=deep).path == str(tmp_path / "pyproject.toml")
    (tmp_path / "news" / "termkit.toml").write_text("strict = false\n")
    assert load_config(start=deep).path == str(tmp_path / "news" / "termkit.toml")


def test_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "termkit.toml").write_text("strict = true\n")
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    assert load_config(start=inner) == Config()


def test_a_foreign_pyproject_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("this is = not [toml\n")
    assert load_config(start=tmp_path) == Config()


def test_globs_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Config(folder=tmp_path, lang=(("news/*.txt", "vi"), ("**", "en")))
    monkeypatch.chdir(tmp_path)
    assert config.lang_for("news/a.txt") == "vi"
    assert config.lang_for(tmp_path / "news" / "deep" / "a.txt") == "en"
    assert config.lang_for("../a.txt") is None


def test_glossary_folder_is_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    config = parse_config('glossary = "words"', tmp_path / "termkit.toml")
    assert config is not None
    assert config.glossary == str(tmp_path / "words")


@pytest.mark.parametrize(
    ("glob", "name", "expected"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "deep/down/a.txt", True),
        ("deep/*.txt", "deep/down/a.txt", False),
        ("deep/**/*.txt", "deep/a.txt", True),
        ("deep/**/*.txt", "deep/down/er/a.txt", True),
        ("deep/", "deep/down/a.txt", True),
        ("deep/", "deeper/a.txt", False),
        ("a.txt", "b/a_txt", False),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("?.txt", "ab.txt", False),
        ("Huế/*", "Huế/a.txt", True),
        ("a[.txt", "a[.txt", True),
    ],
)
def test_fits(glob: str, name: str, expected: bool) -> None:
    assert fits(glob, name) is expected
