"""``termkit normalize`` changes letters, keeps the layout, and writes whole files or none."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

import pytest

from termkit.__main__ import main

FOUND = (
    "\ufeffÐại hội\u00a0XIV:  “hoà bình,\r\nquý vị”\n\n\tPresident Guðni; 中国\u200b人 👨\u200d👩\n"
)
CANONICAL = "Đại hội\u00a0XIV:  “hoà bình,\r\nquý vị”\n\n\tPresident Guðni; 中国人 👨\u200d👩\n"


def run(capfdbinary: pytest.CaptureFixture[bytes], *args: str) -> tuple[int, str, str]:
    code = main(["normalize", *args])
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return code, out.decode("utf-8"), err.decode("utf-8")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(FOUND.encode("utf-8"))
    return path


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_change_and_layout_stays(
    form: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(unicodedata.normalize(form, FOUND).encode("utf-8"))
    assert run(capfdbinary, str(path)) == (0, CANONICAL, "")


def test_tones_and_strip(draft: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    old = CANONICAL.replace("hoà", "hòa")
    assert run(capfdbinary, "--tones", "old", str(draft))[1] == old
    stripped = run(capfdbinary, "--strip", str(draft))[1]
    assert stripped.startswith("Dai hoi\u00a0XIV:  “hoa binh,\r\nquy vi”")
    assert "Gudni; 中国人" in stripped


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Ðà Nẵng".encode())))
    assert run(capfdbinary, "-")[:2] == (0, "Đà Nẵng")


def test_in_place_and_idempotent(draft: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for _ in range(2):
        assert run(capfdbinary, str(draft), "--output", str(draft)) == (0, "", "")
        assert draft.read_bytes().decode("utf-8") == CANONICAL
    assert [path.name for path in draft.parent.iterdir()] == ["draft.txt"]


def test_utf16_becomes_utf8(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes("Việt Nam".encode("utf-16"))
    assert run(capfdbinary, str(path))[:2] == (0, "Việt Nam")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Vi\xe1\xbb\x87t \xff Nam", "not valid UTF-8: byte 0xFF at offset 7"),
        (b"", "the file is empty"),
        (b"a\x00b", "not text: a NUL byte at offset 1"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_bad_input_writes_nothing(
    content: bytes | None,
    sentence: str,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    path, target = tmp_path / "bad.txt", tmp_path / "out.txt"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capfdbinary, str(path), "--output", str(target))
    assert (code, out) == (2, "")
    assert f"{path}: {sentence}" in err
    assert not target.exists()


def test_no_file_is_a_usage_error(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capfdbinary)[0] == 2
