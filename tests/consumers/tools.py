"""The tools that read what termkit writes, where they are installed (`make test-consumers`)."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import write_concepts
from tests.contracts.concepts import golden

OMEGAT_JAR = Path("/usr/share/omegat/OmegaT.jar")
_READER = Path(__file__).with_name("ReadGlossary.java")

needs_omegat = pytest.mark.skipif(
    not OMEGAT_JAR.exists() or shutil.which("javac") is None,
    reason="OmegaT and a JDK are not installed: apt-get install omegat default-jdk-headless",
)


def needs_command(name: str, package: str) -> pytest.MarkDecorator:
    """Skip where a program is missing; the reason says what brings it."""
    return pytest.mark.skipif(
        shutil.which(name) is None, reason=f"{name} is not installed: {package}"
    )


def needs_module(name: str) -> pytest.MarkDecorator:
    """Skip where a package is missing; GPL ones are never imported, only run."""
    return pytest.mark.skipif(
        importlib.util.find_spec(name) is None,
        reason=f"{name} is not installed: pip install '.[consumers]'",
    )


def golden_file(name: str, path: Path, *languages: str) -> Path:
    """The golden glossary in a format, as far as the format takes it."""
    options = ConceptOptions(languages)
    entry = all_formats()[name]
    out = io.BytesIO()
    write_concepts(entry, [c for c in golden() if c.id != "lines"], out, options)
    path.write_bytes(out.getvalue())
    return path


def run(
    *command: str | Path,
    cwd: Path | None = None,
    stdin: str | None = None,
    finds: bool = False,
    timeout: int = 120,
) -> str:
    """What a program prints.

    Args:
        command: Program and arguments.
        cwd: Where it runs.
        stdin: What it reads.
        finds: It is a linter, for which an exit code of 1 is no failure.
        timeout: Seconds.

    Raises:
        AssertionError: It failed.
    """
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode in ((0, 1) if finds else (0,)), done.stdout + done.stderr
    return done.stdout


def python(*arguments: str | Path) -> str:
    """What a Python program prints, run apart from this one."""
    return run(sys.executable, *arguments)


@cache
def _omegat_classes(folder: Path) -> Path:
    run("javac", "-cp", OMEGAT_JAR, "-d", folder, _READER)
    return folder


def read_by_omegat(
    kind: str, path: Path, source: str, target: str, classes: Path
) -> set[tuple[str, str]]:
    """Source and target of every pair that OmegaT's own reader finds.

    Args:
        kind: ``tbx``, ``tsv`` (also for ``.utf8``) or ``csv``.
        path: Of the glossary; its suffix tells OmegaT the encoding.
        source, target: Languages of the project.
        classes: A folder for the compiled reader, the same for all tests.
    """
    folder = _omegat_classes(classes)
    out = run(
        "java",
        *("-Djava.awt.headless=true", "-cp", f"{folder}:{OMEGAT_JAR}"),
        *("ReadGlossary", kind, path, source, target),
    )
    lines = (line.split("\t") for line in out.splitlines() if line.count("\t") == 2)
    return {(_text(source), _text(target)) for source, target, _ in lines}


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode()
