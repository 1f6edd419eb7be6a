"""The bar: only for a terminal, only after a second, and gone when the work is done."""

from __future__ import annotations

import io
import sys

import pytest

from termkit.cli import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize("patience", [0.0, 60.0])
def test_bar(monkeypatch: pytest.MonkeyPatch, shown: bool, patience: float) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    assert list(progress.track("abc", 3, what="checking", shown=shown)) == ["a", "b", "c"]
    assert ("checking" in screen.getvalue()) is (shown and patience == 0.0)


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    assert list(progress.track("ab", 2, what="checking", shown=True)) == ["a", "b"]
    assert pipe.getvalue() == ""
