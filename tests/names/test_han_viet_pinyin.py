"""The table that joins Hán Việt and pinyin follows the tables it is made of."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_table_is_current() -> None:
    spec = importlib.util.spec_from_file_location(
        "build_han_viet_pinyin", ROOT / "scripts" / "build_han_viet_pinyin.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TABLE.read_text("utf-8") == module.render(), "run the script"
