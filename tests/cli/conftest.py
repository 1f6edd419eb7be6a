"""The planted rule, and a folder to work in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import termkit.check.rules
from termkit.check.rule import all_rules
from termkit.registry import discover

HERE = Path(__file__).parent


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """O999 beside the real rules, and nothing of it afterwards."""
    path = [*termkit.check.rules.__path__, str(HERE / "planted")]
    monkeypatch.setattr(termkit.check.rules, "__path__", path)
    discover.cache_clear()
    all_rules.cache_clear()
    yield
    discover.cache_clear()
    all_rules.cache_clear()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with the small glossary, where no configuration reaches."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "words").symlink_to(HERE / "glossary")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
