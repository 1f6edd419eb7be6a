"""One folder for what the tests compile."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("classes")
