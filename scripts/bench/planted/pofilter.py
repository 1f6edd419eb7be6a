"""The same units through pofilter of translate-toolkit."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from planted.samples import Sample


def pofilter(planted: list[Sample], directory: Path) -> set[int] | None:
    """Indices of the units that pofilter reports; ``None`` where it is not installed."""
    command = shutil.which("pofilter", path=Path(sys.executable).parent)
    if command is None:
        return None
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"', ""]
    for number, sample in enumerate(planted):
        quoted = (
            text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            for text in (sample.source, sample.target)
        )
        source, target = quoted
        lines += [f"#: unit:{number}", f'msgctxt "{number}"', f'msgid "{source}"',
                  f'msgstr "{target}"', ""]  # fmt: skip
    (directory / "in.po").write_text("\n".join(lines), encoding="utf-8")
    subprocess.run(
        [command, "--progress=none", "in.po", "out.po"], cwd=directory, check=True,
        capture_output=True,
    )  # fmt: skip
    out = directory / "out.po"
    text = out.read_text(encoding="utf-8") if out.exists() else ""
    return {int(number) for number in re.findall(r"^#: unit:(\d+)", text, re.MULTILINE)}
