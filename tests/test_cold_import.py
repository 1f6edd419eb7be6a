"""Nothing heavy is loaded before it is needed: a look-up bound to a key cannot wait."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "babel",
    "docx",
    "lxml",
    "numpy",
    "polars",
    "pyarrow",
    "python_calamine",
    "rapidfuzz",
    "rdflib",
    "rich",
    "rich_argparse",
    "sacremoses",
    "unidecode",
    "xlsxwriter",
)
_REPORT = f"import sys; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
_EVERY_COMMAND = "from termkit.cli.main import all_commands; assert all_commands()"
_EVERY_RULE = "from termkit.check.rule import all_rules; assert all_rules()"
_EVERY_FORMAT = "from termkit.formats.base import all_formats; assert all_formats()"
_EVERY_REPORT = "import termkit.report.write"


def _loaded(*statements: str) -> list[str]:
    """Heavy packages that a fresh interpreter has loaded after the statements."""
    program = "\n".join((*statements, _REPORT))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()[-1].split()


def test_commands_rules_formats_and_reports_load_cold() -> None:
    assert _loaded(_EVERY_COMMAND, _EVERY_RULE, _EVERY_FORMAT, _EVERY_REPORT) == []


def test_help_loads_nothing_heavy_in_a_pipe() -> None:
    assert _loaded("from termkit.cli.main import run", "run(['check', '--help'])") == []


def test_version_loads_no_more_than_itself() -> None:
    program = (
        "import sys; from termkit.__main__ import main; main(['--version']); "
        "print(*[name for name in sys.modules if name.startswith('termkit')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1].split() == ["termkit", "termkit.__main__"]
