"""Command lines as data: `cases/*.toml`, each ``[[case]]`` one run in a folder of its own.

label   what is claimed
args    the command line
files   name to text; ``{ hex = "ff fe" }`` to bytes
stdin   text
exit    code
stdout, stderr      the whole text; ``{signature}`` and ``{desk}`` stand for themselves
stdout_has, stderr_has, stdout_hasnt   pieces
after   name to text that must stand there afterwards; ``false`` is no such file
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from termkit.__main__ import main

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['label']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
_SIGNATURE = re.compile(r"glossary:\S+\|termkit:\S+?(?=[\s\"]|$)")
_KEYS = {
    *("label", "args", "files", "stdin", "exit", "stdout", "stderr", "after"),
    *("stdout_has", "stderr_has", "stdout_hasnt"),
}


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("case", CASES)
def test_case(
    case: dict[str, Any],
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert set(case) <= _KEYS
    for name, content in case.get("files", {}).items():
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    stdin = io.TextIOWrapper(io.BytesIO(case.get("stdin", "").encode("utf-8")))
    monkeypatch.setattr(sys, "stdin", stdin)
    code = main(case["args"])
    out, err = (_SIGNATURE.sub("{signature}", text) for text in capsys.readouterr())
    out, err = (text.replace(str(desk), "{desk}") for text in (out, err))
    if "stdout" in case:
        assert out == case["stdout"]
    if "stderr" in case:
        assert err == case["stderr"]
    for piece in case.get("stdout_has", ()):
        assert piece in out
    for piece in case.get("stdout_hasnt", ()):
        assert piece not in out
    for piece in case.get("stderr_has", ()):
        assert piece in err
    assert "Traceback" not in err
    assert code == case["exit"], err
    for name, content in case.get("after", {}).items():
        if content is False:
            assert not (desk / name).exists()
        else:
            assert (desk / name).read_bytes() == _bytes(content)


def _bytes(content: str | dict[str, str]) -> bytes:
    if isinstance(content, dict):
        return bytes.fromhex(content["hex"])
    return content.encode("utf-8")
